/** A short answer to type. */

import { type AreaProps, CONFIRM_KEYS, type TypeView } from './type-view.ts';
import { Field } from './typed.tsx';

function ShortArea({ answer, response, grade, isDisabled, onChange }: AreaProps<'short'>) {
  const text = response?.text ?? '';
  const [right = ''] = answer.variants;
  return (
    <p className="short">
      <Field
        text={text}
        label="답"
        width="width-20"
        isDisabled={isDisabled}
        isLast
        right={right}
        part={grade?.parts[0]}
        onChange={(typed) => onChange({ type: 'short', text: typed })}
      />
    </p>
  );
}

export const short: TypeView<'short'> = {
  label: '단답',
  author: { column: '단답', level: '떠올리기' },
  todo: '답을 쓰세요.',
  keyHints: CONFIRM_KEYS,
  Area: ShortArea,
  Plain: () => null,
  Key: ({ answer }) => answer.variants[0],
  keyWords: ({ variants }) => variants[0] ?? '',
};
