/** What is found for a query as it is typed; the last answer stays until the next one is here. */

import { useEffect, useState } from 'react';
import type { Found } from '../../core/search/find.ts';
import { search } from '../../store/search/search.ts';

export interface SearchView {
  /** The query the hits belong to. */
  query: string;
  found: Found | null;
  /** The index could not be fetched. */
  hasFailed: boolean;
}

const NOTHING: SearchView = { query: '', found: null, hasFailed: false };

export function useSearch(query: string): SearchView {
  const [view, setView] = useState(NOTHING);
  const wanted = query.trim();
  useEffect(() => {
    if (wanted === '') {
      setView(NOTHING);
      return;
    }
    let isCurrent = true;
    void search(wanted).then((found) => {
      if (isCurrent) setView({ query: wanted, found, hasFailed: found === null });
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  return view;
}
