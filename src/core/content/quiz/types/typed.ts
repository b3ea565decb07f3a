/** What is typed: a short answer, `정답: conda / 콘다`; a number; and the output of a command, a fenced block `output`. */

import type { Fix } from '../../../model/diagnostic.ts';
import type { AnswerOf } from '../../../model/question.ts';
import {
  compareDecimals,
  type Decimal,
  decimalText,
  isUnit,
  negated,
  plus,
  readQuantity,
  times,
} from '../../../quiz/quantity.ts';
import { outputLines } from '../../../quiz/types/typed.ts';
import { itemsOf, startOf } from '../../blocks/outline-run.ts';
import { withoutComments } from '../../markdown/code-spans.ts';
import { isList, lineOf, type Node } from '../../markdown/nodes.ts';
import { type Context, replacement, report, settle } from '../../source/context.ts';
import { offsetAt } from '../../source/source.ts';
import {
  type AnswerBlock,
  type AnswerReader,
  answerLine,
  claimLine,
  isAnswerLine,
  lineOfAnswer,
  sourceOfAnswer,
} from '../answer-block.ts';
import { tellJoined, variantsOf } from '../blanks.ts';
import { tracesIn } from '../traces.ts';
import { tellJudgement } from './choice.ts';

/** Asked after the types that take only some words after `정답:`. */
export const short: AnswerReader<AnswerOf<'short'>> = {
  isEnd: isAnswerLine,
  claim(block, context) {
    if (!answerLine(block.end)) return null;
    return claimLine(block, () => {
      const typed = sourceOfAnswer(block.end);
      const line = lineOfAnswer(block.end);
      const variants = variantsOf(typed);
      if (
        !tellNamedOption(block, line, context) &&
        !tellJudgement(block, line, context) &&
        !/모두|차례|순서|나열|[두세네] ?가지/.test(block.title)
      )
        tellJoined(typed, { line, column: 0 }, context);
      return variants.length > 0 ? { type: 'short', variants } : null;
    });
  },
};

// A number to type: `정답: 3.14`, `정답: 3.14 ± 0.01`, `정답: 2..3 GiB`. What is more than a number stays a short answer.

type NumberAnswer = AnswerOf<'number'>;
type Slip = 'reversed' | 'units' | 'tolerance';

/** Asked before the short answer. */
export const number: AnswerReader<NumberAnswer> = {
  isEnd: isAnswerLine,
  claim(block, context) {
    if (answerLine(block.end) === null) return null;
    const read = readKey(withoutComments(sourceOfAnswer(block.end)));
    if (!read) return null;
    return claimLine(block, () => {
      const line = lineOfAnswer(block.end);
      if (!tellNamedOption(block, line, context)) tellJudgement(block, line, context);
      if (typeof read !== 'string') {
        tellZeros(read, line, context);
        tellMemory(read, block, line, context);
        return read;
      }
      report(context, 'question-number', { line, params: { slip: read } });
      return null;
    });
  },
};

/** `1.20` as a number is 1.2; as a version it is another one. */
function tellZeros({ text, low, high, unit }: NumberAnswer, line: number, context: Context): void {
  if (low !== high || unit !== '' || !/\.\d*0$/.test(text)) return;
  report(context, 'question-number-zero', {
    line,
    params: { text, value: low },
    fix: literally(text, line, context),
  });
}

/** `512m` of memory is 512 MiB for Docker; as a number it is 0.512, as of a CPU in Kubernetes. */
function tellMemory({ text, unit }: NumberAnswer, block: AnswerBlock, line: number, context: Context): void {
  if (unit !== 'm') return;
  const above = block.nodes
    .slice(0, block.last)
    .flatMap(({ tokens, start, end }) => tokens.slice(start, end).map(({ content }) => content));
  const asked = [block.title, ...above].join('\n');
  if (!/메모리|memory|mem_|\bRAM\b/i.test(asked) || /cpu|코어/i.test(asked)) return;
  report(context, 'question-number-memory', { line, params: { text }, fix: literally(text, line, context) });
}

/** The edit that makes a number an answer that has to be as it is written. */
function literally(text: string, line: number, context: Context): Fix | undefined {
  const from = (context.source.lines[line] ?? '').lastIndexOf(text);
  if (from < 0) return undefined;
  const range = { line, from, to: from + text.length };
  return replacement(context, range, `\`${text}\``, '쓴 그대로의 답으로 하기');
}

// Each begins behind what is no blank, so that many blanks are gone through once.
const RANGE = /^(.*?\S)\s*\.\.\s*(.+)$/;
const TOLERANCE = /^(.*?\S)\s*(?:±|\+\/?[-\u2212])\s*(.*)$/;

/** The key as the author wrote it, or what is wrong with it; null for words. */
function readKey(source: string): NumberAnswer | Slip | null {
  const written = source.trim().replace(/^\*\*(.+)\*\*$/, '$1');
  const [, value = '', tolerance] = TOLERANCE.exec(written) ?? [];
  if (tolerance !== undefined) return within(quantityOf(value), quantityOf(tolerance));
  const [, from = '', to] = RANGE.exec(written) ?? [];
  if (to !== undefined) return between(quantityOf(from), quantityOf(to));
  const plain = quantityOf(written);
  return plain && answerFrom(written, plain.number, plain.number, plain.unit);
}

/** A number with nothing but a unit that converts. `007` and `0644` are names. */
function quantityOf(written: string): Quantity | null {
  const quantity = /^[+-]?0\d/.test(written) ? null : readQuantity(written);
  return quantity && (quantity.unit === '' || isUnit(quantity.unit)) ? quantity : null;
}

type Quantity = NonNullable<ReturnType<typeof readQuantity>>;

const answerFrom = (text: string, low: Decimal, high: Decimal, unit: string): NumberAnswer => ({
  type: 'number',
  text,
  low: decimalText(low),
  high: decimalText(high),
  unit,
});

/** `2..3 GiB`: a unit at either end is that of both. */
function between(from: Quantity | null, to: Quantity | null): NumberAnswer | Slip | null {
  if (!from || !to) return null;
  const unit = from.unit || to.unit;
  if (to.unit !== '' && to.unit !== unit) return 'units';
  if (compareDecimals(from.number, to.number) > 0) return 'reversed';
  const text = `${decimalText(from.number)}~${decimalText(to.number)} ${unit}`.trim();
  return answerFrom(text, from.number, to.number, unit);
}

/** `5 GiB ± 0.1`, `5 ± 0.1 GiB`; `5 GiB ± 10 %` is a share of the five. */
function within(value: Quantity | null, tolerance: Quantity | null): NumberAnswer | Slip | null {
  if (!value) return null;
  if (!tolerance || compareDecimals(tolerance.number, NOTHING) < 0) return 'tolerance';
  const unit = value.unit || tolerance.unit;
  const isShare = tolerance.unit === '%' && unit !== '%';
  if (tolerance.unit !== '' && tolerance.unit !== unit && !isShare) return 'units';
  const size = compareDecimals(value.number, NOTHING) < 0 ? negated(value.number) : value.number;
  const part = isShare ? times(size, times(tolerance.number, HUNDREDTH)) : tolerance.number;
  const [low, high] = [plus(value.number, negated(part)), plus(value.number, part)];
  const [of, by] = [decimalText(value.number), decimalText(tolerance.number)];
  const text = isShare ? `${of} ${unit} ± ${by} %` : `${of} ± ${by} ${unit}`.trim();
  return answerFrom(text, low, high, unit);
}

const NOTHING: Decimal = { digits: 0n, exponent: 0 };
const HUNDREDTH: Decimal = { digits: 1n, exponent: -2 };

// Options above a line 정답 that names one of them: `- 가` … `정답: 가`, `1. 가` … `정답: 2`, `① 가` … `정답: ②`. Read as an answer to be typed, though
// one was meant to be chosen.

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
function tellNamedOption(block: AnswerBlock, line: number, context: Context): boolean {
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

// The output of a command: a fenced block `output`, the last of the question, is the key.

export const output: AnswerReader<AnswerOf<'output'>> = {
  // Below another answer it belongs to what is said of that.
  isEnd(node, nodes) {
    if (!isOutput(node)) return false;
    const { key, answer } = tracesIn(nodes);
    return (key ?? answer) === null;
  },
  claim({ end, last }, context) {
    if (!isOutput(end)) return null;
    return {
      first: last,
      read() {
        const lines = outputLines(end.token.content);
        if (lines.length > 0) return { type: 'output', lines };
        report(context, 'question-shape', { line: lineOf(end) - 1, params: { found: 'output-empty' } });
        return null;
      },
    };
  },
};

const isOutput = ({ type, token }: Node): boolean => type === 'fence' && /^output\b/i.test(token.info.trim());
