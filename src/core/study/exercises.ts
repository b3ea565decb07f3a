/** Everything in a course that can be asked: each question, recall card and comparison cell, with the item it counts for. */

import { cardItem, cellItem, type ItemId, questionItem } from '../model/event.ts';
import type { StudyIndex, StudyTopic } from '../model/study.ts';
import { hasCards } from './items.ts';

/** One thing to put to the learner. Its text is in the data of its page. */
export interface Exercise {
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

/** The exercises of topics in order of reading: questions, then cards where they are switched on, then cells. */
export function exercisesOf(topics: readonly StudyTopic[], cardTopics: readonly string[]): Exercise[] {
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
      ...topic.questions.map(({ id, anchor }) => exercise('question', questionItem(id), anchor)),
      ...(hasCards(topic, cardTopics)
        ? topic.cards.map(({ facet, term, anchor }) => exercise('card', cardItem(title, facet, term), anchor))
        : []),
      ...topic.cells.map(({ compare, row, column, anchor }) =>
        exercise('cell', cellItem(compare, row, column), anchor),
      ),
    ];
  });
}

export const questionExercises = (index: StudyIndex): Exercise[] =>
  exercisesOf(index.topics, []).filter(({ kind }) => kind === 'question');
