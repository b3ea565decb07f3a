/** A question of the exam that is over: how it went, and unfolded all that is said about it. */

import { useState } from 'react';
import { Mark, VERDICTS } from '../../quiz/marks.tsx';
import { QuestionCard } from '../../quiz/question-card.tsx';
import { placeOf } from '../../quiz/question-place.ts';
import { Html } from '../../topic/html.tsx';
import type { GradedAnswer } from './exam-grades.ts';

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
          <span className="exam-no num">{number}</span>
          <Html className="exam-stem" html={placed.question.title} />
          <span className="tag" data-verdict={verdict}>
            <Mark verdict={verdict} />
            {verdict === 'unanswered' ? '답 없음' : VERDICTS[verdict]}
          </span>
        </summary>
        {isOpen && (
          <QuestionCard
            placed={placed}
            place={placeOf(page)}
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
