/**
 * The words of an index, and every way a typed word can mean one of them: whole, as its beginning, inside it, half typed (`컨테잉`), by
 * initial consonants (`ㅋㅌㅇㄴ`), in another spelling of a foreign word (`콘테이너`), or with one slip of the keys.
 */

import { combineVowels, disassemble, disassembleCompleteCharacter, getChoseong } from 'es-hangul';
import { editDistance, isOneApart, stemsOf } from '../quiz/near-miss.ts';
import { foldText, type Meanings, type Meant, type Vocabulary, wordsIn } from './words.ts';

const HANGUL = /[\uAC00-\uD7A3]/;
const WEIGHT = {
  exact: 1,
  particle: 0.96,
  prefix: 0.82,
  halfTyped: 0.74,
  inside: 0.56,
  spelling: 0.5,
  slip: 0.42,
};
/** Fewest letters of a word that may hold a slip, and that is looked for inside others. */
const FEWEST = { slipHangul: 3, slipLatin: 5, insideHangul: 2, insideLatin: 3 };
const LONGEST_PARTICLE = 4;
/** A word may differ in a third of its keys. */
const MOST_SHARE = 1 / 3;
const MOST_KEYS = 30;
/** From this weight on no other reading is tried. */
export const SURE = WEIGHT.halfTyped - 0.04;

export function vocabularyOf(words: readonly string[]): Vocabulary {
  return {
    words,
    wordSet: new Set(words),
    jamo: words.map((word) => disassemble(word)),
    initials: words.map(initialsOf),
    sounds: words.map(soundOf),
  };
}

/** Every word that a typed one, folded, may mean. Other spellings, then slips, are looked for only when nothing else is found. */
export function meaningsOf(typed: string, vocabulary: Vocabulary): Meanings {
  const meanings: Meanings = new Map();
  if (isInitials(typed)) return meaningsByInitials(typed, vocabulary);
  byLetters(typed, vocabulary, meanings);
  // `종속성을` means 종속성, even where the notes hold the very same form.
  for (const { stem, isSure } of stemsOf(typed)) {
    if (isSure) byLetters(stem, vocabulary, meanings, 0.97);
  }
  if (meanings.size === 0) bySpelling(typed, vocabulary, meanings);
  if (meanings.size === 0) bySlip(typed, vocabulary, meanings);
  // `가상화` is a word itself, so 가상환경, which begins with the same keys, is hardly meant.
  if (strongest(meanings) >= WEIGHT.particle * 0.97) {
    for (const meant of meanings.values()) if (meant.isHalf) meant.weight *= 0.5;
  }
  return meanings;
}

export const strongest = (meanings: Meanings): number =>
  [...meanings.values()].reduce((most, { weight }) => Math.max(most, weight), 0);

function put(meanings: Meanings, word: string, meant: Meant): void {
  if ((meanings.get(word)?.weight ?? 0) < meant.weight) meanings.set(word, meant);
}

function byLetters(typed: string, { words, jamo }: Vocabulary, meanings: Meanings, factor = 1): void {
  const isHangul = HANGUL.test(typed);
  const canBeInside = typed.length >= (isHangul ? FEWEST.insideHangul : FEWEST.insideLatin);
  const keys = disassemble(typed);
  // `컨테잉` on the way to 컨테이너: the last consonant may belong to the next syllable.
  const open = isHangul && keys.length > 2 && !/[ㅏ-ㅣ]$/.test(keys) ? keys.slice(0, -1) : null;
  words.forEach((word, index) => {
    const at = word.indexOf(typed);
    if (at === 0 || (at > 0 && canBeInside)) {
      const rest = word.length - typed.length;
      const weight =
        at > 0
          ? WEIGHT.inside
          : rest === 0
            ? WEIGHT.exact
            : isParticle(typed, word)
              ? WEIGHT.particle
              : WEIGHT.prefix - Math.min(rest, 8) * 0.01;
      put(meanings, word, { weight: weight * factor, start: at, end: at + typed.length });
    } else if (isHangul && at < 0) {
      const letters = jamo[index] ?? '';
      const isHalf = letters.startsWith(keys);
      if (isHalf || (open !== null && typed.length > 2 && letters.startsWith(open))) {
        const rest = Math.min(Math.max(0, word.length - typed.length), 8);
        const weight = (WEIGHT.halfTyped - (isHalf ? 0 : 0.03) - rest * 0.01) * factor;
        put(meanings, word, { weight, start: 0, end: Math.min(typed.length, word.length), isHalf: true });
      }
    }
  });
}

/** Whether what follows the typed word is a 조사. */
const isParticle = (typed: string, word: string): boolean =>
  word.length - typed.length <= LONGEST_PARTICLE &&
  stemsOf(word).some(({ stem, isSure }) => isSure && stem === typed);

/** `포드`, or `포드를`, for `파드` and `파드는`: of the words that sound alike, those that do so the most. */
function bySpelling(typed: string, { words, sounds }: Vocabulary, meanings: Meanings): void {
  const stems = stemsOf(typed).flatMap(({ stem, isSure }) => (isSure ? [stem] : []));
  for (const text of [typed, ...stems]) {
    const sound = soundOf(text);
    const like = coarse(sound);
    if (text.length < 2 || sound === '') continue;
    const found: { word: string; end: number; apart: number }[] = [];
    words.forEach((word, index) => {
      const whole = sounds[index] ?? '';
      if (!coarse(whole).startsWith(like)) return;
      for (let end = 1; end <= word.length; end++) {
        const part = soundOf(word.slice(0, end));
        if (coarse(part) !== like || !(end === word.length || isParticle(word.slice(0, end), word))) continue;
        found.push({ word, end, apart: soundsApart(part, sound) });
        break;
      }
    });
    const most = text.length < FEWEST.slipHangul ? 0 : 1;
    const least = found.reduce((low, { apart }) => Math.min(low, apart), most);
    for (const { word, end, apart } of found)
      if (apart <= least) put(meanings, word, { weight: WEIGHT.spelling, start: 0, end, not: 'spelling' });
    if (meanings.size > 0) return;
  }
}

function bySlip(typed: string, { words, jamo }: Vocabulary, meanings: Meanings): void {
  const isHangul = HANGUL.test(typed);
  if (typed.length < (isHangul ? FEWEST.slipHangul : FEWEST.slipLatin) || /\d/.test(typed)) return;
  const keys = disassemble(typed);
  words.forEach((word, index) => {
    const letters = jamo[index] ?? '';
    if (letters.length < keys.length - 1 || HANGUL.test(word) !== isHangul) return;
    const reach = [keys.length, keys.length + 1, keys.length - 1].find((length) =>
      isOneApart(keys, letters.slice(0, length)),
    );
    if (reach === undefined) return;
    const end = lettersToLength(word, reach);
    // What follows the slip should be nothing or a particle; else it is another word.
    const isWhole = end === word.length || isParticle(word.slice(0, end), word);
    put(meanings, word, { weight: isWhole ? WEIGHT.slip : WEIGHT.slip - 0.1, start: 0, end, not: 'slip' });
  });
}

/** How many characters of a word its first so many keys make. */
function lettersToLength(word: string, keys: number): number {
  let used = 0;
  for (let length = 1; length <= word.length; length++) {
    used += disassemble(word[length - 1] ?? '').length;
    if (used >= keys) return length;
  }
  return word.length;
}

/** 「…을 찾으셨나요?」: the word that is nearest to a typed word without a hit, by edit distance in jamo. */
export function nearestWord(typed: string, { words, jamo }: Vocabulary): string | null {
  const first = wordsIn(foldText(typed))[0]?.word ?? '';
  const keys = disassemble(first).slice(0, MOST_KEYS);
  if (keys.length < 3) return null;
  let nearest: string | null = null;
  let least = Math.floor(keys.length * MOST_SHARE) + 1;
  words.forEach((word, index) => {
    const apart = editDistance(keys, jamo[index] ?? '', least);
    if (apart < least) [nearest, least] = [word, apart];
  });
  return nearest;
}

// 초성 search: initial consonants stand for the words that sound like them, `ㅋㅌㅇㄴ` for 컨테이너.

const WEIGHT_AT_START = 0.7;
const WEIGHT_INSIDE = 0.5;
const LONGEST_REST = 8;

/** Whether a typed word is nothing but two consonants or more. */
export const isInitials = (typed: string): boolean => /^[ㄱ-ㅎ]{2,}$/.test(typed);

/** `컨테이너` → `ㅋㅌㅇㄴ`; empty for words without Hangul. */
const initialsOf = (word: string): string => (HANGUL.test(word) ? getChoseong(word) : '');

/** The words of a vocabulary with these consonants in a row. Of several, a shorter one is more likely meant. */
function meaningsByInitials(typed: string, { words, initials }: Vocabulary): Meanings {
  const meanings: Meanings = new Map();
  words.forEach((word, index) => {
    const start = initials[index]?.indexOf(typed) ?? -1;
    if (start < 0) return;
    const rest = Math.min(word.length - typed.length, LONGEST_REST);
    const weight = (start === 0 ? WEIGHT_AT_START : WEIGHT_INSIDE) - rest * 0.01;
    meanings.set(word, { weight, start, end: start + typed.length });
  });
  return meanings;
}

// Spellings of one foreign word: 포드 for 파드, 콘테이너 for 컨테이너, 네트웍 for 네트워크, 디렉토리 for 디렉터리. Words are compared by how they sound once what
// transliterations waver in is taken away.

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
function soundOf(word: string): string {
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
const coarse = (sound: string): string =>
  sound.replace(ANY_WAVERING, (letter) => COARSE[WAVERING.indexOf(letter)] ?? letter);

/** In how many small letters two sounds of one coarse form differ: 0 for 포드 and 파드, both `pad`, 1 for 포드 and 포트. */
function soundsApart(a: string, b: string): number {
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
