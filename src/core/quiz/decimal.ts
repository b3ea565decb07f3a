/** Exact decimals: an integer and a power of ten, since in binary numbers 0.1 + 0.2 is not 0.3. */

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
export function divided(a: Decimal, b: Decimal, places: number): { quotient: Decimal; isExact: boolean } {
  const exponent = Math.min(a.exponent, b.exponent);
  const [dividend, divisor] = [scaled(a, exponent) * 10n ** BigInt(places), scaled(b, exponent)];
  const half = dividend < 0n ? -divisor : divisor;
  return {
    quotient: { digits: (2n * dividend + half) / (2n * divisor), exponent: -places },
    isExact: dividend % divisor === 0n,
  };
}
