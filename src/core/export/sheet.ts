/** Pieces of paper sheets that several types of question use: numbers, letters, lines to write on. */

import { escapeHtml } from '../model/html.ts';

export const LINE = '________';

/** ① … ⑳, then (21). */
export const numberOf = (at: number): string => (at < 20 ? String.fromCodePoint(0x2460 + at) : `(${at + 1})`);
/** ㉠ … ㉭, then (15). */
export const letterOf = (at: number): string => (at < 14 ? String.fromCodePoint(0x3260 + at) : `(${at + 1})`);

export const lines = (items: readonly { html: string }[], name: (at: number) => string): string =>
  items.map(({ html }, at) => `<p>${name(at)} ${html}</p>`).join('');

/** Accepted answers, the shown one first: `conda (콘다)`. */
export const variantsOf = ([shown = '', ...others]: readonly string[]): string =>
  escapeHtml(others.length > 0 ? `${shown} (${others.join(', ')})` : shown);
