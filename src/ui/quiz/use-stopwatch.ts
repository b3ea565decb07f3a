/** Measures how long a question has been looked at: only while it is in view and the page is visible. */

import { type RefObject, useEffect, useRef } from 'react';

/** Whoever leaves the desk is not thinking about the question. */
const MOST_MILLIS = 10 * 60_000;

/** Returns how to read it, in milliseconds, at most ten minutes. */
export function useStopwatch(element: RefObject<HTMLElement | null>): () => number {
  const spent = useRef(0);
  const since = useRef<number | null>(null);
  const read = useRef(() => {
    const running = since.current === null ? 0 : performance.now() - since.current;
    return Math.min(MOST_MILLIS, Math.round(spent.current + running));
  });

  useEffect(() => {
    let isInView = typeof IntersectionObserver === 'undefined';
    const update = () => {
      const isRunning = isInView && !document.hidden;
      if (isRunning && since.current === null) since.current = performance.now();
      if (!isRunning && since.current !== null) {
        spent.current = read.current();
        since.current = null;
      }
    };
    const observer = isInView
      ? null
      : new IntersectionObserver((entries) => {
          isInView = entries.at(-1)?.isIntersecting ?? false;
          update();
        });
    if (element.current) observer?.observe(element.current);
    document.addEventListener('visibilitychange', update);
    update();
    return () => {
      observer?.disconnect();
      document.removeEventListener('visibilitychange', update);
    };
  }, [element]);

  return read.current;
}
