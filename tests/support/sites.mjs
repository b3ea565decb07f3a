/** The built sites that browser tests visit, each with its port and what it is built from. */

import { FOREIGN_DIR } from './foreign.mjs';

const site = (name, port, base, env = {}) => ({
  name,
  port,
  base,
  outDir: `node_modules/.cache/lecture-study/sites/${name}`,
  url: `http://127.0.0.1:${port}${base}`,
  env,
});

export const SITES = [
  site('course', 4411, '/'),
  site('under-base', 4412, '/notes/', { BASE_PATH: '/notes/' }),
  site('foreign', 4413, '/', { CONTENT_DIR: FOREIGN_DIR }),
];
