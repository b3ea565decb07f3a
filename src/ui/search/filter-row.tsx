/** The row of filters: all hits, or those in notes, tables or questions. Kinds without a hit are left out. */

import type { Hit } from '../../core/search/find.ts';
import { FILTERS, type Filter, filtered } from './groups.ts';

interface FilterRowProps {
  hits: readonly Hit[];
  filter: Filter;
  set: (filter: Filter) => void;
}

export function FilterRow({ hits, filter, set }: FilterRowProps) {
  return (
    <div className="find-sub">
      {FILTERS.map((each) => {
        const count = filtered(hits, each.filter).length;
        if (count === 0 && each.filter !== filter) return null;
        return (
          <button
            key={each.filter}
            type="button"
            aria-pressed={each.filter === filter}
            onClick={() => set(each.filter)}
          >
            {each.label} <span className="num">{count}</span>
          </button>
        );
      })}
    </div>
  );
}
