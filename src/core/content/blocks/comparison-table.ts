/**
 * Comparison tables: a table whose first header cell is 비교. Blank cells are filled when the course is linked.
 *
 *     <!-- compare: env-tools -->
 *     | 비교 | [conda](conda.md) | [Pipenv](pipenv.md) |
 *     | --- | --- | --- |
 *     | 정의 |  | 직접 쓴 말 |
 */

import type { Token } from 'markdown-it';
import type { Fix } from '../../model/diagnostic.ts';
import { trusted } from '../../model/html.ts';
import type {
  Block,
  ComparisonBlock,
  ComparisonCell,
  ComparisonColumn,
  ComparisonRow,
} from '../../model/topic.ts';
import { idIn } from '../markdown/author-html.ts';
import { codeSpans } from '../markdown/code-spans.ts';
import { plainText } from '../markdown/inline.ts';
import type { Destination } from '../markdown/links.ts';
import { renderInline } from '../markdown/markdown.ts';
import { type Cell, lineOf, type Node, type Row, rowsOf } from '../markdown/nodes.ts';
import { blankLineAbove, type Context, envOf, insertion, report } from '../source/context.ts';
import { offerId } from '../source/ids.ts';
import { placeAt } from '../source/source.ts';
import { isComment } from './outline-run.ts';
import type { BlockReading } from './rule.ts';

const NONE = /^[–—-]$/;

/** Checks the table at `index` and reads it when it is a comparison; null for other nodes and tables. */
export function readTable(nodes: Node[], index: number, context: Context): BlockReading | null {
  const node = nodes[index];
  if (node?.type !== 'table') return null;
  const [header, ...body] = rowsOf(node, context);
  if (!header) return null;
  // `비 교` is meant, too.
  const isComparison = plainText(header.cells[0]?.children ?? []).replace(/\s/g, '') === '비교';
  for (const row of body) checkRow(row, header, isComparison, context);
  if (!isComparison) return null;
  const above = idAbove(nodes, index);
  if (above) above.token.meta = { ...above.token.meta, isUsed: true };
  const block: ComparisonBlock = {
    kind: 'comparison',
    id: idIn(above?.token, 'compare'),
    columns: header.cells.slice(1).map((cell) => readColumn(cell, header, context)),
    rows: body.filter((row) => row.hasPipe).map((row) => readRow(row, context)),
    line: lineOf(node),
  };
  if (block.columns.length < 2)
    report(context, 'comparison-columns', { line: header.line, column: header.cells[0]?.column ?? 0 });
  if (block.id === null)
    report(context, 'comparison-id-missing', {
      line: header.line,
      column: header.cells[0]?.column ?? 0,
      fix: newId(block, header, context),
    });
  checkNames(block, body, context);
  checkBlanks(block, context);
  return { blocks: [block, ...swallowed(body, context)], next: index + 1 };
}

/** The comment with the id, among those that stand right above the table at `index`. */
function idAbove(nodes: Node[], index: number): Node | undefined {
  let at = index - 1;
  while (isComment(nodes[at]) && idIn(nodes[at]?.token, 'compare') === null) at--;
  return isComment(nodes[at]) ? nodes[at] : undefined;
}

function checkRow(row: Row, header: Row, isComparison: boolean, context: Context): void {
  const count = row.count;
  const expected = header.count;
  const at = row.cells[0]?.column ?? 0;
  if (!row.hasPipe)
    report(context, 'comparison-text-row', {
      line: row.line,
      column: at,
      fix: blankLineAbove(context, row.line),
    });
  else if (count > expected)
    report(context, 'comparison-pipe', {
      line: row.line,
      column: at,
      params: { count, expected },
      fix: pipesInCode(row, context),
    });
  else if (count < expected && isComparison)
    report(context, 'comparison-ragged', {
      line: row.line,
      column: at,
      params: { count, expected },
      fix: missingCells(row, expected, context),
    });
}

/** A pipe in code is a letter, which a table cannot know. */
function pipesInCode(row: Row, context: Context): Fix | undefined {
  const text = context.source.lines[row.line] ?? '';
  const endOfCode = codeSpans(text);
  const pipes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const end = /[`\\]/.test(text[at - 1] ?? '') ? at : endOfCode(at);
    for (; at < end; at++) if (text[at] === '|' && text[at - 1] !== '\\') pipes.push(at);
  }
  const edits = pipes.flatMap((column) => insertion(context, { line: row.line, column }, '\\', '').edits);
  return edits.length === 0 ? undefined : { label: '코드 안의 `|`를 `\\|`로 바꾸기', edits };
}

function missingCells(row: Row, expected: number, context: Context): Fix {
  const text = (context.source.lines[row.line] ?? '').trimEnd();
  const missing = '  |'.repeat(expected - row.count);
  return insertion(
    context,
    { line: row.line, column: text.length },
    text.endsWith('|') ? missing : ` |${missing}`,
    '빠진 칸 넣기',
  );
}

function newId(block: ComparisonBlock, header: Row, context: Context): Fix | undefined {
  const text = context.source.lines[header.line] ?? '';
  const lead = /^[\s>]*(?=\|)/.exec(text)?.[0];
  if (lead === undefined) return undefined;
  const names = [...block.columns.map((column) => column.text), ...block.rows.map((row) => row.name)];
  const id = offerId('compare', names.join('\n'), context);
  return insertion(
    context,
    { line: header.line, column: 0 },
    `${lead}<!-- compare: ${id} -->\n`,
    '아이디 붙이기',
  );
}

function readColumn(cell: Cell, header: Row, context: Context): ComparisonColumn {
  const destinations = cell.children.flatMap((token) => {
    const to = token.type === 'link_open' ? (token.meta?.to as Destination | undefined) : undefined;
    return to?.kind === 'local' ? [to] : [];
  });
  const to = destinations.length === 1 ? destinations[0] : undefined;
  return {
    head: renderInline(cell.children, envOf(context)),
    text: plainText(cell.children),
    target: to ? { file: to.file ?? context.options.file.normalize('NFC'), anchor: to.anchor } : null,
    ...placeAt(context.source, header.line, cell.column),
  };
}

function readRow(row: Row, context: Context): ComparisonRow {
  const label = plainText(row.cells[0]?.children ?? []);
  const match = /^(.*\S)\s*\(([^()]*)\)$/.exec(label);
  const aliases = (match?.[2] ?? '').split(',').map((alias) => alias.trim());
  return {
    name: match?.[1] ?? label,
    aliases: aliases.filter((alias) => alias !== ''),
    cells: row.cells.slice(1).map((cell) => readCell(cell, row, context)),
    line: row.line + 1,
  };
}

function readCell(cell: Cell, row: Row, context: Context): ComparisonCell {
  const text = plainText(cell.children);
  const html = renderInline(cell.children, envOf(context));
  const origin = NONE.test(text) ? 'none' : html === '' ? 'blank' : 'typed';
  const place = placeAt(context.source, row.line, cell.column);
  return {
    origin,
    html: origin === 'typed' ? html : trusted(''),
    text: origin === 'typed' ? text : '',
    source: null,
    ...place,
  };
}

function checkNames(block: ComparisonBlock, body: Row[], context: Context): void {
  const seen = new Map<string, number>();
  const columns = new Map(body.map((row) => [row.line + 1, row.cells[0]?.column ?? 0]));
  for (const { name, aliases, line } of block.rows) {
    const before = seen.get(nameKey(name));
    const at = columns.get(line) ?? 0;
    if (before !== undefined)
      report(context, 'comparison-row-repeated', {
        line: line - 1,
        column: at,
        params: { row: name, line: before },
      });
    for (const each of [name, ...aliases]) if (!seen.has(nameKey(each))) seen.set(nameKey(each), line);
  }
}

/** Names of rows and entries are compared without regard to spaces and case: `주요 특징` is `주요특징`. */
export const nameKey = (name: string): string => name.normalize('NFC').replace(/\s/g, '').toLowerCase();

function checkBlanks(block: ComparisonBlock, context: Context): void {
  for (const row of block.rows) {
    row.cells.forEach((cell, at) => {
      const column = block.columns[at];
      if (cell.origin !== 'blank' || !column || column.target) return;
      const params = { row: row.name, column: column.text };
      report(context, 'comparison-blank-unlinked', { line: cell.line - 1, column: cell.column - 1, params });
    });
  }
}

/** Text right under a table is no row of a comparison: it stays text. */
function swallowed(body: Row[], context: Context): Block[] {
  return body.flatMap((row): Block[] => {
    if (row.hasPipe) return [];
    const children: Token[] = row.cells[0]?.children ?? [];
    const html = trusted(`<p>${renderInline(children, envOf(context))}</p>\n`);
    return [{ kind: 'prose', html, line: row.line + 1 }];
  });
}
