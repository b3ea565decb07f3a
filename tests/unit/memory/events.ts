/** Events for tests: plain makers, and an arbitrary log of a few items, days and devices. */

import fc from 'fast-check';
import { dayOf } from '../../../src/core/memory/day-number.ts';
import type { AnswerEvent, ItemId, StudyEvent } from '../../../src/core/model/event.ts';
import { cardItem, cellItem, questionItem, schemaOf } from '../../../src/core/model/event.ts';

export const FIRST_DAY = 20_700;
export const ITEMS: ItemId[] = [
  questionItem('vm-kernel'),
  questionItem('__proto__'),
  cellItem('env', '환경 관리', 'conda'),
  cardItem('도커', '정의', '이미지'),
];

const base = (id: string, at: number) => ({
  schema: 1,
  id,
  course: 'mlops',
  device: 'd1',
  at,
  day: dayOf(Math.floor(at / 86_400_000)),
});

/** `day` counts from FIRST_DAY; `minute` within it. */
export const atOf = (day: number, minute = 0): number => (FIRST_DAY + day) * 86_400_000 + minute * 60_000;

export function answer(id: string, day: number, more: Record<string, unknown> = {}): AnswerEvent {
  const { minute = 0, ...fields } = more;
  const answered = {
    ...base(id, atOf(day, minute as number)),
    type: 'answer' as const,
    kind: 'question',
    item: ITEMS[0],
    contentHash: 'h1',
    answer: ['a'],
    verdict: 'correct',
    score: 1,
    confidence: 'sure' as const,
    hints: 0,
    elapsedMillis: 4_000,
    ...fields,
  };
  return { ...answered, schema: schemaOf(answered) } as unknown as AnswerEvent;
}

export const event = (id: string, day: number, fields: Record<string, unknown>): StudyEvent =>
  ({ ...base(id, atOf(day)), ...fields }) as unknown as StudyEvent;

const scope = fc.oneof(
  fc.constant({ by: 'all' }),
  fc.constantFrom('question:', 'card:도커/', 'cell:env/').map((prefix) => ({ by: 'prefix', prefix })),
  fc.subarray(ITEMS).map((items) => ({ by: 'items', items })),
);

const body = (ids: string[]) =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        type: fc.constant('answer'),
        item: fc.constantFrom(...ITEMS),
        verdict: fc.constantFrom('correct', 'partial', 'incorrect', 'unanswered'),
        confidence: fc.constantFrom('sure', 'unsure', null),
        hints: fc.integer({ min: 0, max: 2 }),
      }),
    },
    fc.record({
      type: fc.constant('overrule'),
      item: fc.constantFrom(...ITEMS),
      answer: fc.constantFrom(...ids),
      verdict: fc.constantFrom('correct', 'incorrect'),
    }),
    fc.record({ type: fc.constantFrom('star', 'unstar'), item: fc.constantFrom(...ITEMS) }),
    fc.record({
      type: fc.constant('erase'),
      scope,
      before: fc.integer({ min: 0, max: 40 }).map((d) => atOf(d)),
      ahead: fc.subarray(ids, { maxLength: 4 }),
    }),
    fc.record({ type: fc.constant('restore'), erase: fc.constantFrom(...ids) }),
    fc.record({
      type: fc.constant('setting'),
      name: fc.constant('retention'),
      value: fc.constantFrom(0.8, 0.9, 0.95),
    }),
  );

const IDS = Array.from({ length: 40 }, (_, index) => `e${index}`);

/** Logs in which an id always has one content. */
export const logs: fc.Arbitrary<StudyEvent[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3 }), body(IDS)), {
    maxLength: 40,
  })
  .map((rows) =>
    rows.map(([day, minute, fields], index) =>
      fields.type === 'answer'
        ? answer(`e${index}`, day, { minute, ...fields })
        : event(`e${index}`, day, { ...fields, at: atOf(day, minute) }),
    ),
  );

/** Logs in which some ids have two contents, of another time, item or type. */
export const forgedLogs: fc.Arbitrary<StudyEvent[]> = fc
  .tuple(logs, logs)
  .chain(([one, other]) => fc.subarray(other).map((forged) => [...one, ...forged]));

const names = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'q7',
    ' ',
    '\ud800',
    '\u0000',
    'a'.repeat(1_900),
    '%',
    '/',
    '../',
  ),
  fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }),
);
const hostileItem = fc.oneof(
  fc.constantFrom(...ITEMS),
  names.map((name) => `question:${name}`),
  fc.constantFrom('card:', 'cell:', 'card:///', 'cell:a/b/c/d'),
);
const hostileDay = fc.oneof(
  fc.constantFrom('0000-01-01', '0000-02-29', '0001-01-01', '1969-12-31', '1970-01-01', '9999-12-31'),
  fc.integer({ min: -719_528, max: 2_932_896 }).map(dayOf),
);
const hostileCount = fc.oneof(fc.constantFrom(0, 1, 2 ** 53, 1e308, Number.MAX_VALUE), fc.nat());
const hostileMoment = fc.oneof(
  fc.constantFrom(0, 1, 253_402_300_799_999, 253_402_300_800_000, 8_640_000_000_000_000),
  fc.integer({ min: 0, max: 40 }).map((day) => atOf(day)),
);
const hostileBody = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('answer'),
      kind: fc.constant('question'),
      item: hostileItem,
      contentHash: fc.string(),
      answer: fc.jsonValue({ maxDepth: 4 }),
      score: fc.constantFrom(0, 1, Number.MIN_VALUE, 0.5),
      hints: hostileCount,
      elapsedMillis: hostileCount,
      verdict: fc.constantFrom('correct', 'partial', 'incorrect', 'unanswered'),
      confidence: fc.constantFrom('sure', 'unsure'),
    }),
  },
  fc.record({
    type: fc.constant('answer'),
    kind: fc.constantFrom('cell', 'card'),
    item: hostileItem,
    contentHash: fc.constant(''),
    answer: fc.constant(null),
    score: fc.constant(0),
    hints: hostileCount,
    elapsedMillis: hostileCount,
    verdict: fc.constantFrom('known', 'vague', 'missed'),
    confidence: fc.constantFrom('sure', 'unsure'),
  }),
  fc.record({
    type: fc.constant('overrule'),
    item: hostileItem,
    answer: names,
    verdict: fc.constantFrom('correct', 'incorrect'),
  }),
  fc.record({ type: fc.constantFrom('star', 'unstar'), item: hostileItem }),
  fc.record({
    type: fc.constant('erase'),
    scope: fc.oneof(
      fc.constant({ by: 'all' }),
      fc.string({ maxLength: 9 }).map((prefix) => ({ by: 'prefix', prefix })),
      fc.array(hostileItem).map((items) => ({ by: 'items', items })),
    ),
    before: hostileMoment,
    ahead: fc.array(names, { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('restore'), erase: names }),
  fc
    .oneof(
      fc.record({ name: fc.constant('retention'), value: fc.double({ min: 0.8, max: 0.95, noNaN: true }) }),
      fc.record({ name: fc.constant('exam-day'), value: hostileDay }),
      fc.record({ name: fc.constant('daily-limit'), value: hostileCount }),
      fc.record({ name: fc.constant('cards'), value: fc.array(names) }),
    )
    .map((setting) => ({ type: 'setting', ...setting })),
);

/** Logs of what `decodeEvent` mostly accepts and no version of ours has written. */
export const hostileLogs: fc.Arbitrary<StudyEvent[]> = fc.array(
  fc
    .tuple(names, names, hostileMoment, hostileDay, hostileBody)
    .map(
      ([id, device, at, day, fields]) =>
        ({ schema: 1, id, course: 'mlops', device, at, day, ...fields }) as unknown as StudyEvent,
    ),
  { maxLength: 30 },
);
