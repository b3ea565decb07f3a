/**
 * Item writing: tells the author what gives an answer away or teaches nothing.
 * Source: Haladyna, Downing & Rodriguez (2002), A Review of Multiple-Choice Item-Writing Guidelines, doi:10.1207/S15324818AME1503_5.
 */

import { blocksOf, questionsIn } from '../../model/blocks.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Answer, AnswerOf, QuestionType } from '../../model/question.ts';
import type { ReadQuestion, Topic } from '../../model/topic.ts';
import { type Context, indentOf, newContext, report } from '../source/context.ts';
import { checkParticles } from './item-blank.ts';
import { checkOptions } from './item-options.ts';
import { checkStem } from './item-stem.ts';

// A topic is never changed once it is parsed.
const cache = new WeakMap<Topic, Diagnostic[]>();

/**
 * What an examiner would say of a topic's questions that can be answered; `source` is the text it was parsed from.
 */
export function checkItems(topic: Topic, source: string): Diagnostic[] {
  const diagnostics = cache.get(topic) ?? readItems(topic, source);
  cache.set(topic, diagnostics);
  return diagnostics;
}

function readItems(topic: Topic, source: string): Diagnostic[] {
  const questions = questionsIn(blocksOf(topic));
  if (questions.length === 0) return [];
  const context = newContext(source, { file: topic.file });
  for (const question of questions) if (question.answer) checkItem(question, context);
  return context.diagnostics;
}

/** What is told of a type's answer; null where there is nothing to tell. */
const CHECKS: { [T in QuestionType]: ((answer: AnswerOf<T>, context: Context) => void) | null } = {
  single: checkOptions,
  multiple: checkOptions,
  'true-false': null,
  short: null,
  cloze: checkParticles,
  matching: checkDecoys,
  ordering: null,
  categories: null,
};

function checkItem(question: ReadQuestion, context: Context): void {
  const { answer } = question;
  checkStem(question, context);
  // The table pairs each type with its own check, which a lookup by a union cannot tell.
  (CHECKS[answer.type] as ((answer: Answer, context: Context) => void) | null)?.(answer, context);
  checkSupport(question, context);
}

/** An answer is to be learnt from: why it is right, where it is taught. */
function checkSupport({ explanation, sources, line }: ReadQuestion, context: Context): void {
  const column = indentOf(context, line - 1);
  if (explanation === null) report(context, 'item-explanation-missing', { line: line - 1, column });
  if (sources.length === 0) report(context, 'item-source-missing', { line: line - 1, column });
}

/** A decoy that reads like a right side is one. */
function checkDecoys({ pairs, decoys }: AnswerOf<'matching'>, context: Context): void {
  for (const { text, line } of decoys) {
    const twin = pairs.find(({ right }) => right.text === text);
    if (twin)
      report(context, 'item-options-alike', {
        line: line - 1,
        params: {
          option: text,
          other: twin.right.text,
          line: twin.line,
        },
      });
  }
}
