/** The tree beside the text on wide screens; it scrolls by itself and keeps the current row in view. */

import { memo, useEffect, useRef } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { Tree } from './tree.tsx';
import type { KnownTree } from './use-tree.ts';

export const Rail = memo(function Rail({ page, known }: { page: PageData; known: KnownTree }) {
  const rail = useRef<HTMLElement>(null);

  const showRow = () => {
    if (rail.current) showCurrentRow(rail.current);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row moves when the page or the tree changes
  useEffect(showRow, [page.path, known.isWhole]);

  // The tree comes a frame after its rail (tree.css).
  return (
    <nav className="rail" aria-label="차례" ref={rail} onAnimationEnd={showRow}>
      <Tree page={page} known={known} />
    </nav>
  );
});

/** Scrolls the box, never the window, so far that the current row is seen with some rows around it. */
export function showCurrentRow(box: HTMLElement): void {
  const row = box.querySelector('[aria-current="page"]');
  if (!row) return;
  const { top, bottom } = row.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  const room = 72;
  if (top < frame.top + room) box.scrollTop -= frame.top + room - top;
  else if (bottom > frame.bottom - room) box.scrollTop += bottom - frame.bottom + room;
}
