/** Finds the answer block of a question: the last list, `정답:` line or text with blanks, with what belongs to it. */

import { isComment, itemsOf } from '../blocks/outline-run.ts';
import { isBreak, linesOf, plainText, trimTokens } from '../markdown/inline.ts';
import { childrenOf, inlineOf, isList, type Node, withInline } from '../markdown/nodes.ts';
import { taskOf } from '../markdown/tasks.ts';
import type { Context } from '../source/context.ts';
import type { AnswerBlock, Claim } from './answer-reader.ts';

const FIELD = /^(?:힌트|해설|출처)\s*\d*\s*:/;

/** The block that ends with the last node of which `isEnd` says so; null when there is none. */
export function findBlock(
  nodes: Node[],
  isEnd: (node: Node) => boolean,
  context: Context,
): AnswerBlock | null {
  const last = nodes.findLastIndex((node) => !isComment(node) && !isFields(node) && isEnd(node));
  const end = nodes[last];
  if (!end) return null;
  const looseQuotes = new Set(nodes.filter((_, at) => isLooseQuote(nodes, at, context)));
  const block: AnswerBlock = { nodes, end, last, lists: null, looseQuotes };
  if (!isList(end)) return block;
  const first = firstList(block);
  const items = nodes.slice(first, last + 1).flatMap((node) => (isList(node) ? itemsOf(node) : []));
  return { ...block, lists: { kind: items.some(isTask) ? 'tasks' : end.type, first, items } };
}

/** A quote that holds the labelled fields of a question: `> 해설: …`. */
export function isFields(node: Node): boolean {
  const first = node.type === 'blockquote' ? childrenOf(node)[0] : undefined;
  return first?.type === 'paragraph' && FIELD.test(plainText(inlineOf(first)?.children ?? []));
}

export const isTask = (item: Node): boolean => taskOf(item.token) !== null;

export const isBlankLine = (line: number, context: Context): boolean =>
  /^[\s>]*$/.test(context.source.lines[line] ?? '');

/** A quote right under a list, with no blank line between and no label, is about the list's last item. */
function isLooseQuote(nodes: Node[], at: number, context: Context): boolean {
  const node = nodes[at];
  const isBelow = isList(nodes[at - 1]) && node?.type === 'blockquote';
  return isBelow && !isFields(node) && !isBlankLine((node.token.map?.[0] ?? 0) - 1, context);
}

/** A feedback quote that is not indented enough cuts a list in two; the lists around it are one. */
function firstList({ nodes, end, last, looseQuotes }: Omit<AnswerBlock, 'lists'>): number {
  const isTasks = (node: Node) => itemsOf(node).some(isTask);
  let first = last;
  for (let at = last - 1; at >= 0; at--) {
    const node = nodes[at] as Node;
    if (isComment(node) || looseQuotes.has(node)) continue;
    const isSame = node.type === end.type && isTasks(node) === isTasks(end);
    if (!isSame || (at === first - 1 && !isTasks(node))) break;
    first = at;
  }
  return first;
}

const ANSWER = /^정답\s*:\s*(.*)$/;
/** In the source the label may be bold: `**정답:** conda`. */
const LABEL = /^\s*(?:정답\s*:|(\*\*?|__?)정답\s*(?::\s*\1|\1\s*:))\s*/;

/** What stands after `정답:` on the last line of a paragraph, as read; null for other nodes. */
export function answerLine(node: Node): string | null {
  if (node.type !== 'paragraph') return null;
  const lines = linesOf(inlineOf(node)?.children ?? []);
  return ANSWER.exec(plainText(lines.at(-1) ?? []))?.[1]?.trim() ?? null;
}

export const isAnswerLine = (node: Node): boolean => answerLine(node) !== null;

/** The same in the author's own characters, before any markup. */
export const sourceOfAnswer = (node: Node): string =>
  (inlineOf(node)?.content.split('\n').at(-1) ?? '').replace(LABEL, '');

/** Claims the last line of the block's paragraph; the lines above it belong to the stem. */
export const claimLine = <A>({ last }: AnswerBlock, read: () => A | null): Claim<A> => ({
  first: last,
  divide: splitParagraph,
  read,
});

function splitParagraph(node: Node): { stem?: Node; answer: Node } {
  const children = inlineOf(node)?.children ?? [];
  const at = children.findLastIndex(isBreak);
  if (at < 0) return { answer: node };
  return {
    stem: withInline(node, trimTokens(children.slice(0, at))),
    answer: withInline(node, trimTokens(children.slice(at + 1))),
  };
}
