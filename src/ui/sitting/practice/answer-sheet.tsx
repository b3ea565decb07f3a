/** The answer sheet of a mock exam: which questions are answered, and a link to each. */

import { isAnswered } from '../../../core/quiz/response.ts';
import type { Exercise } from '../../../core/study/exercises.ts';
import type { Exam } from '../../../store/study/mock-exam.ts';

interface AnswerSheetProps {
  exercises: readonly Exercise[];
  exam: Exam;
  /** Index of the question on the screen. */
  at: number;
  go: (at: number) => void;
}

export function AnswerSheet({ exercises, exam, at, go }: AnswerSheetProps) {
  return (
    <nav className="answer-sheet" aria-label="답안지">
      <ol>
        {exercises.map(({ item }, index) => {
          const isFilled = isAnswered(exam.responses[item]);
          return (
            <li key={item}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                data-filled={isFilled || undefined}
                onClick={() => go(index)}
              >
                <span aria-hidden="true">{index + 1}</span>
                <span className="visually-hidden">{`${index + 1}번, ${isFilled ? '답함' : '답 없음'}`}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
