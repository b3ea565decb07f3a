/** A question of a mock exam: without hints and feedback. */

import type { Response } from '../../../core/model/question.ts';
import { AnswerArea, StemRest } from '../../quiz/answer-area.tsx';
import { Html } from '../../topic/html.tsx';
import type { ExerciseContent } from '../exercise-content.ts';

interface ExamQuestionProps {
  content: ExerciseContent;
  number: number;
  stemId: string;
  response: Response | null;
  seed: string;
  onChange: (response: Response) => void;
}

export function ExamQuestion({ content, number, stemId, response, seed, onChange }: ExamQuestionProps) {
  if (content.kind === 'question') {
    const { question } = content.placed;
    return (
      <>
        <h2 className="stem" id={stemId} tabIndex={-1}>
          <span className="exam-number numeric">
            {number}
            <span className="visually-hidden">번.</span>
          </span>{' '}
          <Html html={question.title} />
        </h2>
        <StemRest question={question} />
        <AnswerArea
          question={question}
          response={response}
          onChange={onChange}
          seed={seed}
          labelledBy={stemId}
        />
      </>
    );
  }
  return (
    <div className="sitting-wait" id={stemId} role={content.kind === 'failed' ? 'alert' : 'status'}>
      {content.kind === 'failed' ? (
        <>
          <p>문제를 불러오지 못했습니다. 연결을 확인하세요.</p>
          <button className="button" type="button" onClick={content.retry}>
            다시 시도
          </button>
        </>
      ) : content.kind === 'gone' ? (
        <p>노트에서 없어진 문제입니다. 채점하지 않습니다.</p>
      ) : (
        <p>불러오는 중</p>
      )}
    </div>
  );
}
