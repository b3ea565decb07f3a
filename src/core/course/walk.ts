/** Finding comparisons wherever they stand in a topic, and replacing them without touching anything else. */

import type { Block, ComparisonBlock, Entry, Topic } from '../model/topic.ts';

type Change = (block: ComparisonBlock) => ComparisonBlock;

/** The topic with every comparison replaced; the very same topic when it has none. */
export function mapComparisons(topic: Topic, change: Change): Topic {
  const blocks = mapBlocks(topic.blocks, change);
  const sections = mapSame(topic.sections, (section) => {
    const inner = mapBlocks(section.blocks, change);
    return inner === section.blocks ? section : { ...section, blocks: inner };
  });
  return blocks === topic.blocks && sections === topic.sections ? topic : { ...topic, blocks, sections };
}

/** A topic's comparisons in order of reading. */
export const comparisonsIn = (topic: Topic): ComparisonBlock[] =>
  [topic, ...topic.sections].flatMap(({ blocks }) => comparisonsAmong(blocks));

/** The comparisons among blocks and within them, in order of reading. */
export function comparisonsAmong(blocks: Block[]): ComparisonBlock[] {
  const found: ComparisonBlock[] = [];
  mapBlocks(blocks, (block) => {
    found.push(block);
    return block;
  });
  return found;
}

function mapBlocks(blocks: Block[], change: Change): Block[] {
  return mapSame(blocks, (block): Block => {
    switch (block.kind) {
      case 'comparison':
        return change(block);
      case 'notice': {
        const inner = mapBlocks(block.blocks, change);
        return inner === block.blocks ? block : { ...block, blocks: inner };
      }
      case 'outline': {
        const entries = mapSame(block.entries, (entry) => mapEntry(entry, change));
        return entries === block.entries ? block : { ...block, entries };
      }
      case 'case': {
        const steps = mapSame(block.steps, (step) => {
          const entry = mapEntry(step.entry, change);
          return entry === step.entry ? step : { ...step, entry };
        });
        return steps === block.steps ? block : { ...block, steps };
      }
      default:
        return block;
    }
  });
}

function mapEntry(entry: Entry, change: Change): Entry {
  const blocks = mapBlocks(entry.blocks, change);
  const points = mapSame(entry.points, (point) => mapEntry(point, change));
  return blocks === entry.blocks && points === entry.points ? entry : { ...entry, blocks, points };
}

/** Like map, but the same array when nothing in it changed. */
function mapSame<T>(items: T[], change: (item: T) => T): T[] {
  let changed: T[] | null = null;
  items.forEach((item, at) => {
    const next = change(item);
    if (next === item) return;
    changed ??= [...items];
    changed[at] = next;
  });
  return changed ?? items;
}
