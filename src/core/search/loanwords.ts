/**
 * Spellings of one foreign word: 포드 for 파드, 콘테이너 for 컨테이너, 네트웍 for 네트워크, 디렉토리 for 디렉터리. Words are compared by
 * how they sound once what transliterations waver in is taken away.
 */

import { combineVowels, disassembleCompleteCharacter } from 'es-hangul';

/**
 * Each jamo gets the letter of its sound. Small letters are told apart by `soundsApart`; a capital, a tense consonant or the end of a
 * syllable, is as near to the one as to the other: ㄲ is `G`, which may be `g` or `k`. ㅇ at the start and ㅡ (네트워크, 네트웍) are no sounds.
 */
const ONSETS = [...'ㄱㅋㄲㄷㅌㄸㅂㅍㅃㅈㅊㅉㅅㅆㄴㅁㄹㅎ'];
const ONSET_LETTERS = 'gkGdtDbpBjcJssnmrh';
/** 콘/컨, 데이타/데이터, 스케쥴/스케줄, 캐쉬/캐시. */
const VOWELS = ['ㅏㅓㅗㅑㅕㅛㅘㅝ', 'ㅔㅐㅖㅒㅞㅙㅚ', 'ㅣㅟㅢ', 'ㅜㅠ'];
const VOWEL_LETTERS = 'aeiu';
const CODAS = ['ㄱㅋㄲ', 'ㄷㅅㅆㅈㅊㅌㅎ', 'ㅂㅍ', 'ㄴ', 'ㅁ', 'ㄹ', 'ㅇ'];
const CODA_LETTERS = 'GDBnmrq';
/** 데이터, 데타; 윈도우, 윈도. */
const LONG = /(?<=[ea])(?:(?<=e)i|(?<=a)u)/g;
const DOUBLED = /([gkG])(?=[gkG])|([dtD])(?=[dtD])|([bpB])(?=[bpB])|r(?=r)|m(?=m)|n(?=n)/g;
/** Letters that may differ, and the one that stands for each below it in `coarse`. */
const WAVERING = 'kGtDpBcJei';
const COARSE = 'ggddbbjjaa';
const ANY_WAVERING = new RegExp(`[${WAVERING}]`, 'g');

/** `콘테이너` → `kantena`; empty for anything but Hangul syllables. */
export function soundOf(word: string): string {
  let sound = '';
  for (const syllable of word) {
    const parts = disassembleCompleteCharacter(syllable);
    if (!parts) return '';
    const { choseong, jungseong, jongseong } = parts;
    const [first = '', second] = jungseong;
    const vowel = second === undefined ? first : combineVowels(first, second);
    // 화일, 휠터: an f.
    const isF = choseong === 'ㅎ' && /[ㅘㅝㅞㅟ]/.test(vowel);
    sound += isF ? 'p' : letterOf(choseong, ONSETS, ONSET_LETTERS);
    sound += letterOf(vowel, VOWELS, VOWEL_LETTERS);
    sound += letterOf(jongseong.slice(0, 1), CODAS, CODA_LETTERS);
  }
  return sound.replace(LONG, '').replace(DOUBLED, '');
}

/** The sound with everything folded that may differ at all, of the same length: 포드 (`pad`) and 포트 (`pat`) are `bad`. */
export const coarse = (sound: string): string =>
  sound.replace(ANY_WAVERING, (letter) => COARSE[WAVERING.indexOf(letter)] ?? letter);

/** In how many small letters two sounds of one coarse form differ: 0 for 포드 and 파드, both `pad`, 1 for 포드 and 포트. */
export function soundsApart(a: string, b: string): number {
  let apart = 0;
  for (let at = 0; at < a.length; at++) {
    const [one = '', other = ''] = [a[at], b[at]];
    if (one !== other && !/[GDBJ]/.test(one + other)) apart++;
  }
  return apart;
}

/** Empty for what has no sound. */
const letterOf = (jamo: string, classes: readonly string[], letters: string): string =>
  jamo === '' ? '' : (letters[classes.findIndex((each) => each.includes(jamo))] ?? '');
