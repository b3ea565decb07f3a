/**
 * Reads what was typed: each word of the query with every reading it may have, such as another name of the same thing, the
 * other keyboard layout (`zjsxpdlsj` for 컨테이너), initial consonants (`ㅋㅌㅇㄴ`), or several words written as one (`가상머신`).
 */

import { otherLayout } from '../quiz/near-miss.ts';
import { isInitials, meaningsOf, SURE, strongest, vocabularyOf } from './vocabulary.ts';
import { foldText, type Meanings, type Vocabulary, wordsIn } from './words.ts';

/** One way to read a part of the query: words that must all stand in one document, each with its meanings. */
export interface Reading {
  words: Meanings[];
  /** 0 to 1: how likely it is that this is what was meant. */
  weight: number;
  /** The name that was taken for what was typed, where it is neither that nor a part of it. */
  as?: { how: 'slip' | 'spelling'; word: string };
}

/** A word of the query, or two that the synonyms know as one name. Any of its readings will do. */
export interface QueryPart {
  readings: Reading[];
}

/** The first word that was not taken as typed, and as what it was read; null when there is none. */
export interface WordReading {
  how: 'layout' | 'initials' | 'slip' | 'spelling';
  typed: string;
  word: string;
}

export interface Query {
  parts: QueryPart[];
  reading: WordReading | null;
  /** The words that the notes have in no reading, as typed. */
  absent: string[];
}

/** Names of one thing. */
export interface Synonyms {
  /** The others, by each name, folded and without spaces. */
  others: ReadonlyMap<string, readonly string[]>;
  /** The names as words, so that they are understood half typed, by 초성 and with a slip too. */
  vocabulary: Vocabulary;
}

/** Weight of another name of the same thing, a little less than that of the word itself. */
const NAME = 0.88;
const SURE_WORD = 0.9;
const LENGTH = 120;
const MOST_PARTS = 8;
const LONGEST_PIECE = 12;
const MOST_PIECES = 4;

const foldName = (name: string): string =>
  wordsIn(foldText(name))
    .map(({ word }) => word)
    .join('');

export function synonymsOf(groups: readonly (readonly string[])[]): Synonyms {
  const others = new Map<string, string[]>();
  for (const group of groups) {
    for (const name of group) {
      const rest = group.filter((other) => other !== name);
      others.set(foldName(name), [...(others.get(foldName(name)) ?? []), ...rest]);
    }
  }
  return { others, vocabulary: vocabularyOf([...others.keys()]) };
}

/** Reads a query of any length and form; what is beyond 120 characters or 8 words is left out. */
export function readQuery(typed: string, vocabulary: Vocabulary, synonyms: Synonyms): Query {
  const text = foldText(typed).slice(0, LENGTH);
  const typedWords = wordsIn(text).slice(0, MOST_PARTS);
  const parts: QueryPart[] = [];
  const absent: string[] = [];
  let reading: Query['reading'] = null;
  for (let at = 0; at < typedWords.length; at++) {
    const { word, start, length } = typedWords[at] ?? { word: '', start: 0, length: 0 };
    // 가상 머신 is one name where the synonyms know 가상머신.
    const next = typedWords[at + 1];
    const joined = next && synonyms.others.has(word + next.word) ? word + next.word : null;
    if (joined !== null && next) {
      const apart = { words: [meaningsOf(word, vocabulary), meaningsOf(next.word, vocabulary)], weight: 1 };
      parts.push({ readings: usable([apart, ...namesOf(joined, vocabulary, synonyms)]) });
      at += 1;
      continue;
    }
    let readings = usable(readingsOf(word, vocabulary, synonyms));
    if (best(readings) < SURE) {
      for (const other of otherLayout(text.slice(start, start + length))) {
        const turned = wordsIn(foldText(other));
        const words = turned.map((each) => meaningsOf(each.word, vocabulary));
        const names = turned.length === 1 ? namesOf(turned[0]?.word ?? '', vocabulary, synonyms) : [];
        const read = usable([{ words, weight: 0.9 }, ...names]);
        if (best(read) > best(readings)) {
          reading ??= { how: 'layout', typed: text.slice(start, start + length), word: other.toLowerCase() };
        }
        readings = [...readings, ...read];
      }
    }
    const sound = isInitials(word) ? soundsLike(readings) : null;
    if (sound !== null) reading ??= { how: 'initials', typed: word, word: sound };
    const asTyped = text.slice(start, start + length);
    const as = mostLikely(readings)?.as;
    if (as) reading ??= { ...as, typed: asTyped };
    if (readings.length === 0) absent.push(asTyped);
    parts.push({ readings });
  }
  return { parts, reading, absent };
}

function readingsOf(word: string, vocabulary: Vocabulary, synonyms: Synonyms): Reading[] {
  const meanings = meaningsOf(word, vocabulary);
  // For a word of the notes itself, names that only begin like it are ignored.
  const least = strongest(meanings) > SURE_WORD ? SURE_WORD : 0;
  const names = namesOf(word, vocabulary, synonyms).filter(({ weight }) => weight >= least * NAME);
  const readings: Reading[] = [{ words: [meanings], weight: 1, ...readAs(meanings) }, ...names];
  if (strongest(meanings) >= SURE) return readings;
  const cutAt = (cut: number) => {
    const words = [word.slice(0, cut), word.slice(cut)].map((piece) => meaningsOf(piece, vocabulary));
    if (words.every((each) => strongest(each) >= SURE)) readings.push({ words, weight: 0.9 });
  };
  // 가상머신 in notes that write 가상 머신.
  for (let cut = 2; cut <= word.length - 2; cut++) cutAt(cut);
  const isRead = () => readings.some(({ words }) => words.every(({ size }) => size > 0));
  // 환경격 on the way to 환경 격리; 윈도우 is rather another spelling of 윈도.
  if (!isRead() && word.length > 2) cutAt(word.length - 1);
  if (isRead()) return readings;
  const pieces = cutApart(word, vocabulary);
  if (pieces) readings.push({ words: pieces.map((piece) => meaningsOf(piece, vocabulary)), weight: 0.85 });
  return readings;
}

/** `여러줄문자열` → `여러`, `줄`, `문자열`: the fewest words of the notes that make up a word; null when there are none. */
function cutApart(word: string, { wordSet }: Vocabulary): string[] | null {
  const cuts: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    let fewest: string[] | null = null;
    for (let start = Math.max(0, end - LONGEST_PIECE); start < end; start++) {
      const before = cuts[start];
      const piece = word.slice(start, end);
      if (!before || !wordSet.has(piece) || before.length + 1 >= (fewest?.length ?? MOST_PIECES + 1))
        continue;
      fewest = [...before, piece];
    }
    cuts[end] = fewest;
  }
  return cuts[word.length] ?? null;
}

/** The readings by other names of the same thing. */
function namesOf(word: string, vocabulary: Vocabulary, { others, vocabulary: names }: Synonyms): Reading[] {
  const meanings = meaningsOf(word, names);
  // Only the nearest name: 컨테이너 is no half of 컨테이너 런타임. A name within a name is another thing too.
  const nearest = strongest(meanings);
  return [...meanings].flatMap(([synonym, { weight, start }]) =>
    weight < nearest || start > 0
      ? []
      : (others.get(synonym) ?? []).map((name) => ({
          words: wordsIn(foldText(name)).map((each) => meaningsOf(each.word, vocabulary)),
          weight: NAME * weight,
          ...readAs(meanings),
        })),
  );
}

/** What a word was taken for by its likeliest meaning. */
function readAs(meanings: Meanings): Pick<Reading, 'as'> {
  const [first] = [...meanings].sort(([, a], [, b]) => b.weight - a.weight);
  if (!first?.[1].not) return {};
  const [word, { not, start, end }] = first;
  return { as: { how: not, word: word.slice(start, end) } };
}

const usable = (readings: Reading[]): Reading[] =>
  readings.filter(({ words }) => words.length > 0 && words.every(({ size }) => size > 0));

const likelihood = (reading: Reading | undefined): number =>
  reading ? reading.weight * weakest(reading.words) : 0;

const mostLikely = (readings: readonly Reading[]): Reading | undefined =>
  [...readings].sort((a, b) => likelihood(b) - likelihood(a))[0];

const best = (readings: readonly Reading[]): number => likelihood(mostLikely(readings));

const weakest = (words: readonly Meanings[]): number =>
  words.reduce((low, word) => Math.min(low, strongest(word)), Number.POSITIVE_INFINITY);

/** The part of the likeliest word that 초성 stand for: `ㅋㅌ` → `컨테`. */
function soundsLike(readings: readonly Reading[]): string | null {
  const [first] = [...(readings[0]?.words[0] ?? [])].sort(([, a], [, b]) => b.weight - a.weight);
  return first ? first[0].slice(first[1].start, first[1].end) : null;
}
