/** O or X. */

import { useId } from 'react';
import { Mark } from '../marks.tsx';
import type { AreaProps } from './area.ts';

const SIDES = [
  { isTrue: true, name: '맞다', path: 'M24 9a15 15 0 1 1 0 30 15 15 0 0 1 0-30Z' },
  { isTrue: false, name: '아니다', path: 'M11 11l26 26M37 11 11 37' },
];

export function TrueFalseArea(props: AreaProps<'true-false'>) {
  const { answer, response, grade, isDisabled, labelledBy, onChange } = props;
  const name = useId();
  return (
    <div className="ox" role="radiogroup" aria-labelledby={labelledBy}>
      {SIDES.map(({ isTrue, name: side, path }, at) => {
        const isChosen = response?.isTrue === isTrue;
        const isRight = answer.isTrue === isTrue;
        const shown = isRight ? 'right' : isChosen ? 'wrong' : 'rest';
        return (
          <label key={side} data-v={grade ? shown : undefined}>
            <input
              type="radio"
              name={name}
              checked={isChosen}
              disabled={isDisabled || grade !== null}
              data-digit={at + 1}
              onChange={() => onChange({ type: 'true-false', isTrue })}
            />
            <span className="side">
              <svg viewBox="0 0 48 48" aria-hidden="true">
                <path d={path} />
              </svg>
              <span className="vh">{isTrue ? 'O' : 'X'} </span>
              {side}
            </span>
            {grade && (isRight || isChosen) && (
              <span className="tags">
                {isRight && (
                  <span className="tag" data-verdict="correct">
                    <Mark verdict="correct" />
                    정답
                  </span>
                )}
                {isChosen && (
                  <span className="tag" data-verdict={isRight ? undefined : 'incorrect'}>
                    {!isRight && <Mark verdict="incorrect" />}내 답
                  </span>
                )}
              </span>
            )}
          </label>
        );
      })}
    </div>
  );
}
