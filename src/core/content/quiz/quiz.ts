/** Recognises quizzes: a heading 확인 문제 (연습 문제, 퀴즈, Quiz …), and headings `Q. …` below it. */

import type { QuizBlock } from '../../model/topic.ts';
import { readBlocks } from '../blocks/blocks.ts';
import { isComment } from '../blocks/outline-run.ts';
import { idIn } from '../markdown/author-html.ts';
import type { HeadedPart, Heading } from '../markdown/headings.ts';
import { renderInline } from '../markdown/markdown.ts';
import type { Node } from '../markdown/nodes.ts';
import { type Context, envOf } from '../source/context.ts';

/** `1.`, `3주차`, `📝` before the name of a quiz. */
const BEFORE =
  /^(?:[^\p{L}\p{N}]+|\d\uFE0F?\u20E3|[①-⑳Ⅰ-Ⅻ]|(?:제 ?)?\d+ ?(?:장|절|강|과|단원|주차?|회차?) |\d+(?:[.-]\d+)*(?:[.)] ?| ))+/u;
/** `(3개)`, ` 2`, `:` after it. */
const AFTER = /(?: ?[([（［「<].*|[ :·–—-]*\d+(?:-\d+)?(?: ?(?:개|문항|문제))?)?[^\p{L}\p{N}]*$/u;
/** Nobody gives a quiz a longer name. */
const LONGEST_NAME = 60;
const QUIZ = /^(?:확인 ?문제|퀴즈|quiz)$/i;
const QUIZ_MEANT =
  /^(?:(?:확인|연습|복습|점검|평가|실전|예상|기출|단원|종합|마무리|쪽지|심화|기본|응용) ?(?:문제|문항|질문)|문제|형성 ?평가|(?:\S+ ?)?퀴즈|(?:\S+ )?quiz(?:zes)?)$/i;

const nameOf = ({ text }: Heading): string =>
  text.length > LONGEST_NAME ? '' : text.replace(BEFORE, '').replace(AFTER, '');

/** Whether a heading is one of a quiz, if questions stand below it: `문제` and `1. 연습 문제 (3개):`, too, not 문제점 or 환경 문제. */
export const isQuizHeading = (heading: Heading): boolean => QUIZ_MEANT.test(nameOf(heading));

/** Whether a heading can be nothing but one of a quiz. */
export const isCertainQuiz = (heading: Heading): boolean => QUIZ.test(nameOf(heading));

/** `Q.`, `Q2)`, `Ｑ．`, `문제 3:`, also right before the words (`Q.무엇`). */
const QUESTION = /^(?:[QＱ] ?[\d０-９]*|문제 ?\d*) ?[.:)．：）] */i;
/** In a quiz also `Q 무엇`, `Q1 무엇`, `문제 1`, `[Q1]`, `질문 2.` */
const QUESTION_MEANT =
  /^[[(<【「]?(?:[QＱ](?:[- ]?[\d０-９]+)?|(?:문제|질문|question) ?[\d０-９]+번?)[\])>】」]?(?: ?[.:)．：）])?(?: +|$)/i;
/** In a quiz also `1. 무엇`, `2) 무엇`, `3번. 무엇`, where an answer follows. */
const NUMBER = /^(?:[(<[]?\d+[)>\]]|\d+ ?번?[.:)．：）]|\d+번|[①-⑳]) */;

export const isQuestionHeading = (heading: Heading): boolean => QUESTION.test(heading.text);

/** A question in a quiz, also by a slip in its mark that leaves no doubt. */
export const isQuestionInQuiz = ({ heading, nodes }: HeadedPart): boolean =>
  heading !== null &&
  (QUESTION.test(heading.text) || QUESTION_MEANT.test(heading.text) || idOf(heading, nodes) !== null);

export const isNumbered = (heading: Heading): boolean => NUMBER.test(heading.text);

/** Whether the level of a heading may decide what is asked. */
export const isOfQuiz = (heading: Heading): boolean =>
  isQuizHeading(heading) ||
  QUESTION.test(heading.text) ||
  QUESTION_MEANT.test(heading.text) ||
  idIn(heading.inline, 'q') !== null;

/** What stands before the words of a question: `Q.`, `문제 2.` */
export const prefixOf = ({ text }: Heading): string =>
  (QUESTION.exec(text) ?? QUESTION_MEANT.exec(text) ?? NUMBER.exec(text))?.[0].trimEnd() ?? '';

/** The id of a question: in a comment of its heading, or in one that stands alone below it. */
export const idOf = (heading: Heading, nodes: readonly Node[]): string | null =>
  idIn(heading.inline, 'q') ??
  nodes.map((node) => (isComment(node) ? idIn(node.token, 'q') : null)).find((each) => each !== null) ??
  null;

/** Opens a quiz at a heading; what stands above the first question is its introduction. */
export function openQuiz(heading: Heading, nodes: Node[], context: Context): QuizBlock {
  return {
    kind: 'quiz',
    title: renderInline(heading.inline?.children ?? [], envOf(context)),
    intro: readBlocks(nodes, context),
    questions: [],
    line: heading.line + 1,
  };
}
