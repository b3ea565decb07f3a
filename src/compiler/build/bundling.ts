/**
 * How the app is bundled: which modules go into one script of a built site, which styles are files of their own, and for which browsers.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

// Styles of what few notes have, each a file of its own. The markup that needs one links it itself, so that other pages load nothing of it
// and no script knows of it; only what some page links is published.

export const PAGE_STYLES = ['diagram', 'rare'] as const;
type PageStyle = (typeof PAGE_STYLES)[number];
/** An address, or the text, of each. */
export type PageStyles = Readonly<Record<PageStyle, string>>;

export const STYLE_SOURCES: PageStyles = {
  diagram: 'src/ui/topic/diagram.css',
  rare: 'src/ui/topic/rare.css',
};

/** While notes are written, styles are served as they lie in `src/`. */
export const sourceStyles = (base: string): PageStyles => stylesOf((name) => base + STYLE_SOURCES[name]);

/** On a built site they are named by what is in them: the notes are read before anything is bundled. */
export const builtStyles = (base: string): PageStyles => stylesOf((name) => base + styleFile(name));

export function styleFile(name: PageStyle): string {
  const hash = createHash('sha256').update(readFileSync(STYLE_SOURCES[name])).digest('hex').slice(0, 8);
  return `assets/${name}-${hash}.css`;
}

const stylesOf = (address: (name: PageStyle) => string): PageStyles => ({
  diagram: address('diagram'),
  rare: address('rare'),
});
