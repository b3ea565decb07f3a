/**
 * Item writing: what gives an answer away or teaches nothing, told to the author.
 * Source: Haladyna, Downing & Rodriguez (2002), A Review of Multiple-Choice Item-Writing Guidelines, doi:10.1207/S15324818AME1503_5.
 */

import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Answer, ReadQuestion } from '../../model/question.ts';
import type { Topic } from '../../model/topic.ts';
import { type Context, indentOf, newContext, report } from '../source/context.ts';
import { checkOptions } from './item-options.ts';
import { checkStem } from './item-stem.ts';

// A topic is never changed once it is parsed.
const known = new WeakMap<Topic, Diagnostic[]>();

/**
 * What an examiner would say of a topic's questions that can be answered; `source` is the text it was parsed from.
 * Particles behind blanks are told of by the parser, which knows their place.
 */
export function checkItems(topic: Topic, source: string): Diagnostic[] {
  const told = known.get(topic) ?? readItems(topic, source);
  known.set(topic, told);
  return told;
}

function readItems({ file, blocks, sections }: Topic, source: string): Diagnostic[] {
  const all = [blocks, ...sections.map((section) => section.blocks)].flat();
  const questions = all.flatMap((block) => (block.kind === 'quiz' ? block.questions : []));
  if (questions.length === 0) return [];
  const context = newContext(source, { file });
  for (const question of questions) if (question.answer) checkItem(question, context);
  return context.diagnostics;
}

function checkItem(question: ReadQuestion, context: Context): void {
  const { answer } = question;
  checkStem(question, context);
  if ('options' in answer) checkOptions(answer, context);
  if (answer.type === 'matching') checkDecoys(answer, context);
  checkSupport(question, context);
}

/** An answer is to be learnt from: why it is right, why the others are wrong, where it is taught. */
function checkSupport({ answer, explanation, sources, line }: ReadQuestion, context: Context): void {
  const column = indentOf(context, line - 1);
  if (explanation === null) report(context, 'item-explanation-missing', line - 1, column);
  if (sources.length === 0) report(context, 'item-source-missing', line - 1, column);
  if (!('options' in answer)) return;
  for (const { isRight, feedback, text, line: at } of answer.options)
    if (!isRight && feedback === null)
      report(context, 'item-feedback-missing', at - 1, indentOf(context, at - 1), { option: text });
}

/** A decoy that reads like a right side is one. */
function checkDecoys({ pairs, decoys }: Extract<Answer, { type: 'matching' }>, context: Context): void {
  for (const { text, line } of decoys) {
    const twin = pairs.find(({ right }) => right.text === text);
    if (twin)
      report(context, 'item-options-alike', line - 1, indentOf(context, line - 1), {
        option: text,
        other: twin.right.text,
        line: twin.line,
      });
  }
}
