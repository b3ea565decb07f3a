/** Records answers, also while the network is away: the code of the record is loaded again until it comes. */

import type { EventId, ItemId } from '../../core/model/event.ts';
import { nextTry } from '../timing.ts';
import type { NewAnswer, StudyRecord } from './record.ts';
import { openStudy } from './study.ts';

const PATIENCE_MILLIS = 5_000;

/**
 * Records an answer, and works out what is recorded, once the screen has shown what it was worth: the click itself
 * stays light. Resolves to the answer's id; when the code of the record fails to load, it is loaded again until it comes.
 */
export async function recordAnswer(give: () => NewAnswer): Promise<EventId> {
  await painted();
  return (await openRecord()).answer(give()).id;
}

/** Of a typed answer the learner says that it was right after all. */
export async function overruleAnswer(item: ItemId, answer: EventId): Promise<void> {
  await (await openRecord()).overrule(item, answer, 'correct');
}

/** 다시 볼 문제, on and off. */
export async function starItem(item: ItemId, isStarred: boolean): Promise<void> {
  await (await openRecord()).star(item, isStarred);
}

async function openRecord(): Promise<StudyRecord> {
  for (;;) {
    try {
      return await openStudy();
    } catch {
      await nextTry(PATIENCE_MILLIS);
    }
  }
}

/** A hidden page paints nothing, and must not wait for it; nor one that is put away meanwhile. */
function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      document.removeEventListener('visibilitychange', done);
      resolve();
    };
    document.addEventListener('visibilitychange', done);
    requestAnimationFrame(() => setTimeout(done));
  });
}
