/** A question's nodes told apart — stem, answer, what is said afterwards — and its answer read by type. */

import type { Fix } from '../../model/diagnostic.ts';
import type {
  Answer,
  AnswerItem,
  AnswerPair,
  QuestionType,
  ReadQuestion,
  UnreadQuestion,
} from '../../model/question.ts';
import { readBlocks } from '../blocks/blocks.ts';
import { isComment, isTaskList, itemsOf } from '../blocks/outline-run.ts';
import { isBreak, plainText, trimTokens } from '../markdown/inline.ts';
import { inlineOf, isList, lineOf, type Node, withInline } from '../markdown/nodes.ts';
import { blankLineAbove, type Context, indentOf, replacement, report } from '../source/context.ts';
import { variantsOf } from './blanks.ts';
import { checkBrackets, readCloze } from './cloze.ts';
import { readFields } from './fields.ts';
import { readCategories, readItem, readOption, readPair } from './items.ts';
import { mendShape } from './marks.ts';
import { findAnswer, isFields, isLooseFeedback, type Shape } from './type.ts';

type Body = Omit<UnreadQuestion, Heading> | Omit<ReadQuestion, Heading>;
type Heading = 'id' | 'title' | 'line';

const TRUE = /^(?:[Oo○ㅇ⭕◯]|참)$/;
const ANSWER_LINE = /^\s*(?:정답\s*:|(\*\*?|__?)정답\s*(?::\s*\1|\1\s*:))\s*/;

/** Reads everything under a question's heading; what is `below` its end explains. Every node ends up in one place. */
export function readBody(nodes: Node[], below: Node[], context: Context): Body {
  const shape = findAnswer(nodes, context);
  const type = shape?.type ?? null;
  if (type === null || type === 'cloze') for (const node of nodes) checkBrackets(node, context);
  checkSwallowed(nodes, context);
  if (!shape || type === null) {
    const list = shape ? nodes[shape.last] : undefined;
    if (isList(list) && isTaskList(list))
      tell('question-none-right', lineOf(list), context, mendShape(nodes, context));
    return { type: null, blocks: readBlocks([...nodes, ...below], context) };
  }
  const { stem: before, answer: block, after } = divide(nodes, shape, context);
  const answer = readAnswer(type, block, shape, context);
  const fields = readFields(
    after.filter((node) => !isComment(node)),
    below,
    context,
  );
  if (!answer) return { type, blocks: readBlocks([...nodes, ...below], context) };
  return { type, stem: readBlocks(before, context), answer, ...fields };
}

interface Division {
  stem: Node[];
  answer: Node[];
  after: Node[];
}

/** Fields count as after the answer wherever they stand. */
function divide(nodes: Node[], shape: Shape, context: Context): Division {
  const { first, last, stemItems, type } = shape;
  const parts: Division = { stem: [], answer: [], after: [] };
  nodes.forEach((node, at) => {
    if (isFields(node)) parts.after.push(node);
    else if (at < first) parts.stem.push(node);
    else if (isLooseFeedback(nodes, at, context)) {
      checkFeedback(node, context);
      parts.answer.push(node);
    } else if (at > last) parts.after.push(node);
    else if (type === 'cloze' && node.type !== 'paragraph') parts.stem.push(node);
    else if (type === 'true-false' || type === 'short') splitParagraph(node, parts);
    else if (at === first && stemItems > 0) splitList(node, stemItems, parts);
    else parts.answer.push(node);
  });
  return parts;
}

/** GitHub ends the list at a quote that is not indented. */
function checkFeedback(quote: Node, context: Context): void {
  const [start, end] = quote.token.map ?? [0, 0];
  const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
  const above = context.source.lines.slice(0, start).findLast((line) => item.test(line)) ?? '- ';
  const indent = ' '.repeat(item.exec(above)?.[0].length ?? 2);
  const edits = context.source.lines.slice(start, end).flatMap((text, at) => {
    const blanks = /^\s*/.exec(text)?.[0].length ?? 0;
    return text === '' ? [] : replacement(context, start + at, 0, blanks, indent, '').edits;
  });
  const fix = { label: '들여 쓰기', edits };
  const column = /^\s*/.exec(context.source.lines[start] ?? '')?.[0].length ?? 0;
  report(context, 'question-feedback-indent', start, column, undefined, fix);
}

/** The last line is the answer, the lines above it belong to the stem. */
function splitParagraph(node: Node, parts: Division): void {
  const children = inlineOf(node)?.children ?? [];
  const at = children.findLastIndex(isBreak);
  if (at >= 0) parts.stem.push(withInline(node, trimTokens(children.slice(0, at))));
  parts.answer.push(at < 0 ? node : withInline(node, trimTokens(children.slice(at + 1))));
}

function splitList(list: Node, stemItems: number, parts: Division): void {
  const items = itemsOf(list);
  const part = (chosen: Node[]): Node => {
    const inner = list.tokens.slice(chosen[0]?.start, chosen.at(-1)?.end);
    const [open, close] = [list.token, list.tokens[list.end - 1] ?? list.token];
    const tokens = [open, ...inner, close];
    return { type: list.type, token: open, tokens, start: 0, end: tokens.length };
  };
  parts.stem.push(part(items.slice(0, stemItems)));
  parts.answer.push(part(items.slice(stemItems)));
}

function readAnswer(type: QuestionType, block: Node[], shape: Shape, context: Context): Answer | null {
  const looseOf = (item: Node): Node[] => looseBelow(item, block);
  const { items } = shape;
  const line = items[0] ? lineOf(items[0]) : 0;
  const few = (what: '보기' | '짝' | '묶음', count: number) => {
    if (count < 2)
      report(context, 'question-too-few', line - 1, indentOf(context, line - 1), { what, count });
  };
  if (type === 'single' || type === 'multiple') {
    few('보기', items.length);
    return { type, options: items.map((item) => readOption(item, context, looseOf(item))) };
  }
  if (type === 'ordering')
    return { type, items: items.map((item) => readItem(item, context, looseOf(item))) };
  if (type === 'categories') {
    const categories = readCategories(items, context, looseOf);
    few('묶음', categories.length);
    return categories.some((each) => each.items.length > 0) ? { type, categories } : null;
  }
  if (type === 'matching') {
    const sides = items.map((item) => readPair(item, context, looseOf(item)));
    const pairs = sides.filter((side): side is AnswerPair => side !== null && 'left' in side);
    const decoys = sides.filter((side): side is AnswerItem => side !== null && !('left' in side));
    few('짝', pairs.length);
    return pairs.length > 0 ? { type, pairs, decoys } : null;
  }
  if (type === 'cloze') {
    const parts = readCloze(block, context);
    return parts && { type, parts };
  }
  const words = inlineOf(block[0] as Node);
  if (type === 'true-false') {
    const given = plainText(words?.children ?? []).replace(ANSWER_LINE, '');
    return { type, isTrue: TRUE.test(given) };
  }
  const variants = variantsOf((words?.content.split('\n').at(-1) ?? '').replace(ANSWER_LINE, ''));
  return variants.length > 0 ? { type, variants } : null;
}

/** Quotes under an item that stand between its list and the next one. */
function looseBelow(item: Node, block: Node[]): Node[] {
  const at = block.findIndex((node) => isList(node) && itemsOf(node).at(-1)?.token === item.token);
  const found: Node[] = [];
  for (let below = at + 1; at >= 0 && block[below] && !isList(block[below]); below++)
    if (block[below]?.type === 'blockquote') found.push(block[below] as Node);
  return found;
}

/** `정답:` right under a list's item goes on with the item. Under a quote, every file's check tells of it. */
function checkSwallowed(nodes: Node[], context: Context): void {
  for (const node of nodes.filter(isList)) {
    const [start, end] = node.token.map ?? [0, 0];
    for (let line = start + 1; line < end; line++) {
      const text = context.source.lines[line] ?? '';
      if (!text.includes('정답') || !/^\s*정답\s*:/.test(text)) continue;
      if (!/^\s*(?:>|$)/.test(context.source.lines[line - 1] ?? ''))
        tell('question-answer-swallowed', line + 1, context, blankLineAbove(context, line));
    }
  }
}

const tell = (
  code: 'question-none-right' | 'question-answer-swallowed',
  line: number,
  context: Context,
  fix?: Fix,
): void => report(context, code, line - 1, indentOf(context, line - 1), undefined, fix);
