/** The topic tree as far as it is known: the page's own area at once, all of it after the first paint. */

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PageData, TreeNode } from '../../core/model/course.ts';
import { followTree, loadTree } from '../../store/pages.ts';

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

  // While notes are edited.
  useEffect(() => followTree(setWhole), []);

  return useMemo(
    () => ({ nodes: whole ?? withOwnArea(page), isWhole, hasFailed, load }),
    [whole, page, isWhole, hasFailed, load],
  );
}

/** Until the whole tree is here: the areas, and what is in the page's own. */
function withOwnArea(page: PageData | null): TreeNode[] {
  const { area: own, course } = page ?? {};
  return (course?.areas ?? []).map((node) => (node.number === own?.number ? own : node));
}
