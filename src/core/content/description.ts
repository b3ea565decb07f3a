/** The description of a page for search engines and link previews: the first words of its first text. */

import { blocksOf, type Visitor, walkBlocks } from '../model/blocks.ts';
import { textOf, trusted } from '../model/html.ts';
import type { Block, Topic } from '../model/topic.ts';

const MAX = 160;

/** The first text of the topic as plain text, cut at a word; empty when it has none. */
export function summarise(topic: Pick<Topic, 'blocks' | 'sections'>): string {
  const text = firstText(blocksOf(topic));
  if (text.length <= MAX) return text;
  const cut = text.slice(0, MAX - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > MAX / 2 ? cut.slice(0, space) : cut).replace(/[\s,.·:;]+$|[\uD800-\uDBFF]$/, '')}…`;
}

/** Notices and quizzes are not what a page is about. */
function firstText(blocks: readonly Block[]): string {
  let first = '';
  const visitor: Visitor<null> = {
    without: ['notice', 'quiz'],
    block: (block) => {
      if (block.kind === 'prose' && /^<p>/.test(block.html)) first ||= textOf(block.html);
      return undefined;
    },
    entry: ({ term, text }) => {
      if (text !== null) first ||= textOf(term === null ? text : trusted(`${term}: ${text}`));
      return undefined;
    },
  };
  // Mostly the first block has it: the rest of the topic is not walked.
  for (const block of blocks) {
    walkBlocks([block], null, visitor);
    if (first !== '') break;
  }
  return first;
}
