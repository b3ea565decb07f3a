/**
 * The types of the study index: every question, recall card and comparison cell of the course, in order of reading; and where the questions
 * stand with the learner, as it is shown.
 */

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

// What decides where a question stands is `core/study/standing.ts`.

/** In the order in which they are told, and in which a bar draws them. */
export const STANDINGS = ['remembered', 'due', 'wrong', 'new'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Their names for the learner. */
export const STANDING_NAMES: Record<Standing, string> = {
  remembered: '기억',
  due: '복습',
  wrong: '오답',
  new: '안 풂',
};

/** Numbers of questions; cards and cells are no questions and are counted apart. */
export type Tally = Record<Standing | 'all', number>;

/** As before anything is answered. */
export const newTally = (all: number): Tally => ({ all, remembered: 0, due: 0, wrong: 0, new: all });

/** 10문제 중 기억 6, 복습 2, 오답 2, 안 풂 0. */
export const tallyWords = (tally: Tally): string =>
  `${tally.all}문제 중 ${STANDINGS.map((each) => `${STANDING_NAMES[each]} ${tally[each]}`).join(', ')}`;
