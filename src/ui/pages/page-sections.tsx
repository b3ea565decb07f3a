/** The sections of a page in order of reading; a quiz comes after the deeper sections of the section it checks. */

import type { PageData } from '../../core/model/course.ts';
import type { Section } from '../../core/model/topic.ts';
import { readingOrder } from '../../core/study/reading-order.ts';
import { QuizView } from '../quiz/quiz-view.tsx';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';

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

interface SectionViewProps {
  section: Section;
  /** For sections of an area's own page, which are rows of the topic tree. */
  number: string | null;
  /** The page's source on its host; the number of a line follows. */
  sourceHref?: string | undefined;
}

/** Heading with number and permalink, then the section's blocks on the reading grid. */
function SectionView({ section, number, sourceHref }: SectionViewProps) {
  const heading = `h${section.level}` as const;
  return (
    <>
      <header className={section.level === 2 ? 'section-head' : 'section-head subsection'}>
        {number && <span className="section-number">{number}</span>}
        <div className="section-title">
          <Html as={heading} id={section.anchor} tabIndex={-1} html={section.title} />
          <a
            className="permalink"
            href={`#${encodeURIComponent(section.anchor)}`}
            aria-label={`${section.titleText} 주소`}
          >
            #
          </a>
          {sourceHref && (
            <a
              className="permalink edit-section"
              href={`${sourceHref}${section.line}`}
              rel="noopener noreferrer"
              aria-label={`${section.titleText} 고치기`}
            >
              고치기
            </a>
          )}
        </div>
      </header>
      <Blocks blocks={section.blocks} level={section.level + 1} isOnGrid />
    </>
  );
}
