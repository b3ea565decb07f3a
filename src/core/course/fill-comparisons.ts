/** Fills the blank cells of comparisons from the topics their columns link to. What the author typed stays. */

import { nameKey } from '../content/blocks/comparison-table.ts';
import { diagnose } from '../content/source/diagnostics.ts';
import { toHref } from '../content/source/paths.ts';
import { mapComparisons } from '../model/blocks.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { trusted, withoutPlaces } from '../model/html.ts';
import type {
  ComparisonBlock,
  ComparisonCell,
  ComparisonColumn,
  ComparisonRow,
  Topic,
} from '../model/topic.ts';
import { findTopic, type LinkState, listedFirst } from './link-state.ts';
import {
  type EntryIndex,
  findNearest,
  indexOf,
  type NamedEntry,
  rowNames,
  type Scope,
  scopeOf,
} from './named-entries.ts';

/** What filling needs to know; `hidden` files are neither filled, nor a source, nor complained about. */
type Filling = Pick<LinkState, 'topics' | 'shape' | 'pathOf' | 'hidden' | 'diagnostics'> & {
  options: { base: string };
};

/** What a column reads; null where it reads nothing. */
interface Source {
  topic: Topic;
  index: EntryIndex;
  scope: Scope;
}

/** Fills the comparisons of all topics; topics without one stay the very same. */
export function fillComparisons(state: Filling): void {
  const { topics, shape, hidden, diagnostics } = state;
  const ids = new Map<string, string>();
  const filled = new Map(topics);
  for (const file of listedFirst(topics.keys(), shape)) {
    const topic = topics.get(file);
    if (!topic || hidden.has(file)) continue;
    const change = (block: ComparisonBlock) => {
      checkId(block, file, ids, diagnostics);
      return fill(block, topic, state);
    };
    filled.set(file, mapComparisons(topic, change));
  }
  state.topics = filled;
}

function checkId(
  block: ComparisonBlock,
  file: string,
  ids: Map<string, string>,
  diagnostics: Diagnostic[],
): void {
  if (block.id === null) return;
  const other = ids.get(block.id);
  if (other === undefined) ids.set(block.id, `${file}:${block.line}`);
  else
    diagnostics.push(
      diagnose('comparison-id-repeated', { file, line: block.line, column: 1 }, { id: block.id, other }),
    );
}

function fill(block: ComparisonBlock, here: Topic, state: Filling): ComparisonBlock {
  const { diagnostics } = state;
  const sources = block.columns.map((column) => sourceOf(column, here, state));
  const isUnion = block.rows.length === 0 && sources.some((source) => source !== null);
  const rows = isUnion ? unionRows(block, sources) : block.rows;
  if (isUnion) checkUnlinked(block, rows, here, diagnostics);
  const fillCell = (cell: ComparisonCell, at: number, row: ComparisonRow): ComparisonCell => {
    const source = sources[at];
    const column = block.columns[at];
    if (cell.origin !== 'blank' || !source || !column) return cell;
    const matches = findEntries(source, row);
    const [first, second] = matches;
    const params = { row: row.name, column: column.text };
    const place = { file: here.file, line: cell.line, column: cell.column };
    if (first && second) {
      const places = matches.map((entry) => labelOf(entry, source.topic, here)).join(', ');
      diagnostics.push(diagnose('comparison-ambiguous', place, { ...params, places }));
      return cell;
    }
    if (first) return fillFrom(cell, first, { topic: source.topic, here }, state);
    if (isUnion) return { ...cell, origin: 'none' };
    diagnostics.push(diagnose('comparison-unfilled', place, params));
    return cell;
  };
  return {
    ...block,
    rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell, at) => fillCell(cell, at, row)) })),
  };
}

function sourceOf(
  column: ComparisonColumn,
  here: Topic,
  { topics, shape, hidden, diagnostics }: Filling,
): Source | null {
  if (column.target === null) return null;
  const file = findTopic(column.target.file, topics, shape);
  const topic = file === null || hidden.has(file) ? undefined : topics.get(file);
  const scope = topic ? scopeOf(topic, column.target.anchor) : null;
  if (topic && scope) return { topic, scope, index: indexOf(topic) };
  const { anchor } = column.target;
  const href = column.target.file + (anchor === null ? '' : `#${anchor}`);
  const place = { file: here.file, line: column.line, column: column.column };
  const isDraft = file !== null && hidden.has(file);
  diagnostics.push(diagnose('comparison-link', place, { href, ...(isDraft && { isDraft }) }));
  return null;
}

/** The row's own name decides before its other names do, each in the order written. */
function findEntries({ index, scope }: Source, row: ComparisonRow): NamedEntry[] {
  for (const name of [row.name, ...row.aliases]) {
    const matches = findNearest(index, name, scope);
    if (matches.length > 0) return matches;
  }
  return [];
}

function fillFrom(
  cell: ComparisonCell,
  entry: NamedEntry,
  { topic, here }: { topic: Topic; here: Topic },
  { pathOf, options: { base } }: Filling,
): ComparisonCell {
  const path = pathOf.get(topic.file) ?? '/';
  const isHere = topic === here;
  // A link within the topic has to say which page it means when it stands on another.
  const words = withoutPlaces(entry.html);
  const html = isHere ? words : trusted(words.replaceAll('href="#', `href="${toHref(base, path)}#`));
  const source = { href: toHref(base, path, entry.anchor), label: labelOf(entry, topic, here) };
  return { ...cell, origin: 'filled', html, text: entry.text, source };
}

/** `conda › 주요특징`: the topic and the place in it, without the topic when that is where the table stands. */
function labelOf(entry: NamedEntry, topic: Topic, here: Topic): string {
  const place = entry.trail[0] ?? entry.name;
  return topic === here ? place : `${topic.titleText} › ${place}`;
}

/** Rows of a table of links only: the first column's names in its order, others after what precedes them in theirs. */
function unionRows(block: ComparisonBlock, sources: readonly (Source | null)[]): ComparisonRow[] {
  const names: string[] = [];
  const read = sources.filter((source) => source !== null);
  const own = read.flatMap(({ index, scope }) => rowNames(index, scope, new Set()));
  const shared = new Set(own.map(nameKey));
  for (const { index, scope } of read) {
    let at = 0;
    for (const name of rowNames(index, scope, shared)) {
      const before = names.findIndex((each) => nameKey(each) === nameKey(name));
      if (before < 0) names.splice(at, 0, name);
      at = before < 0 ? at + 1 : Math.max(at, before + 1);
    }
  }
  const cells = block.columns.map(
    ({ line, column }): ComparisonCell => ({
      origin: 'blank',
      html: trusted(''),
      text: '',
      source: null,
      line,
      column,
    }),
  );
  return names.map((name) => ({ name, aliases: [], cells, line: block.line }));
}

/** Nothing can fill a column of a union that links nowhere; once is enough. */
function checkUnlinked(
  block: ComparisonBlock,
  rows: readonly ComparisonRow[],
  here: Topic,
  diagnostics: Diagnostic[],
): void {
  const row = rows[0];
  if (!row) return;
  for (const { target, text, line, column } of block.columns) {
    if (target !== null) continue;
    const place = { file: here.file, line, column };
    diagnostics.push(diagnose('comparison-blank-unlinked', place, { row: row.name, column: text }));
  }
}
