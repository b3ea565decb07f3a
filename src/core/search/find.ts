/** Searches the loaded index: from what was typed to places in the course, the likeliest first, each with its best sentence. */

import type MiniSearch from 'minisearch';
import type { Query as IndexQuery, SearchResult } from 'minisearch';
import type { SearchData, SearchDocument, SearchKind, SearchPlace } from './documents.ts';
import { type Query, readQuery, type Synonyms, synonymsOf, type WordReading } from './query.ts';
import { WordIndex } from './search-index.ts';
import { nearestWord, vocabularyOf } from './vocabulary.ts';
import { type Vocabulary, wordsIn } from './words.ts';

export interface LoadedIndex {
  data: SearchData;
  index: MiniSearch;
  vocabulary: Vocabulary;
  synonyms: Synonyms;
}

/** A part of a text to be marked: UTF-16 offsets, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

export interface Hit {
  place: SearchPlace;
  kind: SearchKind;
  group: HitGroup;
  title: string;
  text: string;
  titleMarks: Range[];
  textMarks: Range[];
  /** Id of the term to be led to, nearer than the place's own; null when there is none. */
  anchor: string | null;
  score: number;
}

/** What a hit is found in: the notes' own words, a comparison, or a question. */
export type HitGroup = 'notes' | 'tables' | 'questions';

export interface SearchResults {
  hits: Hit[];
  /** The word that was not taken as typed, and how it was read; null when all were. */
  reading: WordReading | null;
  /** Words of the query that are nowhere in the notes, in no reading; what is found has the others. */
  absent: string[];
  /** No place has all the words of the query: what is found has some of them. */
  isPartial: boolean;
  /** When there is nothing: the nearest word of the course. */
  nearest: string | null;
}

/** The most hits that a search returns. */
const MOST_HITS = 60;
/** How much a match in a title or in the text of a document says, by its kind. */
const TITLE: Record<SearchKind, number> = {
  topic: 1,
  section: 0.96,
  term: 0.9,
  row: 0.62,
  code: 0.5,
  text: 0.6,
  question: 0.5,
};
const TEXT: Record<SearchKind, number> = {
  topic: 0.6,
  section: 0.6,
  term: 0.55,
  row: 0.5,
  code: 0.42,
  text: 0.55,
  question: 0.46,
};

/** A document that only stands under a word says little about it, and completes a query of several words. */
const CONTEXT = 0.3;
/** Words of a query that stand in different sentences of a place say a little less than in one. */
const APART = 0.9;

/** Makes a fetched index ready; the costly part, done once. */
export function loadSearch(data: SearchData): LoadedIndex {
  const index = new WordIndex(data);
  return { data, index, vocabulary: vocabularyOf([...index.words]), synonyms: synonymsOf(data.synonyms) };
}

/** Any text gives an answer, also an empty one. One hit for each place and group; each question is a place of its own. */
export function find(loaded: LoadedIndex, typed: string, most = MOST_HITS): SearchResults {
  const query = readQuery(typed, loaded.vocabulary, loaded.synonyms);
  if (query.parts.length === 0)
    return { hits: [], reading: null, absent: [], isPartial: false, nearest: null };
  const candidates = search(loaded, query).map((result) => weigh(loaded.data, query, result));
  const { places, isWhole } = bestByPlace(candidates);
  const hits = places.slice(0, most).map((candidate) => hitOf(loaded.data, candidate));
  const nearest = hits.length === 0 ? nearestWord(typed, loaded.vocabulary) : null;
  const hasHits = hits.length > 0;
  return {
    hits,
    reading: hasHits ? query.reading : null,
    absent: hasHits ? query.absent : [],
    isPartial: hasHits && !isWhole,
    nearest,
  };
}

function search({ index }: LoadedIndex, { parts }: Query): SearchResult[] {
  const queries = parts
    .filter(({ readings }) => readings.length > 0)
    .map(
      ({ readings }): IndexQuery => ({
        combineWith: 'OR',
        queries: readings.map(({ words }) => ({
          combineWith: 'AND',
          queries: words.map((meanings) => ({ combineWith: 'OR', queries: [...meanings.keys()] })),
        })),
      }),
    );
  return queries.length === 0 ? [] : index.search({ combineWith: 'OR', queries });
}

/** A weighed result. Titles and marks are worked out later, and only for those that are shown. */
interface Candidate {
  document: SearchDocument;
  score: number;
  /** What each part of the query is worth in it; 0 where it is not there. */
  parts: number[];
  /** Which part of each matching word was meant. */
  meant: Map<string, Range>;
}

function weigh({ documents }: SearchData, { parts }: Query, result: SearchResult): Candidate {
  const document = documents[result.id as number] as SearchDocument;
  const { kind, title } = document;
  const { match } = result;
  const worthOf = (word: string, weight: number): number => {
    let worth = 0;
    for (const field of match[word] ?? []) {
      const factor = field === 'title' ? TITLE[kind] : field === 'text' ? TEXT[kind] : CONTEXT;
      worth = Math.max(worth, weight * factor);
    }
    return worth;
  };
  const matching = Object.keys(match);
  const meant = new Map<string, Range>();
  const worths = parts.map(({ readings }) => {
    let strongest = 0;
    for (const { words, weight } of readings) {
      let weakest = 1;
      for (const meanings of words) {
        let worth = 0;
        for (const word of matching) {
          const own = meanings.get(word);
          if (!own) continue;
          worth = Math.max(worth, worthOf(word, own.weight));
          meant.set(word, own);
        }
        weakest = Math.min(weakest, worth);
      }
      strongest = Math.max(strongest, weight * weakest);
    }
    return strongest;
  });
  let covered = 0;
  for (const [word, { start, end }] of meant) if (match[word]?.includes('title')) covered += end - start;
  const share = title === '' ? 0 : Math.min(1, covered / title.length);
  return {
    document,
    score: mean(worths) + share * 0.2 + Math.log1p(result.score) * 0.01,
    parts: worths,
    meant,
  };
}

function hitOf({ places }: SearchData, { document, score, meant }: Candidate): Hit {
  const { kind, title, text, place, anchor = null } = document;
  return {
    place: places[place] as SearchPlace,
    kind,
    group: groupOf(kind),
    title,
    text,
    titleMarks: marksIn(title, meant),
    textMarks: marksIn(text, meant),
    anchor,
    score,
  };
}

const groupOf = (kind: SearchKind): HitGroup =>
  kind === 'row' ? 'tables' : kind === 'question' ? 'questions' : 'notes';

function marksIn(text: string, meant: ReadonlyMap<string, Range>): Range[] {
  return wordsIn(text).flatMap(({ word, start, length }) => {
    const range = meant.get(word);
    if (!range) return [];
    // The lower case of some letters is longer (`İ`), and the offsets do not fit; then the whole word is marked.
    const isEven = word.length === length;
    return [{ start: start + (isEven ? range.start : 0), end: start + (isEven ? range.end : length) }];
  });
}

interface PlaceGroup {
  candidate: Candidate;
  count: number;
  /** The most each part of the query is worth in any document of the place. */
  parts: number[];
}

/** Places that hold every part of the query, in one sentence or in several; if there are none, those that hold some. */
function bestByPlace(candidates: readonly Candidate[]): { places: Candidate[]; isWhole: boolean } {
  const groups = new Map<string, PlaceGroup>();
  for (const candidate of candidates) {
    const { place, kind, text } = candidate.document;
    const key = kind === 'question' ? `${place} ${text}` : `${place} ${groupOf(kind)}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { candidate, count: 1, parts: candidate.parts });
    else {
      group.count += 1;
      group.parts = group.parts.map((worth, at) => Math.max(worth, candidate.parts[at] ?? 0));
      if (candidate.score > group.candidate.score) group.candidate = candidate;
    }
  }
  const places = [...groups.values()];
  const whole = places.filter(({ parts }) => parts.every((worth) => worth > 0));
  const best = (whole.length > 0 ? whole : places)
    .map(({ candidate, count, parts }) => ({
      ...candidate,
      score: Math.max(candidate.score, mean(parts) * APART) + Math.log2(count) * 0.015,
    }))
    .sort((a, b) => b.score - a.score || a.document.place - b.document.place);
  return { places: best, isWhole: whole.length > 0 };
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
