/**
 * The type of an answer reader: how a type of question recognises and reads its answer block. Each file in types/ is one;
 * types/table.ts lists them.
 */

import type { ListNode, Node } from '../markdown/nodes.ts';
import type { Context } from '../source/context.ts';

/** Where the answer of a question may lie, before it is known of what type it is. */
export interface AnswerBlock {
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

export interface AnswerReader<A> {
  /** Whether a node can be the end of such an answer. The last such node of a question decides. */
  isEnd: (node: Node) => boolean;
  /** Takes a block of this type's shape; null when it is another's. Looks only. */
  claim: (block: AnswerBlock, context: Context) => Claim<A> | null;
}
