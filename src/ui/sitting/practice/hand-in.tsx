/** Handing in a mock exam: names the unanswered questions, then grades and records everything. */

import '../../styles/late.css';
import '../../progress/record-parts.css';
import { useEffect, useRef, useState } from 'react';
import type { PageData } from '../../../core/model/course.ts';
import { grade, isAnswered } from '../../../core/quiz/grade.ts';
import type { Exercise } from '../../../core/study/exercises.ts';
import { answerOf } from '../../../core/study/questions.ts';
import { loadPage } from '../../../store/pages.ts';
import { recordAnswer } from '../../../store/study/answers.ts';
import type { Exam } from '../../../store/study/sittings.ts';
import { contentOf } from '../exercise-content.ts';

interface HandInProps {
  exercises: readonly Exercise[];
  exam: Exam;
  change: (exam: Exam) => void;
  /** Then it is handed in at once, and there is no way back. */
  isTimeUp: boolean;
  cancel: () => void;
}

export function HandIn({ exercises, exam, change, isTimeUp, cancel }: HandInProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<'asking' | 'working' | 'failed'>('asking');
  useEffect(() => dialog.current?.showModal(), []);

  const handIn = async () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setState('working');
    try {
      // Everything is needed before anything is recorded, so that trying again records nothing twice.
      const pages = new Map<string, PageData | null>();
      for (const { path } of exercises) if (!pages.has(path)) pages.set(path, await loadPage(path));
      await Promise.all(
        exercises.map((exercise) => recordOne(exercise, pages.get(exercise.path) ?? null, exam)),
      );
      change({ ...exam, isOver: true });
    } catch {
      isUnderWay.current = false;
      setState('failed');
    }
  };
  const isUnderWay = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the time is up, once
  useEffect(() => {
    if (isTimeUp && !isUnderWay.current) void handIn();
  }, [isTimeUp]);

  const unanswered = exercises.flatMap(({ item }, at) => (isAnswered(exam.responses[item]) ? [] : [at + 1]));
  return (
    <dialog
      ref={dialog}
      className="sheet-dialog over-page"
      aria-label="모의고사 제출"
      onClose={cancel}
      onCancel={(event) => isTimeUp && event.preventDefault()}
    >
      <div className="sheet-form">
        <h2>{isTimeUp ? '시간이 다 되었습니다' : '모의고사를 제출할까요?'}</h2>
        {unanswered.length > 0 ? (
          <p>
            아직 답하지 않은 문제가 {unanswered.length}개 있습니다:{' '}
            <span className="numeric">{`${unanswered.join(', ')}번`}</span>
          </p>
        ) : (
          <p>모든 문제에 답했습니다.</p>
        )}
        {state === 'failed' && (
          <p role="alert">문제를 모두 불러오지 못해 채점하지 못했습니다. 연결을 확인하고 다시 제출하세요.</p>
        )}
        <p className="study-actions">
          <button
            className="button button-main"
            type="button"
            aria-disabled={state === 'working'}
            onClick={handIn}
          >
            {state === 'working' ? '채점하는 중' : '제출'}
          </button>
          {!isTimeUp && (
            <button className="button" type="button" onClick={() => dialog.current?.close()}>
              계속 풀기
            </button>
          )}
        </p>
      </div>
    </dialog>
  );
}

/** What was left open is no answer and is not recorded. */
async function recordOne(exercise: Exercise, page: PageData | null, exam: Exam): Promise<void> {
  const response = exam.responses[exercise.item];
  const content = page && contentOf(page, exercise);
  if (!response || !isAnswered(response) || content?.kind !== 'question') return;
  const attempt = {
    response,
    grade: grade(content.placed.question, response),
    confidence: null,
    hints: 0,
    elapsedMillis: exam.elapsed[exercise.item] ?? 0,
  };
  // Only what is written is handed in: the tab may be closed at any moment.
  await new Promise<void>((onWritten) => {
    void recordAnswer(() => answerOf(content.placed, attempt), onWritten);
  });
}
