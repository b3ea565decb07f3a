/** Quizzes: a heading 확인 문제, and deeper headings `Q. …` below it as questions. */

import type { Env } from 'markdown-it';
import type { Fix } from '../../model/diagnostic.ts';
import type { Question } from '../../model/question.ts';
import type { QuizBlock } from '../../model/topic.ts';
import { readBlocks } from '../blocks/blocks.ts';
import { idIn } from '../markdown/comments.ts';
import type { Heading, Part } from '../markdown/headings.ts';
import { dropStart, renderInline } from '../markdown/inline.ts';
import type { Node } from '../markdown/nodes.ts';
import { type Context, envOf, indentOf, insertion, report } from '../source/context.ts';
import { offerId } from '../source/ids.ts';
import { mendShape } from './marks.ts';
import { readBody } from './question.ts';

const QUIZ = /^(?:확인\s*문제|퀴즈|quiz)$/i;
const QUESTION = /^(?:Q\s?\d*|문제\s?\d*)[.:)](?:\s+|$)/i;

export const isQuizHeading = (heading: Heading): boolean => QUIZ.test(heading.text);

export const isQuestionHeading = (heading: Heading): boolean => QUESTION.test(heading.text);

/** Whether questions stand below the part at `index`, before a heading of its level or above. */
export function hasQuestions(parts: Part[], index: number): boolean {
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

/** Reads a question from its heading, everything under it, and what stands below a heading after its answer. */
export function readQuestion(heading: Heading, nodes: Node[], below: Node[], context: Context): Question {
  const env: Env = envOf(context);
  const prefix = QUESTION.exec(heading.text)?.[0] ?? '';
  const id =
    idIn(heading.inline, 'q') ?? nodes.map((node) => idIn(node.token, 'q')).find((found) => found) ?? null;
  const body = readBody(nodes, below, context);
  const column = indentOf(context, heading.line);
  if (body.type === null)
    report(context, 'question-shape', heading.line, column, undefined, mendShape(nodes, context));
  if (id === null)
    report(context, 'question-id-missing', heading.line, column, undefined, newId(heading, context));
  const title = renderInline(dropStart(heading.inline?.children ?? [], prefix.trimEnd()), env);
  return Object.assign(body, { id, title, line: heading.line + 1 });
}

/** At the end of the heading's words, before hashes that close it. */
function newId(heading: Heading, context: Context): Fix {
  const text = context.source.lines[heading.line] ?? '';
  const end = text.replace(/(?:\s+#+)?\s*$/, '').length;
  const id = offerId('q', heading.text, context);
  return insertion(context, heading.line, end, ` <!-- q: ${id} -->`, '아이디 붙이기');
}
