/** The hashes by which a reader's browser knows that the notes were edited. */

import { createHash } from 'node:crypto';
import type { Course, PageData } from '../../core/model/course.ts';
import type { NoteRevisions } from '../../core/model/revisions.ts';

/** 36 bits: a page is compared with its own former states only. */
const LETTERS = 6;
/** As people read out a revision. */
const HEX_DIGITS = 7;

export function noteRevisions({ pages }: Course): NoteRevisions {
  const said: NoteRevisions['pages'] = {};
  for (const page of pages.values()) {
    const isNote = (page.kind === 'area' || page.kind === 'topic') && !page.draft;
    if (isNote && page.file !== null) said[page.path] = digest(wordsOf(page));
  }
  return { format: 1, content: sha256(JSON.stringify(said)).digest('hex').slice(0, HEX_DIGITS), pages: said };
}

/** Everything the page says and asks; not the line it stands on in the file. */
const wordsOf = ({ title, blocks, sections }: PageData): string =>
  JSON.stringify([title, blocks, sections]).replace(/"(?:line|column)":\d+,?/g, '');

const sha256 = (text: string) => createHash('sha256').update(text);
const digest = (text: string): string => sha256(text).digest('base64url').slice(0, LETTERS);
