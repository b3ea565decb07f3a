/**
 * The answer block of a question (the last list, `정답:` line or text with blanks, with what belongs to it): how it is found, and
 * what a type of question has to give to claim and read it.
 */

import { isComment, itemsOf } from '../blocks/outline-run.ts';
import { isBreak, linesOf, plainText, trimTokens } from '../markdown/inline.ts';
import {
  childrenOf,
  inlineOf,
  isList,
  type ListNode,
  type Node,
  taskOf,
  withInline,
} from '../markdown/nodes.ts';
import type { Context } from '../source/context.ts';

/** Where the answer of a question may lie, before it is known of what type it is. */
export interface AnswerBlock {
  /** The words of the question's heading. */
  title: string;
  /** All nodes of the question. */
  nodes: Node[];
  /** The last node that some type takes for the end of its answer, and its index. */
  end: Node;
  last: number;
  /** The lists that end there, whatever feedback cuts them in two; null for other nodes. */
  lists: AnswerLists | null;
  /** Feedback quotes that stand flush below a list, so that markdown does not count them to its last item. */
  looseQuotes: ReadonlySet<Node>;
}

export interface AnswerLists {
  kind: 'tasks' | ListNode['type'];
  /** Index of the first list. */
  first: number;
  /** Of all lists, in order. */
  items: Node[];
}

/** An answer block taken for one of a type. */
export interface Claim<A> {
  /** Index of the first node of the answer; what stands above is the stem. */
  first: number;
  /** Which part of a node of the block is the stem's, and which the answer's; all is the answer's unless given. */
  divide?: (node: Node) => { stem?: Node; answer?: Node };
  /** Reads the answer from its part of the nodes, and tells what is amiss; null when nothing can be answered. */
  read: (answer: Node[]) => A | null;
  /** The block may as well be what a heading below asks about: a numbered list before another answer. */
  isTentative?: boolean;
}

/** How a type of question recognises and reads its answer block. They stand in types/; question.ts lists them. */
export interface AnswerReader<A> {
  /** Whether a node can be the end of such an answer, among all of its question. The last such node decides. */
  isEnd: (node: Node, nodes: readonly Node[]) => boolean;
  /** Takes a block of this type's shape; null when it is another's. Looks only. */
  claim: (block: AnswerBlock, context: Context) => Claim<A> | null;
}

/** `해설:`, `힌트 2：` */
export const FIELD = /^(힌트|해설|출처)\s*(?:\d+\s*)?[:：]/;

/** The block that ends with the last node of which `isEnd` says so; null when there is none. */
export function findBlock(
  title: string,
  nodes: Node[],
  isEnd: (node: Node) => boolean,
  context: Context,
): AnswerBlock | null {
  const last = nodes.findLastIndex((node) => !isComment(node) && !isFields(node) && isEnd(node));
  const end = nodes[last];
  if (!end) return null;
  const looseQuotes = new Set(nodes.filter((_, at) => isLooseQuote(nodes, at, context)));
  const block: AnswerBlock = { title, nodes, end, last, lists: null, looseQuotes };
  if (!isList(end)) return block;
  const first = firstList(block, context);
  const items = nodes.slice(first, last + 1).flatMap((node) => (isList(node) ? itemsOf(node) : []));
  return { ...block, lists: { kind: items.some(isTask) ? 'tasks' : end.type, first, items } };
}

/** A quote that holds the labelled fields of a question: `> 해설: …`. */
export function isFields(node: Node): boolean {
  const first = node.type === 'blockquote' ? childrenOf(node)[0] : undefined;
  return first?.type === 'paragraph' && FIELD.test(plainText(inlineOf(first)?.children ?? []));
}

/** 무엇, 몇, 이름: the question wants words or a number, so that `True` or `0` may be one. */
export function asksForWords({ title, nodes, last }: AnswerBlock): boolean {
  const above = nodes.slice(0, last).map((node) => plainText(inlineOf(node)?.children ?? []));
  return [title, ...above].some((words) => WANTS_WORDS.test(words));
}

const WANTS_WORDS =
  /무엇|무슨|뭐|뭘|어떤|어느|어디|누구|누가|언제|몇|얼마|이름|값|출력|결과|명령|옵션|쓰세요|쓰시오|적으|구하|고르|[은는]\s*[?？]?\s*$/;

export const isTask = (item: Node): boolean => taskOf(item.token) !== null;

export const isBlankLine = (line: number, context: Context): boolean =>
  /^[\s>]*$/.test(context.source.lines[line] ?? '');

/** A quote right under a list, with no blank line between and no label, is about the list's last item. */
function isLooseQuote(nodes: Node[], at: number, context: Context): boolean {
  const node = nodes[at];
  const isBelow = isList(nodes[at - 1]) && node?.type === 'blockquote';
  return isBelow && !isFields(node) && !isBlankLine((node.token.map?.[0] ?? 0) - 1, context);
}

/** A feedback quote that is not indented enough cuts a list in two, and so does another bullet (`*` above `-`); the lists are one. */
function firstList({ nodes, end, last, looseQuotes }: Omit<AnswerBlock, 'lists'>, context: Context): number {
  const isApart = (list: Node | undefined) => isBlankLine((list?.token.map?.[0] ?? 0) - 1, context);
  const isTasks = (node: Node) => itemsOf(node).some(isTask);
  let first = last;
  for (let at = last - 1; at >= 0; at--) {
    const node = nodes[at] as Node;
    if (isComment(node) || looseQuotes.has(node)) continue;
    const isSame = node.type === end.type && isTasks(node) === isTasks(end);
    if (!isSame || (at === first - 1 && !isTasks(node) && isApart(nodes[first]))) break;
    first = at;
  }
  return first;
}

/** `정답: conda`, `답： O` */
export const ANSWER = /^(?:정답|답)\s*[:：]\s*(.*)$/;
/** In the source the label may be bold: `**정답:** conda`. */
const LABEL = /^\s*(?:(?:정답|답)\s*[:：]|(\*\*?|__?)(?:정답|답)\s*(?:[:：]\s*\1|\1\s*[:：]))\s*/;

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

/** The 0-based line of `정답:`, the last of its paragraph. */
export const lineOfAnswer = (node: Node): number =>
  (node.token.map?.[0] ?? 0) + linesOf(inlineOf(node)?.children ?? []).length - 1;

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
