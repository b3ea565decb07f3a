/** A mock exam under way, kept so that a reload loses nothing; read back without trust. */

import type { Response } from '../../core/model/question.ts';
import { fieldOf, stringOf, stringsOf } from '../../core/model/unknown.ts';
import { parseResponse } from '../../core/quiz/response.ts';
import { courseId } from '../course.ts';

export interface Exam {
  /** Items of the questions in the order of the sheet. */
  items: string[];
  /** Decides the order of options. */
  seed: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Null without a timer. */
  minutes: number | null;
  /** By item; what is not there is unanswered. */
  responses: Record<string, Response>;
  /** Time on each question in milliseconds, by item. */
  elapsed: Record<string, number>;
  /** Handed in, and its answers recorded. */
  isOver: boolean;
}

const MOST_ITEMS = 1_000;
const MOST_MINUTES = 1_440;

const examKey = (): string => `study.exam/${courseId()}`;

export function readExam(): Exam | null {
  try {
    return parseExam(JSON.parse(localStorage.getItem(examKey()) ?? 'null'));
  } catch {
    // Blocked or broken: there is none.
    return null;
  }
}

/** False when it could not be kept: the exam goes on, but not through a reload. */
export function writeExam(exam: Exam | null): boolean {
  try {
    if (exam) localStorage.setItem(examKey(), JSON.stringify(exam));
    else localStorage.removeItem(examKey());
    return true;
  } catch {
    return false;
  }
}

/** Calls back when another tab went on with the exam. Returns how to stop. */
export function followExam(onExam: (exam: Exam | null) => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key === examKey() || key === null) onExam(readExam());
  };
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}

function parseExam(value: unknown): Exam | null {
  const items = stringsOf(fieldOf(value, 'items'))
    .filter((item) => item.startsWith('question:'))
    .slice(0, MOST_ITEMS);
  const startedAt = fieldOf(value, 'startedAt');
  if (items.length === 0 || typeof startedAt !== 'number' || !Number.isFinite(startedAt)) return null;
  const minutes = fieldOf(value, 'minutes');
  const responses: Exam['responses'] = {};
  const elapsed: Exam['elapsed'] = {};
  for (const item of items) {
    const response = parseResponse(fieldOf(fieldOf(value, 'responses'), item));
    if (response) responses[item] = response;
    const millis = fieldOf(fieldOf(value, 'elapsed'), item);
    if (typeof millis === 'number' && millis >= 0) elapsed[item] = millis;
  }
  return {
    items,
    seed: stringOf(fieldOf(value, 'seed')),
    startedAt,
    minutes: typeof minutes === 'number' && minutes > 0 && minutes <= MOST_MINUTES ? minutes : null,
    responses,
    elapsed,
    isOver: fieldOf(value, 'isOver') === true,
  };
}
