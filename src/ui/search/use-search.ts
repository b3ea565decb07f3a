/** Searches while one types. The last results stay until the next ones are here. */

import { useEffect, useState } from 'react';
import type { SearchResults } from '../../core/search/find.ts';
import { search } from '../../store/search/search.ts';

export interface SearchView {
  /** The query the hits belong to. */
  query: string;
  results: SearchResults | null;
  /** The index could not be fetched. */
  hasFailed: boolean;
}

const NOTHING: SearchView = { query: '', results: null, hasFailed: false };

export function useSearch(query: string): SearchView {
  const [view, setView] = useState(NOTHING);
  const trimmed = query.trim();
  useEffect(() => {
    if (trimmed === '') {
      setView(NOTHING);
      return;
    }
    let isCurrent = true;
    void search(trimmed).then((results) => {
      if (isCurrent) setView({ query: trimmed, results, hasFailed: results === null });
    });
    return () => {
      isCurrent = false;
    };
  }, [trimmed]);
  return view;
}
