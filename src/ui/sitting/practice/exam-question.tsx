/** A question of the exam: no feedback, no hints, only what is answered. */

import type { Response } from '../../../core/model/question.ts';
import { AnswerArea, StemRest } from '../../quiz/answer-area.tsx';
import { Html } from '../../topic/html.tsx';
import type { Asked } from '../use-asked.ts';

interface ExamQuestionProps {
  current: Asked;
  number: number;
  stemId: string;
  response: Response | null;
  seed: string;
  onChange: (response: Response) => void;
}

export function ExamQuestion({ current, number, stemId, response, seed, onChange }: ExamQuestionProps) {
  if (current.kind === 'question') {
    const { question } = current.placed;
    return (
      <>
        <h2 className="stem" id={stemId} tabIndex={-1}>
          <span className="exam-no num">
            {number}
            <span className="vh">번.</span>
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
    <div className="s-wait" id={stemId} role={current.kind === 'failed' ? 'alert' : 'status'}>
      {current.kind === 'failed' ? (
        <>
          <p>문제를 불러오지 못했습니다. 연결을 확인하세요.</p>
          <button className="btn" type="button" onClick={current.retry}>
            다시 시도
          </button>
        </>
      ) : current.kind === 'gone' ? (
        <p>노트에서 없어진 문제입니다. 채점하지 않습니다.</p>
      ) : (
        <p>불러오는 중</p>
      )}
    </div>
  );
}
