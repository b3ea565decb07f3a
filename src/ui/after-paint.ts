/** Work that may wait until the reader sees the new frame. */

import { startTransition, useEffect, useState } from 'react';

/**
 * Runs `work` in a task after the next frame; where no frame comes, as in a hidden tab, soon all the same. Returns how
 * to call it off.
 */
export function afterPaint(work: () => void): () => void {
  let isWanted = true;
  const run = () => isWanted && work();
  if (document.hidden) setTimeout(run);
  else requestAnimationFrame(() => setTimeout(run));
  return () => {
    isWanted = false;
  };
}

/**
 * The value as it was in the frame before, and a frame later as it is; `first` instead of it on the first frame. Unlike a
 * deferred value, which React may begin to draw before that frame, it never holds the frame up.
 */
export function useAfterPaint<T>(value: T, first: T = value): T {
  const [seen, setSeen] = useState(first);
  useEffect(() => {
    return seen === value ? undefined : afterPaint(() => startTransition(() => setSeen(value)));
  }, [seen, value]);
  return seen;
}
