/** A word to type, and after grading what was typed beside what is right. */

import type { PartGrade } from '../../../core/quiz/method.ts';
import { Mark } from '../marks.tsx';

interface FieldProps {
  text: string;
  label: string;
  /** Steps of width, so that the length gives little away. */
  width: 'w3' | 'w6' | 'w10' | 'w20';
  isDisabled: boolean;
  isLast: boolean;
  onChange: (text: string) => void;
}

export function Field({ text, label, width, isDisabled, isLast, onChange }: FieldProps) {
  return (
    <input
      className={`typed ${width}`}
      type="text"
      value={text}
      aria-label={label}
      disabled={isDisabled}
      autoComplete="off"
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
  const verdict = part?.verdict ?? 'unanswered';
  const isRight = verdict === 'correct';
  const typed = text.trim();
  return (
    <span className="ans" data-verdict={isRight ? 'correct' : 'incorrect'}>
      <Mark verdict={isRight ? 'correct' : 'incorrect'} label={isRight ? '맞음' : '틀림'} />
      {isRight ? (
        typed
      ) : (
        <>
          {typed !== '' && (
            <del>
              <span className="vh">내 답 </span>
              {typed}
            </del>
          )}{' '}
          <ins>
            <span className="vh">정답 </span>
            {right}
          </ins>
        </>
      )}
    </span>
  );
}
