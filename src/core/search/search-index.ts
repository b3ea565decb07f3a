/**
 * The word index, made in the browser from course/search.json. It is MiniSearch with our own words; making it takes about as
 * long as loading a stored one, which would be several times as large to download.
 */

import MiniSearch from 'minisearch';
import type { SearchData, SearchPlace } from './documents.ts';
import { wordsIn } from './words.ts';

/** `context`: what a document stands under, that is, area, topic, section. */
const FIELDS = ['title', 'text', 'context'];

/** How often each word stands in a field of a document. */
type Counts = ReadonlyMap<string, number>;
/** By field, by document. */
type Postings = Map<number, Map<number, number>>;

/** Finds documents by their positions. */
export class WordIndex extends MiniSearch {
  /** What stands in titles and texts. */
  readonly words = new Set<string>();

  /** Gives the same index as `addAll`, faster: each word is counted first and entered once. */
  constructor({ places, documents }: Pick<SearchData, 'places' | 'documents'>) {
    super({
      fields: FIELDS,
      tokenize: (text) => wordsIn(text).map(({ word }) => word),
      processTerm: (term) => term,
    });
    const contexts = places.map((place) => countWords(contextOf(place)));
    const terms = new Map<string, Postings>();
    documents.forEach(({ title, text, place }, document) => {
      const fields = [countWords(title), countWords(text), contexts[place] ?? new Map()];
      for (const [field, counts] of fields.entries()) {
        if (field < 2) for (const word of counts.keys()) this.words.add(word);
        addPostings(terms, counts, field, document);
      }
      this._documentIds.set(document, document);
      this._idToShortId.set(document, document);
      this._fieldLength.set(
        document,
        fields.map(({ size }) => size),
      );
    });
    for (const [word, postings] of terms) this._index.set(word, postings);
    this._documentCount = this._nextId = documents.length;
    const lengths = [...this._fieldLength.values()];
    this._avgFieldLength = FIELDS.map((_, field) => mean(lengths.map((length) => length[field] ?? 0)));
  }
}

function addPostings(terms: Map<string, Postings>, counts: Counts, field: number, document: number): void {
  for (const [word, count] of counts) inner(inner(terms, word), field).set(document, count);
}

/** The map under a key, put there when it is missing. */
function inner<Outer, Key, Value>(maps: Map<Outer, Map<Key, Value>>, key: Outer): Map<Key, Value> {
  const existing = maps.get(key);
  if (existing) return existing;
  const fresh = new Map<Key, Value>();
  maps.set(key, fresh);
  return fresh;
}

const contextOf = ({ area, topic, section }: SearchPlace): string => [area, topic, section].join(' ');

function countWords(text: string): Counts {
  const counts = new Map<string, number>();
  for (const { word } of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
