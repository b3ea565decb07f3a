/** Keeps the search sheet above a phone's keyboard, where the browser lays the keyboard over the page (iOS). */

/** Sets `--seen-height` and `--seen-top` (pixels) while the keyboard covers a part of the window. Returns how to stop. */
export function keepAboveKeyboard(sheet: HTMLElement): () => void {
  const seen = window.visualViewport;
  if (!seen) return () => {};
  const settle = () => {
    // Zooming also shows less of the page; then the sheet keeps its size.
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
