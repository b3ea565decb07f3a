/** An area's own page or a topic: opening, blocks, sections, what belongs to it, and the way on. */

import { useDeferredValue } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import type { PageData } from '../../core/model/course.ts';
import { Blocks } from '../topic/blocks.tsx';
import { SectionView } from '../topic/section-view.tsx';
import { AreaTopics } from './area-topics.tsx';
import { Opening } from './opening.tsx';
import { Turn } from './turn.tsx';

/** Characters of data that fill a screen. */
const SCREENFUL = 2_500;

export function TopicPage({ page }: { page: PageData }) {
  const isWhole = useIsWhole();
  const sections = isWhole ? page.sections : page.sections.slice(0, countFirst(page));
  return (
    <article className="read">
      <Opening page={page} />
      <Blocks blocks={page.blocks} level={2} isOnGrid />
      {sections.map((section) => (
        <SectionView key={section.anchor} section={section} number={numberOf(page, section.anchor)} />
      ))}
      {isWhole && page.kind === 'area' && <AreaTopics page={page} />}
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
  return useDeferredValue(true, type === 'POP' || hash !== '');
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

/** Sections of an area's own page stand in the topic tree and have a number there. */
function numberOf(page: PageData, anchor: string): string | null {
  return (
    page.area?.children.find((node) => node.path === page.path && node.anchor === anchor)?.number ?? null
  );
}
