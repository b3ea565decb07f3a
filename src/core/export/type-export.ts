/** What a type of question has to implement to be exported; each file in types/ is one, types/table.ts lists them. */

import type { PlainHtml, Rich } from './plain-html.ts';
import type { Schema } from './schema-parts.ts';

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

/** `A` is the type's answer as the page has it, `E` the same as exports carry it. */
export interface TypeExport<A, E> {
  toExport: (answer: A, plain: PlainHtml) => E;
  /** JSON Schema of the fields of `E` beside its type. */
  schema: Record<string, Schema>;
  /** The seed decides the order of what there is to choose. */
  sheet: (answer: E, seed: string) => Sheet;
  /** The items that have something said of them. */
  feedback: (answer: E) => [item: Rich, said: Rich][];
  /** Behind a title that does not say 모두 itself. */
  titleNote?: string;
  /** One question of GIFT, or several that together ask the same. `onArrow`: an accepted answer is left out for its `->`. */
  gift: (answer: E, onArrow: () => void) => GiftForm[];
  /** What becomes of it in GIFT where that is something else, and of which answers. */
  giftLoss?: { message: string; applies: (answer: E) => boolean };
  /** GIFT tells feedback beside each item; otherwise it goes with the explanation. */
  hasGiftFeedback?: boolean;
}

/** Plain forms of items with feedback. */
export const feedbackOf = (items: readonly (Rich & { feedback: Rich | null })[]): [Rich, Rich][] =>
  items.flatMap((item) => (item.feedback === null ? [] : [[item, item.feedback]]));
