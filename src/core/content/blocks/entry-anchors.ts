/** Entries with a term get an anchor of their own, so that a source can point to the very sentence. */

import type { Block, Entry, Topic } from '../../model/topic.ts';
import { slugOf, unused } from '../markdown/slug.ts';

/** Ids that the page around the notes uses. */
const TAKEN = ['root', 'main', 'topbar', 'toc'];

/** Sets `anchor` on the entries of a topic just parsed, in place; headings keep theirs, and every one is unique. */
export function assignEntryAnchors(topic: Topic): void {
  const anchors = [...TAKEN, topic.anchor, ...topic.sections.map((section) => section.anchor)];
  const taken = new Map(anchors.map((anchor) => [anchor, 0]));
  const visit = (entry: Entry) => {
    const isNameable = entry.termText !== null && /[\p{L}\p{N}]/u.test(entry.termText);
    if (isNameable) entry.anchor = unused(slugOf(entry.termText ?? ''), taken);
    entry.points.forEach(visit);
    entry.blocks.forEach(visitBlock);
  };
  const visitBlock = (block: Block) => {
    if (block.kind === 'outline') block.entries.forEach(visit);
    else if (block.kind === 'case') for (const step of block.steps) visit(step.entry);
  };
  for (const { blocks } of [topic, ...topic.sections]) blocks.forEach(visitBlock);
}
