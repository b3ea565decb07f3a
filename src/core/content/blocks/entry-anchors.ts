/** Gives every entry with a term an anchor of its own, so that sources and search can lead to it. */

import { blocksOf, walkBlocks } from '../../model/blocks.ts';
import type { Topic } from '../../model/topic.ts';
import { slugOf, uniqueSlug } from '../markdown/slug.ts';

/** Ids that the page around the notes uses. */
const TAKEN = ['root', 'main', 'topbar', 'toc'];

/**
 * Sets `anchor` on the entries of a topic just parsed, in place; headings keep theirs, and every one is unique. What
 * stands in notices and quizzes is nothing that a source points to.
 */
export function assignEntryAnchors(topic: Topic): void {
  const anchors = [...TAKEN, topic.anchor, ...topic.sections.map((section) => section.anchor)];
  const slugCounts = new Map(anchors.map((anchor) => [anchor, 0]));
  walkBlocks(blocksOf(topic), null, {
    without: ['notice', 'quiz'],
    entry: (entry) => {
      const isNameable = entry.termText !== null && /[\p{L}\p{N}]/u.test(entry.termText);
      if (isNameable) entry.anchor = uniqueSlug(slugOf(entry.termText ?? ''), slugCounts);
      return undefined;
    },
  });
}
