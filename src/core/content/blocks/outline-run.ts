/** Decides which neighbouring lists, and blocks between them, make up one outline; outline.ts then reads it. */

import type { Token } from 'markdown-it';
import { childrenOf, inlineOf, isList, type Node, taskOf } from '../markdown/nodes.ts';
import type { Context } from '../source/context.ts';
import { isHeading, isShortLabel, splitTerm } from './term.ts';

/** `items` of the outline itself, `points` of its last item, `between`: blocks of the entry above. */
export type Step = { role: 'items' | 'points'; list: Node } | { role: 'between'; nodes: Node[] };

/** One outline among siblings: what it is made of and the index of the first sibling after it. */
export interface Plan {
  list: 'label' | 'ordered' | 'bullet';
  start: number;
  steps: Step[];
  end: number;
}

/** Plans the outline that begins with the list at `index`. */
export function planRun(nodes: Node[], index: number, context: Context): Plan {
  const first = nodes[index] as Node;
  const isOrdered = first.type === 'ordered_list';
  const plan: Plan = {
    list: isOrdered ? 'ordered' : 'bullet',
    start: startOf(first),
    steps: [{ role: 'items', list: first }],
    end: index + 1,
  };
  if (isTaskList(first)) return plan;
  let last = first;
  let expected = plan.start + itemsOf(first).length;
  for (;;) {
    const { between, next, end } = lookAhead(nodes, plan.end);
    if (!isList(next) || isTaskList(next)) break;
    const hasText = between.some((node) => node.type === 'paragraph' && !isPicture(node));
    const isGlued = between.every(isComment);
    let role: 'items' | 'points' = 'items';
    if (isOrdered && next.type === 'bullet_list') {
      const isFlush = isGlued && !isBlankAbove(next, context);
      if (hasText) break;
      if (last.type === 'ordered_list' && !isFlush && !hasShortLabel(last)) break;
      role = 'points';
      plan.list = 'label';
    } else if (isOrdered) {
      const mayRestart = last.type === 'bullet_list' && !hasText;
      if (!mayRestart && startOf(next) !== expected) break;
      expected = startOf(next) + itemsOf(next).length;
    } else if (next.type !== 'bullet_list' || isGlued || hasText || !hasTerm(last) || !hasTerm(next)) break;
    if (between.length > 0) plan.steps.push({ role: 'between', nodes: between });
    plan.steps.push({ role, list: next });
    plan.end = end;
    last = next;
  }
  const directly = plan.list === 'label' ? blocksRightBelow(nodes, plan.end, context) : [];
  if (directly.length > 0) plan.steps.push({ role: 'between', nodes: directly });
  plan.end += directly.length;
  return plan;
}

/** At the end of a label outline, what follows without a blank line is still part of it. */
function blocksRightBelow(nodes: Node[], from: number, context: Context): Node[] {
  let end = from;
  for (let node = nodes[end]; node && (isAttachable(node) || isComment(node)); node = nodes[end]) {
    if (isBlankAbove(node, context)) break;
    end++;
  }
  return nodes.slice(from, end);
}

/** The blocks up to the next list, if only such stand between that an outline may contain. */
function lookAhead(nodes: Node[], from: number): { between: Node[]; next: Node | undefined; end: number } {
  const between: Node[] = [];
  let at = from;
  for (; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node || !(isAttachable(node) || node.type === 'paragraph' || isComment(node))) break;
    between.push(node);
  }
  return { between, next: nodes[at], end: at + 1 };
}

const ATTACHABLE = new Set(['fence', 'code_block', 'math_block', 'blockquote', 'table']);

/** Notices, code, formulas, tables and pictures may stand flush between two entries. */
const isAttachable = (node: Node): boolean => ATTACHABLE.has(node.type) || isPicture(node);

export const isComment = (node: Node | undefined): boolean =>
  node?.type === 'html_block' && node.token.content === '';

/** A paragraph that holds pictures only. */
export function isPicture(node: Node): boolean {
  if (node.type !== 'paragraph') return false;
  const children = inlineOf(node)?.children ?? [];
  return (
    children.length > 0 && children.every(isPictureToken) && children.some((token) => token.type === 'image')
  );
}

const isPictureToken = (token: Token): boolean =>
  token.type === 'image' ||
  token.type === 'softbreak' ||
  (token.type === 'text' && token.content.trim() === '');

const isBlankAbove = (node: Node, context: Context): boolean =>
  /^[\s>]*$/.test(context.source.lines[(node.token.map?.[0] ?? 0) - 1] ?? '');

export const startOf = (list: Node): number => Number(list.token.attrGet('start') ?? 1);

/** The items of a list: markdown-it puts nothing else into one. */
export const itemsOf = (list: Node): Node[] => childrenOf(list);

/** Whether an item shows a number that does not follow the one before: `2023. 3월`. */
export const hasOwnNumbers = (list: Node): boolean =>
  itemsOf(list).some((item) => item.token.attrGet('value') !== null);

/** The inline tokens an item begins with; none when it begins with something else than words. */
export function headOf(item: Node): Token[] {
  const inline = item.tokens[item.start + 1]?.type === 'paragraph_open' ? item.tokens[item.start + 2] : null;
  return inline?.children ?? [];
}

function hasShortLabel(list: Node): boolean {
  const last = itemsOf(list).at(-1);
  return last !== undefined && isShortLabel(headOf(last));
}

export const isTaskList = (list: Node): boolean => itemsOf(list).some((item) => taskOf(item.token) !== null);

/** Whether an item of the list or of a list within it has a term, or heads points of its own. */
export function hasTerm(list: Node): boolean {
  for (let at = list.start; at < list.end; at++) {
    const token = list.tokens[at];
    if (token?.type !== 'list_item_open' || list.tokens[at + 1]?.type !== 'paragraph_open') continue;
    const head = list.tokens[at + 2]?.children ?? [];
    if (splitTerm(head)) return true;
    const after = list.tokens[at + 4];
    if ((after?.type === 'bullet_list_open' || after?.type === 'ordered_list_open') && isHeading(head))
      return true;
  }
  return false;
}
