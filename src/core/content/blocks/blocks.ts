/** Reads neighbouring markdown nodes into blocks: each by the first rule that accepts it, else as prose. */

import { pushAll } from '../../lists.ts';
import { trusted } from '../../model/html.ts';
import type { Block } from '../../model/topic.ts';
import { noteUndrawn, renderDiagram } from '../diagrams/block.ts';
import { readCode } from '../markdown/code.ts';
import { markdown } from '../markdown/markdown.ts';
import { isMathFence } from '../markdown/math.ts';
import { lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, envOf } from '../source/context.ts';
import { readTable } from './comparison-table.ts';
import { readNotice } from './notice.ts';
import { readOutline } from './outline.ts';
import { isComment } from './outline-run.ts';
import type { BlockReading, Rule } from './rule.ts';
import { readStacks } from './stacks.ts';

/** In order; the last one takes everything. */
const RULES: Rule[] = [skipComment, readCodeBlock, readNotice, readTable, readOutline, readProse];

/** Reads all nodes. Every node ends up in exactly one block. */
export function readBlocks(nodes: Node[], context: Context): Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < nodes.length; ) {
    let reading: BlockReading | null = null;
    for (const rule of RULES) {
      reading = rule(nodes, index, context, readBlocks);
      if (reading) break;
    }
    pushAll(blocks, reading?.blocks ?? []);
    index = Math.max(index + 1, reading?.next ?? 0);
  }
  return blocks;
}

function skipComment(nodes: Node[], index: number): BlockReading | null {
  return isComment(nodes[index]) ? { blocks: [], next: index + 1 } : null;
}

function readCodeBlock(nodes: Node[], index: number, context: Context): BlockReading | null {
  const node = nodes[index];
  if ((node?.type !== 'fence' && node?.type !== 'code_block') || isMathFence(node.token)) return null;
  const code = readCode(node.token);
  const html = renderDiagram(code, context);
  if (html) return { blocks: [{ kind: 'prose', html, line: code.line }], next: index + 1 };
  const blocks: Block[] = [readStacks(code, context) ?? code];
  const note = noteUndrawn(code);
  if (note) blocks.push({ kind: 'prose', html: note, line: code.line });
  return { blocks, next: index + 1 };
}

function readProse(nodes: Node[], index: number, context: Context): BlockReading | null {
  const node = nodes[index];
  if (!node) return null;
  const tokens = node.tokens.slice(node.start, node.end);
  const html = trusted(markdown.renderer.render(tokens, markdown.options, envOf(context)));
  return { blocks: html.trim() === '' ? [] : [{ kind: 'prose', html, line: lineOf(node) }], next: index + 1 };
}
