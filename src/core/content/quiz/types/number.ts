/** A number to type: `정답: 3.14`, `정답: 3.14 ± 0.01`, `정답: 2..3 GiB`. What is more than a number stays a short answer. */

import type { Fix } from '../../../model/diagnostic.ts';
import type { AnswerOf } from '../../../model/question.ts';
import { compareDecimals, type Decimal, decimalText, negated, plus, times } from '../../../quiz/decimal.ts';
import { isUnit, readQuantity } from '../../../quiz/quantity.ts';
import { withoutComments } from '../../markdown/code-spans.ts';
import { type Context, replacement, report } from '../../source/context.ts';
import {
  type AnswerBlock,
  type AnswerReader,
  answerLine,
  claimLine,
  isAnswerLine,
  lineOfAnswer,
  sourceOfAnswer,
} from '../answer-block.ts';
import { tellNamedOption } from '../named-option.ts';
import { tellJudgement } from './true-false.ts';

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
