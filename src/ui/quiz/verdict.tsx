/** The result of an answer: the verdict, the explanation, the source; when the question comes back is in curve.tsx. */

import { josa } from 'es-hangul';
import { type Ref, useDeferredValue, useId, useRef, useState } from 'react';
import { type QuestionVerdict, questionItem } from '../../core/model/event.ts';
import type { ReadQuestion } from '../../core/model/topic.ts';
import { responseTo, rulesOf } from '../../core/quiz/grade.ts';
import { type PlacedQuestion, questionAnchor } from '../../core/study/questions.ts';
import { Icon } from '../icon.tsx';
import { Mark } from '../marks.tsx';
import { Html } from '../topic/html.tsx';
import { NextReview } from './curve.tsx';
import type { QuestionPlace } from './question-place.ts';
import { NotesLink, SourceLink } from './source-link.tsx';
import type { Note } from './types/type-view.ts';
import { viewOf } from './types/views.ts';
import type { Result } from './use-attempt.ts';

interface VerdictProps {
  placed: PlacedQuestion;
  place: QuestionPlace;
  number: number;
  result: Result;
  /** Takes the focus after grading. */
  line: Ref<HTMLParagraphElement>;
  /** That of the order of the options. */
  seed: string;
  /** Not in the flow of the notes. In a sitting it is a sheet from the foot, or a note beside the card (sitting.css). */
  isAlone: boolean;
  /** Whether it is asked once more before the day of its next review. */
  comesBack: boolean;
  /** Given before, and shown once more. */
  isOld: boolean;
  onClaim: (partKey: string) => void;
}

/** A finger that only taps moves less. */
const DRAG_PIXELS = 24;

export function VerdictView(props: VerdictProps) {
  const { placed, result, seed, line, comesBack, isAlone, isOld } = props;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const held = useRef(0);
  // In the flow why may follow in a frame of its own; a sheet comes as a whole.
  const isExplained = useDeferredValue(true, isAlone);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape folds the sheet from anywhere in it
    <div
      className="result screen-only"
      data-verdict={result.grade.verdict}
      data-expanded={isOpen ? '' : undefined}
      onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
    >
      <div
        className="verdict-head spread"
        onPointerDown={({ clientY }) => {
          held.current = clientY;
        }}
        onPointerUp={({ clientY }) => {
          const way = clientY - held.current;
          if (isAlone && Math.abs(way) >= DRAG_PIXELS) setOpen(way < 0);
        }}
      >
        <p className="verdict row" ref={line} tabIndex={-1} role="status">
          <Mark verdict={result.grade.verdict} />
          <span>{verdictText(placed.question, result, seed)}</span>
          <span className="verdict-note">{howOf(placed.question, result, isOld)}</span>
        </p>
        {isAlone && (
          <button
            className="text-button with-icon unfold"
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            해설
            <Icon name={isOpen ? 'down' : 'up'} isSmall />
          </button>
        )}
      </div>
      {isExplained && (
        <>
          <Reasons {...props} id={id} />
          <NextReview item={questionItem(placed.id)} comesBack={comesBack} />
        </>
      )}
    </div>
  );
}

/** The sentence of most use first: what the author says of what was answered, else the explanation. */
function Reasons(props: VerdictProps & { id: string }) {
  const { placed, place, number, result, isAlone, onClaim, id } = props;
  const { question } = placed;
  const isNear = result.grade.parts.some((part) => part.near !== undefined);
  const back = { id: questionAnchor(placed.id), label: `문제 ${toNumber(number)}` };
  const [first, mine, others] = notesFor(props);
  const { Solution } = viewOf(question.type);
  const overrules = <Overrules question={question} result={result} onClaim={onClaim} />;
  return (
    <>
      {isNear && overrules}
      {first ? (
        <NoteLine note={first} />
      ) : (
        question.explanation && <Html as="div" className="why" html={question.explanation} />
      )}
      <div className="reasons" id={id}>
        {mine.map((note) => (
          <NoteLine key={note.key} note={note} />
        ))}
        {!isNear && overrules}
        <dl>
          {first && question.explanation && (
            <div>
              <dt>해설</dt>
              <Html as="dd" html={question.explanation} />
            </div>
          )}
          {(question.sources.length > 0 || isAlone) && (
            <div>
              <dt>근거</dt>
              <dd>
                {question.sources.map((source) => (
                  <span className="source" key={`${source.line}${source.label}`}>
                    <SourceLink source={source} place={place} back={back} />
                  </span>
                ))}
                {isAlone && (
                  <NotesLink
                    className="source"
                    path={place.path}
                    anchor={placed.anchor ?? questionAnchor(placed.id)}
                    name="문제"
                    back={back}
                  />
                )}
              </dd>
            </div>
          )}
        </dl>
        {Solution && (
          <details className="fold">
            <summary>강사의 풀이</summary>
            <Solution answer={question.answer} />
          </details>
        )}
        {others.length > 0 && (
          <details className="fold">
            <summary>나머지 보기 해설 {others.length}개</summary>
            {others.map((note) => (
              <NoteLine key={note.key} note={note} />
            ))}
          </details>
        )}
        {result.confidence === 'sure' && !isNear && <SurelyWrong verdict={result.grade.verdict} />}
      </div>
    </>
  );
}

/** What the author says: of the first part that was answered wrongly, of the others that were, and of the rest. */
function notesFor({ placed: { question }, seed, result }: VerdictProps): [Note | undefined, Note[], Note[]] {
  const { grade, response } = result;
  const missed = new Set(grade.parts.flatMap(({ key, verdict }) => (verdict === 'incorrect' ? [key] : [])));
  // Its only part has no key of its own.
  if (grade.verdict === 'incorrect' && response?.type === 'single') missed.add(response.option ?? '');
  const { notes } = viewOf(question.type);
  const all = (notes?.(question.answer, seed) ?? []).filter(({ feedback }) => feedback !== null);
  const [first, ...mine] = all.filter(({ key }) => missed.has(key));
  return [first, mine, all.filter(({ key }) => !missed.has(key))];
}

const NoteLine = ({ note: { name, feedback } }: { note: Note }) => (
  <p className="why">
    <b>{name}</b> {feedback !== null && <Html html={feedback} />}
  </p>
);

/** 「1로」, 「3으로」: after 영, 삼, 육 and 십 the particle is 으로. */
const toNumber = (number: number): string => `${number}${[0, 3, 6].includes(number % 10) ? '으로' : '로'}`;

/** A longer key stands under the answer, and has no room beside the verdict. */
const MOST_LETTERS = 8;

/** 「4개 중 3개 맞았습니다」, 「아쉽습니다, 정답은 ③」. */
function verdictText({ answer }: ReadQuestion, { grade, response }: Result, seed: string): string {
  const { keyWords, partialWords, wrongWords } = viewOf(answer.type);
  const given = responseTo({ answer }, response);
  const { verdict, parts } = grade;
  if (verdict === 'correct') return '정답입니다';
  if (verdict === 'partial') {
    const right = parts.filter((part) => part.verdict === 'correct').length;
    return partialWords?.(answer, grade, given) ?? `${parts.length}개 중 ${right}개 맞았습니다`;
  }
  const wrong = verdict === 'incorrect' && given ? wrongWords?.(answer, given) : null;
  if (wrong) return wrong;
  const key = keyWords?.(answer, seed) ?? '';
  const word = verdict === 'incorrect' ? '아쉽습니다' : '아직 모름';
  return key !== '' && key.length <= MOST_LETTERS ? `${word}, 정답은 ${key}` : word;
}

function howOf(
  { answer }: ReadQuestion,
  { grade, response, confidence, hints }: Result,
  isOld: boolean,
): string {
  const isUnsure = confidence === 'unsure' && grade.verdict !== 'unanswered';
  const given = responseTo({ answer }, response);
  const remark = given && grade.verdict !== 'unanswered' && viewOf(answer.type).remark?.(answer, given);
  return [isOld && '지난 답', remark, isUnsure && '헷갈려요로 답함', hints > 0 && `힌트 ${hints}개 봄`]
    .filter(Boolean)
    .join(', ');
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
