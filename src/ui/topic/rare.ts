/**
 * The address of the styles that only pages with folds, marks, footnotes or formulas load; React puts it into the head once. While
 * notes are written, they are among the styles of every page.
 */

import address from './rare.css?url';

export const rareStyle: string | null = import.meta.env.DEV ? null : address;
