/** Pairs and decoys. */

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
  numberOf,
  object,
  orNull,
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
