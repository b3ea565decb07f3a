/** Decodes a stored or imported event: a valid one, one of a newer version (kept as it is), or unreadable. */

import * as v from 'valibot';
import { dayNumber } from '../../core/memory/day-number.ts';
import { RETENTION } from '../../core/memory/schedule.ts';
import { EVENT_SCHEMA, type StudyEvent, schemaOf } from '../../core/model/event.ts';

export interface NewerEvent {
  id: string;
  [field: string]: unknown;
}

export type Decoded =
  | { status: 'event'; event: StudyEvent }
  /** Written by a newer version: kept and exported, not counted. */
  | { status: 'newer'; event: NewerEvent }
  | { status: 'unreadable'; raw: unknown };

/** How deep and how large what is inside one event may be; lists of ids may be longer. */
const MOST_DEPTH = 32;
const MOST_NODES = 10_000;
const MOST_IDS = 10_000_000;
/** The last millisecond of a JavaScript date. `momentOf` says how times that no clock shows are ordered. */
const LATEST = 8_640_000_000_000_000;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));
const millis = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LATEST));
const day = v.pipe(
  v.string(),
  v.check((value) => !Number.isNaN(dayNumber(value))),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const base = { schema: v.picklist([1, EVENT_SCHEMA]), id: text, course: text, device: text, at: millis, day };
const item = v.pipe(text, v.regex(/^(?:question|cell|card):/));

const answer = {
  ...base,
  type: v.literal('answer'),
  item,
  contentHash: v.string(),
  answer: v.custom(isPlain),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  hints: count,
  elapsedMillis: v.pipe(v.number(), v.finite(), v.minValue(0)),
};
const confidence = v.picklist(['sure', 'unsure']);
const question = v.object({
  ...answer,
  kind: v.literal('question'),
  verdict: v.picklist(['correct', 'partial', 'incorrect', 'unanswered']),
  confidence: v.nullable(confidence),
});
const recall = v.object({
  ...answer,
  kind: v.picklist(['cell', 'card']),
  verdict: v.picklist(['known', 'vague', 'missed']),
  confidence,
});
const scope = v.variant('by', [
  v.object({ by: v.literal('items'), items: v.array(item) }),
  v.object({ by: v.literal('prefix'), prefix: v.string() }),
  v.object({ by: v.literal('all') }),
]);
const setting = { ...base, type: v.literal('setting') };
const retention = v.pipe(v.number(), v.minValue(RETENTION.least), v.maxValue(RETENTION.most));

/** By type, so that checking one event tries one schema. */
const SCHEMAS = {
  answer: question,
  overrule: v.object({
    ...base,
    type: v.literal('overrule'),
    item,
    answer: text,
    verdict: v.picklist(['correct', 'incorrect']),
  }),
  star: v.object({ ...base, type: v.literal('star'), item }),
  unstar: v.object({ ...base, type: v.literal('unstar'), item }),
  erase: v.object({
    ...base,
    type: v.literal('erase'),
    scope,
    before: millis,
    ahead: v.optional(v.array(text)),
  }),
  restore: v.object({ ...base, type: v.literal('restore'), erase: text }),
  setting: v.variant('name', [
    v.object({ ...setting, name: v.literal('retention'), value: retention }),
    v.object({ ...setting, name: v.literal('exam-day'), value: v.nullable(day) }),
    v.object({ ...setting, name: v.literal('daily-limit'), value: v.nullable(count) }),
    v.object({ ...setting, name: v.literal('cards'), value: v.pipe(v.array(text), v.maxLength(5_000)) }),
  ]),
};

/**
 * Never throws. An event is the given object itself, with any fields beside the known ones, and is JSON: what a file
 * cannot hold (a BigInt, a circle) makes a record unreadable.
 */
export function decodeEvent(raw: unknown): Decoded {
  if (!isRecord(raw) || typeof raw.id !== 'string' || raw.id === '' || raw.id.length > 2_000) {
    return { status: 'unreadable', raw };
  }
  const { type } = raw;
  const schema = schemaFor(raw);
  if (isEvent(raw)) {
    // One that claims to be older than it is would be lost by the versions it claims to be for.
    return raw.schema < schemaOf(raw) ? { status: 'unreadable', raw } : { status: 'event', event: raw };
  }
  const isNewer =
    typeof raw.schema === 'number' && (raw.schema > EVENT_SCHEMA || (raw.schema >= 1 && !schema));
  if (isNewer && typeof type === 'string' && isPlain(raw)) {
    return { status: 'newer', event: raw as NewerEvent };
  }
  return { status: 'unreadable', raw };
}

/** The schemas check what the brands of the type promise. */
function isEvent(raw: unknown): raw is StudyEvent {
  const schema = isRecord(raw) ? schemaFor(raw) : null;
  return schema !== null && v.is(schema, raw) && isPlain(raw, MOST_IDS);
}

function schemaFor({ type, kind }: Record<string, unknown>) {
  if (typeof type !== 'string' || !Object.hasOwn(SCHEMAS, type)) return null;
  return type === 'answer' && kind !== 'question' ? recall : SCHEMAS[type as keyof typeof SCHEMAS];
}

/**
 * Whether a value is JSON of a bearable size and depth without a `__proto__` anywhere; walks without recursion. Fields
 * that are undefined count as missing.
 */
export function isPlain(value: unknown, mostNodes = MOST_NODES): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let nodes = 0; open.length > 0; nodes += 1) {
    const next = open.pop();
    if (!next) break;
    if (nodes > mostNodes || next.depth > MOST_DEPTH) return false;
    if (typeof next.value === 'object' && next.value !== null) {
      if (!isTree(next.value)) return false;
      const inner = Object.entries(next.value);
      if (inner.length > mostNodes) return false;
      for (const [key, child] of inner) {
        if (key === '__proto__') return false;
        // Most of what events hold, and not worth a place in the queue.
        if (typeof child === 'string' || typeof child === 'boolean' || child === null) nodes += 1;
        else if (child !== undefined) open.push({ value: child, depth: next.depth + 1 });
      }
    } else if (
      !['string', 'boolean'].includes(typeof next.value) &&
      next.value !== null &&
      !Number.isFinite(next.value)
    )
      return false;
  }
  return true;
}

/** Not a Date, a Map or another kind of object that a database can hold and JSON cannot. */
const isTree = (value: object): boolean =>
  Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
