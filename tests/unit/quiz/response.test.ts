/** A kept response is read without trust, and reads back as it was written. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Response } from '../../../src/core/model/question.ts';
import { parseResponse } from '../../../src/core/quiz/grade.ts';

const key = fc.string({ minLength: 1 });
const places = fc
  .array(fc.tuple(key, fc.string()))
  .map((pairs) => Object.fromEntries(pairs.filter(([name]) => name !== '__proto__')));
const list = fc.uniqueArray(key);

const response: fc.Arbitrary<Response> = fc.oneof(
  fc.record({ type: fc.constant('single' as const), option: fc.option(key) }),
  fc.record({ type: fc.constant('multiple' as const), options: list }),
  fc.record({ type: fc.constant('true-false' as const), isTrue: fc.option(fc.boolean()) }),
  fc.record({ type: fc.constant('short' as const), text: fc.string() }),
  fc.record({ type: fc.constant('number' as const), text: fc.string() }),
  fc.record({ type: fc.constant('output' as const), text: fc.string() }),
  fc.record({ type: fc.constant('fix' as const), text: fc.option(fc.string()), met: list }),
  fc.record({ type: fc.constant('cloze' as const), texts: fc.array(fc.string()) }),
  fc.record({ type: fc.constant('matching' as const), places }),
  fc.record({ type: fc.constant('ordering' as const), order: list }),
  fc.record({ type: fc.constant('categories' as const), places }),
);

test('what was written as JSON reads back the same', () => {
  fc.assert(
    fc.property(response, (given) => {
      expect(parseResponse(JSON.parse(JSON.stringify(given)))).toEqual(JSON.parse(JSON.stringify(given)));
    }),
  );
});

test('anything at all is a response of a known type with fields of the right kind, or none', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.record(
      { type: fc.constantFrom('single', 'multiple', 'true-false', 'short', 'cloze', 'ordering') },
      {
        noNullPrototype: false,
      },
    ),
    fc.record({ type: fc.constantFrom('matching', 'categories'), places: fc.anything() }),
    fc.record({ type: fc.constant('multiple'), options: fc.anything() }),
    fc.record({ type: fc.constant('cloze'), texts: fc.anything() }),
  );
  fc.assert(
    fc.property(anything, (value) => {
      const read = parseResponse(value);
      if (read === null) return;
      const strings =
        read.type === 'multiple'
          ? read.options
          : read.type === 'cloze'
            ? read.texts
            : read.type === 'ordering'
              ? read.order
              : 'places' in read
                ? Object.values(read.places)
                : [];
      expect(strings.every((each) => typeof each === 'string')).toBe(true);
      expect(JSON.parse(JSON.stringify(read))).toEqual(read);
    }),
  );
});

test.each([null, 7, 'single', [], {}, { type: 'toString' }, { type: '__proto__' }])('%j is none', (value) => {
  expect(parseResponse(value)).toBeNull();
});
