/** What can be asked, one by one: every question, card and cell of the course with the item it counts for. */

import { cardItem, cellItem, type ItemId, questionItem } from '../model/event.ts';
import type { StudyIndex, StudyTopic } from '../model/study.ts';
import { hasCards } from './items.ts';

/** One thing to ask; what it says is in the data of its page. */
export interface Ask {
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

/** The asks of topics in order of reading: questions, then cards where they are switched on, then cells. */
export function asksOf(topics: readonly StudyTopic[], cardTopics: readonly string[]): Ask[] {
  return topics.flatMap((topic) => {
    const { path, title, area, comparedWith = [] } = topic;
    const ask = (kind: Ask['kind'], item: ItemId, anchor: string | null): Ask => ({
      item,
      kind,
      path,
      anchor,
      area,
      comparedWith,
    });
    return [
      ...topic.questions.map(({ id, anchor }) => ask('question', questionItem(id), anchor)),
      ...(hasCards(topic, cardTopics)
        ? topic.cards.map(({ facet, term, anchor }) => ask('card', cardItem(title, facet, term), anchor))
        : []),
      ...topic.cells.map(({ compare, row, column, anchor }) =>
        ask('cell', cellItem(compare, row, column), anchor),
      ),
    ];
  });
}

export const questionAsks = (index: StudyIndex): Ask[] =>
  asksOf(index.topics, []).filter(({ kind }) => kind === 'question');
