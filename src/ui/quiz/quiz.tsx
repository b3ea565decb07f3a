/** An interactive quiz: its questions, those that were missed, and the result. */

import './result.css';
import { useEffect, useRef, useState } from 'react';
import type { Question, Section } from '../../core/model/topic.ts';
import {
  isAnswerable,
  type PlacedQuestion,
  questionAnchor,
  questionIdOf,
} from '../../core/study/questions.ts';
import { useOpenStudy } from '../../store/study/study.ts';
import { useHydrated, useTakeOver } from '../take-over.ts';
import { Blocks } from '../topic/blocks.tsx';
import { KeyFold, PrintedKey } from './answer-key.tsx';
import { QuizBoundary, UnreadQuestion } from './plain-quiz.tsx';
import { QuestionCard } from './question-card.tsx';
import { questionPlace } from './question-place.ts';
import { answer, focusStem, newSitting, type QuizRun, SittingEnd } from './quiz-sitting.tsx';
import type { QuizProps } from './quiz-view.tsx';

/** Sittings of this visit, so that following a link and coming back finds the quiz as it was left. */
const sittings = new Map<string, QuizRun>();

export function Quiz(props: QuizProps) {
  return (
    <QuizBoundary block={props.block} level={questionLevelOf(props.level)}>
      <Live {...props} />
    </QuizBoundary>
  );
}

function Live({ page, block, section, level }: QuizProps) {
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
  const placed = block.questions.map((question) => placedIn(question, section));
  // The end follows the last verdict; who goes on before it is there is taken to it when it comes.
  const isAwaited = useRef(false);
  return (
    <div className="quiz-in" ref={box}>
      <Blocks blocks={block.intro} level={6} />
      <ol className="questions">
        {block.questions.map((question, at) => {
          const current = placed[at];
          const number = at + 1;
          return current ? (
            <li key={`${current.id}/${sitting.round}`}>
              <QuestionCard
                placed={current}
                place={place}
                number={number}
                level={questionLevel}
                variant="flow"
                seed={sitting.round === 0 ? current.id : `${current.id}/${sitting.round}`}
                result={sitting.results.get(current.id) ?? null}
                onGraded={(result) => {
                  isAwaited.current = false;
                  setSitting((now) => answer(now, current.id, result));
                }}
                onNext={() => {
                  const leftOut = placed.slice(0, at).filter((each) => each && !sitting.results.has(each.id));
                  isAwaited.current = !focusNext([...placed.slice(number), ...leftOut]);
                }}
              />
              {/* For those without scripts. */}
              {!isHydrated && <KeyFold question={current.question} />}
            </li>
          ) : (
            <li key={question.line}>
              <UnreadQuestion question={question} number={number} level={questionLevel} />
            </li>
          );
        })}
      </ol>
      <SittingEnd {...{ placed, place, level: questionLevel, sitting, setSitting, isAwaited }} />
      <PrintedKey page={page} questions={block.questions} />
    </div>
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
