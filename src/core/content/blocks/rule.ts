/** The type of a block rule, which takes nodes and gives a block. A rule whose blocks contain blocks is given the reader of those. */

import type { Block } from '../../model/topic.ts';
import type { Node } from '../markdown/nodes.ts';
import type { Context } from '../source/context.ts';

/** Reads all nodes to blocks; see blocks.ts. */
export type BlockReader = (nodes: Node[], context: Context) => Block[];

/** What a rule made of the nodes at an index, and where it stopped. */
export interface BlockReading {
  blocks: Block[];
  next: number;
}

/** Reads what begins with the node at `index`; null when that is for another rule. */
export type Rule = (
  nodes: Node[],
  index: number,
  context: Context,
  readBlocks: BlockReader,
) => BlockReading | null;
