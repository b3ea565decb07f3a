/** A value that changes only after the next frame. Kept apart from `afterPaint`, which the entry needs before React is loaded. */

import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/**
 * The value as it was in the frame before, and a frame later as it is; `first` instead of it on the first frame. Unlike a
 * deferred value, which React may begin to draw before that frame, it never holds the frame up.
 */
export function useAfterPaint<T>(value: T, first: T = value): T {
  const [seen, setSeen] = useState(first);
  useEffect(
    () => (seen === value ? undefined : afterPaint(() => startTransition(() => setSeen(value)))),
    [seen, value],
  );
  return seen;
}
