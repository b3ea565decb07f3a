/** The type of a question, told by the shape of its answer block alone, and where that block lies. */

import type { QuestionType } from '../../model/question.ts';
import { headOf, isComment, itemsOf } from '../blocks/outline-run.ts';
import { linesOf, plainText } from '../markdown/inline.ts';
import { childrenOf, inlineOf, isList, type Node } from '../markdown/nodes.ts';
import { taskOf } from '../markdown/tasks.ts';
import type { Context } from '../source/context.ts';
import { findBlanks } from './blanks.ts';

const FIELD = /^(?:힌트|해설|출처)\s*\d*\s*:/;
const ANSWER = /^정답\s*:\s*(.*)$/;
const TRUTH = /^(?:[OXox○ㅇ×⭕❌◯]|참|거짓)$/;
const PAIR = /\s*(?:->|→|=>)\s*/;

/** The answer block: nodes `first` to `last` of the question. */
export interface Shape {
  type: QuestionType | null;
  first: number;
  last: number;
  /** The items of its lists, in order; none for text. */
  items: Node[];
  /** Items at the start of the first list that are the stem's: markdown joins lists across a blank line. */
  stemItems: number;
}

/** Finds the answer block of the question these nodes make up; null when there is none. */
export function findAnswer(nodes: Node[], context: Context): Shape | null {
  const last = nodes.findLastIndex((node) => !isComment(node) && !isFields(node) && isAnswer(node));
  const answer = nodes[last];
  if (!answer) return null;
  const text = { first: last, last, items: [], stemItems: 0 };
  if (answer.type === 'paragraph') {
    const given = answerOf(answer);
    if (given === null) return { ...text, type: 'cloze', first: nodes.findIndex(hasBlank) };
    return { ...text, type: given === '' ? null : TRUTH.test(given) ? 'true-false' : 'short' };
  }
  const first = firstList(nodes, last, context);
  const items = nodes.slice(first, last + 1).flatMap((node) => (isList(node) ? itemsOf(node) : []));
  const isTask = (item: Node) => taskOf(item.token) !== null;
  if (items.some(isTask)) {
    const stemItems = countStem(items, isTask, context);
    const ticked = items.filter((item) => taskOf(item.token) === 'done').length;
    const type = ticked === 0 ? null : ticked === 1 ? 'single' : 'multiple';
    return { type, first, last, items: items.slice(stemItems), stemItems };
  }
  const whole = { first, last, items, stemItems: 0 };
  if (answer.type === 'ordered_list') return { ...whole, type: items.length > 1 ? 'ordering' : null };
  const isPair = (item: Node) => PAIR.test(plainText(headOf(item)));
  const pairsFrom = countStem(items, isPair, context);
  if (items.slice(pairsFrom).every(isPair))
    return { type: 'matching', first, last, items: items.slice(pairsFrom), stemItems: pairsFrom };
  const isGroup = (item: Node, at: number) =>
    hasBullets(item) || indentOfItem(items[at + 1] ?? item, context) > indentOfItem(item, context);
  const groupsFrom = countStem(items, isGroup, context);
  const groups = items.slice(groupsFrom);
  if (isNested(answer, groups, context))
    return { type: 'categories', first, last, items: groups, stemItems: groupsFrom };
  return { ...whole, type: null };
}

/** Whether a question is whole before a heading within it; a numbered list may be what the heading's own answer is about. */
export function isAnswered(before: Node[], below: Node[], context: Context): boolean {
  const type = findAnswer(before, context)?.type ?? null;
  return type !== null && (type !== 'ordering' || (findAnswer(below, context)?.type ?? null) === null);
}

/** A quote that holds the labelled fields of a question. */
export function isFields(node: Node): boolean {
  const first = node.type === 'blockquote' ? childrenOf(node)[0] : undefined;
  return first?.type === 'paragraph' && FIELD.test(plainText(inlineOf(first)?.children ?? []));
}

/** What stands after `정답:` on the last line of a paragraph. */
export function answerOf(node: Node): string | null {
  const lines = linesOf(inlineOf(node)?.children ?? []);
  return ANSWER.exec(plainText(lines.at(-1) ?? []))?.[1]?.trim() ?? null;
}

export const hasBlank = (node: Node): boolean =>
  node.type === 'paragraph' && findBlanks(inlineOf(node)?.content ?? '').blanks.length > 0;

const hasBullets = (item: Node): boolean => childrenOf(item).some((node) => node.type === 'bullet_list');

const isAnswer = (node: Node): boolean =>
  isList(node) || (node.type === 'paragraph' && (answerOf(node) !== null || hasBlank(node)));

/** Columns a line is indented by. */
export const indentOfItem = (item: Node, context: Context): number =>
  /^\s*/.exec(context.source.lines[item.token.map?.[0] ?? 0] ?? '')?.[0].length ?? 0;

export const isBlankLine = (line: number, context: Context): boolean =>
  /^[\s>]*$/.test(context.source.lines[line] ?? '');

/** A feedback quote that is not indented enough cuts a list in two; the lists around it are one. */
function firstList(nodes: Node[], last: number, context: Context): number {
  const isTasks = (node: Node) => itemsOf(node).some((item) => taskOf(item.token) !== null);
  const answer = nodes[last] as Node;
  let first = last;
  for (let at = last - 1; at >= 0; at--) {
    const node = nodes[at] as Node;
    if (isComment(node) || isLooseFeedback(nodes, at, context)) continue;
    const isSame = node.type === answer.type && isTasks(node) === isTasks(answer);
    if (!isSame || (at === first - 1 && !isTasks(node))) break;
    first = at;
  }
  return first;
}

/** A quote right under a list, with no blank line between and no label, is about the list's last item. */
export function isLooseFeedback(nodes: Node[], at: number, context: Context): boolean {
  const node = nodes[at];
  const isBelow = isList(nodes[at - 1]) && node?.type === 'blockquote';
  return isBelow && !isFields(node) && !isBlankLine((node.token.map?.[0] ?? 0) - 1, context);
}

/** How many items lie before the first one of a kind, if a blank line separates them. */
function countStem(items: Node[], isOfKind: (item: Node, at: number) => boolean, context: Context): number {
  const first = items.findIndex(isOfKind);
  const isApart = first > 0 && isBlankLine((items[first]?.token.map?.[0] ?? 0) - 1, context);
  return isApart ? first : 0;
}

/** Bullets within bullets, even where one blank of indent is too little for markdown. */
function isNested(list: Node, items: Node[], context: Context): boolean {
  if (items.some(hasBullets)) return true;
  const indents = items.map((item) => indentOfItem(item, context));
  return list.type === 'bullet_list' && indents.some((indent) => indent > (indents[0] ?? 0));
}
