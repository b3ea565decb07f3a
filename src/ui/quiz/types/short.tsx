/** A short answer to type. */

import type { AreaProps } from './area.ts';
import { Field, Typed } from './typed.tsx';

export function ShortArea({ answer, response, grade, isDisabled, onChange }: AreaProps<'short'>) {
  const text = response?.text ?? '';
  const [right = ''] = answer.variants;
  return (
    <p className="short">
      {grade ? (
        <Typed text={text} right={right} part={grade.parts[0]} />
      ) : (
        <Field
          text={text}
          label="답"
          width="w20"
          isDisabled={isDisabled}
          isLast
          onChange={(typed) => onChange({ type: 'short', text: typed })}
        />
      )}
    </p>
  );
}
