/** The index over the documents: MiniSearch with our words and no processing of its own. */

import MiniSearch, { type Options } from 'minisearch';
import type { PageData } from '../model/course.ts';
import type { SearchData, SearchPlace } from '../model/search.ts';
import { cutPages } from './documents.ts';
import { wordsIn } from './words.ts';

interface Indexed {
  id: number;
  title: string;
  text: string;
  /** What the document stands under: area, topic, section. */
  context: string;
}

export const FIELDS = ['title', 'text', 'context'] as const;

/** What MiniSearch must be told again when a serialised index is loaded. */
export const OPTIONS: Options<Indexed> = {
  fields: [...FIELDS],
  tokenize: (text) => wordsIn(text).map(({ word }) => word),
  processTerm: (term) => term,
};

const contextOf = (place: SearchPlace | undefined): string =>
  place ? [place.area, place.topic, place.section].join(' ') : '';

/** Made when the course is compiled; plain JSON. */
export function buildSearch(pages: Iterable<PageData>, synonyms: string[][]): SearchData {
  const { places, documents } = cutPages(pages);
  const index = new MiniSearch(OPTIONS);
  index.addAll(
    documents.map(({ title, text, place }, id) => ({ id, title, text, context: contextOf(places[place]) })),
  );
  return { format: 1, places, documents, synonyms, index: index.toJSON() };
}
