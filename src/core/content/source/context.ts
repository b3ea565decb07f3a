/**
 * The state of parsing one file, which all rules share: its source, the options, diagnostics and links so far; and the exact
 * positions of things for which markdown-it only gives the line, such as a link's bracket.
 */

import type { Env, Token } from 'markdown-it';
import type { Diagnostic, DiagnosticCode, Fix } from '../../model/diagnostic.ts';
import type { Html } from '../../model/html.ts';
import type { LinkReference } from '../../model/topic.ts';
import type { Diagram, Drawings } from '../diagrams/diagram.ts';
import { diagnose, type FormulaFlaw, type ParamsOf } from './diagnostics.ts';
import { offsetAt, placeAt, readSource, type Source } from './source.ts';

/** Where a file lies, where the site is served, and what the compiler can lend the parser. */
export interface ParseOptions {
  /** Path in the content folder. */
  file: string;
  /** Base path of the site, `/` by default; ends with `/`. */
  base?: string;
  /** The latest day it is anywhere (ISO): a supplement cannot have been checked after it. */
  latestDay?: string;
  /** The encoding of the file, where it is not UTF-8. */
  encoding?: string | null;
  /** Draws a formula, or says what is wrong with it. Where nothing does, formulas are code. */
  math?: (tex: string, isDisplay: boolean) => Formula;
  /** Size in pixels of a picture in the content folder. */
  imageSize?: (file: string) => { width: number; height: number } | null;
  /** Absent where nothing draws; null when a diagram is still to be drawn. */
  drawDiagram?: (diagram: Diagram) => Drawings | 'failed' | null;
  /** Addresses of the styles of what few notes have. */
  styles?: { diagram: string; rare: string };
  /** What the full address of a file in the notes' own repository means; absent where no repository is known. */
  ownFile?: OwnFile;
  /** Whether only what is read is wanted, as of a text with a fix in it: then nothing is said about its words. */
  isTrial?: boolean;
}

/** The MathML of a formula, or the first thing that is wrong with it. */
export type Formula = { mathml: Html } | { flaw: FormulaFlaw };

/** The note or picture of the folder that a full address leads to from a file; null for any other address. */
export type OwnFile = (
  address: string,
  kind: LinkReference['kind'],
  from: string,
) => { file: string; anchor: string | null } | null;

export interface Context {
  options: ParseOptions;
  base: string;
  source: Source;
  diagnostics: Diagnostic[];
  links: LinkReference[];
  courseId: string | null;
  /** Where the next link or picture of a line is searched from, by line and mark. */
  cursors: Map<string, number>;
  /** Ids the file gives or was offered, by kind; read when first asked for. */
  ids: Map<'compare' | 'q', Set<string>>;
  /** How many ids were tried for the same words. */
  rounds: Map<string, number>;
  run: RunLines | null;
  /** Ids that raw HTML gives: `<a id="x">`. */
  anchors: Set<string>;
  /** Anchors of the headings, known once all of them are read. */
  headings: Set<string>;
  tags: RawTags;
  /** Pictures of other sites, in the order of the file, with their 0-based places. */
  remoteImages: ({ href: string } & ReportPlace)[];
  /** The notes of the file in its order and by label, and how many have a number. */
  footnotes: { all: Footnote[]; byKey: Map<string, Footnote>; count: number };
  /** Whether a question is being read. */
  isInQuiz: boolean;
  /** Whether a diagram was read, and whether a fold, a mark, a footnote or a formula. */
  hasDiagrams: boolean;
  hasRare: boolean;
  /** Whether code that another tool would put in was told. */
  hasInclude: boolean;
  /** 0-based lines of which a question's own message is told; the checks of text say nothing more of them. */
  settled: Set<number>;
}

/** A footnote of the file. */
export interface Footnote {
  label: string;
  /** 0-based. */
  line: number;
  /** In the order of the first references; null until there is one. */
  number: number | null;
  /** References that one can be led back to. */
  references: number;
  isRepeated: boolean;
  tokens: Token[];
}

/** Tags of raw HTML that are told once a file: those that were left out, and words that look like one, each with its 0-based place. */
interface RawTags {
  dropped: { names: Set<string>; count: number } & ReportPlace;
  words: ({ tag: string } & ReportPlace)[];
  /** The last line on which a name is closed; read when first asked for. */
  closings: ReadonlyMap<string, number> | null;
}

export const noTags = (): RawTags => ({
  dropped: { names: new Set(), count: 0, line: 0, column: 0 },
  words: [],
  closings: null,
});

const KEY = Symbol('context');

export function newContext(source: string, options: ParseOptions): Context {
  const base = options.base ?? '/';
  return {
    options,
    base,
    source: readSource(source),
    diagnostics: [],
    links: [],
    courseId: null,
    cursors: new Map(),
    ids: new Map(),
    rounds: new Map(),
    run: null,
    settled: new Set(),
    anchors: new Set(),
    headings: new Set(),
    tags: noTags(),
    remoteImages: [],
    footnotes: { all: [], byKey: new Map(), count: 0 },
    isInQuiz: false,
    hasDiagrams: false,
    hasRare: false,
    hasInclude: false,
  };
}

export const envOf = (context: Context): Env => ({ [KEY]: context });

/** The context of a markdown-it run; a bare run gets one of its own. */
export function contextOf(env: Env, source = ''): Context {
  const existing = env[KEY] as Context | undefined;
  if (existing) return existing;
  const fresh = newContext(source, { file: 'untitled.md' });
  env[KEY] = fresh;
  return fresh;
}

/** A 0-based place of the even text. */
interface ReportPlace {
  line: number;
  column: number;
}

/** Where a diagnostic stands (by default at the line's first word), what its message says, and the mend for it. */
interface Report<C extends DiagnosticCode> {
  line: number;
  column?: number;
  params?: ParamsOf<C>;
  fix?: Fix | undefined;
}

/** Records a diagnostic at a place of the even text. */
export function report<C extends DiagnosticCode>(context: Context, code: C, at: Report<C>): void {
  const { line, column = indentOf(context, line), params, fix } = at;
  const place = { file: context.options.file, ...placeAt(context.source, line, column) };
  const make = diagnose as (code: C, at: typeof place, params?: unknown, fix?: Fix) => Diagnostic;
  context.diagnostics.push(make(code, place, params, fix));
}

/** First column of a line that is not a space or a quote mark. */
export function indentOf(context: Context, line: number): number {
  const text = context.source.lines[line] ?? '';
  return Math.min(/^[\s>]*/.exec(text)?.[0].length ?? 0, Math.max(0, text.length - 1));
}

/** Of the lines of a node a message of its own is told. */
export function settle({ settled }: Context, lines: readonly [number, number] | null): void {
  const [start, end] = lines ?? [0, 0];
  for (let line = start; line < end; line++) settled.add(line);
}

/** An edit that puts `text` in at a place, with the file's own line ends. */
export const insertion = (
  context: Context,
  { line, column }: ReportPlace,
  text: string,
  label: string,
): Fix => replacement(context, { line, from: column, to: column }, text, label);

/** An edit that puts `text` in the place of two 0-based columns of a line of the even text. */
export function replacement(
  { source }: Context,
  { line, from, to }: { line: number; from: number; to: number },
  text: string,
  label: string,
): Fix {
  const end = source.original.includes('\r\n') ? '\r\n' : '\n';
  const edit = { start: offsetAt(source, line, from), end: offsetAt(source, line, to) };
  return { label, edits: [{ ...edit, text: text.replaceAll('\n', end) }] };
}

/** An edit that puts a blank line above a line, within the quotes the line stands in. */
export function blankLineAbove(context: Context, line: number, label = '위에 빈 줄 넣기'): Fix {
  const quotes = /^(?: {0,3}>)*/.exec(context.source.lines[line] ?? '')?.[0] ?? '';
  return insertion(context, { line, column: 0 }, `${quotes}\n`, label);
}

/**
 * The column of the next `mark` on a line that is followed by the first words of `label`.
 * Searches from where the last mark of its kind was found; the line's indent when there is none.
 */
export function findMark(context: Context, line: number, mark: string, label: string): number {
  const text = context.source.lines[line] ?? '';
  const key = `${line}${mark[0]}`;
  const from = context.cursors.get(key) ?? 0;
  const head = /^[\p{L}\p{N} ]*/u.exec(label)?.[0] ?? '';
  let column = head === '' ? -1 : text.indexOf(mark + head, from);
  if (column < 0) column = text.indexOf(mark, from);
  while (column > 0 && mark === '[' && text[column - 1] === '!') column = text.indexOf(mark, column + 1);
  if (column < 0) return indentOf(context, line);
  context.cursors.set(key, column + mark.length);
  return column;
}

/** The 0-based place in the file of an offset in a run's content that starts on a line. */
export function placeInRun(
  context: Context,
  firstLine: number,
  content: string,
  offset: number,
): { line: number; column: number } {
  const { starts, columns } = linesOfRun(context, firstLine, content);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const line = firstLine + low;
  const lineStart = starts[low] ?? 0;
  columns[low] ??= (context.source.lines[line] ?? '').indexOf(
    content.slice(lineStart, (starts[low + 1] ?? content.length + 1) - 1).trimEnd(),
  );
  const start = columns[low] ?? -1;
  return { line, column: start < 0 ? indentOf(context, line) : start + offset - lineStart };
}

/** The lines of a run: where each begins in its content, and in which column of the source, once that was asked for. */
interface RunLines {
  content: string;
  firstLine: number;
  starts: number[];
  columns: number[];
}

/** Of the run that was asked for last: most ask for many places of one run. */
function linesOfRun(context: Context, firstLine: number, content: string): RunLines {
  if (context.run?.content !== content || context.run.firstLine !== firstLine) {
    const starts = [0];
    for (let at = content.indexOf('\n'); at >= 0; at = content.indexOf('\n', at + 1)) starts.push(at + 1);
    context.run = { content, firstLine, starts, columns: [] };
  }
  return context.run;
}
