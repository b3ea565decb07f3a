/** The data of several pages, together, so that what is shown of them does not move; what did not come is asked for again when there is a network. */

import { useEffect, useState } from 'react';
import type { PageData } from '../../../core/model/course.ts';
import { loadPage } from '../../../store/pages.ts';

export function usePages(paths: readonly string[]): ReadonlyMap<string, PageData> {
  const [pages, setPages] = useState<ReadonlyMap<string, PageData>>(new Map());
  const wanted = [...new Set(paths)].join('\n');
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const asked = wanted.split('\n').filter(Boolean);
      const answers = await Promise.allSettled(asked.map((path) => loadPage(path)));
      if (!isCurrent) return;
      const here = answers.flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []));
      setPages(new Map(here.map((page) => [page.path, page])));
      if (answers.some(({ status }) => status === 'rejected'))
        addEventListener('online', load, { once: true });
    };
    void load();
    return () => {
      isCurrent = false;
      removeEventListener('online', load);
    };
  }, [wanted]);
  return pages;
}
