/**
 * Spellings of one foreign word: 포드 for 파드, 콘테이너 for 컨테이너, 네트웍 for 네트워크, 디렉토리 for 디렉터리. Words are compared by
 * how they sound once what transliterations waver in is taken away.
 */

import { disassembleCompleteCharacter } from 'es-hangul';

/** Small letters differ in earnest, at a cost; capitals (tense consonants, and any at the end of a syllable) fit both. */
const ONSETS: Record<string, string> = {
  ...{
    ㄱ: 'g',
    ㅋ: 'k',
    ㄲ: 'G',
    ㄷ: 'd',
    ㅌ: 't',
    ㄸ: 'D',
    ㅂ: 'b',
    ㅍ: 'p',
    ㅃ: 'B',
    ㅈ: 'j',
    ㅊ: 'c',
    ㅉ: 'J',
  },
  ...{ ㅅ: 's', ㅆ: 's', ㄴ: 'n', ㅁ: 'm', ㄹ: 'r', ㅎ: 'h', ㅇ: '' },
};
/** 콘/컨, 데이타/데이터, 스케쥴/스케줄, 캐쉬/캐시, 까페/카페; ㅡ is no sound of its own (네트워크, 네트웍). */
const VOWELS = ['ㅏㅓㅗㅑㅕㅛㅘㅝ', 'ㅔㅐㅖㅒㅞㅙㅚ', 'ㅣㅟㅢ', 'ㅜㅠ'];
const VOWEL_LETTERS = 'aeiu';
const CODAS = ['ㄱㅋㄲㄳ', 'ㄷㅅㅆㅈㅊㅌㅎ', 'ㅂㅍㅄ', 'ㄴㄵㄶ', 'ㅁㄻ', 'ㄹㄺㄼㄽㄾㄿㅀ', 'ㅇ'];
const CODA_LETTERS = 'GDBnmrq';
/** 데이터, 데타; 윈도우, 윈도. */
const LONG = /(?<=[ea])(?:(?<=e)i|(?<=a)u)/g;
const DOUBLED = /([gkG])(?=[gkG])|([dtD])(?=[dtD])|([bpB])(?=[bpB])|r(?=r)|m(?=m)|n(?=n)/g;
const WAVERING: Record<string, string> = {
  k: 'g',
  G: 'g',
  t: 'd',
  D: 'd',
  p: 'b',
  B: 'b',
  c: 'j',
  J: 'j',
  e: 'a',
  i: 'a',
};

/** `콘테이너` → `kantena`; empty for anything but Hangul syllables. */
export function soundOf(word: string): string {
  let sound = '';
  for (const syllable of word) {
    const parts = disassembleCompleteCharacter(syllable);
    if (!parts) return '';
    const { choseong, jungseong, jongseong } = parts;
    // 화일, 휠터: an f.
    const isF = choseong === 'ㅎ' && /[ㅘㅝㅞㅟ]|ㅗㅏ|ㅜㅓ|ㅜㅔ|ㅜㅣ/.test(jungseong);
    sound += (isF ? 'p' : ONSETS[choseong]) + letterOf(composed(jungseong), VOWELS, VOWEL_LETTERS);
    sound += letterOf(jongseong.slice(0, 1), CODAS, CODA_LETTERS);
  }
  return sound.replace(LONG, '').replace(DOUBLED, '');
}

/** The sound with everything folded that may differ at all; of the same length. */
export const coarse = (sound: string): string =>
  sound.replace(/[kGtDpBcJei]/g, (letter) => WAVERING[letter] ?? letter);

/** How many letters of two sounds of one coarse form differ in earnest: 0 for 포드 and 파드, 1 for 포드 and 포트. */
export function soundsApart(a: string, b: string): number {
  let apart = 0;
  for (let at = 0; at < a.length; at++) {
    const [one = '', other = ''] = [a[at], b[at]];
    if (one !== other && !/[GDBJ]/.test(one + other)) apart++;
  }
  return apart;
}

const COMPOSED: Record<string, string> = {
  ㅗㅏ: 'ㅘ',
  ㅗㅐ: 'ㅙ',
  ㅗㅣ: 'ㅚ',
  ㅜㅓ: 'ㅝ',
  ㅜㅔ: 'ㅞ',
  ㅜㅣ: 'ㅟ',
  ㅡㅣ: 'ㅢ',
};
const composed = (vowel: string): string => COMPOSED[vowel] ?? vowel;

const letterOf = (jamo: string, classes: readonly string[], letters: string): string =>
  jamo === '' ? '' : (letters[classes.findIndex((each) => each.includes(jamo))] ?? '');
