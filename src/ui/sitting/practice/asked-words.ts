/** How a practice went, in words that name what was asked: 「5문제」, 「카드 3장」, 「문제 5개와 카드 3장」. */

import type { Ask } from '../../../core/study/asks.ts';

/** With the particle that its last syllable takes before another one. */
const KINDS: { kind: Ask['kind']; words: (count: number) => string; and: string }[] = [
  { kind: 'question', words: (count) => `문제 ${count}개`, and: '와 ' },
  { kind: 'card', words: (count) => `카드 ${count}장`, and: '과 ' },
  { kind: 'cell', words: (count) => `비교표 ${count}칸`, and: '과 ' },
];

/** How many of what was asked were right, as a sentence; of a single kind in its own words. */
export function rightOf(asks: readonly Ask[], right: number): string {
  const counted = KINDS.map(({ kind, words, and }) => {
    const count = asks.filter((ask) => ask.kind === kind).length;
    return { kind, count, words: words(count), and };
  }).filter(({ count }) => count > 0);
  const [only] = counted;
  if (!only) return '물어볼 문제가 노트에서 없어졌습니다.';
  if (counted.length > 1) {
    const all = counted.map(({ words, and }, at) => (at < counted.length - 1 ? words + and : words)).join('');
    return `${all} 가운데 ${right}개를 바로 맞혔습니다.`;
  }
  if (only.kind === 'question') return `${only.count}문제 가운데 ${right}문제를 바로 맞혔습니다.`;
  return `${only.words} 가운데 ${right}${only.kind === 'card' ? '장' : '칸'}을 바로 떠올렸습니다.`;
}
