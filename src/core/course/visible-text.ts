/** What a reader sees of blocks, run by run: a paragraph, an entry with its term, a cell, a piece of code. */

import { textOf } from '../model/html.ts';
import type { Block, Entry } from '../model/topic.ts';

/** The runs of blocks in order of reading. Quizzes are left out: they ask about the notes. */
export const textsOf = (blocks: readonly Block[]): string[] => blocks.flatMap(ofBlock);

function ofBlock(block: Block): string[] {
  switch (block.kind) {
    case 'prose':
      return [textOf(block.html)];
    case 'outline':
      return block.entries.flatMap(ofEntry);
    case 'case':
      return block.steps.flatMap(({ entry }) => ofEntry(entry));
    case 'notice':
      return [
        ...textsOf(block.blocks),
        ...(block.supplement?.source ? [textOf(block.supplement.source)] : []),
      ];
    case 'code':
      return [...(block.title === null ? [] : [block.title]), block.code];
    case 'comparison':
      return [
        ...block.columns.map(({ text }) => text),
        ...block.rows.flatMap(({ name, cells }) => [name, ...cells.map(({ text }) => text)]),
      ];
    case 'stacks':
      return block.stacks.flatMap(({ name, layers }) => [name, ...layers.map(({ text }) => text)]);
    case 'quiz':
      return [];
  }
}

function ofEntry({ term, text, blocks, points }: Entry): string[] {
  const words = [term, text].flatMap((html) => (html === null ? [] : [textOf(html)])).join(': ');
  return [words, ...textsOf(blocks), ...points.flatMap(ofEntry)];
}
