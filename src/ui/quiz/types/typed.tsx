/** A field for a word, and after grading what was typed beside what is right. */

import type { PartGrade } from '../../../core/quiz/type-rules.ts';
import { Mark, VERDICTS } from '../marks.tsx';

interface FieldProps {
  text: string;
  label: string;
  /** Steps of width, so that the length gives little away. */
  width: 'width-3' | 'width-6' | 'width-10' | 'width-20';
  isDisabled: boolean;
  isLast: boolean;
  onChange: (text: string) => void;
}

/**
 * Only once React has the field and keeps a draft: until then the browser keeps what is typed over a reload. Not a
 * property, since drawing the field anew would take out what has been typed.
 */
const turnOffAutocomplete = (field: HTMLInputElement | null) => field?.setAttribute('autocomplete', 'off');

export function Field({ text, label, width, isDisabled, isLast, onChange }: FieldProps) {
  return (
    <input
      ref={turnOffAutocomplete}
      className={`text-answer ${width}`}
      type="text"
      value={text}
      data-open={text.trim() === '' ? '' : undefined}
      aria-label={label}
      disabled={isDisabled}
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint={isLast ? 'done' : 'next'}
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** `right` is the variant to show: the author's first one. */
export function Typed({ text, right, part }: { text: string; right: string; part: PartGrade | undefined }) {
  const isRight = part?.verdict === 'correct';
  const typed = text.trim();
  // Nothing typed is not struck out: the slash would stand beside the right answer alone.
  const verdict = isRight ? 'correct' : typed === '' ? 'unanswered' : 'incorrect';
  return (
    <span className="answer with-icon" data-verdict={verdict}>
      <Mark verdict={verdict} label={VERDICTS[verdict]} />
      {isRight ? (
        typed
      ) : (
        <>
          {typed !== '' && (
            <del>
              <span className="visually-hidden">내 답 </span>
              {typed}
            </del>
          )}{' '}
          <ins>
            <span className="visually-hidden">정답 </span>
            {right}
          </ins>
        </>
      )}
    </span>
  );
}
