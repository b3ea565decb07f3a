/** The types of an export: the questions and recall cards of a course, each as HTML and as text. */

import type { QuestionType } from '../model/question.ts';
import type { Rich } from './plain-html.ts';
import type { ExportedAnswer } from './types/table.ts';

export interface ExportedSource {
  label: string;
  /** Absolute; null when it is not known where the site is. */
  address: string | null;
  /** Words of the sentence that teaches the answer. */
  quote: string | null;
}

export interface ExportedQuestion {
  id: string;
  /** Whether the author has given the id; else it changes with the words. */
  isPermanent: boolean;
  type: QuestionType;
  /** Title of the section it checks; null for the whole topic. */
  section: string | null;
  line: number;
  title: Rich;
  /** What stands between the title and the answer. */
  stem: Rich | null;
  answer: ExportedAnswer;
  hints: Rich[];
  explanation: Rich | null;
  sources: ExportedSource[];
}

/** A term of the notes and what they say of it. */
export interface ExportedCard {
  id: string;
  /** The nearest term above, or the section's title; empty directly under the topic's title. */
  facet: string;
  term: string;
  back: Rich;
}

export interface ExportedTopic {
  /** Path of the page, `/docker/compose/`. */
  path: string;
  file: string;
  number: string | null;
  title: string;
  questions: ExportedQuestion[];
  cards: ExportedCard[];
}

/** The JSON export; schema.ts says the same for other tools. */
export interface ExportDocument {
  $schema: './questions.schema.json';
  format: 1;
  course: { id: string | null; title: string; description: string };
  topics: ExportedTopic[];
}

/** Something that a format cannot carry: what becomes of it, in Korean, and where, as `file:line`. */
export interface Loss {
  message: string;
  places: string[];
}

export interface ExportedFile {
  name: string;
  text: string;
}

export interface Exported {
  /** None when there is nothing that the format carries. */
  files: ExportedFile[];
  losses: Loss[];
}

export const locationOf = ({ file }: ExportedTopic, { line }: ExportedQuestion): string => `${file}:${line}`;
