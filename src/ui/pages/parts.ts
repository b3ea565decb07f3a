/** The order in which a page is read: a section's quiz comes after its deeper sections, the whole page's at the end. */

import type { PageData } from '../../core/model/course.ts';
import type { Block, QuizBlock, Section } from '../../core/model/topic.ts';

export type Part =
  | { kind: 'section'; section: Section }
  /** `section` is the one it checks; null for the whole page. */
  | { kind: 'quiz'; block: QuizBlock; section: Section | null };

const isQuiz = (block: Block): block is QuizBlock => block.kind === 'quiz';

/** What follows the blocks under the title. */
export function partsOf({ blocks, sections }: Pick<PageData, 'blocks' | 'sections'>): Part[] {
  const parts: Part[] = [];
  const open: Section[] = [];
  const closeFrom = (level: number) => {
    for (let last = open.at(-1); last && last.level >= level; last = open.at(-1)) {
      open.pop();
      const section = last;
      parts.push(...section.blocks.filter(isQuiz).map((block): Part => ({ kind: 'quiz', block, section })));
    }
  };
  for (const section of sections) {
    closeFrom(section.level);
    parts.push({ kind: 'section', section });
    open.push(section);
  }
  closeFrom(0);
  parts.push(...blocks.filter(isQuiz).map((block): Part => ({ kind: 'quiz', block, section: null })));
  return parts;
}
