/** What a reader sees of blocks, run by run: a paragraph, an entry with its term, a cell, a piece of code. */

import { walkBlocks } from '../model/blocks.ts';
import { textOf } from '../model/html.ts';
import type { Block, Entry } from '../model/topic.ts';

/** The runs of blocks in order of reading. Quizzes are left out: they ask about the notes. */
export function textsOf(blocks: readonly Block[]): string[] {
  const texts: string[] = [];
  walkBlocks(blocks, null, {
    without: ['quiz'],
    block: (block) => {
      texts.push(...ownTexts(block));
      return undefined;
    },
    entry: ({ term, text }: Entry) => {
      texts.push([term, text].flatMap((html) => (html === null ? [] : [textOf(html)])).join(': '));
      return undefined;
    },
  });
  return texts;
}

/** The runs of a block itself, without those of the blocks and entries within it. */
function ownTexts(block: Block): string[] {
  switch (block.kind) {
    case 'prose':
      return [textOf(block.html)];
    case 'notice':
      return block.supplement?.source ? [textOf(block.supplement.source)] : [];
    case 'code':
      return [...(block.title === null ? [] : [block.title]), block.code];
    case 'comparison':
      return [
        ...block.columns.map(({ text }) => text),
        ...block.rows.flatMap(({ name, cells }) => [name, ...cells.map(({ text }) => text)]),
      ];
    case 'stacks':
      return block.stacks.flatMap(({ name, layers }) => [name, ...layers.map(({ text }) => text)]);
    default:
      return [];
  }
}
