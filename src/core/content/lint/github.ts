/** Emphasis and tildes that look right here but not on GitHub, whose rules do not fit Korean: `**도커(Docker)**는`. */

import { pushAll } from '../../lists.ts';
import { type Context, insertion, placeInRun, report } from '../source/context.ts';
import { type LintedText, shorten } from './words.ts';

const EMPHASIS = /(?<!\*)(\*{1,3})(?=[^\s*])([^*]*)(?<=[^\s*])\1(?!\*)/g;
const TILDE = /(?<!~)~(?!~)/g;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const CJK = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
/** An empty comment is punctuation to GitHub and nothing to the reader. */
const EMPTY_COMMENT = '<!-- -->';

/** `**용어(Term)**는`: GitHub prints the asterisks, because a bracket stands inside and a word right outside. */
export function checkEmphasis({ content, masked, line }: LintedText, context: Context): void {
  if (!masked.includes('*')) return;
  for (const match of masked.matchAll(EMPHASIS)) {
    const mark = match[1]?.length ?? 0;
    const end = match.index + match[0].length;
    const opens = isFree(masked[match.index - 1], masked[match.index + mark]);
    const closes = isFree(masked[end], masked[end - mark - 1]);
    if (opens && closes) continue;
    const place = placeInRun(context, line, content, match.index);
    const at = opens ? placeInRun(context, line, content, end) : place;
    const label = 'GitHub에서도 강조되도록 빈 주석 넣기';
    const fix = insertion(context, at, EMPTY_COMMENT, label);
    const text = shorten(content.slice(match.index, end));
    report(context, 'emphasis-on-github', {
      ...place,
      params: { text },
      fix: opens || closes ? fix : undefined,
    });
  }
}

/** Whether a delimiter between an outer and an inner character works by CommonMark, or fails here as well. */
function isFree(outer: string | undefined, inner: string | undefined): boolean {
  if (outer === undefined || /\s/.test(outer) || PUNCTUATION.test(outer)) return true;
  return !PUNCTUATION.test(inner ?? '') || !(CJK.test(outer) || CJK.test(inner ?? ''));
}

/** `3~5 … 10~20`: GitHub strikes out what stands between two single tildes. */
export function checkStrike({ content, masked, line }: LintedText, context: Context): void {
  const tildes = [...masked.matchAll(TILDE)].map((match) => match.index);
  for (let at = 0; at + 1 < tildes.length; at++) {
    const open = tildes[at] ?? 0;
    const close = tildes[at + 1] ?? 0;
    if (!isFlanking(masked[open + 1], masked[open - 1]) || !isFlanking(masked[close - 1], masked[close + 1]))
      continue;
    const first = placeInRun(context, line, content, open);
    const second = placeInRun(context, line, content, close);
    const label = '`~` 앞에 `\\` 붙이기';
    const fix = insertion(context, first, '\\', label);
    pushAll(fix.edits, insertion(context, second, '\\', label).edits);
    report(context, 'strike-on-github', {
      ...first,
      params: { text: shorten(content.slice(open, close + 1)) },
      fix,
    });
    at++;
  }
}

/** CommonMark's flanking: a delimiter leans on the character `inner`, seen from `outer`. */
function isFlanking(inner: string | undefined, outer: string | undefined): boolean {
  if (inner === undefined || /\s/.test(inner)) return false;
  return !PUNCTUATION.test(inner) || outer === undefined || /\s/.test(outer) || PUNCTUATION.test(outer);
}
