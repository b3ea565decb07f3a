/** The files about the course as a whole, in `course/`, and those for machines. The build writes them, and the dev server answers with them. */

import { createHash } from 'node:crypto';
import { hasMarkdown, llmsFull, llmsIndex, pageMarkdown } from '../core/export/page-markdown.ts';
import type { Site } from '../core/export/plain-html.ts';
import type { Course, PageData } from '../core/model/course.ts';
import type { NoteRevisions } from '../core/model/site.ts';
import { studyIndexOf } from '../core/study/study-index.ts';
import type { Workspace } from './workspace.ts';

/** By name without `.json`: the topic tree, what there is to learn, which notes have changed, what is searched. */
export const COURSE_FILES: Readonly<Record<string, (workspace: Workspace) => unknown>> = {
  tree: ({ compiled }) => compiled.course.tree,
  study: ({ compiled }) => studyIndexOf(compiled.course.pages.values()),
  revisions: ({ compiled }) => noteRevisions(compiled.course),
  search: (workspace) => workspace.search(),
};

/** By name below the base: the notes as markdown, for machines (llmstxt.org). */
export const MACHINE_FILES: Readonly<Record<string, (workspace: Workspace, site: Site) => string>> = {
  'llms.txt': ({ compiled }, site) => llmsIndex(compiled.course, site),
  'llms-full.txt': (workspace, site) =>
    llmsFull(workspace.compiled.course, (page) => markdownOf(workspace, page, site) ?? '', site),
};

/** What stands beside a page's index.html for machines; null for a page of the app. */
export const markdownOf = (workspace: Workspace, page: PageData, site: Site): string | null =>
  hasMarkdown(page)
    ? pageMarkdown(page, page.file === null ? null : workspace.sourceOf(page.file), site)
    : null;

/** 36 bits: a page is compared with its own former states only. */
const LETTERS = 6;
/** As people read out a revision. */
const HEX_DIGITS = 7;

/** The hashes by which a reader's browser knows that the notes were edited. */
export function noteRevisions({ pages }: Course): NoteRevisions {
  const hashes: NoteRevisions['pages'] = {};
  for (const page of pages.values()) {
    const hash = noteHashOf(page);
    if (hash !== null) hashes[page.path] = hash;
  }
  const content = sha256(JSON.stringify(hashes)).digest('hex').slice(0, HEX_DIGITS);
  return { format: 1, content, pages: hashes };
}

/** What a page said when it was hashed: it says the same until its note is read again. */
const hashed = new WeakMap<PageData['sections'], Pick<PageData, 'title' | 'blocks'> & { hash: string }>();

/** Null for a page that is no note: of the app, a draft, or a folder without one. */
export function noteHashOf(page: PageData): string | null {
  const isNote = (page.kind === 'area' || page.kind === 'topic') && !page.draft;
  if (!isNote || page.file === null) return null;
  const { title, blocks, sections } = page;
  const known = hashed.get(sections);
  if (known?.blocks === blocks && known.title === title) return known.hash;
  const hash = digest(pageText(page));
  hashed.set(sections, { title, blocks, hash });
  return hash;
}

/** Everything the page says and asks; not the line it stands on in the file, what counts as one question, nor which style it is shown in. */
const pageText = ({ title, blocks, sections }: PageData): string =>
  JSON.stringify([title, blocks, sections]).replace(
    /"(?:line|column)":\d+,?|"pool":"[^"]*",?|<link rel=\\"[^<>]*>/g,
    '',
  );

const sha256 = (text: string) => createHash('sha256').update(text);
const digest = (text: string): string => sha256(text).digest('base64url').slice(0, LETTERS);
