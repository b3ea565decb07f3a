/**
 * The end of a sitting: its heading, and what it changed, by topic: results, predicted recall before and after, and when items come
 * back.
 */

import { type ReactNode, useEffect, useRef } from 'react';
import { dayNumber } from '../../core/memory/day-number.ts';
import { dueDayNumber } from '../../core/memory/due-day.ts';
import { type RecordState, stateBefore } from '../../core/memory/record-state.ts';
import { summarise } from '../../core/memory/summary.ts';
import type { ItemId } from '../../core/model/event.ts';
import type { StudyIndex } from '../../core/model/study.ts';
import { elapsedIn, firstTurns, type Outcome } from '../../core/study/sitting.ts';
import { useStudy } from '../../store/study/study.ts';
import { daysUntil, formatFull } from '../days.ts';
import { percent } from '../progress/gauge.tsx';
import { Mark } from '../quiz/marks.tsx';
import type { Session } from './session.ts';

interface SummaryTableProps {
  session: Session;
  index: StudyIndex;
  state: RecordState;
}

const OUTCOMES: { outcome: Outcome; verdict: 'correct' | 'partial' | 'incorrect'; label: string }[] = [
  { outcome: 'right', verdict: 'correct', label: '맞음' },
  { outcome: 'partial', verdict: 'partial', label: '일부 맞음' },
  { outcome: 'wrong', verdict: 'incorrect', label: '틀림' },
];

export function SummaryTable({ session, index, state }: SummaryTableProps) {
  const today = useStudy((study) => study.today);
  const now = dayNumber(today);
  const { sitting } = session;
  const answered = firstTurns(sitting).filter(({ outcome }) => outcome !== null);
  const items = answered.map(({ exercise }) => exercise.item);
  const before = stateBefore(state, items, session);
  const paths = [...new Set(answered.map(({ exercise }) => exercise.path))];
  const next = (items: readonly ItemId[]): string => {
    const days = items.flatMap((item) => dueDayNumber(state, item, now) ?? []);
    return days.length === 0 ? '–' : daysUntil(days.reduce((a, b) => Math.min(a, b)) - now);
  };
  return (
    <div className="sitting-table">
      <table className="data-table">
        <caption className="visually-hidden">토픽별 결과</caption>
        <thead>
          <tr>
            <th scope="col">토픽</th>
            <th scope="col">결과</th>
            <th scope="col" className="align-end">
              전
            </th>
            <th scope="col" className="align-end">
              후
            </th>
            <th scope="col" className="align-end">
              다음
            </th>
          </tr>
        </thead>
        <tbody>
          {paths.map((path) => {
            const own = answered.filter(({ exercise }) => exercise.path === path);
            const items = own.map(({ exercise }) => exercise.item);
            const [was, is] = [before, state].map((each) => summarise(each, items, today).recall);
            return (
              <tr key={path}>
                <th scope="row">{index.topics.find((topic) => topic.path === path)?.title}</th>
                <td>
                  <span className="sitting-tally with-icon">
                    {OUTCOMES.map(({ outcome, verdict, label }) => {
                      const count = own.filter((turn) => turn.outcome === outcome).length;
                      return count === 0 ? null : (
                        <span key={outcome} className="verdict-tag with-icon">
                          <Mark verdict={verdict} label={label} />
                          <span className="numeric">{count}</span>
                        </span>
                      );
                    })}
                  </span>
                </td>
                <td className="align-end">{was === null || was === undefined ? '–' : percent(was)}</td>
                <td className="align-end">
                  <b>{is === null || is === undefined ? '–' : percent(is)}</b>
                </td>
                <td className="align-end">{next(items)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface SittingHeadingProps {
  session: Session;
  state: RecordState;
  /** What was practised; null where that is plain. */
  name: string | null;
  children: ReactNode;
}

/** The heading of a sitting's last screen, which takes the focus: day, time taken, result. */
export function SittingHeading({ session, state, name, children }: SittingHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { sitting, day } = session;
  return (
    <>
      <p className="crumb row note numeric">
        {[name, formatFull(day), inWords(elapsedIn(sitting, state, session))].filter(Boolean).join(' · ')}
      </p>
      <h1 tabIndex={-1} ref={heading}>
        {children}
      </h1>
    </>
  );
}

/** 5분 48초. */
function inWords(millis: number): string {
  const seconds = Math.round(millis / 1_000);
  const minutes = Math.floor(seconds / 60);
  return [minutes > 0 && `${minutes}분`, (seconds % 60 > 0 || minutes === 0) && `${seconds % 60}초`]
    .filter(Boolean)
    .join(' ');
}
