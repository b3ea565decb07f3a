/**
 * The one walk over the blocks of a topic. What reads the notes for the study index, for search or for checks goes this
 * way, so that all of them find what the page shows, wherever it stands.
 */

import type { Block, ComparisonBlock, Entry, Question, Topic } from './topic.ts';

const NONE: readonly never[] = [];

/** What stands directly within a block, in order of reading: entries or blocks. */
export function childrenOf(block: Block): { entries: readonly Entry[]; blocks: readonly Block[] } {
  switch (block.kind) {
    case 'outline':
      return { entries: block.entries, blocks: NONE };
    case 'case':
      return { entries: block.steps.map(({ entry }) => entry), blocks: NONE };
    case 'notice':
      return { entries: NONE, blocks: block.blocks };
    case 'quiz': {
      const questions = block.questions.flatMap((each) => (each.answer ? each.stem : each.blocks));
      return { entries: NONE, blocks: [...block.intro, ...questions] };
    }
    case 'prose':
    case 'code':
    case 'comparison':
    case 'stacks':
      return { entries: NONE, blocks: NONE };
    default:
      return block satisfies never;
  }
}

/** A topic, a page, or as much of one as is read. */
interface WithBlocks {
  blocks: readonly Block[];
  sections: readonly { blocks: readonly Block[] }[];
}

/** The blocks under the title and those of all sections, in the order of the file. */
export const blocksOf = ({ blocks, sections }: WithBlocks): Block[] => [
  ...blocks,
  ...sections.flatMap((section) => section.blocks),
];

/** The questions of the quizzes among some blocks. Quizzes stand on their own, never within another block. */
export const questionsIn = (blocks: readonly Block[]): Question[] =>
  blocks.flatMap((block) => (block.kind === 'quiz' ? block.questions : []));

/** What is done on the way; each may return what is handed to all that stands within. */
export interface Visitor<C> {
  /** Kinds that are passed over with all that stands within them. */
  without?: readonly Block['kind'][];
  block?: (block: Block, context: C) => C | undefined;
  entry?: (entry: Entry, context: C) => C | undefined;
}

/** Visits blocks and their entries in order of reading, each before what stands within it. */
export function walkBlocks<C>(blocks: readonly Block[], context: C, visitor: Visitor<C>): void {
  for (const block of blocks) {
    if (visitor.without?.includes(block.kind)) continue;
    const inner = visitor.block?.(block, context) ?? context;
    const children = childrenOf(block);
    for (const entry of children.entries) walkEntry(entry, inner, visitor);
    walkBlocks(children.blocks, inner, visitor);
  }
}

function walkEntry<C>(entry: Entry, context: C, visitor: Visitor<C>): void {
  const inner = visitor.entry?.(entry, context) ?? context;
  walkBlocks(entry.blocks, inner, visitor);
  for (const point of entry.points) walkEntry(point, inner, visitor);
}

/** The comparisons among blocks and within them, in order of reading. */
export function comparisonsIn(blocks: readonly Block[]): ComparisonBlock[] {
  const tables: ComparisonBlock[] = [];
  walkBlocks(blocks, null, {
    block: (block) => {
      if (block.kind === 'comparison') tables.push(block);
      return undefined;
    },
  });
  return tables;
}

type Change = (block: ComparisonBlock) => ComparisonBlock;

/** The topic with every comparison replaced; the very same topic when nothing in it changed. */
export function mapComparisons(topic: Topic, change: Change): Topic {
  const blocks = mapBlocks(topic.blocks, change);
  const sections = mapSame(topic.sections, (section) =>
    withChanged(section, { blocks: mapBlocks(section.blocks, change) }),
  );
  return withChanged(topic, { blocks, sections });
}

function mapBlocks(blocks: Block[], change: Change): Block[] {
  return mapSame(blocks, (block): Block => {
    switch (block.kind) {
      case 'comparison':
        return change(block);
      case 'notice':
        return withChanged(block, { blocks: mapBlocks(block.blocks, change) });
      case 'outline':
        return withChanged(block, { entries: mapEntries(block.entries, change) });
      case 'case': {
        const steps = mapSame(block.steps, (step) =>
          withChanged(step, { entry: mapEntry(step.entry, change) }),
        );
        return withChanged(block, { steps });
      }
      case 'quiz': {
        const questions = mapSame(block.questions, (question) =>
          question.answer
            ? withChanged(question, { stem: mapBlocks(question.stem, change) })
            : withChanged(question, { blocks: mapBlocks(question.blocks, change) }),
        );
        return withChanged(block, { intro: mapBlocks(block.intro, change), questions });
      }
      case 'prose':
      case 'code':
      case 'stacks':
        return block;
      default:
        return block satisfies never;
    }
  });
}

const mapEntries = (entries: Entry[], change: Change): Entry[] =>
  mapSame(entries, (entry) => mapEntry(entry, change));

const mapEntry = (entry: Entry, change: Change): Entry =>
  withChanged(entry, { blocks: mapBlocks(entry.blocks, change), points: mapEntries(entry.points, change) });

/** Like map, but the same array when nothing in it changed. */
function mapSame<T>(items: T[], change: (item: T) => T): T[] {
  const changed = items.map(change);
  return changed.some((item, at) => item !== items[at]) ? changed : items;
}

/** An object with other fields; the very same object when they are the ones it has. */
function withChanged<T extends object>(object: T, fields: Partial<T>): T {
  const isSame = (Object.keys(fields) as (keyof T)[]).every((key) => fields[key] === object[key]);
  return isSame ? object : { ...object, ...fields };
}
