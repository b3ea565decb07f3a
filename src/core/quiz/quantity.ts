/**
 * Numbers with units, as an author's key and as a learner types them: read, converted and compared exactly. `5 GiB`, `5,120 MiB`,
 * `25 %` and `0.25`, `500m` of Kubernetes and `0.5`.
 */

import type { AnswerOf } from '../model/question.ts';
import { foldWidth, HYPHEN } from './answer-text.ts';
import { compareDecimals, type Decimal, decimalText, divided, readDecimal, times } from './decimal.ts';

export interface Quantity {
  number: Decimal;
  /** As it was written; empty for none. */
  unit: string;
}

interface Unit {
  /** Units of one kind convert into each other. */
  kind: string;
  factor: Decimal;
}

/** What each unit is in the first one of its kind. Pure numbers are a kind, too: 25 % is 0.25. */
const KINDS: Record<string, Record<string, string>> = {
  number: { '': '1', '%': '1e-2', 퍼센트: '1e-2', '‰': '1e-3', m: '1e-3', 천: '1e3', 만: '1e4', 억: '1e8' },
  size: {
    ...{ B: '1', byte: '1', bytes: '1', 바이트: '1', bit: '0.125', bits: '0.125', 비트: '0.125' },
    ...{ kB: '1e3', KB: '1e3', MB: '1e6', GB: '1e9', TB: '1e12', PB: '1e15' },
    ...{ kbit: '125', Mbit: '125e3', Gbit: '125e6' },
    ...binary(['Ki', 'Mi', 'Gi', 'Ti', 'Pi']),
  },
  rate: {
    ...{ bps: '1', kbps: '1e3', Mbps: '1e6', Gbps: '1e9' },
    ...{ 'B/s': '8', 'kB/s': '8e3', 'KB/s': '8e3', 'MB/s': '8e6', 'GB/s': '8e9' },
  },
  time: {
    ...{ ns: '1e-9', us: '1e-6', µs: '1e-6', μs: '1e-6', ms: '1e-3', 밀리초: '1e-3' },
    ...{ s: '1', sec: '1', 초: '1', min: '60', 분: '60', h: '3600', hour: '3600', 시간: '3600' },
    ...{ d: '86400', day: '86400', days: '86400', 일: '86400', 주: '604800' },
  },
  frequency: { Hz: '1', kHz: '1e3', MHz: '1e6', GHz: '1e9' },
};

/** Of memory in Kubernetes `Mi` is short for MiB. */
function binary(prefixes: string[]): Record<string, string> {
  const entries = prefixes.flatMap((prefix, at) => {
    const factor = String(1024 ** (at + 1));
    return [prefix, `${prefix}B`].map((name) => [name, factor]);
  });
  return Object.fromEntries(entries);
}

const UNITS = new Map(
  Object.entries(KINDS).flatMap(([kind, factors]) =>
    Object.entries(factors).flatMap(([name, written]): [string, Unit][] => {
      const factor = readDecimal(written);
      return factor ? [[name, { kind, factor }]] : [];
    }),
  ),
);
const BY_SMALL_LETTERS = new Map([...UNITS].map(([name, unit]) => [name.toLowerCase(), unit]));

export const isUnit = (name: string): boolean => UNITS.has(name);

/** `gib` is GiB; of one letter, small and capital are two things. */
const unitOf = (name: string): Unit | undefined =>
  UNITS.get(name) ?? (name.length > 1 ? BY_SMALL_LETTERS.get(name.toLowerCase()) : undefined);

const QUANTITY = /^([+-]?[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?)\s*((?![\d,.])[\p{L}%‰][\p{L}%‰/ ]{0,11})?$/iu;
const LONGEST = 100;

/** `5 GiB`, `1,000`, `25%`: a number and what follows it, whether that is a unit or not; null for anything else. */
export function readQuantity(written: string): Quantity | null {
  const plain = foldWidth(written).replace(HYPHEN, '-').trim();
  if (plain.length > LONGEST) return null;
  const [, figures = '', unit = ''] = QUANTITY.exec(powersOfTen(plain)) ?? [];
  const number = readDecimal(figures);
  return number && { number, unit: unit.trim() };
}

/** `1.5 × 10^3` → `1.5e3` */
const powersOfTen = (text: string): string =>
  text.replace(/^([+-]?[\d.,]+)\s*[×x*·]\s*10\s*\^\s*([+-]?\d+)/i, '$1e$2');

/** Words around a number: `약 3 GiB입니다.` */
const BEFORE = /^(?:(?:정답|답)(?:은|:)?\s*|약\s*|대략\s*|[=≈]\s*)+/;
const AFTER = /(?:정도)?(?:입니다|이다|이에요|예요|임)?[.。!]*$/;

const readTyped = (typed: string): Quantity | null =>
  readQuantity(foldWidth(typed).trim().replace(BEFORE, '').replace(AFTER, '').trimEnd());

export interface QuantityJudgement {
  /** `unit`: the number is right, and the unit is another one or missing. */
  result: 'right' | 'unit' | 'wrong';
  /** What the learner wrote; null when that is no number. */
  given: Quantity | null;
  /** The same in the unit of the key, where it has to be converted for it. */
  converted: string | null;
}

/** Judges what was typed. Where the key has no unit, none is looked at, but those of pure numbers are reckoned with. */
export function judgeQuantity({ low, high, unit }: AnswerOf<'number'>, typed: string): QuantityJudgement {
  const given = readTyped(typed);
  const [from, to] = [readDecimal(low), readDecimal(high)];
  const key = unitOf(unit);
  if (!given || !from || !to || !key) return { result: 'wrong', given, converted: null };
  const isWithin = (number: Decimal, factor: Decimal) =>
    compareDecimals(number, times(from, factor)) >= 0 && compareDecimals(number, times(to, factor)) <= 0;
  const isNumber = isWithin(given.number, ONE);
  const own = unitOf(given.unit);
  const isSameKind = own !== undefined && own.kind === key.kind;
  const isSameUnit = isSameKind && compareDecimals(own.factor, key.factor) === 0;
  const isEqual = isSameKind && isWithin(times(given.number, own.factor), key.factor);
  const converted =
    isSameKind && !isSameUnit && given.unit !== '' && unit !== ''
      ? convertedText(times(given.number, own.factor), key.factor, unit)
      : null;
  if (isEqual || (isNumber && unit === '')) return { result: 'right', given, converted };
  return { result: isNumber ? 'unit' : 'wrong', given, converted };
}

const ONE: Decimal = { digits: 1n, exponent: 0 };

/** 「약 2.79 GiB」; null for what is too small to be told so. */
function convertedText(number: Decimal, factor: Decimal, unit: string): string | null {
  const { quotient, isExact } = divided(number, factor, 2);
  if (quotient.digits === 0n && !isExact) return null;
  return `${isExact ? '' : '약 '}${decimalText(quotient)} ${unit}`.trim();
}
