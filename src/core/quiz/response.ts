/** What a learner answers, as it is kept in the record; read without trust, since old and foreign records come in. */

/** By type of question. Keys are those of `keysOf`; what is left open is absent or empty. */
export type Response =
  | { type: 'single'; option: string | null }
  | { type: 'multiple'; options: string[] }
  | { type: 'true-false'; isTrue: boolean | null }
  /** `isMeant`: of a near miss the learner said that it was a slip of the keys. */
  | { type: 'short'; text: string; isMeant?: boolean }
  /** Blanks in order; `meant` has the indices of near misses the learner stood by. */
  | { type: 'cloze'; texts: string[]; meant?: number[] }
  /** The right side's key by the left side's. */
  | { type: 'matching'; places: Record<string, string> }
  /** The items' keys in the learner's order. */
  | { type: 'ordering'; order: string[] }
  /** The category's key by the item's. */
  | { type: 'categories'; places: Record<string, string> };

/** A field of a value of any shape; undefined when it is not the value's own. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The strings of a list, without repeats. */
export const stringsOf = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((each): each is string => typeof each === 'string'))] : [];

/** A response as it was kept somewhere; null for anything that is none. Never throws. */
export function parseResponse(value: unknown): Response | null {
  const list = (name: string) => stringsOf(fieldOf(value, name));
  switch (fieldOf(value, 'type')) {
    case 'single':
      return { type: 'single', option: stringOf(fieldOf(value, 'option')) || null };
    case 'multiple':
      return { type: 'multiple', options: list('options') };
    case 'true-false': {
      const isTrue = fieldOf(value, 'isTrue');
      return { type: 'true-false', isTrue: typeof isTrue === 'boolean' ? isTrue : null };
    }
    case 'short':
      return { type: 'short', text: stringOf(fieldOf(value, 'text')) };
    case 'cloze': {
      const texts = fieldOf(value, 'texts');
      return { type: 'cloze', texts: Array.isArray(texts) ? texts.map(stringOf) : [] };
    }
    case 'matching':
      return { type: 'matching', places: placesIn(value) };
    case 'ordering':
      return { type: 'ordering', order: list('order') };
    case 'categories':
      return { type: 'categories', places: placesIn(value) };
    default:
      return null;
  }
}

function placesIn(value: unknown): Record<string, string> {
  const places = fieldOf(value, 'places');
  if (typeof places !== 'object' || places === null) return {};
  return Object.fromEntries(
    Object.entries(places).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
