/** Lets a build leave out what it does not use of react-router: two thirds of what its package brings otherwise. */

import path from 'node:path';
import type { Plugin } from 'vite';

const PRODUCTION = path.resolve('node_modules/react-router/dist/production/');

/**
 * The package exports its development build only, with checks that a reader need not download; and the bundler keeps
 * what it cannot prove to be without effects: components made by a call of React, and names given to them for tools.
 */
export function leanRouter(): Plugin {
  return {
    name: 'lean-router',
    apply: 'build',
    config: () => ({
      resolve: { alias: [{ find: /^react-router$/, replacement: path.join(PRODUCTION, 'index.mjs') }] },
    }),
    transform: {
      filter: { id: /react-router[\\/]dist[\\/]production[\\/].*\.mjs$/ },
      handler: (code) => ({ code: withoutEffects(code), map: null }),
    },
  };
}

const withoutEffects = (code: string): string =>
  code
    .replace(/^\w+\.displayName = "\w+";$/gm, '')
    .replace(/= (React\d*\.(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ $1');
