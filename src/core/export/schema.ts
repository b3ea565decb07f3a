/** The JSON Schema of the JSON export, for the tools that read it. */

import { list, object, orNull, part, type Schema, TEXT } from './type-export.ts';
import { EXPORTS } from './types/exports.ts';

const NAME: Schema = { type: 'string', minLength: 1 };
const TEXT_OR_NULL: Schema = { type: ['string', 'null'] };

export function questionsSchema(): Schema {
  const document = object({
    $schema: { const: './questions.schema.json' },
    format: { const: 1 },
    course: object({ id: TEXT_OR_NULL, title: TEXT, description: TEXT }),
    topics: list(
      object({
        path: { type: 'string', pattern: '^/' },
        file: NAME,
        number: TEXT_OR_NULL,
        title: TEXT,
        chapters: list(TEXT),
        questions: list(part('question')),
        cards: list(part('card')),
      }),
    ),
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:lecture-study:questions:1',
    title: 'Questions and recall cards of a course',
    description:
      'What `npm run export -- --format json` writes. In every `html` there are no scripts, classes or pictures; `text` is what a reader reads of it.',
    ...document,
    $defs: {
      rich: object({ html: TEXT, text: TEXT }),
      item: object({ html: TEXT, text: TEXT, feedback: orNull(part('rich')) }),
      variants: { ...list(NAME), minItems: 1 },
      card: object({ id: NAME, facet: TEXT, term: NAME, back: part('rich') }),
      source: object({ label: TEXT, address: TEXT_OR_NULL, quote: TEXT_OR_NULL }),
      question: object({
        id: NAME,
        isPermanent: { type: 'boolean' },
        type: { enum: Object.keys(EXPORTS) },
        pool: orNull(NAME),
        section: TEXT_OR_NULL,
        line: { type: 'integer', minimum: 1 },
        title: part('rich'),
        stem: orNull(part('rich')),
        answer: part('answer'),
        hints: list(part('rich')),
        explanation: orNull(part('rich')),
        sources: list(part('source')),
      }),
      answer: {
        oneOf: Object.entries(EXPORTS).map(([type, { schema }]) =>
          object({ type: { const: type }, ...schema }),
        ),
      },
    },
  };
}
