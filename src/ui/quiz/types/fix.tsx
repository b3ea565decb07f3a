/**
 * A file to mend, as a text with numbered lines, above the conditions that it has to meet. What reads files is loaded with the first
 * change; until then, and wherever it does not come, no condition is judged.
 */

import { Suspense, useState } from 'react';
import {
  type FileLanguage,
  languageOf,
  MOST_CHARACTERS,
  type ReadText,
  readPlain,
} from '../../../core/files/file-test.ts';
import type { AnswerOf, WrittenFile } from '../../../core/model/question.ts';
import { keyOfCheck } from '../../../core/quiz/types/fix.ts';
import { lazyPart } from '../../lazy.tsx';
import { CodeFigure } from '../../topic/blocks.tsx';
import { Html } from '../../topic/html.tsx';
import { Conditions, type ConditionsProps } from './conditions.tsx';
import { judgedWith } from './judged-conditions.tsx';
import { NumberedText } from './numbered-text.tsx';
import { type AreaProps, CONFIRM_TEXT_KEYS, type TypeView } from './type-view.ts';

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
