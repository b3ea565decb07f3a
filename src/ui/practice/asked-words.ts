/** What was asked, in words: 「5문제」, 「카드 3장」, 「문제 5개와 카드 3장」. */

import { josa } from 'es-hangul';
import type { Ask } from '../../core/study/asks.ts';

const KINDS: { kind: Ask['kind']; words: (count: number) => string }[] = [
  { kind: 'question', words: (count) => `문제 ${count}개` },
  { kind: 'card', words: (count) => `카드 ${count}장` },
  { kind: 'cell', words: (count) => `비교표 ${count}칸` },
];

/** How many of what was asked were right, as a sentence; of a single kind in its own words. */
export function rightOf(asks: readonly Ask[], right: number): string {
  const counted = KINDS.map(({ kind, words }) => {
    const count = asks.filter((ask) => ask.kind === kind).length;
    return { kind, count, words: words(count) };
  }).filter(({ count }) => count > 0);
  const [only] = counted;
  if (!only) return '물어볼 문제가 노트에서 없어졌습니다.';
  if (counted.length > 1) {
    const all = counted
      .map(({ words }) => words)
      .reduce((before, next) => `${josa(before, '와/과')} ${next}`);
    return `${all} 가운데 ${right}개를 바로 맞혔습니다.`;
  }
  if (only.kind === 'question') return `${only.count}문제 가운데 ${right}문제를 바로 맞혔습니다.`;
  const unit = only.kind === 'card' ? '장' : '칸';
  return `${only.words} 가운데 ${josa(`${right}${unit}`, '을/를')} 바로 떠올렸습니다.`;
}
