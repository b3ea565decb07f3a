/** One label of an outline: its name in the label column, what it says beside it, supplements in the margin. */

import type { Block, Entry, NoticeBlock } from '../../core/model/topic.ts';
import { Blocks } from './blocks.tsx';
import { Html } from './html.tsx';
import { Supplement } from './notice.tsx';
import { Points } from './points.tsx';

export function Facet({ entry, level }: { entry: Entry; level: number }) {
  const { kept, supplements } = liftSupplements(entry);
  const isWide = supplements.length === 0 && kept.blocks.some((block) => block.kind === 'case');
  const heading = `h${Math.min(level, 6)}` as 'h2';
  return (
    <section className="facet">
      {kept.term && <Html as={heading} className="name" id={kept.anchor} tabIndex={-1} html={kept.term} />}
      <div className={isWide ? 'body wide' : 'body'}>
        {kept.text && <Html as="p" html={kept.text} />}
        <Blocks blocks={kept.blocks} level={level + 1} />
        <Points entries={kept.points} list={kept.pointList} />
      </div>
      {supplements.length > 0 && (
        <div className="aside">
          {supplements.map((notice) => (
            <Supplement key={notice.line} block={notice} />
          ))}
        </div>
      )}
    </section>
  );
}

const isSupplement = (block: Block): block is NoticeBlock =>
  block.kind === 'notice' && block.supplement !== null;

/** Takes the supplements out of an entry and its points, so that they can stand beside the whole facet. */
export function liftSupplements(entry: Entry): { kept: Entry; supplements: NoticeBlock[] } {
  const points = entry.points.map(liftSupplements);
  return {
    kept: {
      ...entry,
      blocks: entry.blocks.filter((block) => !isSupplement(block)),
      points: points.map((point) => point.kept),
    },
    supplements: [...entry.blocks.filter(isSupplement), ...points.flatMap((point) => point.supplements)],
  };
}
