/** The order in which a page is read: the quiz of a section comes after its deeper sections, the quiz of the page at the end. */

import type { Block, QuizBlock, Section } from '../model/topic.ts';

/** A topic or a page of one, or as much of its sections as one needs. */
export interface Readable<S extends ReadableSection = ReadableSection> {
  blocks: readonly Block[];
  sections: readonly S[];
}

type ReadableSection = Pick<Section, 'anchor' | 'level' | 'titleText' | 'blocks'>;

export type ReadingPart<S> =
  | { kind: 'section'; section: S }
  /** `section` is the one it checks; null for the whole page. */
  | { kind: 'quiz'; block: QuizBlock; section: S | null };

const isQuiz = (block: Block): block is QuizBlock => block.kind === 'quiz';

/** What follows the blocks under the title. */
export function readingOrder<S extends ReadableSection>({ blocks, sections }: Readable<S>): ReadingPart<S>[] {
  const parts: ReadingPart<S>[] = [];
  const open: S[] = [];
  const closeFrom = (level: number) => {
    for (let last = open.at(-1); last && last.level >= level; last = open.at(-1)) {
      open.pop();
      const section = last;
      for (const block of section.blocks.filter(isQuiz)) parts.push({ kind: 'quiz', block, section });
    }
  };
  for (const section of sections) {
    closeFrom(section.level);
    parts.push({ kind: 'section', section });
    open.push(section);
  }
  closeFrom(0);
  for (const block of blocks.filter(isQuiz)) parts.push({ kind: 'quiz', block, section: null });
  return parts;
}
