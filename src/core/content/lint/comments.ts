/**
 * Comments that were meant to give an id and give none: `<!-- comapre: tools -->`, `<!-- compare: my tools -->`; and the id of a
 * comparison that stands above no comparison. Those of questions are read in quiz/question-id.ts.
 */

import type { Token } from 'markdown-it';
import type { DiagnosticCode } from '../../model/diagnostic.ts';
import { isOneApart } from '../../quiz/near-miss.ts';
import { closeComment, commentsOf, idsOf } from '../markdown/author-html.ts';
import { plainText } from '../markdown/inline.ts';
import { type Context, indentOf, replacement, report } from '../source/context.ts';
import { shorten } from './linted-text.ts';

/** `<!-- kind: id -->`, or with another sign or none between the two. */
const WORDS = /^([^\s:：=]{1,12})(\s*[:：=]?)\s*(.*)$/s;

const wordsOf = (comment: string): RegExpExecArray | null => WORDS.exec(comment.trim().slice(4, -3).trim());
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

type Meant = 'compare' | 'course';

/** A comment and where it stands. */
interface PlacedComment {
  comment: string;
  line: number;
  /** The first cell of the table right below, and the line of its header. */
  header: { cell: Token; line: number } | null;
}

/** Checks the comments of a file when everything is read that uses them. */
export function checkComments(tokens: readonly Token[], context: Context): void {
  let line = 0;
  tokens.forEach((token, index) => {
    if (token.map) line = token.map[0];
    for (const comment of commentsOf(token)) {
      const at: PlacedComment = {
        comment,
        line,
        header: headerBelow(tokens, index),
      };
      const kind = meantKind(at);
      const isRead = kind !== null && idOf(comment, kind) !== null;
      if (kind !== null && !isRead) tellUnread(at, kind, context);
      else if (kind === 'compare' && token.meta?.isUsed !== true && !isTableTold(tokens[index + 1], context))
        tellUnused(at, context);
    }
  });
  for (const { code, line } of [...context.diagnostics])
    if (code === 'comment-unclosed' && closeComment(line - 1, context) !== undefined)
      dropMissing('question-id-missing', line, context);
}

const idOf = (comment: string, kind: Meant): string | null => idsOf([comment], kind)[0] ?? null;

function headerBelow(tokens: readonly Token[], index: number): PlacedComment['header'] {
  const table = tokens[index + 1];
  const cell = tokens.slice(index, index + 8).find(({ type }) => type === 'inline');
  return table?.type === 'table_open' && table.map && cell ? { cell, line: table.map[0] } : null;
}

/** Whether what stands below was told to be no table. */
const isTableTold = (below: Token | undefined, { diagnostics }: Context): boolean =>
  diagnostics.some(
    ({ code, line }) =>
      code === 'table-broken' && line > (below?.map?.[0] ?? line) && line <= (below?.map?.[1] ?? 0),
  );

/** Which id a comment was meant to give, if any. */
function meantKind({ comment, header }: PlacedComment): Meant | null {
  const [, word = '', sign = '', value = ''] = wordsOf(comment) ?? [];
  const name = word.toLowerCase();
  // Words in a sentence, as in `<!-- compare with the notes -->`, are no id.
  const isShaped = sign.trim() !== '' || ID.test(value);
  if (!isShaped) return null;
  if (name === 'compare' || name === 'course') return name;
  if (!ID.test(value)) return null;
  if (name.length > 4 && name !== 'source')
    for (const kind of ['compare', 'course'] as const) if (isOneApart(name, kind)) return kind;
  const isComparison = header !== null && plainText(header.cell.children ?? []).replace(/\s/g, '') === '비교';
  return isComparison && /^[a-z]+$|^비교표?$/.test(name) ? 'compare' : null;
}

function tellUnread({ comment, line, header }: PlacedComment, kind: Meant, context: Context): void {
  const value = wordsOf(comment)?.[3] ?? '';
  const id = value
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[._-]+|-+$/g, '')
    .slice(0, 64);
  const instead = `<!-- ${kind}: ${id || '아이디'} -->`;
  const place = placeOf(comment, line, context);
  const range = { line: place.line, from: place.column, to: place.column + comment.length };
  const fix =
    id === '' || !place.isThere ? undefined : replacement(context, range, instead, `\`${instead}\` 쓰기`);
  report(context, 'comment-unread', { ...place, params: { comment: shorten(comment), instead }, fix });
  // That the comparison has no id is the same slip.
  if (header) dropMissing('comparison-id-missing', header.line + 1, context);
}

function dropMissing(code: DiagnosticCode, line: number, { diagnostics }: Context): void {
  const at = diagnostics.findIndex((one) => one.code === code && one.line === line);
  if (at >= 0) diagnostics.splice(at, 1);
}

function tellUnused({ comment, line, header }: PlacedComment, context: Context): void {
  const id = idOf(comment, 'compare') ?? '';
  if (header) {
    const first = shorten(plainText(header.cell.children ?? []));
    report(context, 'comparison-id-unused', { line: header.line, params: { id, first } });
  } else
    report(context, 'comparison-id-unused', {
      ...placeOf(comment, line, context),
      params: { id, first: null },
    });
}

/** Where a comment of a token begins; a block of them may be many lines long. */
function placeOf(
  comment: string,
  line: number,
  context: Context,
): { line: number; column: number; isThere: boolean } {
  const first = comment.split('\n', 1)[0] ?? '';
  for (let at = line; at < context.source.lines.length && at < line + 50; at++) {
    const column = context.source.lines[at]?.indexOf(first) ?? -1;
    if (column >= 0) return { line: at, column, isThere: first === comment };
  }
  return { line, column: indentOf(context, line), isThere: false };
}
