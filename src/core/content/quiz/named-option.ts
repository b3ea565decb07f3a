/**
 * Options above a line 정답 that names one of them: `- 가` … `정답: 가`, `1. 가` … `정답: 2`, `① 가` … `정답: ②`. Read as an answer to be
 * typed, though one was meant to be chosen.
 */

import type { Fix } from '../../model/diagnostic.ts';
import { itemsOf, startOf } from '../blocks/outline-run.ts';
import { isList, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, replacement, report, settle } from '../source/context.ts';
import { offsetAt } from '../source/source.ts';
import { type AnswerBlock, answerLine } from './answer-block.ts';

/** A line that looks like an option: its name (`②`, `나`, `B`), its words, and where these begin. */
interface Option {
  line: number;
  name: string;
  words: string;
  indent: number;
  column: number;
}

const NAMED = /^(\s*(?:[-*+]\s+)?)(?:([①-⑳])\s*|[(（]?(\d{1,2}|[가-하]|[ㄱ-ㅎ]|[A-Ha-h])[.)）]\s*)(?=\S)/u;
const BULLET = /^(\s*)[-*+]\s+(?=\S)/;

const LONGEST_ANSWER = 100;

/** Tells of a line 정답 that names an option above it. */
export function tellNamedOption(block: AnswerBlock, line: number, context: Context): boolean {
  const given = plainOf(answerLine(block.end) ?? '');
  if (
    given === '' ||
    given.length > LONGEST_ANSWER ||
    (/\d/.test(given) && /몇|개수|모두 더|합은/.test(block.title))
  )
    return false;
  const options = optionsAbove(block, line, context);
  if (options.length < 2) return false;
  const right = rightOf(given, options);
  if (right.size === 0) return false;
  for (const node of block.nodes.slice(0, block.last + 1)) settle(context, node.token.map);
  const fix = toTasks(options, right, block, line, context);
  report(context, 'question-answer-options', { line, params: { given: answerLine(block.end) ?? '' }, fix });
  return true;
}

const plainOf = (words: string): string => words.replace(/[*_`]/g, '').trim();

/** The options that an answer names: by their names, by their words, or by both. */
function rightOf(given: string, options: readonly Option[]): ReadonlySet<Option> {
  const [, rest = ''] = NAMED_WITH_WORDS.exec(given) ?? [];
  const isWhole = ({ name, words }: Option) => given === words || (rest === words && given.startsWith(name));
  const whole = options.filter((option) => option.words !== '' && isWhole(option));
  if (whole.length === 1) return new Set(whole);
  const names = given.split(/\s*(?:[,，·/]|\s(?:와|과|및)\s)\s*|\s+/).map(nameOf);
  const named = names.map((name) => options.find((option) => option.name === name || option.words === name));
  const isAll = named.every((option) => option !== undefined);
  return new Set(isAll ? named.flatMap((option) => option ?? []) : []);
}

const NAMED_WITH_WORDS = /^(?:[①-⑳]|[(（]?(?:\d{1,2}|[가-하ㄱ-ㅎA-Ha-h])[.)）번]{0,2})\s*(.+)$/u;

/** `②`, `2번` and `(2)` are `2`. */
function nameOf(word: string): string {
  const [, name = word] = /^[(（[]?(.+?)(?:번|[.)）\]])*$/.exec(word.trim()) ?? [];
  const circled = name.charCodeAt(0) - 0x245f;
  return name.length === 1 && circled > 0 && circled <= 20 ? String(circled) : name;
}

/** The lines of the lists and paragraphs above the answer that look like options; none where a list is one of tasks. */
function optionsAbove({ nodes, last }: AnswerBlock, answer: number, context: Context): Option[] {
  return nodes.slice(0, last + 1).flatMap((node): Option[] => {
    const isItems = isList(node);
    if (!isItems && node.type !== 'paragraph') return [];
    const [start, end] = node.token.map ?? [0, 0];
    const lines = isItems
      ? itemsOf(node).map((item) => lineOf(item) - 1)
      : linesFrom(start, Math.min(end, answer));
    const options = lines.flatMap((line) => optionAt(line, isItems, context) ?? []);
    // `1.` `1.` `1.` counts on.
    if (node.type === 'ordered_list')
      for (const [at, option] of options.entries()) option.name = String(startOf(node) + at);
    return options;
  });
}

const linesFrom = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);

function optionAt(line: number, isItem: boolean, context: Context): Option | null {
  const text = context.source.lines[line] ?? '';
  const [whole, indent = '', circled, plain] = NAMED.exec(text) ?? (isItem ? BULLET.exec(text) : null) ?? [];
  if (whole === undefined) return null;
  const column = whole.length;
  const words = plainOf(text.slice(column));
  return {
    line,
    name: nameOf(circled ?? plain ?? ''),
    words,
    indent: /^\s*/.exec(indent)?.[0].length ?? 0,
    column,
  };
}

/** Tasks instead of the options, without the line 정답; where each option is one line. */
function toTasks(
  options: readonly Option[],
  right: ReadonlySet<Option>,
  { end }: AnswerBlock,
  answer: number,
  context: Context,
): Fix | undefined {
  const isAlone = lineOfNode(end) === answer;
  const isFlush = options.every(
    ({ line, indent }, at) => indent === 0 && line === (options[0]?.line ?? 0) + at,
  );
  if (!isAlone || !isFlush) return undefined;
  const edits = options.flatMap((option) => {
    const mark = right.has(option) ? '- [x] ' : '- [ ] ';
    return replacement(context, { line: option.line, from: 0, to: option.column }, mark, '').edits;
  });
  const isBlank = (context.source.lines[answer - 1] ?? '').trim() === '';
  const start = offsetAt(context.source, isBlank ? answer - 1 : answer, 0);
  edits.push({ start, end: offsetAt(context.source, answer + 1, 0), text: '' });
  return { label: '보기를 `- [x]`와 `- [ ]`로 쓰기', edits };
}

const lineOfNode = (node: Node): number => lineOf(node) - 1;
