/** An area's own page or a topic: opening, blocks, sections, what belongs to it, and the way on. */

import { useLocation, useNavigationType } from 'react-router';
import type { PageData } from '../../core/model/course.ts';
import { Blocks } from '../topic/blocks.tsx';
import { useAfterPaint } from '../use-after-paint.ts';
import { AreaTopics } from './area-topics.tsx';
import { Turn } from './next-page.tsx';
import { Opening } from './opening.tsx';
import { PageParts } from './page-parts.tsx';

/** Characters of data that fill a screen. */
const SCREENFUL = 2_500;

export function TopicPage({ page }: { page: PageData }) {
  const isWhole = useIsWhole();
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

/**
 * False in the first frame after a link to the top of a page, so that a long one is seen as soon as a short one; what
 * lies below the screen follows at once. Everything is there from the start where one may land further down.
 */
function useIsWhole(): boolean {
  const type = useNavigationType();
  const { hash } = useLocation();
  return useAfterPaint(true, type === 'POP' || hash !== '');
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
