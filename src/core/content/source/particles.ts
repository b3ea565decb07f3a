/** The particle after a word of any kind: `docker.md`가, `v16`이, `python`으로. Latin letters and digits count as Koreans read them aloud. */

import { josa } from 'es-hangul';

type Particles = Parameters<typeof josa>[1];

const DIGITS = '영일이삼사오육칠팔구';
/** The names of the letters a to z, by their last syllable: 에이, 비, …, 엘, 엠, 엔, …, 알. */
const LETTERS = '이비시디이프지치이이이엘엠엔오피큐알스티유이유스이트';
/** How English words end in Korean: 파일, 네임, 심플, 파이썬, 컨테이닝, 맵, 북, 깃. Any other ends in a vowel (도커, 리스트, 콘다). */
const ENDINGS: [RegExp, string][] = [
  [/(?:l|le)$/, '을'],
  [/(?:m|[aeiou]me)$/, '음'],
  [/(?:n|[aeiou]ne)$/, '은'],
  [/ng$/, '응'],
  [/[aeiou][bp]$/, '읍'],
  [/[aeiou]c?k$|[aeiou]c$/, '윽'],
  [/[aeiou]t$/, '읏'],
];

/** The particle alone; 이/가 of both for a word that ends in no letter. */
export function particleAfter(word: string, particles: Particles): string {
  const [last = ''] = /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(word.normalize('NFC')) ?? [];
  return josa.pick(/[가-힣]$/.test(last) ? last : readAloud(word, last), particles);
}

/** A syllable that ends as the word does when it is read. */
function readAloud(word: string, last: string): string {
  const digit = /\d$/.exec(last)?.[0];
  if (digit !== undefined) return DIGITS[Number(digit)] ?? '이';
  const letters = /[a-z]+$/i.exec(last)?.[0] ?? '';
  if (letters === '') return '이';
  // What is spelled: `.md`, `URL`, `html`.
  const isSpelled = word.includes(`.${letters}`) || /^[A-Z]+$/.test(letters) || !/[aeiouy]/i.test(letters);
  if (isSpelled) return LETTERS[letters.toLowerCase().charCodeAt(letters.length - 1) - 97] ?? '이';
  return ENDINGS.find(([ending]) => ending.test(letters.toLowerCase()))?.[1] ?? '이';
}
