/**
 * Item writing: what gives an answer away or teaches nothing, told to the author.
 * Source: Haladyna, Downing & Rodriguez (2002), A Review of Multiple-Choice Item-Writing Guidelines, doi:10.1207/S15324818AME1503_5.
 */

import type { Answer, ReadQuestion } from '../model/question.ts';
import { type Context, indentOf, report } from './context.ts';
import { checkOptions } from './item-options.ts';
import { checkStem } from './item-stem.ts';

/** Checks a question that can be answered. Blanks are checked where their place in the source is known. */
export function checkItem(question: ReadQuestion, context: Context): void {
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
