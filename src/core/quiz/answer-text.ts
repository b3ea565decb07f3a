/**
 * Compares typed words with the accepted variants: equal after folding, or after taking off a Korean particle, the marks around
 * it or a gloss (`컴포즈(Compose)`); else perhaps a near miss. Folding takes away what does not count: full width, case, spaces,
 * hyphens and normal form. It decides the hash of a question, so that what is only forgiven in typed words is no part of it.
 */

import { isNearMiss, otherLayout, stemsOf } from './near-miss.ts';
import type { PartGrade } from './type-rules.ts';

interface Judgement {
  /** `ask`: 「오타인가요?」 — not accepted unless the learner says so. */
  result: 'accept' | 'ask' | 'reject';
  /** The variant it is or may be, as the author wrote it; null when rejected. */
  variant: string | null;
  by: 'exact' | 'particle' | 'marks' | 'layout' | 'near' | null;
}

const NONE: Judgement = { result: 'reject', variant: null, by: null };

/** Judges typed words against the author's variants; the surest reading of any of them wins. */
export function judgeAnswer(typed: string, variants: readonly string[]): Judgement {
  const keys = variants.flatMap(keysOf);
  const equal = (text: string) =>
    keys.find(({ folded }) => folded !== '' && folded === text)?.variant ?? null;
  const first = (texts: string[]) => texts.map(equal).find((variant) => variant !== null) ?? null;
  const given = straight(foldAnswer(typed));
  if (given === '') return NONE;
  const exact = equal(given);
  if (exact !== null) return { result: 'accept', variant: exact, by: 'exact' };

  const bare = withoutMarks(given);
  const stems = [...stemsOf(given), ...(bare === given ? [] : stemsOf(bare))];
  const sureStems = stems.flatMap(({ stem, isSure }) => (isSure ? [stem] : []));
  const particle = first(sureStems);
  if (particle !== null) return { result: 'accept', variant: particle, by: 'particle' };
  const words = [bare, ...sureStems.map(withoutMarks)];
  const marked = first([...words, ...words.map(withoutThousands)]);
  if (marked !== null) return { result: 'accept', variant: marked, by: 'marks' };
  const glossed = words.map((word) => judgeGloss(word, keys)).find((judgement) => judgement !== null);
  if (glossed) return glossed;

  for (const other of otherLayout(withoutMarks(straight(typed)))) {
    const folded = straight(foldAnswer(other));
    const layout = first([folded, ...stemsOf(folded).flatMap(({ stem, isSure }) => (isSure ? [stem] : []))]);
    if (layout !== null) return { result: 'accept', variant: layout, by: 'layout' };
  }

  const doubtful = first(stems.map(({ stem }) => stem));
  if (doubtful !== null) return { result: 'ask', variant: doubtful, by: 'particle' };
  const near = keys.find(({ variant, folded }) => isNearMiss(bare, folded, variant));
  return near ? { result: 'ask', variant: near.variant, by: 'near' } : NONE;
}

interface Key {
  /** As the author wrote it. */
  variant: string;
  folded: string;
}

/** `1,000` is 1000 too, and `컴포즈(Compose)` either name. All other marks of a variant are needed: `.env` is not `env`. */
function keysOf(variant: string): Key[] {
  const folded = straight(foldAnswer(variant));
  // In `80, 443` the comma parts two numbers.
  const number = /,\s/.test(variant) ? folded : withoutThousands(folded);
  return [...new Set([folded, number, ...(glossOf(folded) ?? [])])].map((text) => ({
    variant,
    folded: text,
  }));
}

/** Quotation marks and apostrophes as a keyboard types them: `don’t` → `don't`. */
const straight = (text: string): string =>
  text.replace(/[\u2018\u2019\u201B\u02BC\u2032\u00B4]/g, "'").replace(/[\u201C-\u201F\u2033]/g, '"');

const AROUND = [
  /^(?:정답|답)(?:은)?\s*:\s*/u,
  /^['"`\s]+|['"`\s]+$/gu,
  // Not a dot in front of Latin letters, as in `.env`, and no mark that may be a sign: `!important`, `3!`, `a?`.
  /^[,;·…、。\s]+|[.,;·…、。\s]+$/gu,
  /^[.!?~]+(?=[가-힣])|(?<=[가-힣]|[a-z]{3})[!?:~]+$/giu,
];
const PAIRS = ['()', '[]', '「」', '『』', '〈〉', '《》', '【】', '<>', '{}'];

/** `“컴포즈”.` → `컴포즈`: without the marks around it. Marks within, and the ends of `main()`, stay. */
function withoutMarks(text: string): string {
  let bare = text;
  for (let last = ''; bare !== last; ) {
    last = bare;
    for (const marks of AROUND) bare = bare.replace(marks, '');
    const inner = bare.slice(1, -1);
    const isPair = PAIRS.some(
      ([open = '', close = '']) =>
        bare.startsWith(open) && bare.endsWith(close) && !inner.includes(open) && !inner.includes(close),
    );
    // `<div>` and `{}` are code.
    if (isPair && (!/^[<{]/.test(bare) || /[가-힣]/.test(inner))) bare = inner;
  }
  return bare;
}

/** `1,000개` → `1000개`. */
const withoutThousands = (text: string): string =>
  text.replace(/(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])/g, (number) => number.replaceAll(',', ''));

const HANGUL_NAME = /^[가-힣\d]+$/;
const LATIN_NAME = /^[a-z][a-z\d.+#/_'-]+$/;

/** `컴포즈(compose)` → both names, the one in Hangul first; null for anything but one name in each script. */
function glossOf(folded: string): [hangul: string, latin: string] | null {
  const [, outer = '', inner = ''] = /^([^()[\]]+)[([]([^()[\]]+)[)\]]$/.exec(folded) ?? [];
  const [a, b] = [withoutMarks(outer), withoutMarks(inner)];
  if (HANGUL_NAME.test(a) && LATIN_NAME.test(b)) return [a, b];
  return LATIN_NAME.test(a) && HANGUL_NAME.test(b) ? [b, a] : null;
}

/** One name is enough where the variants have none in the other script; else both have to be right, or it is asked. */
function judgeGloss(word: string, keys: readonly Key[]): Judgement | null {
  const names = glossOf(word);
  if (!names) return null;
  const found = names.map((name) => keys.find(({ folded }) => folded === name)?.variant ?? null);
  const variant = found.find((each) => each !== null);
  if (variant === undefined || variant === null) return null;
  const isWhole = [HANGUL_NAME, LATIN_NAME].every(
    (script, at) => found[at] !== null || !keys.some(({ folded }) => script.test(folded)),
  );
  return isWhole ? { result: 'accept', variant, by: 'marks' } : { result: 'ask', variant, by: 'near' };
}

/** Judges typed words; `isMeant` lets them count whatever they are: the learner stands by them. */
export const gradeTyped = (key: string, typed: string, variants: string[], isMeant: boolean): PartGrade =>
  gradeJudged(key, typed, judgeAnswer(typed, variants), isMeant);

/**
 * The same in code, where `-d` is not `d` and `RUN` not `run`: what is accepted elsewhere is asked about. Only what the keyboard makes of
 * it does not count: spaces around, how many there are within, full width and curly quotes.
 */
export function gradeCode(key: string, typed: string, variants: string[], isMeant: boolean): PartGrade {
  const given = evenCode(typed);
  const { result, ...judgement } = judgeAnswer(typed, variants);
  const isExact = variants.some((variant) => evenCode(variant) === given);
  const strict = isExact ? 'accept' : result === 'accept' ? 'ask' : result;
  return gradeJudged(key, typed, { ...judgement, result: strict }, isMeant);
}

const evenCode = (text: string): string =>
  straight(text.normalize('NFC').replace(WIDE, (wide) => wide.normalize('NFKC')))
    .replace(SPACE, ' ')
    .trim();

function gradeJudged(key: string, typed: string, judgement: Judgement, isMeant: boolean): PartGrade {
  if (typed.trim() === '') return { key, verdict: 'unanswered' };
  const { result, variant } = judgement;
  if (result === 'accept' || isMeant) return { key, verdict: 'correct' };
  return result === 'ask' && variant !== null
    ? { key, verdict: 'incorrect', near: variant }
    : { key, verdict: 'incorrect' };
}

/** Variants by what they accept, in no order. */
export const variantSet = (variants: string[]): string[] => [...new Set(variants.map(foldAnswer))].sort();

/**
 * The commonest ways to write a variant that count as the same here, the author's first, for programs that compare letters: its words
 * joined, and parted by blanks and by hyphens; a number without its commas; either name of a gloss. Spellings of a spelling are among
 * them. Bounded: a course would not want to see all mixtures.
 */
export function spellingsOf(variant: string): string[] {
  const accepted = new Set(keysOf(variant).map(({ folded }) => folded));
  const parted = [variant, ...['', ' ', '-'].map((joint) => withGaps(variant, joint))];
  const numbers = parted.map(withoutThousands);
  // `80, 443` joined would be taken for 80443 too.
  const same = [...parted, ...numbers].filter((each) =>
    keysOf(each).every(({ folded }) => accepted.has(folded)),
  );
  return distinctSpellings([...same, ...(glossOf(straight(foldAnswer(variant))) ?? [])]);
}

/** Without those that differ in case only, or in the composition of their letters. */
export function distinctSpellings(spellings: readonly string[]): string[] {
  const seen = new Set<string>();
  const keyOf = (spelling: string) => spelling.normalize('NFC').toLowerCase();
  return spellings.filter((each) => !seen.has(keyOf(each)) && seen.add(keyOf(each)));
}

/** `docker-compose up` with other gaps between its words; those between digits stay, 80-90 is not 8090. */
const withGaps = (text: string, joint: string): string =>
  text
    .trim()
    .replace(/(?<=[^\s-])[\s\u2010-\u2015\u2212-]+(?=[^\s-])/g, (gap, at: number, whole: string) =>
      /\d/.test(whole[at - 1] ?? '') && /\d/.test(whole[at + gap.length] ?? '') ? gap : joint,
    );

const WIDE = /[\uFF01-\uFFEE]+/g;
/** Spaces and characters without width. */
const SPACE = /[\s\u200B-\u200D\u2060\u00AD\u3164\u115F\u1160]+/g;
export const HYPHEN = /[-\u2010-\u2015\u2212]/g;

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

/** NFC, and full and half width as they are typed on a keyboard. NFKC only for these: elsewhere it breaks jamo. */
export const foldWidth = (text: string): string =>
  text
    .normalize('NFC')
    .replace(WIDE, (wide) => wide.normalize('NFKC'))
    .normalize('NFC');

function foldOnce(text: string): string {
  const even = foldWidth(text).toLowerCase().replace(HYPHEN, '-').replace(SPACE, ' ').trim();
  const joined = even
    .replace(/(?<=\d)[ -]+(?=\d)/g, (gap) => (gap.includes('-') ? '\u0001' : '\u0002'))
    .replace(/^-(?=\d)/, '\u0001')
    .replace(/[ -]+/g, '')
    .replaceAll('\u0001', '-')
    .replaceAll('\u0002', ' ');
  return (joined === '' ? even : joined).normalize('NFC');
}
