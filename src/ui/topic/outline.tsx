/** A list in the notes' habit: labels become facets on the reading grid, other lists keep their markup. */

import type { OutlineBlock } from '../../core/model/topic.ts';
import { Facet } from './facet.tsx';
import { Points } from './points.tsx';

export function Outline({
  block,
  level,
  isOnGrid,
}: {
  block: OutlineBlock;
  level: number;
  isOnGrid: boolean;
}) {
  if (block.list === 'label' && isOnGrid) {
    return block.entries.map((entry) => <Facet key={entry.line} entry={entry} level={level} />);
  }
  const list = block.list === 'bullet' ? 'bullet' : 'ordered';
  const points = <Points entries={block.entries} list={list} start={block.start} isList />;
  return isOnGrid ? <div className="facet plain">{points}</div> : points;
}
