/**
 * A file to mend, as a text with numbered lines, above the conditions that it has to meet. What reads files is loaded with the first
 * change; until then, and wherever it does not come, no condition is judged.
 */

import { type ComponentType, Suspense, useLayoutEffect, useMemo, useState } from 'react';
import {
  type FileLanguage,
  languageOf,
  MOST_CHARACTERS,
  type Outcome,
  type ReadText,
  readPlain,
  runTest,
} from '../../../core/files/file-test.ts';
import type { AnswerOf, WrittenFile } from '../../../core/model/question.ts';
import { keyOfCheck } from '../../../core/quiz/types/fix.ts';
import { lazyPart } from '../../lazy.tsx';
import { Mark, VERDICTS } from '../../marks.tsx';
import { CodeFigure } from '../../topic/blocks.tsx';
import { Html } from '../../topic/html.tsx';
import { type AreaProps, CONFIRM_TEXT_KEYS, type TypeView } from './type-view.ts';
import { NumberedText } from './typed.tsx';

interface ConditionsProps extends Pick<AreaProps<'fix'>, 'answer' | 'response' | 'grade' | 'onChange'> {
  /** The mended file; null for the file as it stands. */
  text: string | null;
  /** What decided each condition, once the file was read. */
  outcomes?: readonly Outcome[];
}

/** A list that is there from the start; once graded each condition says whether it is met, and where not. */
function Conditions({ answer, text, grade, outcomes }: ConditionsProps) {
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

/** Of each condition the first test that is not met, else the last one. */
function judge({ checks }: AnswerOf<'fix'>, text: string, read: ReadText): Outcome[] {
  const file = read(text);
  return checks.flatMap(({ tests }) => {
    const outcomes = tests.map((test) => runTest(test, text, file));
    return outcomes.find(({ isMet }) => !isMet) ?? outcomes.at(-1) ?? [];
  });
}

/** The tests are run at every change, and the response says which conditions are met. */
function judgedWith(read: ReadText): ComponentType<ConditionsProps> {
  return function JudgedConditions(props: ConditionsProps) {
    const { answer, response, text, grade, onChange } = props;
    const outcomes = useMemo(() => judge(answer, text ?? '', read), [answer, text]);
    const met = answer.checks.filter((_, at) => outcomes[at]?.isMet).map(keyOfCheck);
    const isTold = grade !== null || met.join('\n\n') === response?.met?.join('\n\n');
    // Before the page is painted, so that no way to submit goes and comes.
    useLayoutEffect(() => {
      if (!isTold) onChange({ type: 'fix', text, met });
    });
    return <Conditions {...props} outcomes={outcomes} />;
  };
}

const judgedBy = (loadReader: () => Promise<ReadText>) =>
  lazyPart<ConditionsProps>(async () => judgedWith(await loadReader()));

const JUDGED: Record<FileLanguage, ReturnType<typeof judgedBy>> = {
  yaml: judgedBy(async () => (await import('../../../core/files/yaml.ts')).readYaml),
  dockerfile: judgedBy(async () => (await import('../../../core/files/dockerfile.ts')).readDockerfile),
  text: judgedBy(async () => readPlain),
};

function FixArea(props: AreaProps<'fix'>) {
  const { answer, response, grade, isDisabled, onChange } = props;
  const { file } = answer;
  const [before, setBefore] = useState<string | null>(null);
  const given = response?.text ?? null;
  const change = (text: string) => onChange({ type: 'fix', text: text === file.code ? null : text });
  const isDone = isDisabled || grade !== null;
  const Judged = JUDGED[languageOf(file.language)];
  const hasFailed = Judged.useHasFailed();
  const conditions = { answer, text: given, grade, response, onChange };
  return (
    <div className="fix">
      <div className="line note spread screen-only needs-scripts">
        <span className="code-title">{file.title ?? file.language}</span>
        {/* There from the start, so that the first key and the verdict move nothing. */}
        <button
          className="text-button"
          type="button"
          disabled={isDone || (given === null && before === null)}
          onClick={() => {
            change(given === null ? (before ?? '') : file.code);
            setBefore(given);
          }}
        >
          {given === null && before !== null ? '고치던 파일로' : '처음 파일로'}
        </button>
      </div>
      <div className="output screen-only needs-scripts">
        <NumberedText
          label={file.title ?? '고칠 파일'}
          text={given ?? file.code}
          mostCharacters={MOST_CHARACTERS}
          isOpen={given === null}
          isDisabled={isDone}
          onChange={change}
        />
      </div>
      {/* Without scripts, too: what is typed would be judged by nothing. */}
      <div className="paper-only">
        <CodeFigure block={{ kind: 'code', ...file }} />
      </div>
      {given === null ? (
        <Conditions {...conditions} />
      ) : (
        <Suspense fallback={<Conditions {...conditions} />}>
          <Judged {...conditions} />
        </Suspense>
      )}
      {hasFailed && <p role="status">조건을 확인할 코드를 받지 못했습니다. 연결되면 다시 받습니다.</p>}
    </div>
  );
}

const Solution = ({ file }: { file: WrittenFile }) => <CodeFigure block={{ kind: 'code', ...file }} />;

/** To be read: the file and its conditions. */
const PlainFile = ({ answer }: { answer: AnswerOf<'fix'> }) => (
  <>
    <CodeFigure block={{ kind: 'code', ...answer.file }} />
    <Conditions answer={answer} text={null} grade={null} response={null} onChange={() => {}} />
  </>
);

export const fix: TypeView<'fix'> = {
  label: '파일 고치기',
  author: { column: '파일', level: '엮기' },
  todo: (response) => (response?.text == null ? '파일을 고치세요.' : '조건을 확인하는 중입니다.'),
  keyHints: CONFIRM_TEXT_KEYS,
  Area: FixArea,
  Plain: PlainFile,
  Key: ({ answer }) => <Solution file={answer.solution} />,
  Solution: ({ answer }) => <Solution file={answer.solution} />,
  partialWords: ({ checks }, { parts }) =>
    `조건 ${checks.length}개 중 ${parts.filter(({ verdict }) => verdict === 'correct').length}개`,
  remark: ({ checks }, response) =>
    response.met?.length === checks.length ? `조건 ${checks.length}개 모두` : null,
  notes: ({ checks }) =>
    checks.map((check) => ({
      key: keyOfCheck(check),
      name: <Html html={check.html} />,
      feedback: check.feedback,
    })),
};
