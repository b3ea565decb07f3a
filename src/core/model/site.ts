/**
 * The types of one published version of the site: every file with its hash, as its service worker knows it, and the hashes of its
 * notes, by which a browser knows what was edited.
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

/**
 * Percent-encodes a path of the course (`/도커/50% + more/`). Only what an address cannot hold is encoded, since
 * static hosts differ in whether they decode the rest.
 */
export const encodePath = (path: string): string => encodeURI(path).replace(/[?#]/g, encodeURIComponent);
