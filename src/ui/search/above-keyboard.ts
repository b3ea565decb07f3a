/** Keeps a sheet within what a phone's keyboard leaves of the screen, where the browser lays the keyboard over the page (iOS). */

/** Sets `--seen-height` and `--seen-top` in pixels while less than the window is seen. Returns what ends it. */
export function keepAboveKeyboard(sheet: HTMLElement): () => void {
  const seen = window.visualViewport;
  if (!seen) return () => {};
  const settle = () => {
    // Zoomed by hand, less is seen too; then the sheet is as large as ever.
    const isCovered = seen.scale <= 1 && seen.height < window.innerHeight;
    for (const [name, pixels] of [
      ['--seen-height', seen.height],
      ['--seen-top', seen.offsetTop],
    ] as const) {
      if (isCovered) sheet.style.setProperty(name, `${pixels}px`);
      else sheet.style.removeProperty(name);
    }
  };
  settle();
  seen.addEventListener('resize', settle);
  seen.addEventListener('scroll', settle);
  return () => {
    seen.removeEventListener('resize', settle);
    seen.removeEventListener('scroll', settle);
  };
}
