/**
 * Anchors: GitHub's slugs of headings (`Virtual Machine과의 차이` → `virtual-machine과의-차이`; a repeated one gets a number), and the
 * same for every entry with a term, so that sources and search can lead to it.
 */

import { slug } from 'github-slugger';
import { blocksOf, walkBlocks } from '../model/blocks.ts';
import type { Topic } from '../model/topic.ts';

/** What Korean headings are made of; of these only the marks are left out, which spares the long way. */
const PLAIN = /^[ -~가-힣]*$/;
const MARKS = /[!-,./:-@[-^`{-~]/g;

/** GitHub's slug of a heading's words, not yet unique. */
export function slugOf(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase().replace(MARKS, '').replaceAll(' ', '-') : slug(text);
}

/** Makes a slug unique as GitHub does: `a`, `a-1`, `a-2`, past those that are headings of their own. */
export function uniqueSlug(base: string, counts: Map<string, number>): string {
  let anchor = base;
  for (let count = counts.get(base); counts.has(anchor) && count !== undefined; anchor = `${base}-${count}`) {
    counts.set(base, ++count);
  }
  counts.set(anchor, 0);
  return anchor;
}

/** Ids that the page around the notes uses. */
export const TAKEN = ['root', 'main', 'view-settings', 'toc'];

/**
 * Sets `anchor` on the entries of a topic just parsed, in place; headings keep theirs, and every one is unique. What
 * stands in notices and quizzes is nothing that a source points to.
 */
export function assignEntryAnchors(topic: Topic): void {
  const anchors = [...TAKEN, topic.anchor, ...topic.anchors, ...topic.sections.map(({ anchor }) => anchor)];
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
