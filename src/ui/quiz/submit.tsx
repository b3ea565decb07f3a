/** The two ways to submit, which are the learner's confidence; before anything is answered, the way not to know. */

import { type MouseEvent, useId } from 'react';
import type { Confidence } from '../../core/model/event.ts';
import type { QuestionType } from '../../core/model/question.ts';
import { viewOf } from './types/table.ts';

interface SubmitProps {
  type: QuestionType;
  isComplete: boolean;
  isEmpty: boolean;
  onSubmit: (confidence: Confidence) => void;
}

export function Submit({ type, isComplete, isEmpty, onSubmit }: SubmitProps) {
  const id = useId();
  const submit = (event: MouseEvent<HTMLElement>, confidence: Confidence) => {
    // The button goes with the verdict. Taken away while it has the focus, it costs a second pass over the styles.
    event.currentTarget.blur();
    onSubmit(confidence);
  };
  return (
    <div className="act js">
      <button
        className="btn btn-main"
        type="button"
        aria-disabled={!isComplete}
        aria-describedby={isComplete ? undefined : id}
        onClick={(event) => isComplete && submit(event, 'sure')}
      >
        답 확인
      </button>
      <button className="btn" type="button" onClick={(event) => submit(event, 'unsure')}>
        {isEmpty ? '모르겠음' : '헷갈림으로 제출'}
      </button>
      {!isComplete && (
        <span className="vh" id={id}>
          {viewOf(type).reason}
        </span>
      )}
    </div>
  );
}
