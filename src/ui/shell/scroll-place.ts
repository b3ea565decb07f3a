/** Where one stands on a page, told by what is read there: what is above may have another height the next time. */

import { readingAnchor } from './reading-place.ts';

export interface ScrollPlace {
  /** Pixels from the top of the page, for where nothing else tells the place. */
  y: number;
  /** The question or the heading that tells the place. */
  id: string | null;
  /** Pixels from the window's top edge to its own. */
  top: number;
}

/** Lines across the window, as shares of its height. They are further apart than two questions: one of them hits one. */
const LINES = [0.35, 0.6];

export function placeNow(): ScrollPlace {
  const mark = scrollY > 0 ? (questionOnScreen() ?? headingBefore()) : null;
  const top = mark?.getBoundingClientRect().top ?? 0;
  return { y: Math.round(scrollY), id: mark?.id ?? null, top: Math.round(top) };
}

export function goTo({ y, id, top }: ScrollPlace): void {
  const mark = id === null ? null : document.getElementById(id);
  scrollTo(0, mark ? scrollY + mark.getBoundingClientRect().top - top : y);
}

/** Places as they were written down; anything else is no place. */
export const isPlace = (value: unknown): value is ScrollPlace =>
  typeof value === 'object' && value !== null && 'y' in value && 'id' in value && 'top' in value;

function questionOnScreen(): Element | null {
  const read = document.querySelector('.read')?.getBoundingClientRect();
  if (!read) return null;
  for (const line of LINES) {
    const at = document.elementFromPoint(read.left + read.width / 2, innerHeight * line);
    const question = at?.closest('.questions .q[id]');
    if (question) return question;
  }
  return null;
}

function headingBefore(): Element | null {
  const anchor = readingAnchor();
  return anchor === null ? null : document.getElementById(anchor);
}
