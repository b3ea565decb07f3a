/** Keeps the place that a link or the way back led to in view while parts of the page above it are still loading. */

/** By then everything has been loaded, and only the reader moves the page. */
const PATIENCE_MILLIS = 3_000;
const HANDS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

let letGo = (): void => undefined;

/** Whether all questions are laid out (quiz.css): a place below one whose height is a guess would be missed by the difference. */
const layOutAll = (isNeeded: boolean) => document.documentElement.toggleAttribute('data-landed', isNeeded);

/** Goes to a place now, and again whenever the page's height changes, until the reader does anything or is led elsewhere. */
export function keepAt(goThere: () => void): void {
  letGo();
  layOutAll(true);
  goThere();
  if (typeof ResizeObserver === 'undefined') return;
  const observer = new ResizeObserver(goThere);
  observer.observe(document.body);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const hand of HANDS) removeEventListener(hand, stop);
  };
  const timer = setTimeout(stop, PATIENCE_MILLIS);
  for (const hand of HANDS) addEventListener(hand, stop, { passive: true });
  letGo = stop;
}

/** Nothing comes above the top. */
export function keepAtTop(): void {
  letGo();
  layOutAll(false);
  scrollTo(0, 0);
}

export function keepInView(element: Element, block: ScrollLogicalPosition): void {
  keepAt(() => element.scrollIntoView({ block }));
}
