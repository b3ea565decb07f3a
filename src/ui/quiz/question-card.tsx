/** One question to answer, graded at once: in the flow of a section, or alone on a screen. */

import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Confidence } from '../../core/model/event.ts';
import type { Response } from '../../core/model/question.ts';
import type { ReadQuestion } from '../../core/model/topic.ts';
import { grade, responseTo } from '../../core/quiz/grade.ts';
import type { Grade } from '../../core/quiz/type-rules.ts';
import { type PlacedQuestion, questionAnchor } from '../../core/study/questions.ts';
import { AnswerArea, Stem, StemRest } from './answer.tsx';
import { Hints, Next, Submit } from './card-foot.tsx';
import { CardHead } from './card-head.tsx';
import { Folding } from './folding.tsx';
import type { QuestionPlace } from './question-place.ts';
import { goToOpen, onQuestionKey } from './shortcuts.ts';
import { viewOf } from './types/views.ts';
import { type OpenAttempt, type Result, useAttempt, useStopwatch } from './use-attempt.ts';
import { VerdictView } from './verdict.tsx';

export interface QuestionCardProps {
  placed: PlacedQuestion;
  /** Where the question stands in the course, as `questionPlace` gives it; not where it is asked. */
  place: QuestionPlace;
  /** From 1: its number in the quiz, or in the sitting. */
  number: number;
  /** Level of the heading that its stem is. */
  level: 2 | 3 | 4 | 5 | 6;
  /** `flow`: number in the label column of the reading grid. `single`: alone, the stem large, the way on at the thumb. */
  variant: 'flow' | 'single';
  /** Decides the order of the options. The question's id unless given: the order of the prerendered page. */
  seed?: string;
  /** Numbers of the others of its pool, where they stand on the same page. */
  pooledWith?: readonly number[] | undefined;
  /** Asked again in the same sitting after it was missed; says so. Give it another `key` and `seed`. */
  isRetry?: boolean;
  /** A graded attempt to show instead of an open question. Read once. */
  result?: Result | null;
  /** That is the last answer of the record, which the learner asked to see: it is none of this visit. */
  isOld?: boolean;
  /** Shows the last answer of the record, until something is filled in. */
  onShowLast?: (() => void) | undefined;
  /** Only its stem and how it went last, on the screen. */
  isFolded?: boolean;
  /** From there, and from an old answer, to the open question. An old one needs another `key`. */
  onAgain?: () => void;
  /** Takes the focus to the stem when it appears, so that digits work at once. */
  isFocusedOnMount?: boolean;
  /** What is missed is asked again in this sitting, and the verdict says so. */
  isRepeating?: boolean;
  /** Called when the answer is graded, and again when the learner claims a near miss. It is recorded already. */
  onGraded?: (result: Result) => void;
  /** Goes on after grading: by Enter, and by a button where the next question is not in view (`single`, retries). */
  onNext?: () => void;
  /** The button's word; 「다음 문제」 unless given. */
  nextLabel?: string;
}

/** Keep it under a `key` made of the question's id: its state is that of one attempt. */
export function QuestionCard(props: QuestionCardProps) {
  const { placed, place, number, level, variant, seed = placed.id, isRetry = false } = props;
  const { isOld = false, isFolded = false } = props;
  const { question } = placed;
  const card = useRef<HTMLElement>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const stemId = useId();
  const elapsed = useStopwatch(card);
  const attempt = useAttempt({ placed, result: props.result ?? null, elapsed, onGraded: props.onGraded });
  const { response, result } = attempt;
  // The verdict is painted first; the marks of what was right may follow.
  const marks = useDeferredValue(result?.grade ?? null);
  const todo = result ? null : todoOf(question, response);
  const [isAsked, setAsked] = useState(false);
  const submit = (confidence: Confidence) => {
    if (todo === null) return attempt.submit(confidence);
    setAsked(true);
    if (card.current) goToOpen(card.current);
  };

  useFocus({ card, line, result, marks, isOld, isFocusedOnMount: props.isFocusedOnMount ?? false });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) =>
    !isFolded &&
    onQuestionKey(event, {
      onEnter(isUnsure) {
        if (result) props.onNext?.();
        else submit(isUnsure ? 'unsure' : 'sure');
      },
      onHint: result || attempt.hints >= question.hints.length ? undefined : attempt.showHint,
    });

  const { onNext, nextLabel = '다음 문제' } = props;
  const isAlone = variant === 'single';
  const hasNext = result !== null && onNext !== undefined && (isAlone || isRetry);
  const next = hasNext && <Next label={nextLabel} onNext={onNext} hasKey={isAlone} />;
  const heading = `h${level}` as const;
  const answering = (
    <Answering {...{ ...props, seed, isOld, attempt, marks, todo, isAsked, submit, stemId, line }}>
      {!isAlone && next}
    </Answering>
  );
  return (
    <article
      className="question"
      id={isRetry ? undefined : questionAnchor(placed.id)}
      data-variant={variant}
      data-asked={isAsked ? '' : undefined}
      data-graded={marks ? '' : undefined}
      data-folded={isFolded ? '' : undefined}
      aria-labelledby={stemId}
      tabIndex={-1}
      ref={card}
      onKeyDown={onKeyDown}
      onClick={focusPressed}
    >
      <CardHead
        {...{ placed, place, number, variant, isRetry }}
        result={isOld ? null : result}
        pooledWith={props.pooledWith}
      />
      <div className="question-body">
        <Stem as={heading} className="stem" id={stemId} tabIndex={-1} html={question.title} />
        {isAlone ? (
          answering
        ) : (
          <Folding isFolded={isFolded} onFound={props.onAgain}>
            {answering}
          </Folding>
        )}
        {(isFolded || isOld) && <Again card={card} onAgain={props.onAgain} />}
        {isAlone && next}
      </div>
    </article>
  );
}

/**
 * Safari leaves the focus where it was when an option is pressed, and the next Enter would go astray. What take-over.ts sends again
 * is no press.
 */
function focusPressed({ target, nativeEvent }: MouseEvent<HTMLElement>): void {
  if (nativeEvent instanceof window.MouseEvent && target instanceof HTMLInputElement) target.focus();
}

interface AgainProps {
  card: RefObject<HTMLElement | null>;
  onAgain: (() => void) | undefined;
}

function Again({ card, onAgain }: AgainProps) {
  return (
    <button
      className="text-button screen-only"
      type="button"
      onClick={() => {
        card.current?.querySelector<HTMLElement>('.stem')?.focus();
        onAgain?.();
      }}
    >
      다시 풀기
    </button>
  );
}

interface AnsweringProps extends QuestionCardProps {
  seed: string;
  isOld: boolean;
  attempt: OpenAttempt;
  marks: Grade | null;
  todo: string | null;
  isAsked: boolean;
  submit: (confidence: Confidence) => void;
  stemId: string;
  line: RefObject<HTMLParagraphElement | null>;
  /** Stands before the verdict. */
  children: ReactNode;
}

/** What stands under the stem: the answer, the ways to send it and, once it is graded, the verdict. */
function Answering(props: AnsweringProps) {
  const { placed, place, number, variant, seed, attempt, marks, todo, isAsked, stemId, line, isOld } = props;
  const { question } = placed;
  const { response, result } = attempt;
  const isAlone = variant === 'single';
  const comesBack = (props.isRepeating ?? false) && result !== null && result.grade.verdict !== 'correct';
  return (
    <>
      <StemRest question={question} />
      <AnswerArea
        question={question}
        response={response}
        onChange={attempt.change}
        seed={seed}
        grade={marks}
        labelledBy={stemId}
      />
      <Hints hints={question.hints} shown={attempt.hints} onShow={result ? null : attempt.showHint} />
      {!result && (
        <Submit
          {...{ todo, isAsked }}
          onSubmit={props.submit}
          onGiveUp={attempt.giveUp}
          onShowLast={(response === null && props.onShowLast) || null}
          keys={isAlone ? viewOf(question.type).keyHints : null}
        />
      )}
      {props.children}
      {result && (
        <VerdictView
          {...{ placed, place, number, seed, result, line, comesBack, isOld, isAlone }}
          onClaim={attempt.claim}
        />
      )}
    </>
  );
}

/** What is still to be done before an answer can be sent; null when it is complete. */
function todoOf(question: ReadQuestion, response: Response | null): string | null {
  const open = grade(question, response).parts.filter(({ verdict }) => verdict === 'unanswered');
  if (open.length === 0) return null;
  const { todo = `${open.length}개 남았습니다.` } = viewOf(question.type);
  return typeof todo === 'string' ? todo : todo(responseTo(question, response));
}

interface FocusOptions {
  card: { current: HTMLElement | null };
  line: { current: HTMLParagraphElement | null };
  result: Result | null;
  marks: Grade | null;
  isOld: boolean;
  isFocusedOnMount: boolean;
}

/** The focus goes to the stem of a question that appears alone, to the verdict of an old answer, and to that of a new one when it is there. */
function useFocus({ card, line, result, marks, isOld, isFocusedOnMount }: FocusOptions): void {
  const before = useRef(result);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on appearing, and only then
  useEffect(() => {
    if (isOld) line.current?.focus({ preventScroll: true });
    else if (isFocusedOnMount) card.current?.querySelector<HTMLElement>('.stem')?.focus();
  }, []);
  useLayoutEffect(() => {
    if (before.current === result) return;
    before.current = result;
    line.current?.focus({ preventScroll: true });
  }, [result, line]);
  // It comes under what was touched, and that may be at the edge of the screen.
  useEffect(() => {
    if (marks && line.current && line.current === document.activeElement)
      line.current.scrollIntoView({ block: 'nearest' });
  }, [marks, line]);
}
