/** The types of a question's answer and response, by question type, and of its sources. */

import type { FileTest } from '../files/file-test.ts';
import type { Html } from './html.ts';

/** A thing to choose, to order or to sort. `text` is what a reader reads of `html`. */
export interface AnswerItem {
  html: Html;
  text: string;
  feedback: Html | null;
  line: number;
}

export interface AnswerOption extends AnswerItem {
  isRight: boolean;
}

export type ClozePart =
  | { kind: 'text'; html: Html }
  | { kind: 'blank'; variants: string[]; line: number }
  /** Between two paragraphs, and where one follows code. */
  | { kind: 'break' }
  /** What follows is code, up to the next break or code. */
  | { kind: 'code'; language: string; title: string | null };

/** A condition that a mended file has to meet: all of its tests. */
export interface FileCheck extends AnswerItem {
  tests: FileTest[];
}

/** A file as it is written in a code block. */
export interface WrittenFile {
  language: string;
  title: string | null;
  code: string;
  html: Html;
  line: number;
}

export interface AnswerPair {
  left: { html: Html; text: string };
  right: { html: Html; text: string };
  feedback: Html | null;
  line: number;
}

export interface AnswerCategory {
  name: { html: Html; text: string };
  items: AnswerItem[];
  line: number;
}

/** The answer block by type. Lists are in the author's order; variants are as written, the first one is shown. */
export type Answer =
  | { type: 'single'; options: AnswerOption[] }
  | { type: 'multiple'; options: AnswerOption[] }
  | { type: 'true-false'; isTrue: boolean }
  | { type: 'short'; variants: string[] }
  /** From `low` to `high`, decimals as text, in `unit`, which is empty for none; `text` is what is shown. */
  | { type: 'number'; text: string; low: string; high: string; unit: string }
  /** What a command prints. */
  | { type: 'output'; lines: string[] }
  | { type: 'cloze'; parts: ClozePart[] }
  /** `decoys` are right sides without a partner. */
  | { type: 'matching'; pairs: AnswerPair[]; decoys: AnswerItem[] }
  | { type: 'ordering'; items: AnswerItem[] }
  | { type: 'categories'; categories: AnswerCategory[] }
  /** `solution` is the author's own; any file that meets the checks is right. */
  | { type: 'fix'; file: WrittenFile; checks: FileCheck[]; solution: WrittenFile };

export type QuestionType = Answer['type'];

export type AnswerOf<T extends QuestionType> = Extract<Answer, { type: T }>;

/** What a learner answers, by type of question. Keys are those of `keysOf`; what is left open is absent or empty. */
export type Response =
  | { type: 'single'; option: string | null }
  | { type: 'multiple'; options: string[] }
  | { type: 'true-false'; isTrue: boolean | null }
  /** `isMeant`: the learner stands by it, as a slip of the keys or as right after all. */
  | { type: 'short'; text: string; isMeant?: boolean }
  | { type: 'number'; text: string; isMeant?: boolean }
  | { type: 'output'; text: string; isMeant?: boolean }
  /** Blanks in order; `meant` has the indices of those the learner stands by. */
  | { type: 'cloze'; texts: string[]; meant?: number[] }
  /** The right side's key by the left side's. */
  | { type: 'matching'; places: Record<string, string> }
  /** The items' keys in the learner's order. */
  | { type: 'ordering'; order: string[] }
  /** The category's key by the item's. */
  | { type: 'categories'; places: Record<string, string> }
  /**
   * The mended file; null for the file as it stands. `met`: the tests it meets, as they are written, once it was read (`src/core/files/`):
   * what reads files is loaded with the first that is mended, and grading needs none of it.
   */
  | { type: 'fix'; text: string | null; met?: string[] };

export type ResponseOf<T extends QuestionType> = Extract<Response, { type: T }>;

/** Where the answer is taught. */
export interface QuestionSource {
  /** A URL under the base path, `#anchor` in the same page; null when the author wrote no link that lives. */
  href: string | null;
  label: string;
  /** Words of the sentence there, which the page finds and marks. */
  quote: string | null;
  line: number;
}
