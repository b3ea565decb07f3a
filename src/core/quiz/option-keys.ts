/** Keys of options and items, made from their text, so that a stored answer still fits after the author reorders them. */

import type { Html } from '../model/html.ts';
import { hash64 } from './hash64.ts';

/** Something with words; a picture has none and goes by its markup. */
export interface Worded {
  html: Html;
  text: string;
}

/** What a learner chooses, places or fills, under the key an answer names it by. */
export interface Choice {
  key: string;
  html: Html;
}

/** The words that make up a thing's identity: markup, spaces and normal form aside. */
export const identityText = ({ html, text }: Worded): string =>
  (text === '' ? html : text).normalize('NFC').replace(/\s+/g, ' ').trim();

/** A key each, in order. Of equal things the second is `…~2`, so that both can be chosen. */
export function keysOf(things: readonly Worded[]): string[] {
  const seen = new Map<string, number>();
  return things.map((thing) => {
    const base = hash64(identityText(thing));
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}~${count}`;
  });
}

/** The same for equal things. */
export const baseOf = (key: string): string => key.replace(/~\d+$/, '');

/** Things with their keys, in the order of the keys: the author's order gives nothing away and decides nothing. */
export function choicesOf(things: readonly Worded[]): Choice[] {
  const keys = keysOf(things);
  return things
    .map(({ html }, at) => ({ key: keys[at] ?? '', html }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
