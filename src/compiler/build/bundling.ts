/** How the app is bundled: which modules go into one script of a built site, and for which browsers. */

import type { CSSOptions, Rolldown } from 'vite';
import { accentTokens } from '../../core/course/accent.ts';
import type { CourseSettings } from '../../core/model/course.ts';

/** The chunk of a module: `start` for all that `start.tsx` needs and the entry, which has to stay small, does not. */
function startChunk(id: string, chunking: Pick<Rolldown.PluginContext, 'getModuleInfo'>): string | null {
  const users = new Set([id]);
  for (const user of users) {
    for (const importer of chunking.getModuleInfo(user)?.importers ?? []) users.add(importer);
  }
  const isUsedBy = (file: RegExp) => [...users].some((user) => file.test(user));
  return isUsedBy(/src[\\/]start\.tsx$/) && !isUsedBy(/src[\\/]main\.tsx$/) ? 'start' : null;
}

const within = (...folders: string[]) => new RegExp(`(?:${folders.join('|')})/`.replaceAll('/', '[\\\\/]'));

/**
 * What is needed together is fetched together, the first that fits: left to itself the bundler makes a file of every
 * small module that two pages share, and a page fetches them one after another.
 */
export const CHUNKS = [
  // What entry and app both use must not tie the entry to the app.
  { name: 'shared', test: /ui[\\/]after-paint\.ts$|preload-helper/ },
  // Asked before React comes, and after the paint.
  {
    name: 'storage',
    test: /store[\\/](?:reload|stored-value)\.ts$|node_modules[\\/]valibot[\\/]/,
  },
  { name: 'late', test: /styles[\\/]late\.css$/ },
  { name: 'react', test: within('node_modules/(?:react|react-dom|scheduler|react-router|zustand)') },
  { name: startChunk, test: within('src', 'node_modules') },
  {
    name: 'record',
    test: /(?:store[\\/](?:study|log)|core[\\/](?:memory|study)|node_modules[\\/](?:idb|ts-fsrs))[\\/]|ui[\\/]progress[\\/](?:record-parts|today|storage-notice)\.tsx?$/,
  },
  { name: 'quiz', test: within('ui/quiz', 'core/quiz') },
  { name: 'comparison', test: within('(?:ui|core)/comparison') },
  { name: 'search', test: within('ui/search', 'store/search', 'core/search') },
  { name: 'progress', test: within('ui/progress(?!/sync)') },
  { name: 'sitting', test: within('ui/sitting') },
  { name: 'pages', test: within('ui/pages') },
  // Last, so that they take nothing along that all sites have. Only in sites with SYNC_URL: what runs on devices that share their record, and what shows it.
  { name: 'sync', test: within('(?:store|core)/sync') },
  { name: 'sync-section', test: within('ui/progress/sync', 'node_modules/uqr') },
].map((group, at, { length }) => ({ ...group, priority: length - at }));

/**
 * The oldest browsers that the site supports (README.md): Samsung Internet 22 is a Chrome 111, and Safari 16 the last of the
 * iPhone 8. Lightning CSS lowers what these lack of our styles, light-dark() above all.
 */
export const OLDEST = { chrome: 111, edge: 111, firefox: 115, safari: 16.4 };

/** For scripts, as Vite wants them: `chrome123`. */
export const SCRIPT_TARGET = Object.entries(OLDEST).map(([name, version]) => `${name}${version}`);

/** Versions as Lightning CSS wants them: a byte each for major, minor and patch. */
const asBytes = (version: number): number =>
  (Math.floor(version) << 16) | (Math.round((version % 1) * 10) << 8);

/**
 * A course's own colour over that of tokens.css, in the form that Lightning CSS gives light-dark(); empty without one. Twice `:root`
 * outweighs the tokens wherever they stand.
 */
export function accentStyle({ color }: Pick<CourseSettings, 'color'>): string {
  if (color === null) return '';
  const tokens = Object.entries(accentTokens(color)).map(
    ([name, { day, night }]) =>
      `--${name}:var(--lightningcss-light,${day}) var(--lightningcss-dark,${night})`,
  );
  return `:root:root{${tokens.join(';')}}`;
}

/** Lightning CSS puts imported files together, too: PostCSS took a tenth of the dev server's start for it. */
export const CSS_OPTIONS: CSSOptions = {
  transformer: 'lightningcss',
  lightningcss: {
    targets: Object.fromEntries(Object.entries(OLDEST).map(([name, version]) => [name, asBytes(version)])),
  },
};
