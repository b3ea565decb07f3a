/**
 * What is typed: a field for a word, which graded stays as it is, with whether it was right, and what is, below it; and a long text whose
 * lines are numbered. The numbers grow as one types, and tell nothing of how many lines the key has.
 */

import { useId } from 'react';
import type { PartGrade } from '../../../core/quiz/type-rules.ts';
import { Mark, VERDICTS } from '../../marks.tsx';

interface FieldProps {
  text: string;
  label: string;
  /** Steps of width, so that the length gives little away. */
  width: 'width-3' | 'width-6' | 'width-10' | 'width-20';
  /** What else to write, beside the field. */
  note?: string | undefined;
  isDisabled: boolean;
  isLast: boolean;
  /** The variant to show: the author's first one. */
  right: string;
  /** Once graded. */
  part: PartGrade | undefined;
  onChange: (text: string) => void;
}

/**
 * Only once React has the field and keeps a draft: until then the browser keeps what is typed over a reload. Not a
 * property, since drawing the field anew would take out what has been typed.
 */
const turnOffAutocomplete = (field: HTMLInputElement | HTMLTextAreaElement | null) =>
  field?.setAttribute('autocomplete', 'off');

export function Field(props: FieldProps) {
  const { text, label, width, note, isDisabled, isLast, right, part, onChange } = props;
  const id = useId();
  const described = [part && id, note && `${id}-note`].filter(Boolean).join(' ');
  const field = (
    <span className="answer" data-verdict={part?.verdict}>
      <input
        ref={turnOffAutocomplete}
        className={`text-answer ${width}`}
        type="text"
        value={text}
        data-open={text.trim() === '' ? '' : undefined}
        aria-label={label}
        aria-describedby={described || undefined}
        disabled={isDisabled || part !== undefined}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint={isLast ? 'done' : 'next'}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
      />
      {part && (
        <span className="verdict-tag with-icon screen-only" id={id} data-verdict={part.verdict}>
          <Mark verdict={part.verdict} label={VERDICTS[part.verdict]} />
          {part.verdict !== 'correct' && (
            <ins>
              <span className="visually-hidden">정답 </span>
              {right}
            </ins>
          )}
        </span>
      )}
    </span>
  );
  return note === undefined ? (
    field
  ) : (
    <>
      {field}{' '}
      <span className="note" id={`${id}-note`}>
        {note}
      </span>
    </>
  );
}

interface NumberedTextProps {
  label: string;
  text: string;
  fewestRows?: number;
  mostCharacters: number;
  /** Whether there is still something to type before the answer can be sent. */
  isOpen: boolean;
  isDisabled: boolean;
  onChange: (text: string) => void;
}

export function NumberedText(props: NumberedTextProps) {
  const { label, text, fewestRows = 0, mostCharacters, isOpen, isDisabled, onChange } = props;
  const rows = Math.max(fewestRows, text.split('\n').length + 1);
  return (
    <>
      <ol aria-hidden="true">
        {Array.from({ length: rows - 1 }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <li key={at}>{at + 1}</li>
        ))}
      </ol>
      <textarea
        ref={turnOffAutocomplete}
        aria-label={label}
        rows={rows}
        wrap="off"
        value={text}
        data-open={isOpen ? '' : undefined}
        disabled={isDisabled}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={mostCharacters}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  );
}
