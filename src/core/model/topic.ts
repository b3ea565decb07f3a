/** The types of one parsed markdown file: sections of blocks, each block a member of a closed union. */

import type { Html } from './html.ts';
import type { Answer, QuestionSource, QuestionType } from './question.ts';

/** A file's topic. Order of reading: `blocks` (under the title), then `sections` in document order. */
export interface Topic {
  /** Path in the content folder, `/` between parts: `environment-tools/conda.md`. */
  file: string;
  title: Html;
  titleText: string;
  /** GitHub's slug of the title. */
  anchor: string;
  /** First sentences as plain text, at most 160 characters; empty when the file has no prose. */
  description: string;
  /** Permanent id of the course, from `<!-- course: id -->`; only README.md of the course has one. */
  courseId: string | null;
  blocks: Block[];
  sections: Section[];
  /** Further ids that links may lead to: `<a id="x">`. */
  anchors: string[];
  /** Visible characters of the notes without their quizzes, for the reading time. */
  characters: number;
  /** Every link and picture of the file, for checking and for dependencies. */
  links: LinkReference[];
  /** The place among the files beside it, from front matter; used where the course has no list of links. */
  order?: number;
}

/** A heading of level 2–6 and what stands under it up to the next heading. Headings of quizzes are not sections. */
export interface Section {
  /** GitHub's slug of the heading, unique in the topic. */
  anchor: string;
  level: 2 | 3 | 4 | 5 | 6;
  title: Html;
  titleText: string;
  line: number;
  blocks: Block[];
}

export type Block =
  | ProseBlock
  | OutlineBlock
  | CaseBlock
  | NoticeBlock
  | CodeBlock
  | ComparisonBlock
  | StacksBlock
  | QuizBlock;

/** Ordinary markdown, rendered as CommonMark/GFM says: one paragraph, table, quote, list or rule. */
export interface ProseBlock {
  kind: 'prose';
  html: Html;
  line: number;
}

/** A list in the notes' habit. `label`: numbered labels with flush bullets; else the list's own markup is kept. */
export interface OutlineBlock {
  kind: 'outline';
  list: 'label' | 'ordered' | 'bullet';
  /** First number of an ordered or label list. */
  start: number;
  entries: Entry[];
  line: number;
}

/**
 * One item: `term: text`, further blocks, and points (entries again). They are read in this order — term, text,
 * blocks, points — and that is always the order of the source: a block that stands after the points belongs to the
 * last of them, or the lists before it are blocks themselves.
 */
export interface Entry {
  /** What stands before the first colon, without it; null when the item is a sentence. */
  term: Html | null;
  termText: string | null;
  /** What follows the colon, or the whole item; null when there is nothing. */
  text: Html | null;
  blocks: Block[];
  points: Entry[];
  /** Id of the term in its page, unique there; absent without a term. */
  anchor?: string;
  /** How the points are listed. */
  pointList: 'ordered' | 'bullet';
  line: number;
}

export type CaseStepKind = 'situation' | 'solution' | 'result';

/** 배경/문제상황 → (해결방법) → 결과. Two or three steps, each with the author's own word as its term. */
export interface CaseBlock {
  kind: 'case';
  steps: { step: CaseStepKind; entry: Entry }[];
  line: number;
}

export type NoticeTone = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** A GitHub alert; with `supplement`, a 보충: something the instructor's notes do not say. */
export interface NoticeBlock {
  kind: 'notice';
  tone: NoticeTone;
  supplement: { source: Html | null /** ISO date, `2026-11-23`. */; checked: string | null } | null;
  blocks: Block[];
  line: number;
}

/** Fenced or indented code. `html` is the highlighted inside of `<code>`, escaped where nothing highlights. */
export interface CodeBlock {
  kind: 'code';
  language: string;
  /** From the info string: ```` ```yaml compose.yaml ```` */
  title: string | null;
  code: string;
  html: Html;
  line: number;
}

/** A table whose first header cell is 비교. After `link`, no cell is `blank` that the notes can fill. */
export interface ComparisonBlock {
  kind: 'comparison';
  /** From `<!-- compare: id -->`; null when the author gave none. */
  id: string | null;
  columns: ComparisonColumn[];
  rows: ComparisonRow[];
  line: number;
}

export interface ComparisonColumn {
  head: Html;
  text: string;
  /** The topic or section the column is about; null for a plain header. */
  target: { file: string; anchor: string | null } | null;
  line: number;
  column: number;
}

export interface ComparisonRow {
  name: string;
  /** Other names an entry may have in the notes; the row's own name is not among them. */
  aliases: string[];
  cells: ComparisonCell[];
  line: number;
}

/**
 * `typed`: the author's own; `filled`: from the notes, with its source; `none`: an en dash, empty on purpose;
 * `blank`: nothing was found (a diagnostic says so).
 */
export interface ComparisonCell {
  origin: 'typed' | 'filled' | 'none' | 'blank';
  html: Html;
  text: string;
  /** Where a filled cell comes from: a URL under the base path, and words that name the place. */
  source: { href: string; label: string } | null;
  line: number;
  column: number;
}

/** A fenced block `stacks`: things that are built in layers, side by side. */
export interface StacksBlock {
  kind: 'stacks';
  /** From the info string. */
  title: string | null;
  stacks: Stack[];
  line: number;
}

export interface Stack {
  name: string;
  /** From the bottom up. */
  layers: StackLayer[];
}

/** `once`: one for all; `shared`: one that everything above uses together; `each`: one for every application. */
export interface StackLayer {
  text: string;
  kind: 'once' | 'shared' | 'each';
}

/**
 * The quiz of the section it stands in, by heading level; the whole topic's stands among the topic's own blocks
 * (`## 확인 문제` at the end of a file). It is read after the deeper sections of its owner, not in the blocks' order.
 */
export interface QuizBlock {
  kind: 'quiz';
  title: Html;
  /** What stands between the heading and the first question. */
  intro: Block[];
  questions: Question[];
  line: number;
}

/** The fields of every question, also of one whose answer cannot be read. */
interface QuestionBase {
  id: string | null;
  /** The name of its pool on this page, of whose questions one is asked at a time; absent of most. */
  pool?: string;
  title: Html;
  line: number;
}

/** A question that can only be shown. `type` is null when no shape fits. */
export interface UnreadQuestion extends QuestionBase {
  type: QuestionType | null;
  answer?: undefined;
  /** The whole question as ordinary blocks; nothing the author wrote is missing here. */
  blocks: Block[];
}

/** A question that can be answered: everything the author wrote is in one of its fields, once. */
export interface ReadQuestion extends QuestionBase {
  /** The same as `answer.type`. */
  type: QuestionType;
  /** What stands between the heading and the answer block. */
  stem: Block[];
  answer: Answer;
  /** In the order in which they are offered. */
  hints: Html[];
  explanation: Html | null;
  sources: QuestionSource[];
}

/** Told apart by `answer`. */
export type Question = UnreadQuestion | ReadQuestion;

export interface LinkReference {
  kind: 'link' | 'image';
  /** Words of a link written with words of its own. */
  label?: string;
  /** As written, percent-decoded. */
  href: string;
  /** The file in the content folder it points to, NFC; null for other origins and for `#anchor` alone. */
  file: string | null;
  anchor: string | null;
  line: number;
  column: number;
}
