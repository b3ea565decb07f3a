/** Work that may wait until the reader sees the new frame. */

/** Runs `work` in a task after the next frame; where no frame comes, as in a hidden tab, soon all the same. */
export function afterPaint(work: () => void): void {
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
}
