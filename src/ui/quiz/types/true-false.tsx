/** O or X. */

import { useId } from 'react';
import { type AreaProps, CONFIRM_KEYS, type TypeView } from './type-view.ts';

const SIDES = [
  { isTrue: true, name: '맞다', path: 'M24 9a15 15 0 1 1 0 30 15 15 0 0 1 0-30Z' },
  { isTrue: false, name: '아니다', path: 'M11 11l26 26M37 11 11 37' },
];

function TrueFalseArea(props: AreaProps<'true-false'>) {
  const { answer, response, grade, isDisabled, labelledBy, onChange } = props;
  const name = useId();
  return (
    <div className="true-false" role="radiogroup" aria-labelledby={labelledBy}>
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
              <svg className="icon" viewBox="0 0 48 48" aria-hidden="true">
                <path d={path} />
              </svg>
              <span className="visually-hidden">{`${nameOf(isTrue)} `}</span>
              {side}
            </span>
            {grade && (isRight || isChosen) && (
              <span className="verdict-tag" data-verdict={isRight ? 'correct' : 'incorrect'}>
                {isRight ? '정답' : '내 답'}
                {isRight && isChosen && <span className="visually-hidden"> 내 답</span>}
              </span>
            )}
          </label>
        );
      })}
    </div>
  );
}

const nameOf = (isTrue: boolean): string => (isTrue ? 'O' : 'X');

export const trueFalse: TypeView<'true-false'> = {
  label: 'O / X',
  author: { column: 'O/X', level: '가려내기' },
  todo: 'O나 X를 고르세요.',
  keyHints: [[['1', '2'], 'O, X'], ...CONFIRM_KEYS],
  Area: TrueFalseArea,
  Plain: () => null,
  Key: ({ answer }) => nameOf(answer.isTrue),
  keyWords: ({ isTrue }) => nameOf(isTrue),
};
