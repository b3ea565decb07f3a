/**
 * Which version of each page the learner has seen: all pages at the first visit, then each page by opening it. Where storage is
 * blocked, nothing counts as changed.
 */

import * as v from 'valibot';
import { create } from 'zustand';
import type { PageData } from '../../core/model/course.ts';
import type { NoteChanges, NoteRevisions } from '../../core/model/site.ts';
import { fetchJson } from '../network.ts';
import { basePath, courseId } from '../site.ts';
import { storedValue } from '../stored-value.ts';

const FORMAT = 1;

export interface Notes extends NoteChanges {
  /** What came in this tab, the newest first: notes may be published while it is open. */
  known: readonly NoteRevisions[];
}

export const useNotes = create<Notes>(() => ({ known: [], added: [], changed: [] }));

/** Hashes by path. */
const SEEN = v.object({ format: v.literal(FORMAT), pages: v.record(v.string(), v.string()) });
/** Nothing at the first visit. */
const seenPages = () => storedValue(`study.notes/${courseId()}`, SEEN);

type Shown = Pick<PageData, 'path' | 'noteHash'>;

/** The newest notes in which a page says what it says on the screen; undefined while they are not here. */
export const notesOf = ({ known }: Notes, { path, noteHash }: Shown): NoteRevisions | undefined =>
  known.find(({ pages }) => noteHash === undefined || pages[path] === noteHash);

/** Compares the notes with what was seen, which the page on the screen is by that. */
export async function lookAtNotes(shown: Shown): Promise<void> {
  if (!notesOf(useNotes.getState(), shown)) await fetchRevisions();
  const [newest] = useNotes.getState().known;
  if (!newest) return;
  const { path, noteHash } = shown;
  const seen = seenPages().read()?.pages;
  const now = { ...(seen ?? newest.pages), ...(noteHash !== undefined && { [path]: noteHash }) };
  if (!seen || now[path] !== seen[path]) seenPages().write({ format: FORMAT, pages: now });
  useNotes.setState(noteChanges(now, newest));
}

/** The learner knows of all changes. */
export async function seeAllNotes(): Promise<void> {
  if (useNotes.getState().known.length === 0) await fetchRevisions();
  const [newest] = useNotes.getState().known;
  if (!newest) return;
  seenPages().write({ format: FORMAT, pages: newest.pages });
  useNotes.setState({ added: [], changed: [] });
}

/** Without a network they come with the next page. */
async function fetchRevisions(): Promise<void> {
  const address = `${basePath()}/course/revisions.json`;
  const fresh = await fetchJson<NoteRevisions>(address).catch(() => null);
  if (fresh?.format !== FORMAT) return;
  const others = useNotes.getState().known.filter(({ content }) => content !== fresh.content);
  useNotes.setState({ known: [fresh, ...others] });
}

/**
 * Compares the hashes of what was seen, by path, with those of today. A page that only moved (a new path with the hash of
 * one that is gone) is neither new nor changed.
 */
export function noteChanges(seen: Readonly<Record<string, string>>, { pages }: NoteRevisions): NoteChanges {
  const gone = new Set(
    Object.entries(seen).flatMap(([path, hash]) => (Object.hasOwn(pages, path) ? [] : [hash])),
  );
  const changes: NoteChanges = { added: [], changed: [] };
  for (const [path, hash] of Object.entries(pages)) {
    if (!Object.hasOwn(seen, path)) {
      if (!gone.has(hash)) changes.added.push(path);
    } else if (seen[path] !== hash) changes.changed.push(path);
  }
  return changes;
}
