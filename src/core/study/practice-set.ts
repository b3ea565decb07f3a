/** The sets one can practise: a part of the course, or what the record says of it (new, wrong, starred). */

import { dayNumber } from '../memory/day-number.ts';
import type { RecordState } from '../memory/record-state.ts';
import type { Day, ItemId } from '../model/event.ts';
import type { StudyIndex, StudyTopic } from '../model/study.ts';
import { shuffle } from '../quiz/shuffle.ts';
import { answeredOn } from './daily-limit.ts';
import { type Exercise, exercisesOf } from './exercises.ts';
import { type StudyScope, topicsIn } from './items.ts';

/**
 * `all`: in order of reading. `new`: never answered. `wrong`: 오답, the sure ones first; cards where they are switched on
 * and cells too, as many as `summarise` counts. `starred`: questions and cards with a star. `check`: ten, spread over the
 * areas. `one`: a single question, card or cell.
 */
export type PracticeSet =
  | { set: 'all' | 'new' | 'wrong' | 'starred' | 'check'; scope: StudyScope }
  | { set: 'one'; item: ItemId };

const CHECK = 10;

/** The exercises of a set. `seed` orders what has no order of its own; the same seed gives the same set. */
export function practiceExercises(
  state: RecordState,
  index: StudyIndex,
  chosen: PracticeSet,
  seed: string,
): Exercise[] {
  if (chosen.set === 'one') {
    return exercisesOf(index.topics, everyCardOf(index.topics)).filter(({ item }) => item === chosen.item);
  }
  const { set, scope } = chosen;
  const questions = questionsIn(index, scope);
  const of = (item: ItemId) => state.items.get(item);
  switch (set) {
    case 'all':
      return questions;
    case 'new':
      return questions.filter(({ item }) => !of(item)?.memory);
    case 'wrong':
      return exercisesOf(topicsIn(index, scope), state.settings.cardTopics)
        .filter(({ item }) => of(item)?.isWrong)
        .sort((a, b) => Number(of(b.item)?.isSurelyWrong) - Number(of(a.item)?.isSurelyWrong));
    case 'starred': {
      const topics = topicsIn(index, scope);
      return exercisesOf(topics, everyCardOf(topics)).filter(
        ({ kind, item }) => kind !== 'cell' && of(item)?.isStarred,
      );
    }
    case 'check':
      return spread(questions, seed).slice(0, CHECK);
  }
}

const everyCardOf = (topics: readonly StudyTopic[]): string[] => topics.map(({ title }) => title);

const questionsIn = (index: StudyIndex, scope: StudyScope): Exercise[] =>
  exercisesOf(topicsIn(index, scope), []).filter(({ kind }) => kind === 'question');

/** All exercises shuffled, one of each area in turn. */
export function spread(exercises: readonly Exercise[], seed: string): Exercise[] {
  const areas = new Map<string, Exercise[]>();
  for (const exercise of shuffle(exercises, seed))
    areas.set(exercise.area, [...(areas.get(exercise.area) ?? []), exercise]);
  const piles = [...areas].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pile]) => pile);
  const longest = piles.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: longest }, (_, at) => piles.flatMap((pile) => pile[at] ?? [])).flat();
}

/** A seed that changes with the day and with what has been answered on it. */
export const daySeed = (state: RecordState, today: Day): string =>
  `${today} ${answeredOn(state, dayNumber(today))}`;
