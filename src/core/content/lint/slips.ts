/** Typing mistakes: stray jamo (`컨테이너ㅓ`), and lines that were meant as a list or as a table. */

import { pushAll } from '../../lists.ts';
import type { Fix } from '../../model/diagnostic.ts';
import { cellStarts } from '../markdown/nodes.ts';
import {
  blankLineAbove,
  type Context,
  insertion,
  placeInRun,
  replacement,
  report,
} from '../source/context.ts';
import type { BrokenTable } from '../source/diagnostics.ts';
import { offsetAt } from '../source/source.ts';
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

// Lines with pipes that did not become a table: without the row `|---|---|`, with another number of columns in it, with other dashes, with
// full-width pipes, or cut in two by a blank line.

/** `---`, `:--:`, `———`, `：--`. */
const CELL = '[ \\t]*[:：]?[-—–―ㅡ－=]+[:：]?[ \\t]*';
const DELIMITERS = new RegExp(`^[ \\t]*\\|?${CELL}(?:\\|${CELL})*\\|?[ \\t]*$`);
const ROW = /^[ \t]*\|[^\n]*\|/;
/** A line by itself is a row only when it cannot be anything else: `|a| + |b|` is none. */
const LONE_ROW = /^\s*\|\s[^\n]*\s\|\s[^\n]*\s\|\s*$/;

/** The lines of tables in other notations: `+---+---+`. */
const GRID = /^[ \t]*\+(?:[-=]+\+)+[ \t]*$/;

/** A line of a paragraph with plain pipes. */
interface Line {
  text: string;
  offset: number;
  columns: number;
}

/** Tells of a paragraph that was meant as a table; `above` and `below` are the literal texts of the paragraphs beside it. */
export function checkTable(
  words: LintedText,
  { above, below }: { above: string; below: string },
  context: Context,
): void {
  const lines = linesOf(words);
  const at = lines.findIndex(isDelimiters);
  const row = lines[at];
  const head = row ? lines[at - 1] : lines.find(({ text }) => ROW.test(text));
  const tell = (slip: BrokenTable, { offset }: Line, params = {}, fix?: Fix) => {
    const place = placeInRun(context, words.line, words.content, offset);
    report(context, 'table-broken', { ...place, params: { slip, ...params }, fix });
  };
  if (row && !head?.text.includes('|')) {
    const rows = narrow(above).split('\n');
    const isApart = at === 0 && rows.at(-1)?.includes('|') && !rows.some((text) => isDelimiters({ text }));
    if (isApart) tell('blank-line', row, {}, withoutBlankLine(words, context));
    else tell('head-missing', row);
  } else if (row && head) {
    const instead = delimitersFor(head, row.text);
    // Where the rows below are longer, too, it is the header that lacks a cell.
    const isLonger = lines.slice(at + 1).some(({ columns }) => columns > head.columns);
    const fix = isLonger ? undefined : rewrite(words, { row, instead }, context);
    if (/｜/.test(words.literal)) tell('pipes', head, {}, fix);
    else if (row.columns === head.columns) tell('row-signs', row, { instead }, fix);
    else tell('row-count', row, { count: row.columns, expected: head.columns }, fix);
  } else if (head && lines.some(({ text }) => GRID.test(text)))
    tell('grid', head, { instead: delimitersFor(head, '') });
  else if (head) {
    const next = lines[lines.indexOf(head) + 1];
    const isTable = next ? ROW.test(next.text) : LONE_ROW.test(head.text);
    const isApart = lines.at(-1) === head && isDelimiters({ text: narrow(below).split('\n')[0] ?? '' });
    if (!isTable || isApart) return;
    const instead = delimitersFor(head, '');
    if (/｜/.test(head.text)) tell('pipes', head);
    else tell('row-missing', head, { instead }, next && putBelow(words, { head, instead }, context));
  }
}

const narrow = (text: string): string => text.replaceAll('｜', '|');

const isDelimiters = ({ text }: Pick<Line, 'text'>): boolean => text.includes('|') && DELIMITERS.test(text);

/** The content decides how many cells a line has, where a pipe in code counts, too. */
function linesOf({ literal, content }: LintedText): Line[] {
  let offset = 0;
  return literal.split('\n').map((text) => {
    const start = offset;
    offset += text.length + 1;
    const { columns } = cellStarts(narrow(content.slice(start, offset - 1)));
    return { text: narrow(text), offset: start, columns: columns.length };
  });
}

/** A row of dashes for a header; colons that say how a column stands are kept. */
function delimitersFor({ columns }: Line, written: string): string {
  const cells = written.replace(/^[ \t]*\||\|[ \t]*$/g, '').split('|');
  const marks = Array.from({ length: columns }, (_, at) => {
    const cell = cells[at]?.trim() ?? '';
    return `${/^[:：]/.test(cell) ? ':' : ''}---${/.[:：]$/.test(cell) ? ':' : ''}`;
  });
  return `|${marks.join('|')}|`;
}

/** The row of dashes as it should be, and plain pipes everywhere. */
function rewrite(words: LintedText, { row, instead }: { row: Line; instead: string }, context: Context): Fix {
  const place = placeInRun(context, words.line, words.content, row.offset);
  const text = (context.source.lines[place.line] ?? '').trimEnd();
  const fix = replacement(
    context,
    { line: place.line, from: place.column, to: text.length },
    instead,
    '표로 고치기',
  );
  for (const { index } of words.literal.matchAll(/｜/g)) {
    if (index >= row.offset && index < row.offset + row.text.length) continue;
    const { line, column } = placeInRun(context, words.line, words.content, index);
    pushAll(fix.edits, replacement(context, { line, from: column, to: column + 1 }, '|', '').edits);
  }
  return fix;
}

function putBelow(
  words: LintedText,
  { head, instead }: { head: Line; instead: string },
  context: Context,
): Fix {
  const { line, column } = placeInRun(context, words.line, words.content, head.offset);
  const lead = (context.source.lines[line] ?? '').slice(0, column).replace(/[^\s>]/g, ' ');
  return insertion(context, { line: line + 1, column: 0 }, `${lead}${instead}\n`, `\`${instead}\` 넣기`);
}

function withoutBlankLine({ line }: LintedText, { source }: Context): Fix | undefined {
  if (!/^[\s>]*$/.test(source.lines[line - 1] ?? '') || !source.lines[line - 2]?.includes('|'))
    return undefined;
  const edit = { start: offsetAt(source, line - 1, 0), end: offsetAt(source, line, 0), text: '' };
  return { label: '빈 줄 지우기', edits: [edit] };
}
