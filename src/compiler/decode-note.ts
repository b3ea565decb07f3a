/** The text of a note's bytes. Notes are UTF-8; of any other encoding the author is told which it is. */

import { isUtf8 } from 'node:buffer';

export interface DecodedNote {
  text: string;
  /** The name of another encoding; null for UTF-8, also with bytes that are none (they are read as U+FFFD). */
  encoding: string | null;
}

/** Reads any bytes. A byte order mark of UTF-8 stays in the text. */
export function decodeNote(bytes: Buffer): DecodedNote {
  const hasNul = bytes.includes(0);
  if (!hasNul && isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: null };
  const wide = wideEncoding(bytes);
  if (wide !== null)
    return {
      text: new TextDecoder(wide).decode(bytes),
      encoding: wide === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE',
    };
  const text = bytes.toString('utf8');
  return isUtf8(bytes) ? { text, encoding: null } : (decodeKorean(bytes, text) ?? { text, encoding: null });
}

/** By its mark, or by the zeros that ASCII has in it: `# ` is 23 00 20 00 in little endian. 가 (AC00) has one, too. */
function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const isText = !/(?![\t\n\f\r])\p{Cc}|\uFFFD/u.test(new TextDecoder(encoding).decode(bytes));
  return isText ? encoding : null;
}

/** CP949 (with EUC-KR within it), when that reads as Hangul what UTF-8 cannot read; a few broken bytes are broken UTF-8. */
function decodeKorean(bytes: Buffer, asUtf8: string): DecodedNote | null {
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
  if (count(asUtf8, /\uFFFD/g) <= count(asUtf8, /[^\p{ASCII}\uFFFD]/gu)) return null;
  const text = new TextDecoder('euc-kr').decode(bytes);
  return count(text, /[가-힣]/g) > count(text, /\uFFFD/g) ? { text, encoding: 'CP949(EUC-KR)' } : null;
}
