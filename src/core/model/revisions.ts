/** Short hashes of what the notes say, enough to know that something has changed. */

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
