/**
 * Blanks nobody sees, from Option+Space on a Mac or a text pasted from the web: markdown takes none of them for a space, so that a
 * heading or an option stayed literal text.
 */

/** They say nothing. Before a mark or the rest of a syllable one stays, since both would be put together without it. */
const ZERO_WIDTH = /[\u200B\u2060\uFEFF](?![\p{M}\u1160-\u11FF])/gu;
const ODD =
  '\\u00A0\\u00AD\\u1680\\u2000-\\u200F\\u2028-\\u202F\\u205F\\u2066-\\u2069\\u2800\\u3000\\u3164\\uFFA0';
const HAS_ODD = new RegExp(`[${ODD}\\u2060\\uFEFF]`);
const EACH_ODD = new RegExp(`[${ODD}]`, 'g');
/** Marks at the start of a line: quotes, bullets, numbers, boxes and hashes, each with a blank behind it. */
const MARKS = new RegExp(`^(?:[\\s${ODD}>]|(?:[-*+]|\\d{1,9}[.)]|#{1,6}|\\[[ xX${ODD}]\\])(?=[\\s${ODD}]))+`);
/** A delimiter row, a fence or a rule. */
const ONLY_MARKS = new RegExp(`^[\\s${ODD}>]*[-*_=|:\`~][-*_=|:\`~\\s${ODD}]*$`);
const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/;

export const hasOddBlanks = (text: string): boolean => HAS_ODD.test(text);

/** Where zero-width characters stand that `withPlainBlanks` leaves out; everything else keeps its length. */
export const zeroWidths = (line: string): Set<number> =>
  new Set([...line.matchAll(ZERO_WIDTH)].map(({ index }) => index));

/** A text with plain blanks among its marks, and without zero-width characters. In code blanks are as the author wrote them. */
export function withPlainBlanks(text: string): string {
  let fence = '';
  const lines = text.replace(ZERO_WIDTH, '').split('\n');
  return lines
    .map((line) => {
      const plain = plainMarks(line);
      const mark = FENCE.exec(plain)?.[1] ?? '';
      if (fence === '') {
        fence = mark;
        return plain;
      }
      const isClosing = mark[0] === fence[0] && mark.length >= fence.length;
      if (isClosing) fence = '';
      return isClosing ? plain : line;
    })
    .join('\n');
}

function plainMarks(line: string): string {
  if (!HAS_ODD.test(line)) return line;
  if (ONLY_MARKS.test(line)) return line.replace(EACH_ODD, ' ');
  const marks = MARKS.exec(line)?.[0] ?? '';
  return marks.replace(EACH_ODD, '').trim() !== ''
    ? marks.replace(EACH_ODD, ' ') + line.slice(marks.length)
    : line;
}
