/**
 * What a type of question has to implement to be exported (each file in types/ is one, types/exports.ts lists them), and what
 * several of them use for paper sheets and for the JSON Schema.
 */

import { escapeHtml } from '../model/html.ts';
import type { PlainHtml, Rich } from './plain-html.ts';

export interface ExportedItem extends Rich {
  feedback: Rich | null;
}

/** An answer on paper. */
export interface Sheet {
  /** HTML below the title and the stem. */
  task: string;
  /** HTML of the right answer. */
  key: string;
}

/** A question of Moodle's GIFT. */
export interface GiftForm {
  /** HTML below the title and the stem; none unless given. */
  task?: string;
  /** What stands in the braces; null where Moodle would refuse it. */
  body: string | null;
}

/** `letters`: Moodle compares letter by letter; `arrow`: an accepted answer is left out for its `->`. */
export type TypedLoss = 'letters' | 'arrow';

/** `A` is the type's answer as the page has it, `E` the same as exports carry it. */
export interface TypeExport<A, E> {
  toExport: (answer: A, plain: PlainHtml) => E;
  /** JSON Schema of the fields of `E` beside its type. */
  schema: Record<string, Schema>;
  /** The seed decides the order of what there is to choose. */
  sheet: (answer: E, seed: string) => Sheet;
  /** HTML that is read before answering, beside what there is to choose and where; nothing of it depends on the key. */
  asked?: (answer: E) => string;
  /** The items that have something said of them. */
  feedback: (answer: E) => [item: Rich, said: Rich][];
  /** Behind a title that does not say 모두 itself. */
  titleNote?: string;
  /** One question of GIFT, or several that together ask the same. `lose` tells what is lost of answers that are typed. */
  gift: (answer: E, lose: (loss: TypedLoss) => void) => GiftForm[];
  /** What becomes of it in GIFT where that is something else, and of which answers. */
  giftLoss?: { message: string; applies: (answer: E) => boolean };
  /** GIFT tells feedback beside each item; otherwise it goes with the explanation. */
  hasGiftFeedback?: boolean;
}

/** Plain forms of items with feedback. */
export const feedbackOf = (items: readonly (Rich & { feedback: Rich | null })[]): [Rich, Rich][] =>
  items.flatMap((item) => (item.feedback === null ? [] : [[item, item.feedback]]));

/** To write on, on paper. */
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

/** Of JSON Schema; in these pieces every field is required and no other is allowed. */
export type Schema = Record<string, unknown>;

export const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

export const list = (items: Schema): Schema => ({ type: 'array', items });

/** What several types of question are made of, by name. */
export const part = (
  name: 'rich' | 'item' | 'variants' | 'question' | 'answer' | 'source' | 'card',
): Schema => ({
  $ref: `#/$defs/${name}`,
});

export const orNull = (schema: Schema): Schema => ({ oneOf: [schema, { type: 'null' }] });

export const TEXT: Schema = { type: 'string' };
