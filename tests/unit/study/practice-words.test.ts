/** The end of a practice says what was asked: questions, cards and cells are not called by one name. */

import { expect, test } from 'vitest';
import type { ItemId } from '../../../src/core/model/event.ts';
import type { Exercise } from '../../../src/core/study/exercises.ts';
import { rightOf } from '../../../src/ui/sitting/practice/sets.tsx';

const exercises = (kind: Exercise['kind'], count: number): Exercise[] =>
  Array.from({ length: count }, (_, at) => ({
    item: `${kind}:${at}` as ItemId,
    kind,
    path: '/a/',
    anchor: null,
    area: '1',
    comparedWith: [],
  }));

test.each([
  [exercises('question', 5), 3, '5문제 중 3문제를 바로 맞혔습니다'],
  [exercises('card', 3), 2, '카드 3장 중 2장을 바로 떠올렸습니다'],
  [exercises('cell', 4), 0, '비교표 4칸 중 0칸을 바로 떠올렸습니다'],
  [[...exercises('card', 3), ...exercises('question', 5)], 6, '문제 5개와 카드 3장 중 6개를 바로 맞혔습니다'],
  [
    [...exercises('question', 1), ...exercises('card', 2), ...exercises('cell', 3)],
    4,
    '문제 1개와 카드 2장과 비교표 3칸 중 4개를 바로 맞혔습니다',
  ],
  [[], 0, '물어볼 문제가 노트에서 없어졌습니다'],
])('%#', (asked, right, words) => expect(rightOf(asked, right)).toBe(words));
