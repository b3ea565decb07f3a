/** Items by category. */

import type { AnswerOf } from '../../model/question.ts';
import { shuffle } from '../../quiz/shuffle.ts';
import { pairsBody } from '../gift-form.ts';
import type { Rich } from '../plain-html.ts';
import {
  type ExportedItem,
  feedbackOf,
  LINE,
  letterOf,
  lines,
  list,
  object,
  part,
  type TypeExport,
} from '../type-export.ts';

export interface ExportedCategories {
  type: 'categories';
  categories: { name: Rich; items: ExportedItem[] }[];
}

export const categories: TypeExport<AnswerOf<'categories'>, ExportedCategories> = {
  toExport: (answer, plain) => ({
    type: 'categories',
    categories: answer.categories.map(({ name, items }) => ({
      name: plain.rich(name.html),
      items: items.map((item) => plain.item(item)),
    })),
  }),
  schema: { categories: list(object({ name: part('rich'), items: list(part('item')) })) },
  sheet(answer, seed) {
    const items = shuffle(
      answer.categories.flatMap((category) => category.items),
      seed,
    );
    const rows = answer.categories.map(({ name }) => `<p><b>${name.html}</b>: ${LINE}${LINE}</p>`);
    return {
      task: `${lines(items, letterOf)}${rows.join('')}`,
      key: answer.categories
        .map((each) => {
          const letters = items.flatMap((item, at) => (each.items.includes(item) ? letterOf(at) : []));
          return `<b>${each.name.html}</b>: ${letters.join(', ')}`;
        })
        .join('<br>'),
    };
  },
  feedback: (answer) => answer.categories.flatMap(({ items }) => feedbackOf(items)),
  gift: (answer) => [
    {
      body: pairsBody(
        answer.categories.flatMap(({ name, items }) => items.map((item) => [item.html, name] as const)),
      ),
    },
  ],
  giftLoss: { message: '분류하기는 항목과 묶음을 잇는 문제가 됩니다.', applies: () => true },
};
