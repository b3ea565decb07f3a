/** The types of the search data: the course cut into documents, each with its place. */

/**
 * `topic`, `section`: a title. `term`: a term with its explanation. `text`: a sentence or paragraph. `row`: a row of a
 * comparison. `question`: a stem, never its answer. `code`: a listing.
 */
export type SearchKind = 'topic' | 'section' | 'term' | 'text' | 'row' | 'question' | 'code';

/** A place one can be led to: a section or facet of a page. */
export interface SearchPlace {
  path: string;
  anchor: string | null;
  /** Title of the area the page is in; empty for the course map. */
  area: string;
  /** Number and title of the page. */
  number: string | null;
  topic: string;
  /** Title of the section or facet; empty at the top of a page. */
  section: string;
}

/** NFC. `title` is what stands above all (a heading, a term), `text` what it says. */
export interface SearchDocument {
  place: number;
  kind: SearchKind;
  title: string;
  text: string;
  /** Id of the term in its page, nearer than the place's. */
  anchor?: string;
}

/** Written to course/search.json. The word index is made of it where it is searched. */
export interface SearchData {
  format: 2;
  places: SearchPlace[];
  documents: SearchDocument[];
  /** Groups of names for one thing, folded. */
  synonyms: string[][];
}
