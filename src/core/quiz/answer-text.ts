/**
 * Compares typed words with the accepted variants: equal after folding, or after taking off a Korean particle; else perhaps a near
 * miss. Folding takes away what does not count: full width, case, spaces, hyphens and normal form.
 */

import { otherLayout } from './keyboard-layout.ts';
import { isNearMiss } from './near-miss.ts';
import { stemsOf } from './particles.ts';
import type { PartGrade } from './type-rules.ts';

interface Judgement {
  /** `ask`: 「오타인가요?」 — not accepted unless the learner says so. */
  result: 'accept' | 'ask' | 'reject';
  /** The variant it is or may be, as the author wrote it; null when rejected. */
  variant: string | null;
  by: 'exact' | 'particle' | 'layout' | 'near' | null;
}

const NONE: Judgement = { result: 'reject', variant: null, by: null };

/** Judges typed words against the author's variants; the surest reading of any of them wins. */
export function judgeAnswer(typed: string, variants: readonly string[]): Judgement {
  const keys = variants.map((variant) => ({ variant, folded: foldAnswer(variant) }));
  const equal = (text: string) =>
    keys.find(({ folded }) => folded !== '' && folded === text)?.variant ?? null;
  const given = foldAnswer(typed);
  if (given === '') return NONE;
  const exact = equal(given);
  if (exact !== null) return { result: 'accept', variant: exact, by: 'exact' };

  const stems = stemsOf(given).map(({ stem, isSure }) => ({ variant: equal(stem), isSure }));
  const sure = stems.find(({ variant, isSure }) => variant !== null && isSure);
  if (sure) return { result: 'accept', variant: sure.variant, by: 'particle' };

  for (const other of otherLayout(typed)) {
    const folded = foldAnswer(other);
    const words = [folded, ...stemsOf(folded).flatMap(({ stem, isSure }) => (isSure ? [stem] : []))];
    const variant = words.map(equal).find((each) => each !== null) ?? null;
    if (variant !== null) return { result: 'accept', variant, by: 'layout' };
  }

  const doubtful = stems.find(({ variant }) => variant !== null);
  if (doubtful) return { result: 'ask', variant: doubtful.variant, by: 'particle' };
  const near = keys.find(({ variant, folded }) => isNearMiss(given, folded, variant));
  return near ? { result: 'ask', variant: near.variant, by: 'near' } : NONE;
}

/** Judges typed words; `isMeant` lets a near miss count. */
export function gradeTyped(key: string, typed: string, variants: string[], isMeant: boolean): PartGrade {
  if (typed.trim() === '') return { key, verdict: 'unanswered' };
  const { result, variant } = judgeAnswer(typed, variants);
  if (result === 'accept' || (result === 'ask' && isMeant)) return { key, verdict: 'correct' };
  return result === 'ask' && variant !== null
    ? { key, verdict: 'incorrect', near: variant }
    : { key, verdict: 'incorrect' };
}

/** Variants by what they accept, in no order. */
export const variantSet = (variants: string[]): string[] => [...new Set(variants.map(foldAnswer))].sort();

const WIDE = /[\uFF01-\uFFEE]+/g;
/** Spaces and characters without width. */
const SPACE = /[\s\u200B-\u200D\u2060\u00AD\u3164\u115F\u1160]+/g;
const HYPHEN = /[-\u2010-\u2015\u2212]/g;

/**
 * NFC, folded. Between two digits a space or hyphen stays, as does a sign before a leading digit: 80-90 is not 8090.
 * What consists of nothing else is kept, so that `-` can be an answer. Idempotent.
 */
export function foldAnswer(text: string): string {
  let folded = text;
  // Taking something out can bring together what then composes or folds again.
  for (let last = ''; folded !== last; ) {
    last = folded;
    folded = foldOnce(folded);
  }
  return folded;
}

function foldOnce(text: string): string {
  // NFKC only for full and half width: elsewhere it breaks jamo.
  const even = text
    .normalize('NFC')
    .replace(WIDE, (wide) => wide.normalize('NFKC'))
    .normalize('NFC')
    .toLowerCase()
    .replace(HYPHEN, '-')
    .replace(SPACE, ' ')
    .trim();
  const joined = even
    .replace(/(?<=\d)[ -]+(?=\d)/g, (gap) => (gap.includes('-') ? '\u0001' : '\u0002'))
    .replace(/^-(?=\d)/, '\u0001')
    .replace(/[ -]+/g, '')
    .replaceAll('\u0001', '-')
    .replaceAll('\u0002', ' ');
  return (joined === '' ? even : joined).normalize('NFC');
}
