/** The sections of a page in order of reading; a quiz comes after the deeper sections of the section it checks. */

import type { PageData } from '../../core/model/course.ts';
import { readingOrder } from '../../core/study/reading-order.ts';
import { QuizView } from '../quiz/quiz-view.tsx';
import { SectionView } from '../topic/section-view.tsx';

/** `most`: only so many sections, and no quiz yet; null for all. */
export function PageParts({ page, most = null }: { page: PageData; most?: number | null }) {
  const all = readingOrder(page);
  const parts = most === null ? all : all.filter(({ kind }) => kind === 'section').slice(0, most);
  return parts.map((part) =>
    part.kind === 'section' ? (
      <SectionView
        key={part.section.anchor}
        section={part.section}
        number={numberOf(page, part.section.anchor)}
        sourceHref={page.sourceHref}
      />
    ) : (
      <QuizView
        key={`quiz ${part.section?.anchor} ${part.block.questions[0]?.id}`}
        page={page}
        block={part.block}
        section={part.section}
        level={(part.section?.level ?? 1) + 1}
      />
    ),
  );
}

/** Sections of an area's own page stand in the topic tree and have a number there. */
function numberOf(page: PageData, anchor: string): string | null {
  return (
    page.area?.children.find((node) => node.path === page.path && node.anchor === anchor)?.number ?? null
  );
}
