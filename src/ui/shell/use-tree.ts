/** The topic tree as far as it is known: the page's own area at once, all of it after the first paint. */

import { useCallback, useEffect, useState } from 'react';
import type { PageData, TreeNode } from '../../core/model/course.ts';
import { loadTree } from '../../store/pages.ts';

export interface KnownTree {
  nodes: TreeNode[];
  isWhole: boolean;
  hasFailed: boolean;
  load: () => void;
}

export function useTree(page: PageData | null): KnownTree {
  const [whole, setWhole] = useState<TreeNode[] | null>(null);
  const [hasFailed, setFailed] = useState(false);

  const load = useCallback(() => {
    setFailed(false);
    loadTree().then((nodes) => {
      if (nodes.length > 0) setWhole(nodes);
      else setFailed(true);
    });
  }, []);
  useEffect(() => {
    const timer = setTimeout(load, 1500);
    return () => clearTimeout(timer);
  }, [load]);

  return { nodes: whole ?? ownTree(page), isWhole: whole !== null, hasFailed, load };
}

/** The areas, the page's own one with its topics. */
export function ownTree(page: PageData | null): TreeNode[] {
  if (!page) return [];
  return (
    page.map?.tree ?? page.course.areas.map((node) => (node.number === page.area?.number ? page.area : node))
  );
}
