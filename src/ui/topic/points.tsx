/** The items of a list: terms hang in a column of their own, explanations beside them. */

import { Fragment } from 'react';
import type { Entry } from '../../core/model/topic.ts';
import { Blocks } from './blocks.tsx';
import { Html } from './html.tsx';

interface PointsProps {
  entries: Entry[];
  list: 'ordered' | 'bullet';
  start?: number;
  /** Keep list markup even when every item has a term: it is a list in the author's markdown. */
  isList?: boolean;
}

export function Points({ entries, list, start = 1, isList = false }: PointsProps) {
  if (entries.length === 0) return null;
  if (list === 'bullet' && !isList && entries.every((entry) => entry.term !== null)) {
    return (
      <dl className="points">
        {entries.map((entry) => (
          <Fragment key={entry.line}>
            {entry.term && <Html as="dt" id={entry.anchor} tabIndex={-1} html={entry.term} />}
            <dd>
              <Explanation entry={entry} />
            </dd>
          </Fragment>
        ))}
      </dl>
    );
  }
  const List = list === 'ordered' ? 'ol' : 'ul';
  return (
    <List className={`items ${list}`} role="list" {...(list === 'ordered' && start !== 1 ? { start } : {})}>
      {entries.map((entry, index) => (
        <li key={entry.line} className={entry.term ? 'has-term' : undefined}>
          {list === 'ordered' && (
            <span className="no" aria-hidden="true">
              {start + index}.
            </span>
          )}
          {entry.term && <Html as="b" className="term" id={entry.anchor} tabIndex={-1} html={entry.term} />}
          <div>
            <Explanation entry={entry} />
          </div>
        </li>
      ))}
    </List>
  );
}

/** What an item says after its term. */
export function Explanation({ entry }: { entry: Entry }) {
  return (
    <>
      {entry.text && <Html as="p" html={entry.text} />}
      <Blocks blocks={entry.blocks} level={6} />
      <Points entries={entry.points} list={entry.pointList} />
    </>
  );
}
