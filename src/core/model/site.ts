/**
 * The site as it is published: every file of one version with its hash, as its service worker knows it, the hashes of its notes, by which a
 * browser knows what was edited, and the pages that the app makes itself.
 */

/** Files by name below the base (`docker/index.html`, NFC, not percent-encoded), each with the hash of its content. */
export type Revisions = Record<string, string>;

/**
 * The folder of the site with the pictures and other files of the notes, below their names there (`note-files/docker/shot.png`). Nothing
 * of the app is in it, so none of them takes the place of an app's file, and a host can serve all of them as what runs nothing.
 */
export const NOTE_FILES = 'note-files/';

/** The file with a page of the notes as markdown, beside its index.html. */
export const PAGE_MARKDOWN = 'index.md';

export interface SiteVersion {
  /** Version of this format: one worker may read what another one left. */
  format: 1;
  /** Changes whenever any file does. */
  id: string;
  /** What any page may need: scripts, styles, font, indexes, and the pages about the learner's record. */
  shell: Revisions;
  /** Pages of the notes, their data, pictures. */
  notes: Revisions;
  /** Size of all files on the device, in bytes. */
  bytes: number;
  /** Whether the site is small enough that a device stores all of it. */
  isSmall: boolean;
}

export interface NoteRevisions {
  format: 1;
  /** Changes whenever any topic does. */
  content: string;
  /** A hash of what a page says, by its path: areas and topics without drafts. */
  pages: Record<string, string>;
}

/** Paths of pages, in the order of the course. */
export interface NoteChanges {
  added: string[];
  changed: string[];
}

/** The file of a page's data, below the base: `/docker/compose/` → `data/docker/compose.json`; the course map's is `data/index.json`. */
export const dataFile = (path: string): string => `data/${path.slice(1, -1) || 'index'}.json`;

/**
 * Percent-encodes a path of the course (`/도커/50% + more/`). Only what an address cannot hold is encoded, since
 * static hosts differ in whether they decode the rest.
 */
export const encodePath = (path: string): string => encodeURI(path).replace(/[?#]/g, encodeURIComponent);

// The pages the app makes itself, beside those of the notes: their addresses, titles and what they need. Addresses, routes, menus and the
// sitemap are all made from this one list; a new page is a row here and a component.

interface SitePage {
  /** Address under the base; its name is also the page's anchor, and no note may be served there. */
  path: `/${string}/`;
  title: string;
  /** What a course must have for the page to be made. */
  needs: 'topics' | 'comparisons' | 'study';
  /** Whether it holds something of its own for search engines; a page that is a tool does not. */
  isIndexed: boolean;
}

/** By kind, in the order in which a course lists them. */
export const SITE_PAGES = {
  comparisons: { path: '/comparisons/', title: '비교', needs: 'comparisons', isIndexed: true },
  practice: { path: '/practice/', title: '문제', needs: 'study', isIndexed: false },
  review: { path: '/review/', title: '복습', needs: 'study', isIndexed: false },
  mistakes: { path: '/mistakes/', title: '오답', needs: 'study', isIndexed: false },
  progress: { path: '/progress/', title: '학습 기록', needs: 'study', isIndexed: false },
  search: { path: '/search/', title: '찾기', needs: 'topics', isIndexed: false },
} as const satisfies Record<string, SitePage>;

export type SitePageKind = keyof typeof SITE_PAGES;

export const SITE_PAGE_KINDS = Object.keys(SITE_PAGES) as SitePageKind[];

export const isSitePage = (kind: string): kind is SitePageKind => Object.hasOwn(SITE_PAGES, kind);
