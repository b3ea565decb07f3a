/** The exam, graded: the score, by topic, and every question with what was answered and its feedback. */

import { useEffect, useId, useRef } from 'react';
import type { StudyIndex } from '../../core/model/study.ts';
import { grade } from '../../core/quiz/grade.ts';
import type { Verdict } from '../../core/quiz/method.ts';
import type { Ask } from '../../core/study/asks.ts';
import type { Exam } from '../../store/study/exam.ts';
import { percent } from '../progress/gauge.tsx';
import { AnswerArea } from '../quiz/answer-area.tsx';
import { Mark, VERDICTS } from '../quiz/marks.tsx';
import { TopicLink } from '../shell/topic-link.tsx';
import { askedIn } from '../sitting/use-asked.ts';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import type { ExamProps } from './exam-sheet.tsx';
import { usePages } from './use-pages.ts';

export function ExamResult({ asked, exam, change, index }: ExamProps & { index: StudyIndex }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const pages = usePages(asked.map(({ path }) => path));
  const graded = asked.flatMap((ask) => {
    const page = pages.get(ask.path);
    const found = page && askedIn(page, ask);
    if (found?.kind !== 'question') return [];
    const response = exam.responses[ask.item] ?? null;
    return [{ ask, placed: found.placed, response, grade: grade(found.placed.question, response) }];
  });
  const isThere = graded.length > 0;
  useEffect(() => {
    if (isThere) heading.current?.focus();
  }, [isThere]);
  const right = graded.filter((each) => each.grade.verdict === 'correct').length;
  const topics = index.topics.filter(({ path }) => asked.some((ask) => ask.path === path));
  if (!isThere) return <p className="s-wait">불러오는 중</p>;
  return (
    <article className="study">
      <h1 tabIndex={-1} ref={heading}>
        모의고사 결과
      </h1>
      <p className="study-lead">
        <b className="study-figure num">
          {graded.length}문제 중 {right}문제
        </b>
        <span className="num">{percent(right / graded.length)}</span>
      </p>
      <div className="s-table">
        <table className="tbl">
          <caption className="vh">토픽별 결과</caption>
          <thead>
            <tr>
              <th scope="col">토픽</th>
              <th scope="col" className="r">
                맞음
              </th>
            </tr>
          </thead>
          <tbody>
            {topics.map(({ path, title }) => {
              const own = graded.filter(({ ask }) => ask.path === path);
              return (
                <tr key={path}>
                  <th scope="row">
                    <TopicLink path={path}>{title}</TopicLink>
                  </th>
                  <td className="r">
                    {own.filter((each) => each.grade.verdict === 'correct').length} / {own.length}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="s-actions">
        <button className="btn btn-main" type="button" onClick={() => change(null)}>
          새 모의고사
        </button>
        <TopicLink className="btn" path="/practice/">
          다른 문제 고르기
        </TopicLink>
      </p>
      <h2>문제별 결과</h2>
      <ol className="exam-list">
        {graded.map((each, at) => (
          <ExamAnswer key={each.ask.item} {...each} number={at + 1} seed={`${exam.seed} ${each.ask.item}`} />
        ))}
      </ol>
    </article>
  );
}

interface ExamAnswerProps {
  ask: Ask;
  placed: Extract<ReturnType<typeof askedIn>, { kind: 'question' }>['placed'];
  response: Exam['responses'][string] | null;
  grade: ReturnType<typeof grade>;
  number: number;
  seed: string;
}

function ExamAnswer({ ask, placed: { question }, response, grade: given, number, seed }: ExamAnswerProps) {
  const id = useId();
  const verdict: Verdict = given.verdict;
  return (
    <li>
      <details className="fold exam-answer">
        <summary>
          <span className="exam-no num">{number}</span>
          <Html html={question.title} id={id} />
          <span className={`tag v-${verdict}`}>
            <Mark verdict={verdict} />
            {verdict === 'unanswered' ? '안 품' : VERDICTS[verdict]}
          </span>
        </summary>
        <Blocks blocks={question.stem} level={6} />
        <AnswerArea
          question={question}
          response={response}
          onChange={() => {}}
          seed={seed}
          grade={given}
          isDisabled
          labelledBy={id}
        />
        {question.explanation && <Html as="p" className="exam-says" html={question.explanation} />}
        <p>
          <TopicLink path={ask.path} anchor={ask.anchor}>
            노트에서 보기
          </TopicLink>
        </p>
      </details>
    </li>
  );
}
