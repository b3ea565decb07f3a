/** The topic tree as far as it is known: the page's own area at once, all of it after the first paint. */

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PageData, TreeNode } from '../../core/model/course.ts';
import { loadTree } from '../../store/pages.ts';

const AFTER_PAINT_MILLIS = 1500;

export interface KnownTree {
  nodes: TreeNode[];
  isWhole: boolean;
  hasFailed: boolean;
  load: () => void;
}

export function useTree(page: PageData | null): KnownTree {
  const [whole, setWhole] = useState(page?.map?.tree ?? null);
  const [hasFailed, setFailed] = useState(false);
  const isWhole = whole !== null;

  const load = useCallback(() => {
    setFailed(false);
    loadTree().then((nodes) => {
      if (nodes.length > 0) setWhole(nodes);
      else setFailed(true);
    });
  }, []);
  useEffect(() => {
    if (isWhole) return;
    const timer = setTimeout(load, AFTER_PAINT_MILLIS);
    return () => clearTimeout(timer);
  }, [isWhole, load]);

  useEffect(() => {
    // While notes are edited the tree that was fetched grows old; after the pages' own handler, ask again.
    const reload = () => setTimeout(load);
    if (isWhole) import.meta.hot?.on('course:update', reload);
    return () => import.meta.hot?.off?.('course:update', reload);
  }, [isWhole, load]);

  return useMemo(
    () => ({ nodes: withOwnArea(whole ?? page?.course.areas ?? [], page), isWhole, hasFailed, load }),
    [whole, page, isWhole, hasFailed, load],
  );
}

/** The page's own area comes with the page, so it is never out of date. */
function withOwnArea(nodes: TreeNode[], page: PageData | null): TreeNode[] {
  const own = page?.area;
  return own ? nodes.map((node) => (node.number === own.number ? own : node)) : nodes;
}
