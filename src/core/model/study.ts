/** The types of the study index: every question, recall card and comparison cell of the course, in order of reading. */

import type { ContentHash } from './event.ts';
import type { QuestionType } from './question.ts';

/** Written to course/study.json; the questions and cards themselves are in the pages' data. */
export interface StudyIndex {
  /** Version of this format; an index of another version is fetched anew. */
  format: 1;
  topics: StudyTopic[];
}

/** A page with something to learn. */
export interface StudyTopic {
  path: string;
  number: string | null;
  title: string;
  file: string;
  /** Number of its area in the tree, `1`. */
  area: string;
  questions: StudyQuestion[];
  cards: StudyCard[];
  cells: StudyCell[];
  /** Of an area's own page, the sections that the tree lists, where they hold all its questions; absent of every other page. */
  sections?: StudySection[];
  /** Paths of the pages it stands beside in a comparison; absent where there is none. */
  comparedWith?: string[];
}

export interface StudySection {
  /** `1.1`. */
  number: string;
  title: string;
  anchor: string;
}

/** A question, or a pool by its first question: what counts as one. */
export interface StudyQuestion extends Sibling {
  /** The others of its pool, in order of reading; absent of a question in none. */
  siblings?: Sibling[];
}

/** One question by itself. */
export interface Sibling {
  /** As `questionIdOf` gives it. */
  id: string;
  type: QuestionType;
  /** The section whose quiz it is in; null for the whole topic's. */
  anchor: string | null;
  hash: ContentHash;
}

export interface StudyCard {
  /** The nearest term above, or the section's title; empty directly under the topic's title. */
  facet: string;
  term: string;
  /** The section it stands in; null under the topic's title. */
  anchor: string | null;
}

/** A cell of a comparison that says something and has a table with an id. */
export interface StudyCell {
  compare: string;
  row: string;
  column: string;
  anchor: string | null;
}
