/** Recognises quizzes: a heading 확인 문제 (퀴즈, Quiz), and deeper headings `Q. …` below it. */

import type { QuizBlock } from '../../model/topic.ts';
import { readBlocks } from '../blocks/blocks.ts';
import { idIn } from '../markdown/author-html.ts';
import type { HeadedPart, Heading } from '../markdown/headings.ts';
import { renderInline } from '../markdown/markdown.ts';
import type { Node } from '../markdown/nodes.ts';
import { type Context, envOf } from '../source/context.ts';

const QUIZ = /^(?:확인\s*문제|퀴즈|quiz)$/i;
const QUESTION = /^(?:Q\s?\d*|문제\s?\d*)[.:)](?:\s+|$)/i;

export const isQuizHeading = (heading: Heading): boolean => QUIZ.test(heading.text);

export const isQuestionHeading = (heading: Heading): boolean => QUESTION.test(heading.text);

/** `Q.공백없음`, `Ｑ． 전각`, `Q 점이 없음`: read as a section, and probably meant as a question. */
const QUESTION_MEANT = /^(?:[QＱ]\s?\d*(?:[.:)．：）]|\s|$)|문제\s?\d*[.:)．：）])/i;

/** Whether the level of a heading may decide what is asked. */
export const isOfQuiz = (heading: Heading): boolean =>
  isQuizHeading(heading) || QUESTION_MEANT.test(heading.text) || idIn(heading.inline, 'q') !== null;

/** What stands before the words of a question: `Q.`, `문제 2.` */
export const prefixOf = (heading: Heading): string => QUESTION.exec(heading.text)?.[0].trimEnd() ?? '';

/** Whether questions stand below the part at `index`, before a heading of its level or above. */
export function hasQuestions(parts: HeadedPart[], index: number): boolean {
  const level = parts[index]?.heading?.level ?? 0;
  for (let at = index + 1; at < parts.length; at++) {
    const heading = parts[at]?.heading ?? null;
    if (!heading || heading.level <= level) return false;
    if (isQuestionHeading(heading)) return true;
  }
  return false;
}

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
