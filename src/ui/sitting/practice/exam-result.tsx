/** The result of a mock exam: score, results by topic, and every question with its feedback. */

import { useEffect, useRef, useState } from 'react';
import type { ItemState } from '../../../core/memory/item.ts';
import { isSince, ownItemState } from '../../../core/memory/record-state.ts';
import type { PageData } from '../../../core/model/course.ts';
import type { EventId, QuestionVerdict } from '../../../core/model/event.ts';
import { claimNear, grade } from '../../../core/quiz/grade.ts';
import type { Exercise } from '../../../core/study/exercises.ts';
import type { PlacedQuestion } from '../../../core/study/questions.ts';
import type { Exam } from '../../../store/study/sittings.ts';
import { dayAt } from '../../../store/study/study-day.ts';
import { Mark, VERDICTS } from '../../marks.tsx';
import { percent } from '../../progress/figures/figure.tsx';
import { QuestionCard } from '../../quiz/question-card.tsx';
import { questionPlace } from '../../quiz/question-place.ts';
import type { Result } from '../../quiz/use-attempt.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import { Html } from '../../topic/html.tsx';
import { contentOf, usePages } from '../exercise-content.ts';
import type { Ready } from '../record-page.tsx';
import type { ExamProps } from './exam-sheet.tsx';
import { byPlace, PlaceLink, practiceSearch } from './sets.tsx';

export function ExamResult({ exercises, exam, change, ready }: ExamProps & { ready: Ready }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const pages = usePages(exercises.map(({ path }) => path));
  const graded = exercises.flatMap((exercise) => gradedIn(exercise, exam, ready, pages.get(exercise.path)));
  const right = graded.filter(isRight).length;
  const isWaiting = pages.size < new Set(exercises.map(({ path }) => path)).size;
  return (
    <article className="study">
      <h1 tabIndex={-1} ref={heading}>
        모의고사 결과
      </h1>
      {isWaiting ? (
        <p className="study-lead" role="status">
          채점할 문제를 불러오는 중입니다. 연결되면 이어집니다.
        </p>
      ) : (
        <>
          <p className="study-lead">
            <b className="study-figure numeric">{`${graded.length}문제 중 ${right}문제 맞음`}</b>
            <span className="numeric">{percent(right / Math.max(1, graded.length))}</span>
          </p>
          <TopicTable graded={graded} ready={ready} />
        </>
      )}
      <p className="study-actions">
        {right < graded.length && (
          <TopicLink
            className="button button-main"
            path={`/practice/${practiceSearch({ set: 'wrong', scope: { by: 'all' } })}`}
          >
            오답 다시 풀기
          </TopicLink>
        )}
        <button className="button" type="button" onClick={() => change(null)}>
          새 모의고사
        </button>
        <TopicLink className="button" path="/practice/">
          다른 문제 고르기
        </TopicLink>
      </p>
      <h2>문제별 결과</h2>
      {right > 0 && right < graded.length && <p className="note">틀린 문제부터</p>}
      <ol className="exam-list">
        {[...graded.filter((each) => !isRight(each)), ...graded.filter(isRight)].map((each) => (
          <ExamAnswer
            key={each.exercise.item}
            graded={each}
            number={exercises.indexOf(each.exercise) + 1}
            seed={`${exam.seed} ${each.exercise.item}`}
          />
        ))}
      </ol>
    </article>
  );
}

function TopicTable({ graded, ready: { index } }: { graded: readonly GradedAnswer[]; ready: Ready }) {
  const places = byPlace(index.topics, graded, ({ exercise }) => exercise);
  return (
    <div className="sitting-table">
      <table className="data-table">
        <caption className="visually-hidden">토픽별 결과</caption>
        <thead>
          <tr>
            <th scope="col">토픽</th>
            <th scope="col">결과</th>
            <th scope="col" className="align-end">
              정답률
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ number, name, scope, things }) => (
            <tr key={`${number} ${name}`}>
              <th scope="row">
                <PlaceLink scope={scope}>
                  {number && <span className="numeric">{`${number} `}</span>}
                  {name}
                </PlaceLink>
              </th>
              <td>
                <Tally graded={things} />
              </td>
              <td className="align-end">{percent(things.filter(isRight).length / things.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const VERDICT_ORDER = ['correct', 'partial', 'incorrect', 'unanswered'] as const;
const nameOf = (verdict: QuestionVerdict) => (verdict === 'unanswered' ? '답 없음' : VERDICTS[verdict]);

/** How many answers have each verdict, by the marks of the pen. */
function Tally({ graded }: { graded: readonly GradedAnswer[] }) {
  return (
    <span className="with-icon">
      {VERDICT_ORDER.map((verdict) => {
        const count = graded.filter(({ result }) => result.grade.verdict === verdict).length;
        return count === 0 ? null : (
          <span key={verdict} className="verdict-tag with-icon" data-verdict={verdict}>
            <Mark verdict={verdict} label={nameOf(verdict)} />
            <span className="numeric">{count}</span>
          </span>
        );
      })}
    </span>
  );
}

const isRight = ({ result }: GradedAnswer): boolean => result.grade.verdict === 'correct';

function gradedIn(
  exercise: Exercise,
  exam: Exam,
  { state }: Ready,
  page: Parameters<typeof contentOf>[0] | undefined,
): GradedAnswer[] {
  const content = page && contentOf(page, exercise);
  if (!page || content?.kind !== 'question') return [];
  return [gradeExam({ exercise, page, placed: content.placed }, exam, ownItemState(state, exercise.item))];
}

interface ExamItem {
  exercise: Exercise;
  page: PageData;
  placed: PlacedQuestion;
}

interface GradedAnswer extends ExamItem {
  result: Result;
}

/** Grades an answer as it was given, with what the learner has said since: in the record its first answer since the exam began is the exam's. */
function gradeExam(item: ExamItem, exam: Exam, state: ItemState | undefined): GradedAnswer {
  const { question } = item.placed;
  const given = exam.responses[item.exercise.item] ?? null;
  const { startedAt } = exam;
  const since = { startedAt, day: dayAt(new Date(startedAt)) };
  const record = state?.history.find(({ event }) => isSince(event, since));
  const plain = grade(question, given);
  // A near miss that was claimed as a slip is right in the record.
  const isClaimed = record?.verdict === 'correct' && plain.verdict !== 'correct';
  const slips = plain.parts.flatMap(({ key, near }) => (near === undefined ? [] : [key]));
  const response = isClaimed ? (claimNear(given, slips) ?? given) : given;
  return {
    ...item,
    result: {
      response,
      grade: isClaimed ? grade(question, response) : plain,
      confidence: null,
      hints: 0,
      elapsedMillis: exam.elapsed[item.exercise.item] ?? 0,
      event: record ? Promise.resolve(record.event.id) : NEVER,
    },
  };
}

const NEVER = new Promise<EventId>(() => {});

interface ExamAnswerProps {
  graded: GradedAnswer;
  number: number;
  seed: string;
}

function ExamAnswer({ graded: { page, placed, result }, number, seed }: ExamAnswerProps) {
  const [isOpen, setOpen] = useState(false);
  const { verdict } = result.grade;
  return (
    <li>
      <details className="fold exam-answer" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className="exam-number numeric">{number}</span>
          <Html className="exam-stem" html={placed.question.title} />
          <span className="verdict-tag with-icon" data-verdict={verdict}>
            <Mark verdict={verdict} />
            {nameOf(verdict)}
          </span>
        </summary>
        {isOpen && (
          <QuestionCard
            placed={placed}
            place={questionPlace(page)}
            number={number}
            level={3}
            variant="single"
            seed={seed}
            result={result}
          />
        )}
      </details>
    </li>
  );
}
