/**
 * Numbers with units, as an author's key and as a learner types them: read, converted and compared exactly. `5 GiB`, `5,120 MiB`, `25 %`
 * and `0.25`, `500m` of Kubernetes and `0.5`.
 */

import type { AnswerOf } from '../model/question.ts';
import { foldWidth, HYPHEN } from './answer-text.ts';

// Exact decimals: an integer and a power of ten, since in binary numbers 0.1 + 0.2 is not 0.3.

export interface Decimal {
  digits: bigint;
  exponent: number;
}

/** Longer numbers are no answer of a person, and would take long to reckon with. */
const MOST_DIGITS = 60;
const MOST_EXPONENT = 60;

/** `1,000`, `.5`, `-3.10`, `1e3`; null for what is no number. */
export function readDecimal(text: string): Decimal | null {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i.exec(text) ?? [];
  const digits = whole.replaceAll(',', '') + fraction;
  if (digits === '' || digits.length > MOST_DIGITS || Math.abs(Number(power)) > MOST_EXPONENT) return null;
  return { digits: BigInt(sign === '-' ? `-${digits}` : digits), exponent: Number(power) - fraction.length };
}

export const times = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  exponent: a.exponent + b.exponent,
});

export const negated = ({ digits, exponent }: Decimal): Decimal => ({ digits: -digits, exponent });

export function plus(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return { digits: scaled(a, exponent) + scaled(b, exponent), exponent };
}

/** Below zero, zero or above, as for sorting. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const { digits } = plus(a, negated(b));
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** The same number with a smaller exponent: only zeros are added. */
const scaled = ({ digits, exponent }: Decimal, to: number): bigint => digits * 10n ** BigInt(exponent - to);

/** Without an exponent and without zeros that say nothing: `1000`, `-0.5`. */
export function decimalText({ digits, exponent }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const plain = String(digits < 0n ? -digits : digits);
  if (exponent >= 0) return plain === '0' ? plain : sign + plain + '0'.repeat(exponent);
  const padded = plain.padStart(1 - exponent, '0');
  const fraction = padded.slice(exponent).replace(/0+$/, '');
  return sign + padded.slice(0, exponent) + (fraction === '' ? '' : `.${fraction}`);
}

/** A quotient rounded to so many places behind the point, and whether that is all of it; the divisor is above zero. */
function divided(a: Decimal, b: Decimal, places: number): { quotient: Decimal; isExact: boolean } {
  const exponent = Math.min(a.exponent, b.exponent);
  const [dividend, divisor] = [scaled(a, exponent) * 10n ** BigInt(places), scaled(b, exponent)];
  const half = dividend < 0n ? -divisor : divisor;
  return {
    quotient: { digits: (2n * dividend + half) / (2n * divisor), exponent: -places },
    isExact: dividend % divisor === 0n,
  };
}

interface Quantity {
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

interface QuantityJudgement {
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
