/**
 * Lines with pipes that did not become a table: without the row `|---|---|`, with another number of columns in it, with other dashes,
 * with full-width pipes, or cut in two by a blank line.
 */

import { pushAll } from '../../lists.ts';
import type { Fix } from '../../model/diagnostic.ts';
import { cellStarts } from '../markdown/nodes.ts';
import { type Context, insertion, placeInRun, replacement, report } from '../source/context.ts';
import type { BrokenTable } from '../source/diagnostics.ts';
import { offsetAt } from '../source/source.ts';
import type { LintedText } from './linted-text.ts';

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
