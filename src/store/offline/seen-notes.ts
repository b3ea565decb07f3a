/**
 * Which version of each page the learner has seen: all pages at the first visit, then each page by opening it. Where storage is
 * blocked, nothing counts as changed.
 */

import { create } from 'zustand';
import type { NoteChanges, NoteRevisions } from '../../core/model/revisions.ts';
import { fieldOf } from '../../core/model/unknown.ts';
import { noteChanges } from '../../core/offline/note-changes.ts';
import { basePath } from '../base-path.ts';
import { courseId } from '../course.ts';

const FORMAT = 1;

export interface Notes extends NoteChanges {
  /** Short hash of all notes; null until it is here. */
  content: string | null;
}

export const useNotes = create<Notes>(() => ({ content: null, added: [], changed: [] }));

const seenKey = () => `study.notes/${courseId()}`;
let loading: Promise<NoteRevisions | null> | null = null;

/** Compares the notes with what was seen. `open`: the page on the screen, which is seen by that; null for none. */
export async function lookAtNotes(open: string | null): Promise<void> {
  const revisions = await loadRevisions();
  if (!revisions) return;
  const seen = readSeen();
  const hash = open === null ? undefined : revisions.pages[open];
  const now = seen && open !== null && hash !== undefined ? { ...seen, [open]: hash } : seen;
  if (!now || now[open ?? ''] !== seen?.[open ?? '']) writeSeen(now ?? revisions.pages);
  useNotes.setState({ content: revisions.content, ...noteChanges(now ?? revisions.pages, revisions) });
}

/** The learner knows of all changes. */
export async function seeAllNotes(): Promise<void> {
  const revisions = await loadRevisions();
  if (!revisions) return;
  writeSeen(revisions.pages);
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

async function fetchRevisions(): Promise<NoteRevisions | null> {
  const response = await fetch(`${basePath()}/course/revisions.json`);
  if (!response.ok) return null;
  const revisions = (await response.json()) as NoteRevisions;
  return revisions.format === FORMAT ? revisions : null;
}

/** Null at the first visit. */
function readSeen(): Record<string, string> | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(seenKey()) ?? 'null');
    const pages = fieldOf(stored, 'pages');
    if (fieldOf(stored, 'format') !== FORMAT || typeof pages !== 'object' || pages === null) return null;
    return Object.fromEntries(Object.entries(pages).filter(([, hash]) => typeof hash === 'string'));
  } catch {
    return null;
  }
}

function writeSeen(pages: Record<string, string>): void {
  try {
    localStorage.setItem(seenKey(), JSON.stringify({ format: FORMAT, pages }));
  } catch {
    // Blocked or full: it is as at a first visit again.
  }
}
