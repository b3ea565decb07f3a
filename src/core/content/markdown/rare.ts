/**
 * The style of folds, marks, footnotes and formulas, which few notes have (ui/topic/rare.css): it is linked once a page, by the title,
 * and by what may be shown away from its page.
 */

import { blocksOf, walkBlocks } from '../../model/blocks.ts';
import { escapeHtml, type Html, trusted } from '../../model/html.ts';
import type { Topic } from '../../model/topic.ts';

const RARE = /<(?:details class=\\?"fold\\?">|mark|math|section|sup class)/;

/** Links the style in a topic that has some of it. */
export function linkRareStyle(topic: Topic, address: string): void {
  const link = `<link rel="stylesheet" href="${escapeHtml(address)}">`;
  const linked = (html: Html) => trusted(link + html);
  topic.title = linked(topic.title);
  walkBlocks(blocksOf(topic), null, {
    block: (block) => {
      if (block.kind !== 'quiz') return undefined;
      // One without an id is known by its title, which has to stay as it is.
      for (const question of block.questions)
        if (question.id !== null && RARE.test(JSON.stringify(question)))
          question.title = linked(question.title);
      return undefined;
    },
    entry: (entry) => {
      if (entry.text !== null && RARE.test(entry.text)) entry.text = linked(entry.text);
      return undefined;
    },
  });
}
