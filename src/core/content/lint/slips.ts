/** Typing mistakes: stray jamo (`컨테이너ㅓ`), and lines that were meant as a list. */

import { blankLineAbove, type Context, insertion, placeInRun, report } from '../source/context.ts';
import type { LintedText } from './linted-text.ts';

const JAMO = /(?<=[가-힣])[ㄱ-ㅎㅏ-ㅣ]+/g;
/** 하하ㅋㅋ, 아ㅠㅠ and, at the end of a word, 아니다ㅠ: meant as they stand. */
const LAUGHTER = /^(?:([ㅋㅎㅠㅜㅡㄷ])\1+|[ㅋㅎㅠㅜ](?![가-힣]))/;

/** A compatibility jamo right after a syllable is a slip (설ㄹ치); 초성 that stand alone are not. */
export function checkJamo({ content, masked, line }: LintedText, context: Context): void {
  let end = 0;
  for (const match of masked.matchAll(JAMO)) {
    const rest = masked.slice(match.index, match.index + match[0].length + 1);
    if (match.index < end || LAUGHTER.exec(rest)?.[0] === match[0]) continue;
    let start = match.index;
    end = match.index + match[0].length;
    while (start > 0 && match.index - start < 12 && /[가-힣ㄱ-ㅣ]/.test(masked[start - 1] ?? '')) start--;
    while (end < masked.length && end - match.index < 12 && /[가-힣ㄱ-ㅣ]/.test(masked[end] ?? '')) end++;
    const place = placeInRun(context, line, content, match.index);
    report(context, 'jamo-stray', {
      ...place,
      params: { word: content.slice(start, end) },
    });
  }
}

const GLUED = /^(?:[-+](?=[가-힣])|\d{1,2}[.)](?=[가-힣]))/;
/** `*항목` may be a remark below a table; in a row with others it is an item. */
const STAR = /^\*(?=[가-힣])[^*]*$/;
const ITEM = /^(?:[-+*]|\d{1,2}[.)])(?=\s|[가-힣])/;
const BULLET = /^(?:[①-⑳]|[０-９]{1,2}[．.)]|[•·◦▪‣・‧∙－＋](?=\s*\S)|＊(?=\s*[^\s＊])(?!.*＊))\s*/;
/** Marks that are no markdown, whose lines would become one: `(1) 하나`, `가. 하나`, `ㅇ 하나`. */
const OTHER_MARK =
  /^(?:\(\d{1,2}\)|\d{1,2}-\d{1,2}[.)]|[가나다라마바사][.)]|[ㄱ-ㅎoO○●□■◇◆▶▷►※]|[㉠-㉭⑴-⑽])(?=\s+\S)/u;
const NUMBER = /^(\d{1,2})[.)](?=\s+\S)/;

/** Lines of a paragraph that look like items, and lines that a paragraph swallows. */
export function checkLines(words: LintedText, context: Context): void {
  if (!words.isParagraph) return;
  let offset = 0;
  const lines = words.masked.split('\n');
  checkOtherMarks(words, lines, context);
  lines.forEach((text, index) => {
    const beside = [lines[index - 1], lines[index + 1]].some((other) => ITEM.test(other ?? ''));
    checkMarker(
      words,
      text,
      { offset, isInList: beside || (words.parent === 'list_item' && index > 0) },
      context,
    );
    if (index > 0) checkSwallowed(words, text, offset, context);
    offset += text.length + 1;
  });
}

function checkMarker(
  { content, line }: LintedText,
  text: string,
  { offset, isInList }: { offset: number; isInList: boolean },
  context: Context,
): void {
  const place = () => placeInRun(context, line, content, offset);
  const glued = GLUED.exec(text)?.[0] ?? (isInList && STAR.test(text) ? '*' : undefined);
  const bullet = BULLET.exec(text)?.[0];
  if (glued !== undefined) {
    const at = place();
    const fix = insertion(context, { line: at.line, column: at.column + glued.length }, ' ', '한 칸 띄우기');
    const word = /^\S{1,6}/.exec(text.slice(glued.length))?.[0] ?? '';
    report(context, 'list-marker', {
      ...at,
      params: { marker: glued + word, instead: `${glued} ${word}`, isGlued: true },
      fix,
    });
  } else if (bullet !== undefined) {
    const at = place();
    const instead = numberOf(bullet) ?? '-';
    const fix = insertion(context, at, `${instead} `, `\`${instead}\`로 바꾸기`);
    for (const edit of fix.edits) edit.end += bullet.length;
    const marker = bullet.trim();
    report(context, 'list-marker', {
      ...at,
      params: { marker, instead: `${instead} 항목`, isGlued: false },
      fix,
    });
  }
}

/** Two lines or more with such marks; a blank line would keep each by itself. */
function checkOtherMarks({ content, line }: LintedText, lines: readonly string[], context: Context): void {
  const first = lines.findIndex((text, at) => OTHER_MARK.test(text) && OTHER_MARK.test(lines[at + 1] ?? ''));
  if (first < 0) return;
  const offset = lines.slice(0, first).reduce((sum, text) => sum + text.length + 1, 0);
  const marker = OTHER_MARK.exec(lines[first] ?? '')?.[0] ?? '';
  const instead = /^[(\d가⑴㉠ㄱ]/.test(marker) ? '1. 항목' : '- 항목';
  report(context, 'list-marker', {
    ...placeInRun(context, line, content, offset),
    params: { marker, instead, isGlued: false },
  });
}

/** `1.` for ① and for １． */
function numberOf(bullet: string): string | null {
  const circled = bullet.charCodeAt(0) - 0x2460;
  if (circled >= 0 && circled < 20) return `${circled + 1}.`;
  const digits = /^[０-９]+/.exec(bullet)?.[0].normalize('NFKC');
  return digits === undefined ? null : `${digits}.`;
}

function checkSwallowed({ content, line }: LintedText, text: string, offset: number, context: Context): void {
  const number = NUMBER.exec(text);
  const place = placeInRun(context, line, content, offset);
  const source = context.source.lines[place.line] ?? '';
  const isLazy = /^정답\s*:/.test(text) && quoteDepth(context.source.lines[line] ?? '') > quoteDepth(source);
  if (!isLazy && (!number || number[1] === '1')) return;
  const marker = isLazy ? '정답:' : (number?.[0] ?? '');
  const canMend = /^[\s>]*$/.test(source.slice(0, place.column));
  const fix = canMend ? blankLineAbove(context, place.line) : undefined;
  report(context, 'list-swallowed', { ...place, params: { marker }, fix });
}

const quoteDepth = (line: string): number => /^[\s>]*/.exec(line)?.[0].replace(/[^>]/g, '').length ?? 0;
