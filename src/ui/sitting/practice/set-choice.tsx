/** The choice of practice sets, each with its number of questions; empty sets are left out. */

import type { ReactNode } from 'react';
import type { PageData, TreeNode } from '../../../core/model/course.ts';
import type { StudyIndex, StudyTopic } from '../../../core/model/study.ts';
import { countKinds } from '../../../core/study/due-exercises.ts';
import type { StudyScope } from '../../../core/study/exercises.ts';
import { missedExercises, type PracticeSet, practiceExercises } from '../../../core/study/practice-set.ts';
import { countWords } from '../../days.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import type { Ready } from '../record-page.tsx';
import { areaName, practiceSearch } from './sets.ts';

const everywhere = { by: 'all' } as const;
const RECORD_SETS: { chosen: PracticeSet; label: string; hint: string }[] = [
  { chosen: { set: 'new', scope: everywhere }, label: '안 푼 문제', hint: '읽는 순서대로' },
  { chosen: { set: 'wrong', scope: everywhere }, label: '오답', hint: '확실했는데 틀린 문제부터' },
  { chosen: { set: 'starred', scope: everywhere }, label: '별표한 문제', hint: '다시 보려고 표시한 것' },
];

export function SetChoice({ page, ready: { state, index, today } }: { page: PageData; ready: Ready }) {
  const exercises = (chosen: PracticeSet) => practiceExercises(state, index, today, chosen, '');
  const count = (chosen: PracticeSet) => exercises(chosen).length;
  const all = count({ set: 'all', scope: everywhere });
  if (all === 0) {
    return <p className="study-lead">이 강의에는 아직 문제가 없습니다.</p>;
  }
  const sets = RECORD_SETS.map((each) => ({ ...each, exercises: exercises(each.chosen) })).filter(
    (each) => each.exercises.length > 0,
  );
  return (
    <>
      <p className="study-actions">
        <PracticeLink chosen={{ set: 'check', scope: everywhere }} className="button button-main">
          10문제로 실력 확인
        </PracticeLink>
        <PracticeLink chosen="exam" className="button">
          모의고사
        </PracticeLink>
      </p>
      <ul className="study-rows" aria-label="기록으로 고르기">
        {sets.map(({ chosen, label, hint, exercises: offered }) => (
          <li key={label}>
            <PracticeLink chosen={chosen}>
              <span>
                {label} <span className="note">{hint}</span>
              </span>
              <span className="numeric">{countWords(countKinds(offered))}</span>
            </PracticeLink>
          </li>
        ))}
        {missedExercises(state, index, everywhere).length > 0 && (
          <li>
            <TopicLink path="/mistakes/">
              <span>오답 목록</span>
              <span className="note">토픽별로 보고 인쇄하기</span>
            </TopicLink>
          </li>
        )}
      </ul>
      <h2>토픽으로 고르기</h2>
      <ul className="study-rows">
        <li>
          <PracticeLink chosen={{ set: 'all', scope: everywhere }}>
            <b>전체</b>
            <span className="numeric">{`${all}문제`}</span>
          </PracticeLink>
        </li>
        {areasOf(index, page.course.areas).map(({ area, title, rows }) => (
          <li key={area} className="study-area">
            <PracticeLink chosen={{ set: 'all', scope: { by: 'area', area } }}>
              <b>
                <span className="number numeric">{area}</span> {title}
              </b>
              <span className="numeric">{`${count({ set: 'all', scope: { by: 'area', area } })}문제`}</span>
            </PracticeLink>
            {rows.length > 0 && (
              <ul>
                {rows.map(({ number, name, scope }) => (
                  <li key={practiceSearch({ set: 'all', scope })}>
                    <PracticeLink chosen={{ set: 'all', scope }}>
                      <span>
                        <span className="number numeric">{number}</span> {name}
                      </span>
                      <span className="numeric">{`${count({ set: 'all', scope })}문제`}</span>
                    </PracticeLink>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface PracticeLinkProps {
  chosen: PracticeSet | 'exam';
  className?: string;
  children: ReactNode;
}

const PracticeLink = ({ chosen, className, children }: PracticeLinkProps) => (
  <TopicLink path={`/practice/${practiceSearch(chosen)}`} className={className}>
    {children}
  </TopicLink>
);

/** What has questions, under its area and named as on the map. */
function areasOf({ topics }: StudyIndex, areas: readonly TreeNode[]) {
  const withQuestions = topics.filter(({ questions }) => questions.length > 0);
  return [...new Set(withQuestions.map(({ area }) => area))].map((area) => {
    const rows = withQuestions.filter((topic) => topic.area === area).flatMap(rowsOf);
    const isOwnPage = rows.length === 1 && rows[0]?.number === area;
    return { area, title: areaName(area, areas), rows: isOwnPage ? [] : rows };
  });
}

interface SetRow {
  number: string | null;
  name: string;
  scope: StudyScope;
}

/** An area's own page by its sections, or by a name that is not the area's: that one stands for all in it. */
function rowsOf({ path, number, title, area, sections }: StudyTopic): SetRow[] {
  if (!sections) {
    const name = number === area ? '이 영역의 첫 글' : title;
    return [{ number, name, scope: { by: 'topic', path } }];
  }
  return sections.map(({ number: at, title: name, anchor }) => ({
    number: at,
    name,
    scope: { by: 'section', path, anchor },
  }));
}
