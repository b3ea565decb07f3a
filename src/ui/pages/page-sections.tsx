/** The sections of a page in order of reading; a quiz comes after the deeper sections of the section it checks. */

import { walkBlocks } from '../../core/model/blocks.ts';
import type { PageData } from '../../core/model/course.ts';
import type { Block, Section } from '../../core/model/topic.ts';
import { quizPrefix, readingOrder } from '../../core/study/reading-order.ts';
import { QuizView } from '../quiz/quiz-view.tsx';
import { SectionMargin } from '../shell/late-parts.ts';
import { Blocks, hasLongLine, isSupplement } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';

/** `most`: only so many sections, and no quiz yet; null for all. */
export function PageParts({ page, most = null }: { page: PageData; most?: number | null }) {
  const all = readingOrder(page);
  const parts = most === null ? all : all.filter(({ kind }) => kind === 'section').slice(0, most);
  return parts.map((part) =>
    part.kind === 'section' ? (
      <SectionView
        key={part.section.anchor}
        page={page}
        section={part.section}
        number={numberOf(page, part.section.anchor)}
      />
    ) : (
      <QuizView
        key={`quiz ${part.section?.anchor} ${part.block.questions[0]?.id}`}
        page={page}
        block={part.block}
        section={part.section}
        level={(part.section?.level ?? 1) + 1}
        anchor={part.place.anchor}
        prefix={quizPrefix(page, part)}
        before={part.place.before}
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
  page: PageData;
  section: Section;
  /** For sections of an area's own page, which are rows of the topic tree. */
  number: string | null;
}

/** Heading with number and permalink, then the section's blocks on the reading grid. */
function SectionView({ page, section, number }: SectionViewProps) {
  // The number of a line follows.
  const { sourceHref } = page;
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
      <SectionBlocks page={page} blocks={section.blocks} anchor={section.anchor} level={section.level + 1} />
    </>
  );
}

interface SectionBlocksProps {
  page: PageData;
  blocks: Block[];
  /** Of the section; null under the page's title. */
  anchor: string | null;
  /** Of the headings the blocks may open. */
  level: number;
}

/**
 * What a section says. Where that leaves the margin of a wide screen free, the supplements at its end stand there, or
 * else its terms and what was missed of it.
 */
export function SectionBlocks({ page, blocks, anchor, level }: SectionBlocksProps) {
  const said = blocks.filter(({ kind }) => kind !== 'quiz');
  const after = said.findLastIndex((block) => !fitsMargin(block)) + 1;
  const [text, notes] = after === 0 ? [said, []] : [said.slice(0, after), said.slice(after)];
  if (text.length === 0 || hasAny(text, takesMargin))
    return <Blocks blocks={blocks} level={level} isOnGrid />;
  return (
    <div className="beside">
      <div className="beside-text">
        <Blocks blocks={text} level={level} isOnGrid />
      </div>
      {notes.length > 0 ? (
        <div className="aside">
          <Blocks blocks={notes} level={level} />
        </div>
      ) : (
        <SectionMargin page={page} blocks={text} anchor={anchor} />
      )}
    </div>
  );
}

/** What is as wide as the page, or stands in the margin itself. */
const takesMargin = (block: Block): boolean =>
  WIDE.has(block.kind) ||
  (block.kind === 'notice' && !isSupplement(block)) ||
  (block.kind === 'code' && hasLongLine(block)) ||
  // Its supplements stand beside the label.
  (block.kind === 'outline' && block.list === 'label' && hasAny([block], isSupplement));

const WIDE = new Set(['case', 'comparison', 'stacks']);

/** In a margin code would be cut. */
const fitsMargin = (block: Block): boolean =>
  isSupplement(block) && !hasAny([block], ({ kind }) => kind === 'code' || WIDE.has(kind));

function hasAny(blocks: readonly Block[], test: (block: Block) => boolean): boolean {
  let has = false;
  walkBlocks(blocks, null, {
    block: (block) => {
      has ||= test(block);
      return undefined;
    },
  });
  return has;
}
