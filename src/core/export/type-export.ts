/**
 * What a type of question has to implement to be exported (types/exports.ts lists them all), and what several of them use for paper sheets,
 * for the JSON Schema and for GIFT.
 */

import { escapeHtml } from '../model/html.ts';
import { distinctSpellings, spellingsOf } from '../quiz/answer-text.ts';
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
type TypedLoss = 'letters' | 'arrow';

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

// The forms of answer that GIFT knows beside true and false: options, typed answers, pairs.

/** Shares of the mark that Moodle accepts, by the number of right options. */
const SHARES = ['100', '50', '33.33333', '25', '20', '16.66667', '14.28571', '12.5', '11.11111', '10'];

/** Null where Moodle would refuse so few options, or so many right ones. `marks` are those of a right and a wrong one. */
export function optionsBody(
  options: readonly (ExportedItem & { isRight: boolean })[],
  marks: (share: string) => { right: string; wrong: string },
): string | null {
  const share = SHARES[options.filter(({ isRight }) => isRight).length - 1];
  if (share === undefined || options.length < 2) return null;
  const { right, wrong } = marks(share);
  return options
    .map(({ html, isRight, feedback }) => {
      const said = feedback === null ? '' : `#[html]${escaped(feedback.html)}`;
      return `\n\t${isRight ? right : wrong}[html]${escaped(html)}${said}`;
    })
    .join('');
}

/**
 * The accepted answers in every spelling that we take for the same. An asterisk stands for anything in a typed answer, unless it is
 * escaped. An arrow would make pairs of it. Of code every letter counts.
 */
export function typedBody(
  variants: readonly string[],
  lose: (loss: TypedLoss) => void,
  isCode = false,
): string | null {
  lose('letters');
  const isTypable = (text: string) => !text.includes('->');
  const typable = variants.filter(isTypable);
  if (typable.length < variants.length) lose('arrow');
  if (typable.length === 0) return null;
  return distinctSpellings(isCode ? typable : typable.flatMap(spellingsOf).filter(isTypable))
    .map((spelling) => `\n\t=%100%${escaped(spelling.replaceAll('*', '\\*'))}`)
    .join('');
}

/** Right sides are plain text in Moodle. */
export function pairsBody(
  pairs: readonly (readonly [left: string, right: Pick<Rich, 'text'>])[],
): string | null {
  if (pairs.length < 2) return null;
  return pairs
    .map(([left, { text }]) => `\n\t=${left === '' ? '' : `[html]${escaped(left)} `}-> ${escaped(text)}`)
    .join('');
}

/** On one line, since a blank line ends a question. */
export const escaped = (text: string): string =>
  text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
