/** Pieces of JSON Schema in which every field is required and no other is allowed. */

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
