/** Grades a question of a mock exam, and shows it with its result and feedback. */

import { useState } from 'react';
import type { ItemState } from '../../../core/memory/item.ts';
import type { PageData } from '../../../core/model/course.ts';
import type { EventId } from '../../../core/model/event.ts';
import { grade } from '../../../core/quiz/grade.ts';
import { claimNear } from '../../../core/quiz/response.ts';
import type { Exercise } from '../../../core/study/exercises.ts';
import type { PlacedQuestion } from '../../../core/study/questions.ts';
import type { Exam } from '../../../store/study/mock-exam.ts';
import { Mark, VERDICTS } from '../../quiz/marks.tsx';
import { QuestionCard } from '../../quiz/question-card.tsx';
import { questionPlace } from '../../quiz/question-place.ts';
import type { Result } from '../../quiz/use-attempt.ts';
import { Html } from '../../topic/html.tsx';

interface ExamItem {
  exercise: Exercise;
  page: PageData;
  placed: PlacedQuestion;
}

export interface GradedAnswer extends ExamItem {
  result: Result;
}

/** Grades an answer as it was given, with what the learner has said since: in the record its first answer since the exam began is the exam's. */
export function gradeExam(item: ExamItem, exam: Exam, state: ItemState | undefined): GradedAnswer {
  const { question } = item.placed;
  const given = exam.responses[item.exercise.item] ?? null;
  const record = state?.history.find(({ event }) => event.at >= exam.startedAt);
  const plain = grade(question, given);
  // A near miss that was claimed as a slip is right in the record.
  const isClaimed = record?.verdict === 'correct' && plain.verdict !== 'correct';
  const slips = plain.parts.flatMap(({ key, near }) => (near === undefined ? [] : [key]));
  const response = isClaimed ? (claimNear(given, slips) ?? given) : given;
  return {
    ...item,
    result: {
      response,
      grade: isClaimed ? grade(question, response) : plain,
      confidence: null,
      hints: 0,
      elapsedMillis: exam.elapsed[item.exercise.item] ?? 0,
      event: record ? Promise.resolve(record.event.id) : NEVER,
    },
  };
}

const NEVER = new Promise<EventId>(() => {});

interface ExamAnswerProps {
  graded: GradedAnswer;
  number: number;
  seed: string;
}

export function ExamAnswer({ graded: { page, placed, result }, number, seed }: ExamAnswerProps) {
  const [isOpen, setOpen] = useState(false);
  const { verdict } = result.grade;
  return (
    <li>
      <details className="fold exam-answer" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className="exam-number numeric">{number}</span>
          <Html className="exam-stem" html={placed.question.title} />
          <span className="verdict-tag" data-verdict={verdict}>
            <Mark verdict={verdict} />
            {verdict === 'unanswered' ? '답 없음' : VERDICTS[verdict]}
          </span>
        </summary>
        {isOpen && (
          <QuestionCard
            placed={placed}
            place={questionPlace(page)}
            number={number}
            level={3}
            variant="single"
            seed={seed}
            result={result}
          />
        )}
      </details>
    </li>
  );
}
