/** The oldest browsers that the site supports: those that have what its scripts and styles use (light-dark(), text-wrap). */

import type { CSSOptions } from 'vite';

const OLDEST = { chrome: 123, edge: 123, firefox: 128, safari: 17.5 };

export const SCRIPT_TARGET = Object.entries(OLDEST).map(([name, version]) => `${name}${version}`);

/** Versions as Lightning CSS wants them: a byte each for major, minor and patch. */
const asBytes = (version: number): number =>
  (Math.floor(version) << 16) | (Math.round((version % 1) * 10) << 8);

/** Lightning CSS puts imported files together, too: PostCSS took a tenth of the dev server's start for it. */
export const CSS_OPTIONS: CSSOptions = {
  transformer: 'lightningcss',
  lightningcss: {
    targets: Object.fromEntries(Object.entries(OLDEST).map(([name, version]) => [name, asBytes(version)])),
  },
};
