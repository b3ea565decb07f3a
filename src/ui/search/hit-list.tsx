/** The list of hits as a listbox. The focus stays in the search field, which names the current option by its id. */

import { useEffect, useRef } from 'react';
import type { Hit } from '../../core/search/find.ts';
import { basePath } from '../../store/site.ts';
import { addressOf, type TopicHits } from './hits.ts';
import { HitText } from './result-parts.tsx';

/** The id of the option at an index. */
export const idOf = (list: string, index: number): string => `${list}-${index}`;

interface HitListProps {
  id: string;
  groups: readonly TopicHits[];
  current: Hit | null;
  /** A hit is followed, by the shell's handler of links. */
  onFollow: (hit: Hit) => void;
}

export function HitList({ id, groups, current, onFollow }: HitListProps) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the current hit
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  let index = -1;
  return (
    <div id={id} ref={list} role="listbox" aria-label="검색 결과">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not of controls
        <div key={group.path} role="group" aria-label={`${group.number ?? ''} ${group.topic}`.trim()}>
          <p className="search-topic" aria-hidden="true">
            {group.number && <span className="number">{group.number}</span>} {group.topic}
          </p>
          {group.hits.map((hit) => {
            index += 1;
            return (
              <a
                key={`${hit.place.anchor} ${hit.group} ${hit.text}`}
                id={idOf(id, index)}
                className="hit"
                role="option"
                aria-selected={hit === current}
                tabIndex={-1}
                href={basePath() + addressOf(hit)}
                onClick={() => onFollow(hit)}
              >
                <HitText hit={hit} />
              </a>
            );
          })}
        </div>
      ))}
    </div>
  );
}
