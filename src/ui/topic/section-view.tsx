/** A section of a page: heading with number and permalink, then its blocks on the reading grid. */

import type { Section } from '../../core/model/topic.ts';
import { Blocks } from './blocks.tsx';
import { Html } from './html.tsx';

interface SectionViewProps {
  section: Section;
  /** For sections of an area's own page, which are rows of the topic tree. */
  number: string | null;
  /** The page's source on its host; the number of a line follows. */
  sourceHref?: string | undefined;
}

export function SectionView({ section, number, sourceHref }: SectionViewProps) {
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
