/** Assigns every file an address of its own, also when two files would have the same one. */

import { romanize } from 'es-hangul';
import { diagnose } from '../content/source/diagnostics.ts';
import { byPrecedence, folderOf, pagePath } from '../content/source/paths.ts';
import { SITE_PAGES } from '../model/site.ts';
import { type LinkState, listedFirst } from './link-state.ts';

/** Addresses that the app itself answers, also the one the dev server keeps for the author's tools. */
const RESERVED: readonly string[] = [...Object.values(SITE_PAGES).map(({ path }) => path), '/author/'];

/** Folders that would stand where the site has a file, or among files that hosts let run nothing: of `sw.js.md`, `docker/index.html.md`. */
const OWN_FILE =
  /^\/(?:note-files|_headers|(?:404|offline)\.html|sw\.js|robots\.txt|llms(?:-full)?\.txt|sitemap\.xml|manifest\.webmanifest|favicon\.svg|[a-z]+-(?:\d+|touch-icon)\.png)\/|\/index\.(?:html|md)\/|^\/(?:data|course)\/(?:.*\/)?[^/]*\.json\//i;

const isReserved = (path: string): boolean => RESERVED.includes(path.toLowerCase()) || OWN_FILE.test(path);

function renamed(path: string, n: number): string {
  if (path === '/') return `/index-${n}/`;
  return path.replace(OWN_FILE.test(path) ? OWN_FILE : /\/$/, (end) => `${end.slice(0, -1)}-${n}/`);
}

/**
 * Gives each file its path, those of the list first: `docker.md` that nothing lists moves aside for the listed
 * `docker/README.md`. Then folder pages win over files of the same name. The loser is told.
 */
export function assignAddresses(
  state: Pick<LinkState, 'topics' | 'shape' | 'pathOf' | 'fileOf' | 'diagnostics'>,
): void {
  const { topics, shape, diagnostics } = state;
  const pathOf = new Map<string, string>();
  const fileOf = new Map<string, string>();
  const fileAt = new Map<string, string>();
  const names = [...topics.keys()].sort(byPrecedence);
  for (const file of listedFirst(names, shape)) {
    const ownPath = pagePath(file);
    let path = ownPath;
    const rival = fileAt.get(path.toLowerCase());
    for (let n = 2; fileAt.has(path.toLowerCase()) || isReserved(path); n++) path = renamed(ownPath, n);
    const at = { file, line: 1, column: 1 };
    if (rival !== undefined) diagnostics.push(diagnose('file-clash', at, { other: rival, path }));
    else if (isReserved(ownPath))
      diagnostics.push(diagnose('file-reserved', at, { path: ownPath, instead: path }));
    fileAt.set(path.toLowerCase(), file);
    const name = file.slice(folderOf(file).length).replace(/^\//, '');
    if (/[^\x21-\x7e]/.test(name)) {
      diagnostics.push(diagnose('file-name', at, { name, suggestion: asciiName(name) }));
    }
    pathOf.set(file, path);
    fileOf.set(path, file);
  }
  Object.assign(state, { pathOf, fileOf });
}

const asciiName = (name: string): string =>
  romanize(name)
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-+|-+(?=\.|$)/g, '') || 'topic.md';
