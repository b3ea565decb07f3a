/** Reads fields of values of any shape, such as what is in storage or in a file from somewhere else. */

/** A field of a value of any shape; undefined when it is not the value's own. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The strings of a list, without repeats. */
export const stringsOf = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((each): each is string => typeof each === 'string'))] : [];
