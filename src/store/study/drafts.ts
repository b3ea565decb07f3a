/**
 * Answers not yet given: kept per question in localStorage, so that leaving, reloading or an edit of the notes loses
 * nothing. Where storage is blocked, full or broken they live as long as the page.
 */

import type { ItemId } from '../../core/model/event.ts';
import type { Response } from '../../core/model/question.ts';
import { parseResponse } from '../../core/quiz/response.ts';
import { courseId } from '../course.ts';

export interface Draft {
  response: Response | null;
  /** Hints shown so far. */
  hints: number;
}

const PREFIX = 'study.draft/';
const MOST_DRAFTS = 200;
const MOST_LENGTH = 20_000;

const held = new Map<string, Draft>();

const keyOf = (item: ItemId): string => `${PREFIX}${courseId()}/${item}`;

/** Null when there is none that can be read. */
export function readDraft(item: ItemId): Draft | null {
  const key = keyOf(item);
  try {
    const stored = localStorage.getItem(key);
    if (stored === null) return held.get(key) ?? null;
    return stored.length > MOST_LENGTH ? null : parseDraft(JSON.parse(stored));
  } catch {
    return held.get(key) ?? null;
  }
}

export function writeDraft(item: ItemId, draft: Draft): void {
  const key = keyOf(item);
  held.set(key, draft);
  const text = JSON.stringify({ ...draft, at: Date.now() });
  try {
    if (localStorage.getItem(key) === null) makeRoom();
    localStorage.setItem(key, text);
  } catch {
    // Full or blocked: it is held in memory.
  }
}

export function clearDraft(item: ItemId): void {
  const key = keyOf(item);
  held.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Blocked: nothing was stored either.
  }
}

function parseDraft(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null) return null;
  const { response, hints } = value as Record<string, unknown>;
  return {
    response: parseResponse(response),
    hints: typeof hints === 'number' && Number.isInteger(hints) && hints >= 0 ? hints : 0,
  };
}

/** Drops the oldest drafts when there are many; those that cannot be read go first. */
function makeRoom(): void {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
  const drafts = keys.filter((key) => key.startsWith(PREFIX));
  if (drafts.length < MOST_DRAFTS) return;
  const age = (key: string): number => {
    try {
      return Number((JSON.parse(localStorage.getItem(key) ?? '{}') as { at?: unknown }).at) || 0;
    } catch {
      return 0;
    }
  };
  const byAge = drafts.map((key) => ({ key, at: age(key) })).sort((a, b) => a.at - b.at);
  for (const { key } of byAge.slice(0, drafts.length - MOST_DRAFTS + 1)) localStorage.removeItem(key);
}
