/**
 * An interactive quiz: its questions, those that were missed, and the result. A question whose answer could not be read is shown
 * as written, and so is a whole quiz whose code failed.
 */

import '../styles/late.css';
import './result.css';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ownItemState } from '../../core/memory/record-state.ts';
import type { PageData } from '../../core/model/course.ts';
import { questionItem } from '../../core/model/event.ts';
import type { Block, Question, QuizBlock, ReadQuestion, Section } from '../../core/model/topic.ts';
import {
  attemptOf,
  isAnswerable,
  numbersInPools,
  type PlacedQuestion,
  questionAnchor,
  questionIdOf,
  questionsOf,
} from '../../core/study/questions.ts';
import { isFolded, setFolded, useFolds } from '../../store/study/folded-questions.ts';
import { useOpenStudy, useStudy } from '../../store/study/study.ts';
import { Boundary } from '../shell/trouble.tsx';
import { useHydrated, useTakeOver } from '../take-over.ts';
import { Blocks } from '../topic/blocks.tsx';
import { KeyFold, Stem } from './answer.tsx';
import { MOST_UNFOLDED, useFold } from './folding.tsx';
import { QuestionCard, type QuestionCardProps } from './question-card.tsx';
import { questionPlace } from './question-place.ts';
import { answer, focusStem, newSitting, type QuizRun, SittingEnd } from './quiz-sitting.tsx';
import type { QuizProps } from './quiz-view.tsx';
import { type QuestionMarkProps, useQuestionMark } from './quiz-view.tsx';
import { viewOf } from './types/views.ts';
import type { Result } from './use-attempt.ts';

/** Sittings of this visit, so that following a link and coming back finds the quiz as it was left. */
const sittings = new Map<string, QuizRun>();

export function Quiz(props: QuizProps) {
  return (
    <QuizBoundary block={props.block} level={questionLevelOf(props.level)} before={props.before ?? 0}>
      <Live {...props} />
    </QuizBoundary>
  );
}

function Live({ page, block, section, level, before = 0 }: QuizProps) {
  useOpenStudy();
  const box = useTakeOver<HTMLDivElement>();
  const isHydrated = useHydrated();
  const key = `${page.path}#${section?.anchor ?? ''} ${block.questions[0]?.id ?? ''}`;
  const [sitting, setShown] = useState(() => sittings.get(key) ?? newSitting(0));
  useEffect(() => {
    sittings.set(key, sitting);
  }, [key, sitting]);
  // What is shown follows a verdict when there is time; keys that come before go by what was answered.
  const latest = useRef(sitting);
  const setSitting = useCallback((change: (now: QuizRun) => QuizRun) => {
    latest.current = change(latest.current);
    setShown(latest.current);
  }, []);
  const questionLevel = questionLevelOf(level);
  const place = questionPlace(page);
  const pools = useMemo(() => numbersInPools(page), [page]);
  const placed = useMemo(
    () => block.questions.map((question) => placedIn(question, section)),
    [block, section],
  );
  const isLong = useMemo(() => questionsOf(page).length > MOST_UNFOLDED, [page]);
  const folds = useFolds((now) => now.folds);
  // The end follows the last verdict; who goes on before it is there is taken to it when it comes.
  const isAwaited = useRef(false);
  const end = useRef<HTMLDivElement>(null);
  return (
    <div className="quiz-in" ref={box}>
      <Blocks blocks={block.intro} level={6} />
      <ol className="questions">
        {block.questions.map((question, at) => {
          const current = placed[at];
          const number = before + at + 1;
          return (
            <li key={current ? `${current.id}/${sitting.round}` : question.line}>
              {import.meta.env.DEV && <AuthorMark page={page} question={question} />}
              {current ? (
                <FlowCard
                  page={page}
                  isOnLongPage={isLong}
                  isAnswered={sitting.results.has(current.id)}
                  placed={current}
                  place={place}
                  number={number}
                  level={questionLevel}
                  seed={sitting.round === 0 ? current.id : `${current.id}/${sitting.round}`}
                  result={sitting.results.get(current.id) ?? null}
                  pooledWith={pools.get(current.id)}
                  onGraded={(result) => {
                    isAwaited.current = false;
                    setSitting((now) => answer(now, current.id, result));
                  }}
                  onNext={() => {
                    const leftOut = placed
                      .slice(0, at)
                      .filter((each) => each && !latest.current.results.has(each.id));
                    const next = firstOpen([...placed.slice(at + 1), ...leftOut]) ?? end.current;
                    isAwaited.current = next === null;
                    focusStem(next);
                  }}
                />
              ) : (
                <UnreadQuestion question={question} number={number} level={questionLevel} />
              )}
              {/* For those without scripts. */}
              {!isHydrated && current && <KeyFold question={current.question} />}
            </li>
          );
        })}
      </ol>
      <SittingEnd
        {...{ placed, place, before, level: questionLevel, sitting, setSitting, isAwaited, end }}
        isLeftOut={({ id }) => isFolded(folds, page.path, id) === true}
        onAgain={() => {
          const ids = placed.flatMap((each) => each?.id ?? []);
          // At once, so that they are there to be gone to.
          flushSync(() => {
            setFolded(page.path, ids, false);
            setSitting(({ round }) => newSitting(round + 1));
          });
          focusStem(firstOpen(placed));
        }}
      />
    </div>
  );
}

/** What the author is told of a question. */
function AuthorMark(props: QuestionMarkProps) {
  const { QuestionMark } = useQuestionMark();
  return QuestionMark && <QuestionMark {...props} />;
}

interface FlowCardProps extends Omit<QuestionCardProps, 'variant'> {
  page: PageData;
  isOnLongPage: boolean;
  /** In this run through the quiz. */
  isAnswered: boolean;
}

/** A question among the notes: open; folded while it is remembered; or, when asked for, as it was answered last. */
function FlowCard({ page, isOnLongPage, isAnswered, ...card }: FlowCardProps) {
  const { placed } = card;
  const { path } = page;
  const isFolded = useFold({ path, id: placed.id, isOnLongPage, isAnswered });
  const unfold = useCallback(() => setFolded(path, [placed.id], false), [path, placed.id]);
  const last = useLastResult(placed);
  const [{ shown, times }, setShown] = useState<{ shown: Result | null; times: number }>({
    shown: null,
    times: 0,
  });
  const show = (result: Result | null) => setShown((now) => ({ shown: result, times: now.times + 1 }));
  const isOld = shown !== null;
  return (
    <QuestionCard
      key={times}
      {...card}
      {...(isOld && { result: shown, onGraded: () => {} })}
      variant="flow"
      isRepeating
      isOld={isOld}
      isFolded={isFolded}
      onShowLast={last && !isAnswered ? () => show(last) : undefined}
      onAgain={isOld ? () => show(null) : unfold}
      isFocusedOnMount={times > 0}
    />
  );
}

/** The last answer of the record as it was graded then; null where it cannot be told any more. */
function useLastResult(placed: PlacedQuestion): Result | null {
  const last = useStudy(({ state }) => state && ownItemState(state, questionItem(placed.id))?.history.at(-1));
  return useMemo(() => {
    const attempt = last ? attemptOf(placed, last) : null;
    return attempt && last ? { ...attempt, event: Promise.resolve(last.event.id) } : null;
  }, [placed, last]);
}

const questionLevelOf = (level: number) => Math.min(level + 1, 6) as 3 | 4 | 5 | 6;

const placedIn = (question: Question, section: Section | null): PlacedQuestion | null =>
  isAnswerable(question)
    ? {
        id: questionIdOf(question),
        question,
        anchor: section?.anchor ?? null,
        section: section?.titleText ?? null,
      }
    : null;

/** The card of the first of these questions that is not folded; null when there is none. */
function firstOpen(questions: readonly (PlacedQuestion | null)[]): HTMLElement | null {
  const cards = questions.map((each) => each && document.getElementById(questionAnchor(each.id)));
  return cards.find((card) => card && !card.hasAttribute('data-folded')) ?? null;
}

/** A quiz that fails while it is drawn leaves its questions readable, and the rest of the page goes on. */
function QuizBoundary({ block, level, before, children }: PlainQuizProps & { children: ReactNode }) {
  return (
    <Boundary
      fallback={(retry) => (
        <>
          <div className="quiz-trouble" role="alert">
            <p>문제에 답하는 칸을 보여 드리지 못했습니다. 문제와 정답은 아래에서 읽을 수 있습니다.</p>
            <button className="button" type="button" onClick={retry}>
              다시 시도
            </button>
          </div>
          <PlainQuiz block={block} level={level} before={before} />
        </>
      )}
    >
      {children}
    </Boundary>
  );
}

interface PlainQuizProps {
  block: QuizBlock;
  /** Of the headings of questions. */
  level: number;
  /** Questions of the page before them. */
  before?: number | undefined;
}

/** Stems, what there is to choose, and the key folded. */
export function PlainQuiz({ block, level, before = 0 }: PlainQuizProps) {
  return (
    <ol className="questions">
      {block.questions.map((question, at) => (
        <li key={question.line}>
          <UnreadQuestion question={question} number={before + at + 1} level={level}>
            {isAnswerable(question) && <Choices question={question} />}
          </UnreadQuestion>
        </li>
      ))}
    </ol>
  );
}

function Choices({ question }: { question: ReadQuestion }) {
  const { Plain } = viewOf(question.type);
  return <Plain answer={question.answer} seed={questionIdOf(question)} />;
}

interface UnreadQuestionProps {
  question: Question;
  number: number;
  level: number;
  /** What there is to choose, where that is known. */
  children?: ReactNode;
}

/** A question that cannot be answered here (no shape fits, or its id is taken): shown as written, its answer folded. */
function UnreadQuestion({ question, number, level, children }: UnreadQuestionProps) {
  const heading = `h${level}` as 'h4';
  const open = question.answer ? question.stem : question.blocks.filter((block) => !givesAway(block));
  const folded = question.answer ? [] : question.blocks.filter(givesAway);
  return (
    <section className="question" data-variant="flow">
      <div className="question-head line">
        <span className="number">
          <span className="visually-hidden">문제 </span>
          {number}
        </span>
      </div>
      <div className="question-body">
        <Stem as={heading} className="stem" html={question.title} />
        <Blocks blocks={open} level={6} />
        {children}
        {question.answer && <KeyFold question={question} />}
        {folded.length > 0 && (
          <details className="fold">
            <summary>정답과 해설</summary>
            <Blocks blocks={folded} level={6} />
          </details>
        )}
      </div>
    </section>
  );
}

/** Quotes hold hints and explanations, a line that starts with 정답 the answer. */
function givesAway(block: Block): boolean {
  return block.kind === 'prose' && /^\s*<(?:blockquote|p>정답\s*:)/.test(block.html);
}
