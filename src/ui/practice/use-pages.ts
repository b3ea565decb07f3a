/** The data of several pages, as it comes; what does not come is asked for again when there is a network. */

import { useEffect, useState } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { loadPage } from '../../store/pages.ts';

export function usePages(paths: readonly string[]): ReadonlyMap<string, PageData> {
  const [pages, setPages] = useState<ReadonlyMap<string, PageData>>(new Map());
  const wanted = [...new Set(paths)].join('\n');
  useEffect(() => {
    let isCurrent = true;
    const load = () => {
      for (const path of wanted.split('\n').filter(Boolean)) {
        loadPage(path).then(
          (page) => isCurrent && page && setPages((known) => new Map(known).set(path, page)),
          () => isCurrent && addEventListener('online', load, { once: true }),
        );
      }
    };
    load();
    return () => {
      isCurrent = false;
      removeEventListener('online', load);
    };
  }, [wanted]);
  return pages;
}
