/** A page in one breath: the first words of its first text, for search results and link previews. */

import { textOf } from '../model/html.ts';
import type { Block, Entry, Html, Topic } from '../model/topic.ts';

const MAX = 160;

/** The first text of the topic as plain text, cut at a word; empty when it has none. */
export function summarise(topic: Pick<Topic, 'blocks' | 'sections'>): string {
  const text =
    firstText(topic.blocks) ?? firstOf(topic.sections, (section) => firstText(section.blocks)) ?? '';
  if (text.length <= MAX) return text;
  const cut = text.slice(0, MAX - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > MAX / 2 ? cut.slice(0, space) : cut).replace(/[\s,.·:;]+$|[\uD800-\uDBFF]$/, '')}…`;
}

function firstText(blocks: Block[]): string | null {
  return firstOf(blocks, (block) => {
    if (block.kind === 'prose') return /^<p>/.test(block.html) ? orNull(textOf(block.html)) : null;
    if (block.kind === 'outline') return firstOf(block.entries, entryText);
    if (block.kind === 'case') return firstOf(block.steps, (step) => entryText(step.entry));
    return null;
  });
}

function entryText(entry: Entry): string | null {
  if (entry.text === null) return firstText(entry.blocks) ?? firstOf(entry.points, entryText);
  const html = (entry.term === null ? entry.text : `${entry.term}: ${entry.text}`) as Html;
  return orNull(textOf(html));
}

function firstOf<T>(items: T[], read: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}

const orNull = (text: string): string | null => (text === '' ? null : text);
