/** The conditions of a file to mend, as a list that is there from the start; once graded each says whether it is met, and where not. */

import type { Outcome } from '../../../core/files/file-test.ts';
import { keyOfCheck } from '../../../core/quiz/types/fix.ts';
import { Html } from '../../topic/html.tsx';
import { Mark, VERDICTS } from '../marks.tsx';
import type { AreaProps } from './type-view.ts';

export interface ConditionsProps
  extends Pick<AreaProps<'fix'>, 'answer' | 'response' | 'grade' | 'onChange'> {
  /** The mended file; null for the file as it stands. */
  text: string | null;
  /** What decided each condition, once the file was read. */
  outcomes?: readonly Outcome[];
}

export function Conditions({ answer, text, grade, outcomes }: ConditionsProps) {
  return (
    <ol className="conditions" aria-label="조건">
      {answer.checks.map((check, at) => {
        const verdict = grade?.parts[at]?.verdict ?? 'unanswered';
        const outcome = outcomes?.[at];
        return (
          <li key={keyOfCheck(check)} data-verdict={grade ? verdict : undefined}>
            <span className="screen-only">
              <Mark verdict={verdict} {...(grade && { label: VERDICTS[verdict] })} />
            </span>
            <Html html={check.html} />
            {/* Its line is there before, so that nothing moves. */}
            <small className="screen-only">
              {verdict === 'incorrect' && outcome && <Where outcome={outcome} text={text ?? ''} />}
            </small>
          </li>
        );
      })}
    </ol>
  );
}

/** 「12번째 줄 `image: api`」 */
function Where({ outcome: { line, isUnread }, text }: { outcome: Outcome; text: string }) {
  const words = line === null ? '' : (text.split('\n')[line - 1] ?? '').trim();
  if (isUnread) return `${line ?? 1}번째 줄을 읽지 못해 볼 수 없습니다`;
  if (line === null) return '파일에 없습니다';
  return (
    <>
      {line}번째 줄 <code lang="en">{words}</code>
    </>
  );
}
