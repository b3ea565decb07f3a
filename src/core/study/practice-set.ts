/** The sets one can practise: a part of the course, or what the record says of it (new, wrong, starred). */

import { dayNumber } from '../memory/day-number.ts';
import { answeredOn } from '../memory/due-day.ts';
import { itemState, ownItemState, type RecordState, scheduledItem } from '../memory/record-state.ts';
import { type Day, type ItemId, questionItem } from '../model/event.ts';
import type { QuestionType } from '../model/question.ts';
import type { StudyIndex } from '../model/study.ts';
import { shuffle } from '../quiz/shuffle.ts';
import {
  type Draw,
  type Exercise,
  everyExercise,
  exercisesOf,
  leastSeen,
  questionExercises,
  type StudyScope,
  siblingsOf,
  topicsIn,
} from './exercises.ts';
import { isMissed, standingOf } from './standing.ts';

/**
 * `all`: in order of reading. `new`: never answered. `wrong`: 오답, the sure ones first; cards where they are switched on
 * and cells too; what is due today is asked by 복습. `starred`: questions and cards with a star. `check`: ten, spread over the
 * areas, easy ones first. `one`: a single question, card or cell.
 */
export type PracticeSet =
  | { set: 'all' | 'new' | 'wrong' | 'starred' | 'check'; scope: StudyScope }
  | { set: 'one'; item: ItemId };

/** So many are asked in one go; a check is no longer. */
export const PRACTICE_SIZE = 10;

/** The exercises of a set. `seed` orders what has no order of its own; the same seed gives the same set. */
export function practiceExercises(
  state: RecordState,
  index: StudyIndex,
  today: Day,
  chosen: PracticeSet,
  seed: string,
): Exercise[] {
  if (chosen.set === 'one') return everyExercise(index.topics).filter(({ item }) => item === chosen.item);
  const { set, scope } = chosen;
  const questions = questionExercises({ ...index, topics: topicsIn(index, scope) }, leastSeen(state));
  const standing = (item: ItemId) => standingOf(state, item, dayNumber(today));
  switch (set) {
    case 'all':
      return questions;
    case 'new':
      return questions.filter(({ item }) => standing(item) === 'new');
    case 'wrong':
      return missedExercises(state, index, scope).filter(({ item }) => standing(item) === 'wrong');
    case 'starred':
      return everyExercise(topicsIn(index, scope)).filter(
        ({ kind, item }) => kind !== 'cell' && ownItemState(state, item)?.isStarred,
      );
    case 'check':
      return checkSet(state, index, questions, seed);
  }
}

/**
 * What follows in a set after some were asked, given the set as it is now. Answering takes questions out of `new` and `wrong`; the
 * other sets keep theirs, and go on behind the last one asked. Of a pool another question may come now: it was asked all the same.
 */
export function exercisesAfter(
  state: RecordState,
  exercises: readonly Exercise[],
  chosen: PracticeSet,
  asked: readonly ItemId[],
): Exercise[] {
  if (chosen.set === 'check' || chosen.set === 'one') return [];
  // Stars are put on questions, not on pools.
  const idOf = (item: ItemId) => (chosen.set === 'starred' ? item : scheduledItem(state, item));
  const counted = new Set(asked.map(idOf));
  const isAsked = ({ item }: Exercise) => counted.has(idOf(item));
  return chosen.set === 'new' || chosen.set === 'wrong'
    ? exercises.filter((exercise) => !isAsked(exercise))
    : exercises.slice(exercises.findLastIndex(isAsked) + 1);
}

/** What was not right when last answered, the sure ones first: 오답, and what of it is due today. Of a pool, the question that was missed. */
export function missedExercises(state: RecordState, index: StudyIndex, scope: StudyScope): Exercise[] {
  const of = ({ item }: Exercise) => itemState(state, item);
  const drawMissed: Draw = (question) =>
    question.siblings?.find(({ id }) => isMissed(state, questionItem(id))) ?? question;
  return exercisesOf(topicsIn(index, scope), state.settings.cardTopics, drawMissed)
    .filter((exercise) => of(exercise)?.isWrong)
    .sort((a, b) => Number(of(b)?.isSurelyWrong) - Number(of(a)?.isSurelyWrong));
}

/** All exercises shuffled, one of each area in turn. */
export function spread(exercises: readonly Exercise[], seed: string): Exercise[] {
  const areas = new Map<string, Exercise[]>();
  for (const exercise of shuffle(exercises, seed))
    areas.set(exercise.area, [...(areas.get(exercise.area) ?? []), exercise]);
  const piles = [...areas].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pile]) => pile);
  const longest = piles.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: longest }, (_, at) => piles.flatMap((pile) => pile[at] ?? [])).flat();
}

/** How hard a type is for who has never seen a question of it, on the scale of FSRS: to choose, to connect, to write. */
const TYPE_DIFFICULTY: Record<QuestionType, number> = {
  'true-false': 3,
  single: 4,
  categories: 5,
  matching: 5,
  multiple: 6,
  ordering: 6,
  cloze: 7,
  short: 8,
  number: 8,
  output: 8,
  fix: 9,
};

/**
 * Ten of some questions, or all where there are fewer: as many of each area as it has, or their even share. What is taken of an
 * area ranges from its easy ones to its hard ones, over as many topics as it can. The easy ones are asked first.
 */
function checkSet(
  state: RecordState,
  { topics }: StudyIndex,
  questions: readonly Exercise[],
  seed: string,
): Exercise[] {
  const types = new Map(
    topics.flatMap((topic) => siblingsOf(topic).map(({ id, type }) => [questionItem(id), type] as const)),
  );
  const difficulty = ({ item }: Exercise): number =>
    itemState(state, item)?.memory?.difficulty ?? TYPE_DIFFICULTY[types.get(item) ?? 'short'];
  const byDifficulty = (a: Exercise, b: Exercise) => difficulty(a) - difficulty(b);
  const chosen = spread(questions, seed).slice(0, PRACTICE_SIZE);
  const areas = new Set(chosen.map(({ area }) => area));
  return [...areas]
    .flatMap((area) => {
      const pool = shuffle(
        questions.filter((exercise) => exercise.area === area),
        seed,
      ).sort(byDifficulty);
      return ranging(pool, chosen.filter((exercise) => exercise.area === area).length);
    })
    .sort(byDifficulty);
}

/** So many of a list in its order, one of each even part of it, of another page than those before where the part has one. */
function ranging(list: readonly Exercise[], count: number): Exercise[] {
  const taken: Exercise[] = [];
  for (let part = 0; part < count; part += 1) {
    const slice = list.slice(
      Math.floor((part * list.length) / count),
      Math.floor(((part + 1) * list.length) / count),
    );
    const next = slice.find(({ path }) => taken.every((other) => other.path !== path)) ?? slice[0];
    if (next) taken.push(next);
  }
  return taken;
}

/** A seed that changes with the day and with what has been answered on it. */
export const daySeed = (state: RecordState, today: Day): string =>
  `${today} ${answeredOn(state, dayNumber(today))}`;
