/**
 * The key of a record on several devices as people hand it on: 256 random bits as the fragment of a link, or typed from paper in
 * Crockford's base 32, which has no letters that look alike.
 */

export const KEY_BYTES = 32;
const KEY_BITS = 8 * KEY_BYTES;

const LINK_MARK = '#sync=';
const ADDRESS_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PAPER_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const READ_AS: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** `…/progress/` → `…/progress/#sync=3q2-7w…`. */
export const keyLink = (page: string, key: Uint8Array): string => `${page}${LINK_MARK}${keyText(key)}`;

/** Of an address's hash; `damaged` where it was meant as a key and is none, as when a messenger has cut the link. */
export function keyOfHash(hash: string): Uint8Array | 'damaged' | null {
  if (!hash.startsWith(LINK_MARK)) return null;
  return keyOfText(hash.slice(LINK_MARK.length)) ?? 'damaged';
}

/** In base 64 for addresses: 43 characters. */
export const keyText = (key: Uint8Array): string => written(`${bitsOf(key)}00`, ADDRESS_LETTERS);

/** Null unless it is a whole key. */
export const keyOfText = (text: string): Uint8Array | null => {
  const bits = readBits(text, ADDRESS_LETTERS);
  return bits?.length === KEY_BITS + 2 ? bytesOf(bits) : null;
};

/** 13 groups of 4 letters: 256 bits, and 4 that tell slips. */
export function groupsOf(key: Uint8Array): string[] {
  const bits = bitsOf(key);
  return written(bits + checkOf(bits), PAPER_LETTERS).match(/.{4}/g) ?? [];
}

/** What was typed, or a whole link that was pasted; null where it is no key, as after a slip. */
export function typedKey(text: string): Uint8Array | null {
  const pasted = text.indexOf(LINK_MARK);
  if (pasted >= 0) return keyOfText(text.slice(pasted + LINK_MARK.length).trim());
  const letters = text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[ILO]/g, (letter) => READ_AS[letter] ?? '');
  const bits = readBits(letters, PAPER_LETTERS);
  if (bits?.length !== KEY_BITS + 4) return null;
  const own = bits.slice(0, KEY_BITS);
  return checkOf(own) === bits.slice(KEY_BITS) ? bytesOf(own) : null;
}

const bitsOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');

const bytesOf = (bits: string): Uint8Array =>
  Uint8Array.from({ length: KEY_BYTES }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2));

/** As many bits a letter as the alphabet has room for. */
function written(bits: string, alphabet: string): string {
  const size = Math.log2(alphabet.length);
  const letters = Array.from({ length: bits.length / size }, (_, at) => {
    return alphabet[Number.parseInt(bits.slice(at * size, (at + 1) * size), 2)];
  });
  return letters.join('');
}

/** Null where a letter is none of the alphabet. */
function readBits(text: string, alphabet: string): string | null {
  const values = Array.from(text, (letter) => alphabet.indexOf(letter));
  if (values.some((value) => value < 0)) return null;
  return values.map((value) => value.toString(2).padStart(Math.log2(alphabet.length), '0')).join('');
}

/** CRC-4 (x⁴ + x + 1) as four bits, which most slips do not meet. */
function checkOf(bits: string): string {
  let rest = 0;
  for (const bit of `${bits}0000`) {
    rest = (rest << 1) | Number(bit);
    if (rest & 0b1_0000) rest ^= 0b1_0011;
  }
  return rest.toString(2).padStart(4, '0');
}
