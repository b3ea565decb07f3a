/**
 * Where a question stands with the learner, and how many of a part of the course stand where. Every number the learner sees of
 * it is counted here: badge, map, 복습, 오답, 학습 기록 and what is read out.
 */

import { dayNumber } from '../memory/day-number.ts';
import { isDue } from '../memory/due-day.ts';
import { itemState, type RecordState } from '../memory/record-state.ts';
import type { TreeNode } from '../model/course.ts';
import { type Day, type ItemId, questionItem } from '../model/event.ts';
import { newTally, type Standing, type StudyIndex, type Tally } from '../model/study.ts';

/**
 * One of four, in this precedence: `new` while no answer counts; `due` today, whatever the last answer was; `wrong` if that was
 * not right; `remembered`. So the four add up, and what is due is what 복습 asks. Cards and cells stand alike.
 */
export function standingOf(state: RecordState, item: ItemId, now: number): Standing {
  const known = itemState(state, item);
  if (!known?.memory) return 'new';
  if (isDue(state, item, now)) return 'due';
  return known.isWrong ? 'wrong' : 'remembered';
}

/** Whether a question was not right when last answered; of a pool that is the one whose answer was the last. */
export function isMissed(state: RecordState, item: ItemId): boolean {
  const known = itemState(state, item);
  return known?.isWrong === true && known.history.at(-1)?.event.item === item;
}

export function tallyOf(state: RecordState, questions: Iterable<ItemId>, now: number): Tally {
  const tally = newTally(0);
  for (const item of questions) {
    tally.all += 1;
    tally[standingOf(state, item, now)] += 1;
  }
  return tally;
}

export interface CourseTally {
  all: Tally;
  /** Of a row of the tree: an area with all in it, a page without those below it, a section; null without questions. */
  of: (node: TreeNode) => Tally | null;
  /** Of a page with all its sections; null where it has no questions. */
  page: (path: string) => Tally | null;
}

/** Whether anything has been answered; before that nothing is told of it. */
export const hasRecord = ({ items }: RecordState): boolean => {
  for (const { memory } of items.values()) if (memory) return true;
  return false;
};

/** The tallies of a course on a day. A part is counted when it is first asked for. */
export function courseTally(index: StudyIndex, state: RecordState, today: Day): CourseTally {
  const now = dayNumber(today);
  const places = new Map<string, ItemId[]>();
  const put = (key: string, item: ItemId) => {
    const items = places.get(key);
    if (items) items.push(item);
    else places.set(key, [item]);
  };
  for (const { area, path, questions } of index.topics) {
    for (const { id, anchor } of questions) {
      const keys = [ALL, areaKey(area), path, ...(anchor === null ? [] : [sectionKey(path, anchor)])];
      for (const key of keys) put(key, questionItem(id));
    }
  }
  const keyOf = ({ number, path, anchor }: TreeNode): string =>
    /^\d+$/.test(number) ? areaKey(number) : anchor === null ? (path ?? '-') : sectionKey(path ?? '', anchor);
  const tallies = new Map<string, Tally>();
  const counted = (key: string): Tally | null => {
    const items = places.get(key);
    if (!items) return null;
    const tally = tallies.get(key) ?? tallyOf(state, items, now);
    tallies.set(key, tally);
    return tally;
  };
  return {
    all: counted(ALL) ?? newTally(0),
    of: (node) => counted(keyOf(node)),
    page: counted,
  };
}

const ALL = 'all';
const areaKey = (area: string): string => `area ${area}`;
const sectionKey = (path: string, anchor: string): string => `${path}#${anchor}`;
