/**
 * What is typed: a short answer, a number with its unit, and the output of a command. A field for a word stays graded as it is, with
 * whether it was right, and what is, below it. The lines of a long text are numbered; the numbers grow as one types, and tell nothing of
 * how many lines the key has.
 */

import { useId } from 'react';
import type { AnswerOf } from '../../../core/model/question.ts';
import { judgeQuantity } from '../../../core/quiz/quantity.ts';
import type { PartGrade } from '../../../core/quiz/type-rules.ts';
import { firstDifference, outputLines } from '../../../core/quiz/types/typed.ts';
import { Mark, VERDICTS } from '../../marks.tsx';
import { type AreaProps, CONFIRM_KEYS, CONFIRM_TEXT_KEYS, type TypeView } from './type-view.ts';

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

/** Once graded it is shown up to the first line that differs, in the room that the field had. */
function OutputArea({ answer, response, grade, isDisabled, onChange }: AreaProps<'output'>) {
  const text = response?.text ?? '';
  return (
    <div className="output needs-scripts" data-graded={grade ? '' : undefined}>
      <NumberedText
        label="출력"
        text={text}
        fewestRows={3}
        mostCharacters={4000}
        isOpen={text.trim() === ''}
        isDisabled={isDisabled || grade !== null}
        onChange={(typed) => onChange({ type: 'output', text: typed })}
      />
      {grade && <Compared answer={answer} text={grade.verdict === 'unanswered' ? null : text} />}
    </div>
  );
}

/** What was typed beside the key, up to the first difference; the whole key for who has not known it. */
function Compared({ answer, text }: { answer: AnswerOf<'output'>; text: string | null }) {
  const apart = text === null ? null : firstDifference(answer, text);
  const same = text === null ? [] : outputLines(text).slice(0, apart?.at);
  const right = text === null ? answer.lines : apart ? [apart.right ?? '(여기서 끝납니다)'] : [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where it is longer than the field was
    <ol className="output-lines screen-only" tabIndex={0} aria-label="출력 비교">
      {same.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
        <Line key={at} at={at} line={line} />
      ))}
      {apart?.given != null && <Line at={apart.at} line={apart.given} verdict="incorrect" tag="내 답" />}
      {right.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
        <Line key={at} at={(apart?.at ?? 0) + at} line={line} verdict="correct" tag="정답" />
      ))}
    </ol>
  );
}

interface LineProps {
  at: number;
  line: string;
  verdict?: 'correct' | 'incorrect';
  tag?: string;
}

function Line({ at, line, verdict, tag }: LineProps) {
  return (
    <li data-verdict={verdict}>
      <span>{at + 1}</span>
      <code>{line}</code>
      {verdict && (
        <span className="verdict-tag with-icon" data-verdict={verdict}>
          <Mark verdict={verdict} />
          {tag}
        </span>
      )}
    </li>
  );
}

export const output: TypeView<'output'> = {
  label: '출력 쓰기',
  author: { column: '출력', level: '엮기' },
  todo: '출력을 쓰세요.',
  keyHints: CONFIRM_TEXT_KEYS,
  Area: OutputArea,
  Plain: () => null,
  Key: ({ answer }) => (
    <pre>
      <code>{answer.lines.join('\n')}</code>
    </pre>
  ),
  wrongWords(answer, { text }) {
    const apart = firstDifference(answer, text);
    if (!apart) return null;
    const line = `${apart.at + 1}번째 줄`;
    if (apart.given === null) return `${line}이 빠졌습니다`;
    return apart.right === null ? `${line}은 나오지 않습니다` : `${line}이 다릅니다`;
  },
  remark(answer, { text, isMeant }) {
    const apart = firstDifference(answer, text);
    if (isMeant || answer.lines.length < 2) return null;
    if (!apart) return `${answer.lines.length}줄 모두 같음`;
    return apart.at === 0 ? null : apart.at === 1 ? '첫 줄은 같음' : `앞의 ${apart.at}줄은 같음`;
  },
};
