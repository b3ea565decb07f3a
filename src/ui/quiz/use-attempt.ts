/** One attempt at a question: the response so far, the hints seen, the time it takes, and after submitting the grade. */

import { type RefObject, startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { type Confidence, type EventId, questionItem } from '../../core/model/event.ts';
import type { Response } from '../../core/model/question.ts';
import { claimNear, grade } from '../../core/quiz/grade.ts';
import type { Grade } from '../../core/quiz/type-rules.ts';
import { type Attempt, answerOf, type PlacedQuestion } from '../../core/study/questions.ts';
import {
  overruleAnswer,
  readUnsentAnswer,
  recordAnswer,
  sendUnsentAnswer,
  writeUnsentAnswer,
} from '../../store/study/answers.ts';
import { afterPaint } from '../after-paint.ts';
import { useHydrated } from '../take-over.ts';

/** A graded attempt. It can be shown again by handing it back to a QuestionCard as its `result`. */
export interface Result extends Attempt {
  /** The id of its event in the record, once it is there. */
  event: Promise<EventId>;
}

export interface OpenAttempt {
  response: Response | null;
  hints: number;
  result: Result | null;
  change: (response: Response) => void;
  showHint: () => void;
  /** 「확실해요」 is sure, 「헷갈려요」 is not. Grades at once and records the answer. */
  submit: (confidence: Confidence) => void;
  /** 「모르겠음」: counts as no answer, whatever of it was filled in; that is graded to be looked at. */
  giveUp: () => void;
  /** The learner stands by what was typed in a part: a slip of the keys, or right after all. */
  claim: (partKey: string) => void;
}

interface Options {
  placed: PlacedQuestion;
  result: Result | null;
  elapsed: () => number;
  onGraded: ((result: Result) => void) | undefined;
}

export function useAttempt({ placed, result: shown, elapsed, onGraded }: Options): OpenAttempt {
  const { question } = placed;
  const item = questionItem(placed.id);
  const isHydrated = useHydrated();
  const [draft, setDraft] = useState(
    () => (shown || !isHydrated ? null : readUnsentAnswer(item)) ?? { response: null, hints: 0 },
  );
  const [result, setResult] = useState(shown);
  const isTouched = useRef(false);

  useEffect(() => {
    if (!result && isTouched.current) writeUnsentAnswer(item, draft);
  }, [draft, result, item]);

  // The prerendered question is an empty one; what has been entered in it meanwhile goes before the draft.
  const [isPrerendered] = useState(!isHydrated);
  useEffect(() => {
    const before = isPrerendered && !shown ? readUnsentAnswer(item) : null;
    return before ? afterPaint(() => isTouched.current || setDraft(before)) : undefined;
  }, [isPrerendered, shown, item]);

  const edit = useCallback((change: Partial<{ response: Response; hints: number }>) => {
    isTouched.current = true;
    setDraft((now) => ({ ...now, ...change }));
  }, []);
  const change = useCallback((response: Response) => edit({ response }), [edit]);
  const settle = (settled: Result) => {
    setResult(settled);
    // What stands around the question may follow its verdict.
    startTransition(() => onGraded?.(settled));
  };
  const record = (graded: Grade, confidence: Confidence) => {
    if (result) return;
    const attempt = { ...draft, grade: graded, confidence, elapsedMillis: elapsed() };
    const event = recordAnswer(() => answerOf(placed, attempt), sendUnsentAnswer(item));
    settle({ ...attempt, event });
  };
  return {
    response: result ? result.response : draft.response,
    hints: result ? result.hints : draft.hints,
    result,
    change,
    showHint: () => edit({ hints: Math.min(draft.hints + 1, question.hints.length) }),
    submit: (confidence) => record(grade(question, draft.response), confidence),
    giveUp: () => record({ ...grade(question, draft.response), verdict: 'unanswered', score: 0 }, 'unsure'),
    claim(partKey) {
      const response = claimNear(result?.response ?? null, [partKey]);
      if (!result || !response) return;
      const graded = grade(question, response);
      if (graded.verdict === 'correct') {
        void result.event.then((event) => overruleAnswer(item, event));
      }
      settle({ ...result, response, grade: graded });
    },
  };
}

/** Whoever leaves the desk is not thinking about the question. */
const MOST_MILLIS = 10 * 60_000;

/**
 * Measures how long a question has been looked at: only while it is in view and the page is visible. Returns how to read it, in
 * milliseconds, at most ten minutes.
 */
export function useStopwatch(element: RefObject<HTMLElement | null>): () => number {
  const spent = useRef(0);
  const since = useRef<number | null>(null);
  const read = useRef(() => {
    const running = since.current === null ? 0 : performance.now() - since.current;
    return Math.min(MOST_MILLIS, Math.round(spent.current + running));
  });

  useEffect(() => {
    let isInView = typeof IntersectionObserver === 'undefined';
    const update = () => {
      const isRunning = isInView && !document.hidden;
      if (isRunning && since.current === null) since.current = performance.now();
      if (!isRunning && since.current !== null) {
        spent.current = read.current();
        since.current = null;
      }
    };
    const observer = isInView
      ? null
      : new IntersectionObserver((entries) => {
          isInView = entries.at(-1)?.isIntersecting ?? false;
          update();
        });
    if (element.current) observer?.observe(element.current);
    document.addEventListener('visibilitychange', update);
    update();
    return () => {
      observer?.disconnect();
      document.removeEventListener('visibilitychange', update);
    };
  }, [element]);

  return read.current;
}
