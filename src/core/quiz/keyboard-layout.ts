/** Words typed in the wrong keyboard layout: `zjsxpdlsj` ↔ 컨테이너. */

import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';

const LATIN = /[A-Za-z]/;
const HANGUL = /[가-힣ㄱ-ㅎㅏ-ㅣ]/;
const MAX_LENGTH = 200;

/** What the same keys give in the other layout; empty for words that mix scripts or have no letters. */
export function otherLayout(typed: string): string[] {
  const text = typed.normalize('NFC');
  const [isLatin, isHangul] = [LATIN.test(text), HANGUL.test(text)];
  if (isLatin === isHangul || text.length > MAX_LENGTH) return [];
  if (isHangul) return [convertHangulToQwerty(text)];
  // Without the lower case, Caps Lock would make every consonant a double one.
  return [...new Set([text, text.toLowerCase()])].flatMap(toHangul);
}

/** Empty where the keys make no word: es-hangul throws on a double vowel and a batchim without a consonant before (`hks`). */
function toHangul(keys: string): string[] {
  try {
    return [convertQwertyToHangul(keys)];
  } catch {
    return [];
  }
}
