/** An area's own page or a topic: opening, blocks, sections, what belongs to it, and the way on. */

import type { PageData } from '../../core/model/course.ts';
import { Blocks } from '../topic/blocks.tsx';
import { useAfterPaint } from '../use-after-paint.ts';
import { AreaTopics } from './area-topics.tsx';
import { Turn } from './next-page.tsx';
import { Opening } from './opening.tsx';
import { PageParts } from './page-parts.tsx';

/** Characters of data that fill a screen. */
const SCREENFUL = 2_500;

interface TopicPageProps {
  page: PageData;
  /**
   * False after a link to the top of a page: its first frame then holds a screenful, so that a long page is seen as soon
   * as a short one. What lies below the screen follows at once.
   */
  isWhole: boolean;
}

export function TopicPage({ page, isWhole: isWholeAtOnce }: TopicPageProps) {
  const isWhole = useAfterPaint(true, isWholeAtOnce);
  return (
    <article className="read" data-path={page.path}>
      <Opening page={page} />
      <Blocks blocks={page.blocks} level={2} isOnGrid />
      <PageParts page={page} most={isWhole ? null : countFirst(page)} />
      {isWhole && page.kind === 'area' && <AreaTopics page={page} />}
      {isWhole && page.sourceHref && (
        <p className="edit-page">
          <a href={`${page.sourceHref}1`} rel="noopener noreferrer">
            이 페이지 고치기
          </a>
        </p>
      )}
      {isWhole && <Turn page={page} />}
    </article>
  );
}

/** How many sections the first screen shows. */
function countFirst({ blocks, sections }: PageData): number {
  let room = SCREENFUL - JSON.stringify(blocks).length;
  const after = sections.findIndex((section) => {
    if (room <= 0) return true;
    room -= JSON.stringify(section).length;
    return false;
  });
  return after < 0 ? sections.length : after;
}
