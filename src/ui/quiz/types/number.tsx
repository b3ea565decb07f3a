/** A number to type, in one field with its unit. */

import { judgeQuantity } from '../../../core/quiz/quantity.ts';
import { type AreaProps, CONFIRM_KEYS, type TypeView } from './type-view.ts';
import { Field } from './typed.tsx';

function NumberArea({ answer, response, grade, isDisabled, onChange }: AreaProps<'number'>) {
  return (
    <p className="short">
      <Field
        text={response?.text ?? ''}
        label="답"
        width="width-10"
        note={answer.unit === '' ? undefined : '수와 단위를 함께 쓰세요.'}
        isDisabled={isDisabled}
        isLast
        right={answer.text}
        part={grade?.parts[0]}
        onChange={(typed) => onChange({ type: 'number', text: typed })}
      />
    </p>
  );
}

export const number: TypeView<'number'> = {
  label: '수',
  author: { column: '수', level: '엮기' },
  todo: '답을 쓰세요.',
  keyHints: CONFIRM_KEYS,
  Area: NumberArea,
  Plain: () => null,
  Key: ({ answer }) => answer.text,
  keyWords: ({ text }) => text,
  partialWords: (answer, _, response) =>
    judgeQuantity(answer, response?.text ?? '').given?.unit
      ? '수는 맞고 단위가 다릅니다'
      : '수는 맞고 단위가 빠졌습니다',
  /** 「3 GB = 약 2.79 GiB」 */
  remark(answer, { text }) {
    const { converted } = judgeQuantity(answer, text);
    return converted === null ? null : `${text.trim()} = ${converted}`;
  },
};
