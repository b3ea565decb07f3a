/** The result of an answer: the verdict, the explanation, the source; when the question comes back is in curve.tsx. */

import { josa } from 'es-hangul';
import { type Ref, useDeferredValue, useId } from 'react';
import { type QuestionVerdict, questionItem } from '../../core/model/event.ts';
import type { ReadQuestion } from '../../core/model/topic.ts';
import { rulesOf } from '../../core/quiz/grade.ts';
import type { Grade } from '../../core/quiz/type-rules.ts';
import { type PlacedQuestion, questionAnchor } from '../../core/study/questions.ts';
import { Html } from '../topic/html.tsx';
import { NextReview } from './curve.tsx';
import { Mark, VERDICTS } from './marks.tsx';
import type { QuestionPlace } from './question-place.ts';
import { SourceLink } from './source/source-link.tsx';
import { viewOf } from './types/views.ts';
import type { Result } from './use-attempt.ts';

interface VerdictProps {
  placed: PlacedQuestion;
  place: QuestionPlace;
  number: number;
  result: Result;
  /** Takes the focus after grading. */
  line: Ref<HTMLParagraphElement>;
  /** Whether it is asked once more before the day of its next review. */
  comesBack: boolean;
  onClaim: (partKey: string) => void;
}

export function VerdictView(props: VerdictProps) {
  const { placed, result, line } = props;
  // Why may follow in a frame of its own.
  const isExplained = useDeferredValue(true, false);
  return (
    <div className="result screen-only" data-verdict={result.grade.verdict}>
      <p className="verdict row" ref={line} tabIndex={-1} role="status">
        <Mark verdict={result.grade.verdict} />
        <span>{verdictText(placed.question, result.grade)}</span>
        <span className="verdict-note">{howOf(result)}</span>
      </p>
      {isExplained && <Reasons {...props} />}
    </div>
  );
}

function Reasons({ placed, place, number, result, comesBack, onClaim }: VerdictProps) {
  const { question } = placed;
  const { grade, confidence } = result;
  const isNear = grade.parts.some((part) => part.near !== undefined);
  const back = { id: questionAnchor(placed.id), label: `문제 ${toNumber(number)}` };
  return (
    <>
      <Overrules question={question} result={result} onClaim={onClaim} />
      {confidence === 'sure' && !isNear && <SurelyWrong verdict={grade.verdict} />}
      <dl>
        {question.explanation && (
          <div>
            <dt>해설</dt>
            <Html as="dd" html={question.explanation} />
          </div>
        )}
        {question.sources.length > 0 && (
          <div>
            <dt>근거</dt>
            <dd>
              {question.sources.map((source) => (
                <span className="source" key={`${source.line}${source.label}`}>
                  <SourceLink source={source} place={place} back={back} />
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <NextReview item={questionItem(placed.id)} comesBack={comesBack} />
    </>
  );
}

/** 「1로」, 「3으로」: after 영, 삼, 육 and 십 the particle is 으로. */
const toNumber = (number: number): string => `${number}${[0, 3, 6].includes(number % 10) ? '으로' : '로'}`;

/** 「일부 맞음, 5개 중 3개」, 「틀림, 정답은 X」. */
function verdictText({ answer }: ReadQuestion, grade: Grade): string {
  const word = VERDICTS[grade.verdict];
  if (grade.verdict === 'correct') return word;
  const { keyWords, partialWords } = viewOf(answer.type);
  if (keyWords) return `${word}, 정답은 ${keyWords(answer)}`;
  if (grade.verdict !== 'partial') return word;
  if (partialWords) return `${word}, ${partialWords(answer, grade)}`;
  const right = grade.parts.filter((part) => part.verdict === 'correct').length;
  return `${word}, ${grade.parts.length}개 중 ${right}개`;
}

function howOf({ grade, confidence, hints }: Result): string {
  const isUnsure = confidence === 'unsure' && grade.verdict !== 'unanswered';
  return [isUnsure && '헷갈려요로 답함', hints > 0 && `힌트 ${hints}개 봄`].filter(Boolean).join(', ');
}

/** What one said to be sure of and was wrong about is worth the most attention. */
function SurelyWrong({ verdict }: { verdict: QuestionVerdict }) {
  if (verdict !== 'incorrect' && verdict !== 'partial') return null;
  return <p className="surely-wrong">확실하다고 답한 문제라 오답의 맨 앞에 둡니다.</p>;
}

/** Typed words can be right in a way the notes did not think of, so the learner has the last word. */
function Overrules(props: Pick<VerdictProps, 'result' | 'onClaim'> & { question: ReadQuestion }) {
  const { question, result, onClaim } = props;
  const { partName } = viewOf(question.type);
  const isTyped = rulesOf(question.type).claim !== undefined;
  // Who has not known it has claimed no word.
  const isClaimed = isTyped && result.grade.verdict !== 'unanswered';
  const missed = isClaimed ? result.grade.parts.filter((part) => part.verdict === 'incorrect') : [];
  const id = useId();
  return missed.map((part) => (
    <p className="near-miss row" key={part.key}>
      <span id={`${id}${part.key}`}>
        {(partName && missed.length > 1 ? `${partName(part.key)}: ` : '') +
          (part.near === undefined
            ? '뜻이 같은 답이면 맞은 것으로 할 수 있습니다.'
            : `오타인가요? ‘${part.near}’${josa.pick(part.near, '을/를')} 쓰려던 것이면 맞은 것으로 합니다.`)}
      </span>
      <button
        className="button"
        type="button"
        aria-describedby={`${id}${part.key}`}
        onClick={() => onClaim(part.key)}
      >
        {part.near === undefined ? '맞은 것으로' : '네, 오타입니다'}
      </button>
    </p>
  ));
}
