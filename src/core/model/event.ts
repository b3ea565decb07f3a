/** The events that a record of learning is made of: a closed union. Events are appended and never changed. */

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** Unique over all devices, a random UUID. */
export type EventId = Branded<string, 'EventId'>;
export type CourseId = Branded<string, 'CourseId'>;
/** One browser profile; a random UUID made once. */
export type DeviceId = Branded<string, 'DeviceId'>;
/** `question:…`, `cell:…` or `card:…`, so that no two kinds share an id. See `questionItem` and its neighbours. */
export type ItemId = Branded<string, 'ItemId'>;
/** The learner's study day, `YYYY-MM-DD`: the local calendar day, whose hours before 4 in the morning belong to the day before. */
export type Day = Branded<string, 'Day'>;
/** Hash of what decides an answer (options, key), never of the wording. */
export type ContentHash = Branded<string, 'ContentHash'>;

/**
 * Version of the event format; an event with a greater one is kept and exported, and not counted here. Each event has
 * the least version that reads it (`schemaOf`), so that an older tab goes on counting all it can read.
 * 2: the confidence of an answer can be null.
 */
export const EVENT_SCHEMA = 2;
export type EventSchema = 1 | typeof EVENT_SCHEMA;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface EventBase {
  schema: EventSchema;
  id: EventId;
  course: CourseId;
  device: DeviceId;
  /** Milliseconds since 1970; orders events and nothing else. By the device's clock, or after what the event follows: see `nextAt`. */
  at: number;
  day: Day;
}

export type Confidence = 'sure' | 'unsure';
export type QuestionVerdict = 'correct' | 'partial' | 'incorrect' | 'unanswered';
/** 떠올림, 가물가물, 못 떠올림. */
export type RecallVerdict = 'known' | 'vague' | 'missed';
export type Verdict = QuestionVerdict | RecallVerdict;

interface AnswerBase extends EventBase {
  type: 'answer';
  item: ItemId;
  contentHash: ContentHash;
  /** What was answered, in the form of the question's type; null for self-graded recall. */
  answer: Json;
  /** 0 to 1. */
  score: number;
  /** How many hints were shown before. */
  hints: number;
  elapsedMillis: number;
}

/** A graded question, or a self-graded comparison cell or recall card. */
export type AnswerEvent =
  /** Confidence is null where it was not asked, as in an exam: neither sure nor unsure. */
  | (AnswerBase & { kind: 'question'; verdict: QuestionVerdict; confidence: Confidence | null })
  /** Self-grading says all there is to say: `sure`, and not looked at. */
  | (AnswerBase & { kind: 'cell' | 'card'; verdict: RecallVerdict; confidence: Confidence });

/** The learner corrects the grading of one answer (a typo that was right after all); the latest overrule holds. */
export interface OverruleEvent extends EventBase {
  type: 'overrule';
  item: ItemId;
  answer: EventId;
  verdict: 'correct' | 'incorrect';
}

/** 다시 볼 문제, on and off; the latest of an item holds. */
export interface StarEvent extends EventBase {
  type: 'star' | 'unstar';
  item: ItemId;
}

export type EraseScope =
  | { by: 'items'; items: readonly ItemId[] }
  | { by: 'prefix'; prefix: string }
  | { by: 'all' };

/**
 * Answers, overrules and stars in scope with `at <= before`, and no later than the erase, no longer count, whenever and from wherever they arrive.
 * Settings are not erased.
 */
export interface EraseEvent extends EventBase {
  type: 'erase';
  scope: EraseScope;
  /** Milliseconds since 1970, inclusive. */
  before: number;
  /**
   * Events in scope that were there at the erasing though they lie after `before`: their clock was ahead. A later
   * `before` instead would also swallow what other devices have answered since.
   */
  ahead?: readonly EventId[];
}

/** Undoes one erase for good; erasing again is another erase. */
export interface RestoreEvent extends EventBase {
  type: 'restore';
  erase: EventId;
}

export type Setting =
  /** Desired retention, 0.80 to 0.95. */
  | { name: 'retention'; value: number }
  /** Day of the exam; null for none. */
  | { name: 'exam-day'; value: Day | null }
  /** Reviews a day; null for no limit. */
  | { name: 'daily-limit'; value: number | null }
  /** Titles of the topics whose recall cards are switched on. */
  | { name: 'cards'; value: readonly string[] };

/** A choice of the learner about the course; the latest of a name holds. */
export type SettingEvent = EventBase & { type: 'setting' } & Setting;

export type ItemEvent = AnswerEvent | OverruleEvent | StarEvent;
export type StudyEvent = ItemEvent | EraseEvent | RestoreEvent | SettingEvent;

/** The least version of the format that reads an event. */
export const schemaOf = (event: { type: StudyEvent['type']; confidence?: Confidence | null }): EventSchema =>
  event.type === 'answer' && event.confidence === null ? 2 : 1;

const part = (text: string): string =>
  text.normalize('NFC').replace(/[%/]/g, (sign) => (sign === '%' ? '%25' : '%2F'));
const spaceless = (text: string): string => part(text.replace(/\s+/g, ''));

/** The item of a question, by its permanent id. */
export const questionItem = (id: string): ItemId => `question:${id}` as ItemId;

/** The item of a comparison's cell, by the table's id and the names of row and column. */
export const cellItem = (compareId: string, row: string, column: string): ItemId =>
  `cell:${part(compareId)}/${part(row)}/${part(column)}` as ItemId;

/** The item of a recall card: the topic's title, facet and term, spaces ignored; `card:<topic>/` is a topic's prefix. */
export const cardItem = (topic: string, facet: string, term: string): ItemId =>
  `card:${spaceless(topic)}/${spaceless(facet)}/${spaceless(term)}` as ItemId;
