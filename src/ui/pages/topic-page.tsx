/** An area's own page or a topic: opening, blocks, sections, what belongs to it, and the way on. */

import type { PageData } from '../../core/model/course.ts';
import { Blocks } from '../topic/blocks.tsx';
import { SectionView } from '../topic/section-view.tsx';
import { AreaTopics } from './area-topics.tsx';
import { Opening } from './opening.tsx';
import { Turn } from './turn.tsx';

export function TopicPage({ page }: { page: PageData }) {
  return (
    <article className="read">
      <Opening page={page} />
      <Blocks blocks={page.blocks} level={2} isOnGrid />
      {page.sections.map((section) => (
        <SectionView key={section.anchor} section={section} number={numberOf(page, section.anchor)} />
      ))}
      {page.kind === 'area' && <AreaTopics page={page} />}
      <Turn page={page} />
    </article>
  );
}

/** Sections of an area's own page stand in the topic tree and have a number there. */
function numberOf(page: PageData, anchor: string): string | null {
  return (
    page.area?.children.find((node) => node.path === page.path && node.anchor === anchor)?.number ?? null
  );
}
