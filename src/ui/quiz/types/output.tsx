/**
 * The output of a command to type. Once graded it is shown up to the first line that differs, in the room that the field had.
 */

import type { AnswerOf } from '../../../core/model/question.ts';
import { firstDifference, outputLines } from '../../../core/quiz/types/typed.ts';
import { Mark } from '../../marks.tsx';
import { type AreaProps, CONFIRM_TEXT_KEYS, type TypeView } from './type-view.ts';
import { NumberedText } from './typed.tsx';

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
