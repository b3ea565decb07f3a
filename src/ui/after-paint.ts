/** Runs work after the next frame has been painted. */

/**
 * Runs `work` in a task after the next frame; where no frame comes, as in a hidden tab, after a short time. Returns how
 * to cancel it.
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
