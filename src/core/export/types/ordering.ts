/** Items in the right order. */

import type { AnswerOf } from '../../model/question.ts';
import { shuffle } from '../../quiz/shuffle.ts';
import { pairsBody } from '../gift-form.ts';
import type { Rich } from '../plain-html.ts';
import {
  type ExportedItem,
  feedbackOf,
  letterOf,
  lines,
  list,
  part,
  type TypeExport,
} from '../type-export.ts';

export interface ExportedOrdering {
  type: 'ordering';
  items: ExportedItem[];
}

export const ordering: TypeExport<AnswerOf<'ordering'>, ExportedOrdering> = {
  toExport: ({ items }, plain) => ({ type: 'ordering', items: items.map((item) => plain.item(item)) }),
  schema: { items: list(part('item')) },
  sheet(answer, seed) {
    const items = unsolved(answer.items, seed);
    return {
      task: `${lines(items, letterOf)}<p>${items.map(() => '(&emsp;)').join(' → ')}</p>`,
      key: answer.items.map((item) => letterOf(items.indexOf(item))).join(' → '),
    };
  },
  feedback: ({ items }) => feedbackOf(items),
  gift: ({ items }) => [
    { body: pairsBody(items.map((item, at) => [item.html, { text: String(at + 1) }] as const)) },
  ],
  giftLoss: { message: '순서 문제는 항목과 차례를 잇는 문제가 됩니다.', applies: () => true },
};

/** A shuffle that happens to be the answer would give it away. */
function unsolved<T extends Rich>(items: readonly T[], seed: string): T[] {
  const shuffled = shuffle(items, seed);
  const isSolved = items.every(({ text }, at) => text === shuffled[at]?.text);
  return isSolved ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
}
