/** What is put in its place: pairs and decoys, items by category, items in the right order. */

import type { AnswerOf } from '../../model/question.ts';
import { shuffle } from '../../quiz/shuffle.ts';
import type { Rich } from '../plain-html.ts';
import {
  type ExportedItem,
  feedbackOf,
  LINE,
  letterOf,
  lines,
  list,
  numberOf,
  object,
  orNull,
  pairsBody,
  part,
  type TypeExport,
} from '../type-export.ts';

export interface ExportedMatching {
  type: 'matching';
  pairs: { left: Rich; right: Rich; feedback: Rich | null }[];
  decoys: ExportedItem[];
}

export const matching: TypeExport<AnswerOf<'matching'>, ExportedMatching> = {
  toExport: ({ pairs, decoys }, plain) => ({
    type: 'matching',
    pairs: pairs.map(({ left, right, feedback }) => ({
      left: plain.rich(left.html),
      right: plain.rich(right.html),
      feedback: feedback === null ? null : plain.rich(feedback),
    })),
    decoys: decoys.map((decoy) => plain.item(decoy)),
  }),
  schema: {
    pairs: list(object({ left: part('rich'), right: part('rich'), feedback: orNull(part('rich')) })),
    decoys: list(part('item')),
  },
  sheet({ pairs, decoys }, seed) {
    const texts = [
      ...new Map([...pairs.map(({ right }) => right), ...decoys].map((each) => [each.text, each])).values(),
    ];
    const rights = shuffle(texts, seed);
    const letters = pairs.map(({ right }) => letterOf(rights.findIndex(({ text }) => text === right.text)));
    const lefts = pairs.map(({ left }) => ({ html: `${left.html} → (&emsp;)` }));
    return {
      task: `${lines(lefts, numberOf)}${lines(rights, letterOf)}`,
      key: pairs.map((_, at) => `${numberOf(at)} → ${letters[at]}`).join(', '),
    };
  },
  feedback: ({ pairs, decoys }) => [
    ...feedbackOf(pairs.map(({ left, feedback }) => ({ ...left, feedback }))),
    ...feedbackOf(decoys),
  ],
  gift: ({ pairs, decoys }) => [
    {
      body: pairsBody([
        ...pairs.map(({ left, right }) => [left.html, right] as const),
        ...decoys.map((decoy) => ['', decoy] as const),
      ]),
    },
  ],
};

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
