/** A quiz that fails while it is drawn leaves its questions readable, and the rest of the page goes on. */

import type { ReactNode } from 'react';
import { Boundary } from '../shell/trouble.tsx';

interface QuizBoundaryProps {
  /** What is shown below the message. */
  fallback: ReactNode;
  children: ReactNode;
}

export function QuizBoundary({ fallback, children }: QuizBoundaryProps) {
  return (
    <Boundary
      fallback={(retry) => (
        <>
          <div className="quiz-trouble" role="alert">
            <p>문제에 답하는 칸을 보여 드리지 못했습니다. 문제와 정답은 아래에서 읽을 수 있습니다.</p>
            <button className="btn" type="button" onClick={retry}>
              다시 시도
            </button>
          </div>
          {fallback}
        </>
      )}
    >
      {children}
    </Boundary>
  );
}
