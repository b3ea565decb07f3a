/** Finding: a loaded index and what is typed give places, the likeliest first, each with its best sentence marked. */

import MiniSearch, { type Query as IndexQuery, type SearchResult } from 'minisearch';
import type { SearchData, SearchDocument, SearchKind, SearchPlace } from '../model/search.ts';
import { nearestWord } from './nearest-word.ts';
import { type Query, readQuery, type Synonyms, synonymsOf } from './query.ts';
import { OPTIONS } from './search-index.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { wordsIn } from './words.ts';

export interface Loaded {
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

export interface Found {
  hits: Hit[];
  /** How a word was read that means another than its letters; null when taken as typed. */
  reading: { how: 'layout' | 'initials'; typed: string; word: string } | null;
  /** When there is nothing: the nearest word of the course. */
  nearest: string | null;
}

/** Parts of a query that few documents hold all of are given up last; more hits than these are never asked for. */
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

/** Makes a fetched index ready; the costly part, done once. */
export function loadSearch(data: SearchData): Loaded {
  const index = MiniSearch.loadJS(data.index as never, OPTIONS as never) as MiniSearch;
  const words = new Set<string>();
  for (const { title, text } of data.documents) {
    for (const { word } of wordsIn(title)) words.add(word);
    for (const { word } of wordsIn(text)) words.add(word);
  }
  return { data, index, vocabulary: vocabularyOf([...words]), synonyms: synonymsOf(data.synonyms) };
}

/** Total: any text gives an answer. One hit a place and group; each question is a place of its own. */
export function find(loaded: Loaded, typed: string, most = MOST_HITS): Found {
  const query = readQuery(typed, loaded.vocabulary, loaded.synonyms);
  if (query.parts.length === 0) return { hits: [], reading: null, nearest: null };
  const all = query.parts.every(({ readings }) => readings.length > 0) ? search(loaded, query, 'AND') : [];
  const results = all.length > 0 ? all : search(loaded, query, 'OR');
  const hits = bestByPlace(results.map((result) => hitOf(loaded.data, query, result))).slice(0, most);
  const nearest = hits.length === 0 ? nearestWord(typed, loaded.vocabulary) : null;
  return { hits, reading: hits.length > 0 ? query.reading : null, nearest };
}

function search({ index }: Loaded, { parts }: Query, combineWith: 'AND' | 'OR'): SearchResult[] {
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
  return queries.length === 0 ? [] : index.search({ combineWith, queries });
}

function hitOf(
  { documents, places }: SearchData,
  { parts }: Query,
  result: SearchResult,
): Hit & { at: number } {
  const document = documents[result.id as number] as SearchDocument;
  const { kind, title, text } = document;
  const fields = (word: string): readonly string[] => result.match[word] ?? [];
  const worthOf = (word: string, weight: number): number =>
    Math.max(
      0,
      ...fields(word).map(
        (field) => weight * (field === 'title' ? TITLE[kind] : field === 'text' ? TEXT[kind] : CONTEXT),
      ),
    );
  let score = 0;
  const meant = new Map<string, Range>();
  for (const { readings } of parts) {
    let strongest = 0;
    for (const { words, weight } of readings) {
      const values = words.map((meanings) => {
        let value = 0;
        for (const [word, { weight: own, start, end }] of meanings) {
          if (!(word in result.match)) continue;
          value = Math.max(value, worthOf(word, own));
          meant.set(word, { start, end });
        }
        return value;
      });
      strongest = Math.max(strongest, weight * Math.min(...values));
    }
    score += strongest;
  }
  const titleMarks = marksIn(title, meant);
  const marked = titleMarks.reduce((sum, { start, end }) => sum + end - start, 0);
  const covered = title === '' ? 0 : marked / title.replace(/\s/g, '').length;
  return {
    place: places[document.place] as SearchPlace,
    kind,
    group: kind === 'row' ? 'tables' : kind === 'question' ? 'questions' : 'notes',
    title,
    text,
    titleMarks,
    textMarks: marksIn(text, meant),
    anchor: document.anchor ?? null,
    score: score / parts.length + covered * 0.2 + Math.log1p(result.score) * 0.01,
    at: document.place,
  };
}

function marksIn(text: string, meant: ReadonlyMap<string, Range>): Range[] {
  return wordsIn(text).flatMap(({ word, start, length }) => {
    const range = meant.get(word);
    if (!range) return [];
    // Lower case of some letters is longer than they are; then all of the word is marked.
    const isEven = word.length === length;
    return [{ start: start + (isEven ? range.start : 0), end: start + (isEven ? range.end : length) }];
  });
}

function bestByPlace(hits: (Hit & { at: number })[]): Hit[] {
  const best = new Map<string, Hit & { at: number; count: number }>();
  for (const hit of hits) {
    const key = hit.kind === 'question' ? `${hit.at} ${hit.text}` : `${hit.at} ${hit.group}`;
    const known = best.get(key);
    const count = (known?.count ?? 0) + 1;
    best.set(key, known && known.score >= hit.score ? { ...known, count } : { ...hit, count });
  }
  return [...best.values()]
    .map(({ count, ...hit }) => ({ ...hit, score: hit.score + Math.log2(count) * 0.015 }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ at: _, ...hit }) => hit);
}
