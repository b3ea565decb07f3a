/**
 * An interactive quiz: its questions, those that were missed, and the result. A question whose answer could not be read is shown
 * as written, and so is a whole quiz whose code failed.
 */

import '../styles/late.css';
import './result.css';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { dayNumber } from '../../core/memory/day-number.ts';
import type { PageData } from '../../core/model/course.ts';
import { questionItem } from '../../core/model/event.ts';
import type { Block, Question, QuizBlock, ReadQuestion, Section } from '../../core/model/topic.ts';
import {
  isAnswerable,
  numbersInPools,
  type PlacedQuestion,
  questionAnchor,
  questionIdOf,
} from '../../core/study/questions.ts';
import { standingOf } from '../../core/study/tally.ts';
import { useIsFolded } from '../../store/study/folded.ts';
import { useOpenStudy, useStudy } from '../../store/study/study.ts';
import { type QuestionMarkProps, useQuestionMark } from '../author-slot.ts';
import { Boundary } from '../shell/trouble.tsx';
import { useHydrated, useTakeOver } from '../take-over.ts';
import { Blocks } from '../topic/blocks.tsx';
import { AnswerArea, Stem, StemRest } from './answer-area.tsx';
import { KeyFold } from './answer-key.tsx';
import { CardHead, type CardHeadProps } from './card-head.tsx';
import { QuestionCard } from './question-card.tsx';
import { questionPlace } from './question-place.ts';
import { answer, focusStem, newSitting, type QuizRun, SittingEnd } from './quiz-sitting.tsx';
import type { QuizProps } from './quiz-view.tsx';
import { viewOf } from './types/views.ts';

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
  const [sitting, setSitting] = useState(() => sittings.get(key) ?? newSitting(0));
  useEffect(() => {
    sittings.set(key, sitting);
  }, [key, sitting]);
  const questionLevel = questionLevelOf(level);
  const place = questionPlace(page);
  const pools = useMemo(() => numbersInPools(page), [page]);
  const placed = block.questions.map((question) => placedIn(question, section));
  // The end follows the last verdict; who goes on before it is there is taken to it when it comes.
  const isAwaited = useRef(false);
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
                <Foldable
                  page={page}
                  placed={current}
                  number={number}
                  pooledWith={pools.get(current.id)}
                  level={questionLevel}
                  isOpen={sitting.results.has(current.id)}
                >
                  {(isUnfolded) => (
                    <QuestionCard
                      placed={current}
                      place={place}
                      number={number}
                      level={questionLevel}
                      variant="flow"
                      seed={sitting.round === 0 ? current.id : `${current.id}/${sitting.round}`}
                      result={sitting.results.get(current.id) ?? null}
                      pooledWith={pools.get(current.id)}
                      isRepeating
                      onGraded={(result) => {
                        isAwaited.current = false;
                        setSitting((now) => answer(now, current.id, result));
                      }}
                      onNext={() => {
                        const leftOut = placed
                          .slice(0, at)
                          .filter((each) => each && !sitting.results.has(each.id));
                        isAwaited.current = !focusNext([...placed.slice(at + 1), ...leftOut]);
                      }}
                      isFocusedOnMount={isUnfolded}
                    />
                  )}
                </Foldable>
              ) : (
                <UnreadQuestion question={question} number={number} level={questionLevel} />
              )}
              {/* For those without scripts. */}
              {!isHydrated && current && <KeyFold question={current.question} />}
            </li>
          );
        })}
      </ol>
      <SittingEnd {...{ placed, place, before, level: questionLevel, sitting, setSitting, isAwaited }} />
    </div>
  );
}

/** What the author is told of a question. */
function AuthorMark(props: QuestionMarkProps) {
  const { QuestionMark } = useQuestionMark();
  return QuestionMark && <QuestionMark {...props} />;
}

interface FoldableProps {
  page: PageData;
  placed: PlacedQuestion;
  number: number;
  pooledWith: CardHeadProps['pooledWith'];
  level: 3 | 4 | 5 | 6;
  /** Answered in this sitting. */
  isOpen: boolean;
  children: (isUnfolded: boolean) => ReactNode;
}

/** A question that is remembered, where those are folded: its stem, how it went last, and the way to answer it again; on paper all of it. */
function Foldable({ page, placed, number, pooledWith, level, isOpen, children }: FoldableProps) {
  const isFolded = useIsFolded(page.path);
  const [isUnfolded, setUnfolded] = useState(false);
  const stemId = useId();
  const isRemembered = useStudy(
    ({ state, today }) =>
      state !== null && standingOf(state, questionItem(placed.id), dayNumber(today)) === 'remembered',
  );
  if (!isFolded || !isRemembered || isOpen || isUnfolded) return children(isUnfolded);
  return (
    <article className="question" id={questionAnchor(placed.id)} data-variant="flow" tabIndex={-1}>
      <CardHead
        placed={placed}
        place={questionPlace(page)}
        number={number}
        pooledWith={pooledWith}
        variant="flow"
        isRetry={false}
        result={null}
      />
      <div className="question-body">
        <Stem as={`h${level}`} className="stem" id={stemId} html={placed.question.title} />
        <div className="paper-only">
          <StemRest question={placed.question} />
          <AnswerArea
            question={placed.question}
            response={null}
            onChange={() => {}}
            seed={placed.id}
            isDisabled
            labelledBy={stemId}
          />
        </div>
        <button className="text-button screen-only" type="button" onClick={() => setUnfolded(true)}>
          다시 풀기
        </button>
      </div>
    </article>
  );
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

/** To the stem of the first of these questions, or of the first that is asked again; false when that is not there yet. */
function focusNext(others: readonly (PlacedQuestion | null)[]): boolean {
  const next = others.find((each) => each !== null);
  const card = next && document.getElementById(questionAnchor(next.id));
  return focusStem(card ?? document.querySelector('.sitting-end'));
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
