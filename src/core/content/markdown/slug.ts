/** GitHub's slugs of headings: `Virtual Machine과의 차이` → `virtual-machine과의-차이`; a repeated one gets a number. */

import { slug } from 'github-slugger';

/** What Korean headings are made of; of these only the marks are left out, which spares the long way. */
const PLAIN = /^[ -~가-힣]*$/;
const MARKS = /[!-,./:-@[-^`{-~]/g;

/** GitHub's slug of a heading's words, not yet unique. */
export function slugOf(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase().replace(MARKS, '').replaceAll(' ', '-') : slug(text);
}

/** Makes a slug unique as GitHub does: `a`, `a-1`, `a-2`, past those that are headings of their own. */
export function uniqueSlug(base: string, counts: Map<string, number>): string {
  let anchor = base;
  for (let count = counts.get(base); counts.has(anchor) && count !== undefined; anchor = `${base}-${count}`) {
    counts.set(base, ++count);
  }
  counts.set(anchor, 0);
  return anchor;
}
