/** The order in which a page is read: the quiz of a section comes after its deeper sections, the quiz of the page at the end. */

import type { PageData } from '../model/course.ts';
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
  | { kind: 'quiz'; block: QuizBlock; section: S | null; place: QuizPlace };

/** Among the quizzes of its page, whose questions are numbered through. */
export interface QuizPlace {
  /** Id of its heading; a heading of the notes never has a colon. */
  anchor: string;
  /** Questions of the quizzes before it. */
  before: number;
  /** Whether there is another one, so that 확인 문제 alone does not tell which. */
  isOneOfMany: boolean;
}

const isQuiz = (block: Block): block is QuizBlock => block.kind === 'quiz';

/** What follows the blocks under the title. */
export function readingOrder<S extends ReadableSection>({ blocks, sections }: Readable<S>): ReadingPart<S>[] {
  const parts: ReadingPart<S>[] = [];
  const quizzes = [...sections, { blocks }].flatMap((part) => part.blocks.filter(isQuiz));
  let [count, before] = [0, 0];
  const put = (block: QuizBlock, section: S | null) => {
    count += 1;
    const place = { anchor: `quiz:${count}`, before, isOneOfMany: quizzes.length > 1 };
    before += block.questions.length;
    parts.push({ kind: 'quiz', block, section, place });
  };
  const open: S[] = [];
  const closeFrom = (level: number) => {
    for (let last = open.at(-1); last && last.level >= level; last = open.at(-1)) {
      open.pop();
      const section = last;
      for (const block of section.blocks.filter(isQuiz)) put(block, section);
    }
  };
  for (const section of sections) {
    closeFrom(section.level);
    parts.push({ kind: 'section', section });
    open.push(section);
  }
  closeFrom(0);
  for (const block of blocks.filter(isQuiz)) put(block, null);
  return parts;
}

/** `conda 전체`, `환경 만들기`: what stands before 확인 문제 where it alone does not tell which; null where it does. */
export const quizPrefix = (
  page: Pick<PageData, 'titleText'>,
  { section, place }: { section: Pick<Section, 'titleText'> | null; place: QuizPlace },
): string | null =>
  place.isOneOfMany ? (section === null ? `${page.titleText} 전체` : section.titleText) : null;
