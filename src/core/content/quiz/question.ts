/** Reads a question from its heading and the nodes below it: stem, answer, hints, explanation, sources. */

import type { Answer, AnswerOf, QuestionType } from '../../model/question.ts';
import type { Question, ReadQuestion, UnreadQuestion } from '../../model/topic.ts';
import { readBlocks } from '../blocks/blocks.ts';
import { isComment } from '../blocks/outline-run.ts';
import type { Heading } from '../markdown/headings.ts';
import { dropStart } from '../markdown/inline.ts';
import { renderInline } from '../markdown/markdown.ts';
import { isList, type Node } from '../markdown/nodes.ts';
import { blankLineAbove, type Context, envOf, replacement, report } from '../source/context.ts';
import { type AnswerBlock, type AnswerReader, type Claim, findBlock, isFields } from './answer-block.ts';
import { checkOtherBlanks } from './blank-slips.ts';
import { checkBrackets } from './blanks.ts';
import { checkSplit, checkTwice, findSecondQuestion, tellSecondQuestion } from './doubled.ts';
import { readFields } from './fields.ts';
import { readIdentity } from './question-id.ts';
import { prefixOf } from './quiz.ts';
import { isTraced } from './traces.ts';
import { multiple, single, trueFalse } from './types/choice.ts';
import { cloze } from './types/cloze.ts';
import { fix } from './types/fix.ts';
import { categories, matching, ordering } from './types/placing.ts';
import { number, output, short } from './types/typed.ts';
import { tellCutOff, tellUnread } from './unread.ts';

/** The table of question types for parsing, in the order in which they are offered an answer block: the first that claims it has it. */
export const READERS: { [T in QuestionType]: AnswerReader<AnswerOf<T>> } = {
  fix,
  single,
  multiple,
  'true-false': trueFalse,
  number,
  short,
  cloze,
  output,
  ordering,
  matching,
  categories,
};

type Body = Omit<UnreadQuestion, HeadingField> | Omit<ReadQuestion, HeadingField>;
type HeadingField = 'id' | 'pool' | 'title' | 'line';

/** Reads a question from its heading, everything under it, and what stands below a heading after its answer. */
export function readQuestion(heading: Heading, nodes: Node[], below: Node[], context: Context): Question {
  const hasTraces = (before: Node[]) => hasAnswer(before, context) || isTraced(before);
  const second = findSecondQuestion(nodes, hasTraces, context);
  const identity = readIdentity(heading, second ? nodes.slice(0, second.at) : nodes, context);
  if (second) tellSecondQuestion(second, nodes, heading.level, context);
  const body = readBody(heading, nodes, below, second !== null, context);
  const title = renderInline(dropStart(heading.inline?.children ?? [], prefixOf(heading)), envOf(context));
  return Object.assign(body, { ...identity, title, line: heading.line + 1 });
}

/** Whether a question is whole before a heading within it: only if nothing below may be its answer instead. */
export function isWhole(before: Node[], below: Node[], context: Context): boolean {
  const claim = claimAnswer('', before, context)?.claim;
  return Boolean(claim && !(claim.isTentative && claimAnswer('', below, context)?.claim));
}

/** Whether some type of question takes an answer from these nodes. */
export const hasAnswer = (nodes: Node[], context: Context): boolean =>
  Boolean(claimAnswer('', nodes, context)?.claim);

/** Where the answer lies, and the first type that claims it; null when there is nothing like an answer. */
function claimAnswer(title: string, nodes: Node[], context: Context) {
  const readers = Object.entries(READERS) as [QuestionType, AnswerReader<Answer>][];
  const block = findBlock(
    title,
    nodes,
    (node) => readers.some(([, reader]) => reader.isEnd(node, nodes)),
    context,
  );
  if (!block) return null;
  for (const [type, reader] of readers) {
    const claim = reader.claim(block, context);
    if (claim) return { block, type, claim };
  }
  return { block, type: null, claim: null };
}

/** Every node ends up in one place. A question with a slip in its answer is shown as it is written. */
function readBody(heading: Heading, nodes: Node[], below: Node[], isSpoilt: boolean, context: Context): Body {
  const told = context.diagnostics.length;
  const isTold = () =>
    isSpoilt || context.diagnostics.slice(told).some(({ severity }) => severity === 'error');
  checkSwallowed(nodes, context);
  const { block, type, claim } = claimAnswer(heading.text, nodes, context) ?? {
    block: null,
    type: null,
    claim: null,
  };
  if (block && !isTold()) checkSplit(block, context);
  if (!block || !claim) {
    if (!isTold()) for (const node of nodes) checkBrackets(node, context);
    if (!isTold()) tellUnread(heading, nodes, context);
    return { type: null, blocks: readBlocks([...nodes, ...below], context) };
  }
  const parts = divide(block, claim, context);
  if (!isTold() && type === 'cloze') checkOtherBlanks(heading, nodes, context);
  if (!isTold() && !tellCutOff(parts.stem, block.nodes[claim.first], heading, context))
    checkTwice(block, parts.stem, context);
  const answer = claim.read(parts.answer);
  const after = parts.after.filter((node) => !isComment(node));
  const fields = readFields(after, below, context);
  if (!answer) return { type, blocks: readBlocks([...nodes, ...below], context) };
  return { type, stem: readBlocks(parts.stem, context), answer, ...fields };
}

/** Fields count as after the answer wherever they stand. */
function divide({ nodes, last, looseQuotes }: AnswerBlock, claim: Claim<Answer>, context: Context) {
  const parts = { stem: [] as Node[], answer: [] as Node[], after: [] as Node[] };
  nodes.forEach((node, at) => {
    if (isFields(node)) parts.after.push(node);
    else if (at < claim.first) parts.stem.push(node);
    else if (looseQuotes.has(node)) {
      checkFeedback(node, context);
      parts.answer.push(node);
    } else if (at > last) parts.after.push(node);
    else {
      const { stem, answer } = claim.divide?.(node) ?? { answer: node };
      if (stem) parts.stem.push(stem);
      if (answer) parts.answer.push(answer);
    }
  });
  return parts;
}

/** GitHub ends the list at a quote that is not indented. */
function checkFeedback(quote: Node, context: Context): void {
  const [start, end] = quote.token.map ?? [0, 0];
  const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
  let line = start - 1;
  while (line > 0 && !item.test(context.source.lines[line] ?? '')) line--;
  const above = context.source.lines[line] ?? '- ';
  const indent = ' '.repeat(item.exec(above)?.[0].length ?? 2);
  const edits = context.source.lines.slice(start, end).flatMap((text, at) => {
    const blanks = /^\s*/.exec(text)?.[0].length ?? 0;
    return text === ''
      ? []
      : replacement(context, { line: start + at, from: 0, to: blanks }, indent, '').edits;
  });
  const fix = { label: '들여 쓰기', edits };
  const column = /^\s*/.exec(context.source.lines[start] ?? '')?.[0].length ?? 0;
  report(context, 'question-feedback-indent', { line: start, column, fix });
}

/** `정답:` right under a list's item goes on with the item. Under a quote, every file's check tells of it. */
function checkSwallowed(nodes: Node[], context: Context): void {
  for (const node of nodes.filter(isList)) {
    const [start, end] = node.token.map ?? [0, 0];
    for (let line = start + 1; line < end; line++) {
      const text = context.source.lines[line] ?? '';
      if (!text.includes('정답') || !/^\s*정답\s*:/.test(text)) continue;
      if (!/^\s*(?:>|$)/.test(context.source.lines[line - 1] ?? ''))
        report(context, 'question-answer-swallowed', { line, fix: blankLineAbove(context, line) });
    }
  }
}
