/** The built sites that browser tests visit, each with its port and what it is built from. */

import { EDITED_DIR } from './edited.mjs';
import { FOREIGN_DIR } from './foreign.mjs';
import { LARGE_DIR } from './large.mjs';
import { OWN_DIR } from './own.mjs';

/** Set to run beside another run on the same machine. */
const FIRST_PORT = Number(process.env.TEST_PORT ?? 4411);
const FOLDER = `node_modules/.cache/lecture-study/sites-${FIRST_PORT}`;

/** A course of four areas with every shape that notes have, so that no test of the app reads `content/`. */
export const COURSE_DIR = 'tests/fixtures/course';

const site = (name, port, base, env = {}) => ({
  name,
  port,
  base,
  outDir: `${FOLDER}/${name}`,
  url: `http://127.0.0.1:${port}${base}`,
  env,
});

export const SITES = [
  site('course', FIRST_PORT, '/', { CONTENT_DIR: COURSE_DIR, PRECOMPRESS: 'on' }),
  // Where it is stands in its course.yaml.
  site('under-base', FIRST_PORT + 1, '/notes/', { CONTENT_DIR: OWN_DIR, SYNC_URL: '/sync/' }),
  site('foreign', FIRST_PORT + 2, '/', { CONTENT_DIR: FOREIGN_DIR }),
  site('quizzes', FIRST_PORT + 3, '/', { CONTENT_DIR: 'tests/fixtures/quizzes' }),
];

/** What is published later in the place of `quizzes`: other notes and another app, and that without a service worker. */
const config = 'tests/support/next-version.config.ts';
export const LATER = {
  next: { ...site('next', 0, '/', { CONTENT_DIR: EDITED_DIR }), config },
  retired: { ...site('retired', 0, '/', { CONTENT_DIR: EDITED_DIR, SERVICE_WORKER: 'off' }), config },
};

/** A course too large to be kept as a whole; served by the journey that reads it. */
export const LARGE = site('large', 0, '/', { CONTENT_DIR: LARGE_DIR });

/** The course again, as nginx serves it with the configuration that ships. */
export const PUBLISHED = { ...site('course', FIRST_PORT + 4, '/'), name: 'published' };
