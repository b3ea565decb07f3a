/**
 * Everything in a part of the course (all, an area, a topic, a section) that can be asked: each question, recall card and comparison cell,
 * with the item of the record it is known by. Of a pool one question is drawn.
 */

import { compareEvents } from '../memory/merge-events.ts';
import { ownItemState, type RecordState } from '../memory/record-state.ts';
import { cardItem, cellItem, type ItemId, questionItem } from '../model/event.ts';
import type { Sibling, StudyIndex, StudyQuestion, StudyTopic } from '../model/study.ts';

/** A part of the course: all of it, an area by its number, a topic's page, or a section of one. */
export type StudyScope =
  | { by: 'all' }
  | { by: 'area'; area: string }
  | { by: 'topic'; path: string }
  | { by: 'section'; path: string; anchor: string };

/** The topics of a scope, in order of reading; of a section's topic only what belongs to the section. */
export function topicsIn({ topics }: StudyIndex, scope: StudyScope): StudyTopic[] {
  switch (scope.by) {
    case 'all':
      return topics;
    case 'area':
      return topics.filter(({ area }) => area === scope.area);
    case 'topic':
      return topics.filter(({ path }) => path === scope.path);
    case 'section': {
      const isIn = ({ anchor }: { anchor: string | null }) => anchor === scope.anchor;
      return topics
        .filter(({ path }) => path === scope.path)
        .map((topic) => ({
          ...topic,
          questions: topic.questions.filter(isIn),
          cards: topic.cards.filter(isIn),
          cells: topic.cells.filter(isIn),
        }));
    }
  }
}

export const questionItems = ({ questions }: StudyTopic): ItemId[] =>
  questions.map(({ id }) => questionItem(id));

/** Every question by itself, those of pools too: what the log knows answers of. */
export const siblingsOf = ({ questions }: StudyTopic): Sibling[] =>
  questions.flatMap((question) => [question, ...(question.siblings ?? [])]);

/** Of each question of a pool the first one, which counts for all of them. */
export const poolsOf = ({ topics }: StudyIndex): Map<ItemId, ItemId> =>
  new Map(
    topics.flatMap(({ questions }) =>
      questions.flatMap((first) =>
        first.siblings
          ? [first, ...first.siblings].map(({ id }) => [questionItem(id), questionItem(first.id)] as const)
          : [],
      ),
    ),
  );

export const cardItems = ({ title, cards }: StudyTopic): ItemId[] =>
  cards.map(({ facet, term }) => cardItem(title, facet, term));

export const cellItems = ({ cells }: StudyTopic): ItemId[] =>
  cells.map(({ compare, row, column }) => cellItem(compare, row, column));

/** Whether a topic's recall cards are switched on. `cardTopics` are titles; spaces do not count. */
export const hasCards = ({ title }: Pick<StudyTopic, 'title'>, cardTopics: readonly string[]): boolean =>
  cardTopics.some((name) => spaceless(name) === spaceless(title));

const spaceless = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

/** What a learner has taken on of topics: questions, cards where switched on, and cells once answered. */
export function itemsOf(
  topics: readonly StudyTopic[],
  cardTopics: readonly string[],
  isKnown: (item: ItemId) => boolean,
): ItemId[] {
  return topics.flatMap((topic) => [
    ...questionItems(topic),
    ...(hasCards(topic, cardTopics) ? cardItems(topic) : []),
    ...cellItems(topic).filter(isKnown),
  ]);
}

/** One thing to put to the learner. Its text is in the data of its page. */
export interface Exercise {
  /** Of what is asked. What is known of it is `itemState`: of a question in a pool, that of the pool. */
  item: ItemId;
  kind: 'question' | 'card' | 'cell';
  /** Its page, and the section there. */
  path: string;
  anchor: string | null;
  /** Number of its area in the tree. */
  area: string;
  /** Pages that stand in one comparison with its own: easily confused with it. */
  comparedWith: readonly string[];
}

/** Which question of a pool is asked; of a question in none, that question. */
export type Draw = (question: StudyQuestion) => Sibling;

const drawFirst: Draw = (question) => question;

/** The question that was answered least often; of several the one whose last answer is the oldest, else the first. */
export const leastSeen =
  (state: RecordState): Draw =>
  (question) => {
    const historyOf = ({ id }: Sibling) => ownItemState(state, questionItem(id))?.history ?? [];
    return (question.siblings ?? []).reduce<Sibling>((least, sibling) => {
      const [own, others] = [historyOf(sibling), historyOf(least)];
      const [last, before] = [own.at(-1), others.at(-1)];
      if (own.length !== others.length) return own.length < others.length ? sibling : least;
      return last && before && compareEvents(last.event, before.event) < 0 ? sibling : least;
    }, question);
  };

/** The exercises of topics in order of reading: questions, then cards where they are switched on, then cells. */
export function exercisesOf(
  topics: readonly StudyTopic[],
  cardTopics: readonly string[],
  draw = drawFirst,
): Exercise[] {
  return topics.flatMap((topic) => {
    const { path, title, area, comparedWith = [] } = topic;
    const exercise = (kind: Exercise['kind'], item: ItemId, anchor: string | null): Exercise => ({
      item,
      kind,
      path,
      anchor,
      area,
      comparedWith,
    });
    return [
      ...topic.questions.map(draw).map(({ id, anchor }) => exercise('question', questionItem(id), anchor)),
      ...(hasCards(topic, cardTopics)
        ? topic.cards.map(({ facet, term, anchor }) => exercise('card', cardItem(title, facet, term), anchor))
        : []),
      ...topic.cells.map(({ compare, row, column, anchor }) =>
        exercise('cell', cellItem(compare, row, column), anchor),
      ),
    ];
  });
}

/** The same with every question of every pool, and every card: to find one by its item. */
export const everyExercise = (topics: readonly StudyTopic[]): Exercise[] =>
  exercisesOf(
    topics.map((topic) => ({ ...topic, questions: siblingsOf(topic) })),
    topics.map(({ title }) => title),
  );

export const questionExercises = (index: StudyIndex, draw: Draw): Exercise[] =>
  exercisesOf(index.topics, [], draw).filter(({ kind }) => kind === 'question');
