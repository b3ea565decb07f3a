/** Korean particles (조사) at the end of an answer: `컨테이너를` also means 컨테이너. */

import { hasBatchim } from 'es-hangul';

/** After a batchim and after a vowel; the same where it does not matter. Long ones first. */
const PARTICLES: [closed: string, open: string][] = [
  ['이라고', '라고'],
  ['으로서', '로서'],
  ['으로써', '로써'],
  ['으로는', '로는'],
  ['이에요', '예요'],
  ['입니다', '입니다'],
  ['에서는', '에서는'],
  ['에게', '에게'],
  ['에서', '에서'],
  ['에는', '에는'],
  ['까지', '까지'],
  ['부터', '부터'],
  ['처럼', '처럼'],
  ['보다', '보다'],
  ['이다', '이다'],
  ['이다', '다'],
  ['이란', '란'],
  ['으로', '로'],
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['의', '의'],
  ['에', '에'],
];
/** These are endings of nouns too (구성 and 구성도 are two things), so they are not taken off without asking. */
const DOUBTFUL = ['도', '만'];
const HANGUL_END = /[가-힣]$/;

export interface Stem {
  stem: string;
  /** False when the particle does not fit the stem or may be part of a noun. */
  isSure: boolean;
}

/** The stems that a folded answer may have, of two syllables or letters and more. */
export function stemsOf(folded: string): Stem[] {
  const stems: Stem[] = [];
  const add = (particle: string, isFitting: (stem: string) => boolean) => {
    const stem = folded.slice(0, -particle.length);
    if (!folded.endsWith(particle) || [...stem].length < 2) return;
    stems.push({ stem, isSure: isFitting(stem) });
  };
  for (const [closed, open] of PARTICLES) {
    add(closed, (stem) => closed === open || fits(stem, closed, true));
    if (open !== closed) add(open, (stem) => fits(stem, open, false));
  }
  for (const particle of DOUBTFUL) add(particle, () => false);
  return stems;
}

/** How a Latin word is read aloud is not known, so both forms fit it. */
function fits(stem: string, particle: string, isClosed: boolean): boolean {
  const last = stem.slice(-1);
  if (!HANGUL_END.test(last)) return true;
  const isRieul = (last.charCodeAt(0) - 0xac00) % 28 === 8;
  if (isRieul && /^(?:으)?로/.test(particle)) return !isClosed;
  return hasBatchim(last) === isClosed;
}
