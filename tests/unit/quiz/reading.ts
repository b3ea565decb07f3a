/** Questions from a few lines of markdown. */

import { checkItems } from '../../../src/core/content/lint/item-writing.ts';
import { parse } from '../../../src/core/content/parse.ts';
import type { Diagnostic, DiagnosticCode } from '../../../src/core/model/diagnostic.ts';
import type { Answer, AnswerOf, QuestionType } from '../../../src/core/model/question.ts';
import type { Question, ReadQuestion } from '../../../src/core/model/topic.ts';

/** The first line of a question's body in its file. */
export const BODY_LINE = 6;

const source = (body: string, stem = '물음'): string =>
  `# 제목\n\n## 확인 문제\n### Q. ${stem} <!-- q: a -->\n\n${body}`;

export function questionOf(body: string): Question {
  const { value } = parse(source(body), { file: 'area/topic.md', base: '/b/' });
  const block = value.blocks.find((each) => each.kind === 'quiz');
  const question = block?.questions[0];
  if (!question) throw new Error(`no question in ${body}`);
  return question;
}

export function readOf(body: string): ReadQuestion {
  const question = questionOf(body);
  if (!question.answer) throw new Error(`no answer in ${body}`);
  return question;
}

export function answerOf<T extends QuestionType>(body: string, type: T): AnswerOf<T> {
  const { answer }: { answer: Answer } = readOf(body);
  if (answer.type !== type) throw new Error(`${answer.type} instead of ${type}`);
  return answer as AnswerOf<T>;
}

/** `code line:column` of what is told of a body's form, lines counted from its first one. How it is written is `lintOf`'s. */
export const toldOf = (body: string): string[] =>
  diagnosticsOf(body)
    .filter(({ code }) => !isItemWriting(code))
    .map(({ code, line, column }) => `${code} ${line - BODY_LINE + 1}:${column}`);

/** What is told of how a question is written, that is, every `item-…`. */
export const lintOf = (body: string, stem?: string): Diagnostic[] =>
  diagnosticsOf(body, stem).filter(({ code }) => isItemWriting(code));

export const isItemWriting = (code: DiagnosticCode): boolean => code.startsWith('item-');

function diagnosticsOf(body: string, stem?: string): Diagnostic[] {
  const text = source(body, stem);
  const { value, diagnostics } = parse(text, { file: 'area/topic.md' });
  return [...diagnostics, ...checkItems(value, text)];
}
