/** From a part of the course (all, an area, a topic, a section) to the items of the record. */

import { cardItem, cellItem, type ItemId, questionItem } from '../model/event.ts';
import type { Sibling, StudyIndex, StudyTopic } from '../model/study.ts';

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
