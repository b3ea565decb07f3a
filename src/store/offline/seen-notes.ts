/**
 * Which version of each page the learner has seen: all pages at the first visit, then each page by opening it. Where storage is
 * blocked, nothing counts as changed.
 */

import * as v from 'valibot';
import { create } from 'zustand';
import type { NoteChanges, NoteRevisions } from '../../core/model/site.ts';
import { fetchJson } from '../fetch-json.ts';
import { basePath, courseId } from '../site.ts';
import { storedValue } from '../stored-value.ts';

const FORMAT = 1;

export interface Notes extends NoteChanges {
  /** Short hash of all notes; null until it is here. */
  content: string | null;
}

export const useNotes = create<Notes>(() => ({ content: null, added: [], changed: [] }));

/** Hashes by path. */
const SEEN = v.object({ format: v.literal(FORMAT), pages: v.record(v.string(), v.string()) });
/** Nothing at the first visit. */
const seenPages = () => storedValue(`study.notes/${courseId()}`, SEEN);
let loading: Promise<NoteRevisions | null> | null = null;

/** Compares the notes with what was seen. `open`: the page on the screen, which is seen by that; null for none. */
export async function lookAtNotes(open: string | null): Promise<void> {
  const revisions = await loadRevisions();
  if (!revisions) return;
  const seen = seenPages().read()?.pages;
  const hash = open === null ? undefined : revisions.pages[open];
  const now = seen && open !== null && hash !== undefined ? { ...seen, [open]: hash } : seen;
  if (!now || now[open ?? ''] !== seen?.[open ?? ''])
    seenPages().write({ format: FORMAT, pages: now ?? revisions.pages });
  useNotes.setState({ content: revisions.content, ...noteChanges(now ?? revisions.pages, revisions) });
}

/** The learner knows of all changes. */
export async function seeAllNotes(): Promise<void> {
  const revisions = await loadRevisions();
  if (!revisions) return;
  seenPages().write({ format: FORMAT, pages: revisions.pages });
  useNotes.setState({ added: [], changed: [] });
}

function loadRevisions(): Promise<NoteRevisions | null> {
  loading ??= fetchRevisions().catch(() => {
    // No network: at the next page.
    loading = null;
    return null;
  });
  return loading;
}

async function fetchRevisions(): Promise<NoteRevisions> {
  const revisions = await fetchJson<NoteRevisions>(`${basePath()}/course/revisions.json`);
  if (revisions?.format !== FORMAT) throw new Error('no revisions');
  return revisions;
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
