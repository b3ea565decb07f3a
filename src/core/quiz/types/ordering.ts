/** Putting in order: the score counts the items that need not be moved. */

import { longestRise } from '../../lists.ts';
import type { AnswerOf, ResponseOf } from '../../model/question.ts';
import { fieldOf, stringsOf } from '../../model/unknown.ts';
import { baseOf, choicesOf, identityText, keysOf } from '../option-keys.ts';
import { shuffle } from '../shuffle.ts';
import { gradeParts, type PartGrade, type TypeRules } from '../type-rules.ts';

export const ordering: TypeRules<AnswerOf<'ordering'>, ResponseOf<'ordering'>> = {
  readResponse: (value) => ({ type: 'ordering', order: stringsOf(fieldOf(value, 'order')) }),
  isAnswered: ({ order }) => order.length > 0,
  grade({ items }, { order }) {
    const keys = keysOf(items);
    const given = order.filter((key) => keys.includes(key));
    if (given.length < keys.length) return gradeParts(keys.map((key) => ({ key, verdict: 'unanswered' })));
    const positions = positionsOf(given, keys);
    const inOrder = longestRise(positions);
    const parts = given.map(
      (key, at): PartGrade => ({
        key,
        verdict: inOrder.has(at) ? 'correct' : 'incorrect',
      }),
    );
    // One item is always in order with itself, so it earns nothing.
    return gradeParts(parts, (inOrder.size - 1) / Math.max(1, keys.length - 1));
  },
  choices(answer, seed) {
    const shuffled = shuffle(choicesOf(answer.items), seed);
    // A shuffle that happens to be the answer would give it away.
    return isSolved(answer, shuffled) ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
  },
  content: ({ items }) => items.map(identityText),
};

const isSolved = ({ items }: AnswerOf<'ordering'>, order: { key: string }[]): boolean =>
  keysOf(items).every((key, at) => baseOf(key) === baseOf(order[at]?.key ?? ''));

/** Where each given key belongs; equal items are taken in the order in which they are given. */
function positionsOf(given: string[], keys: string[]): number[] {
  const open = new Map<string, number[]>();
  keys.forEach((key, at) => {
    const base = baseOf(key);
    open.set(base, [...(open.get(base) ?? []), at]);
  });
  return given.map((key) => open.get(baseOf(key))?.shift() ?? 0);
}
