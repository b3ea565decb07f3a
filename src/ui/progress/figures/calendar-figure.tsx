/** 그림 2: a calendar of the days on which questions were answered; the size of a square says how many. */

import { dayNumber, dayOf } from '../../../core/memory/day-number.ts';
import type { Day } from '../../../core/model/event.ts';
import { formatDate, fromMonday } from '../../days.ts';
import { Figure } from './figure.tsx';

const WEEKS = 14;
const DAYS = ['월', '', '수', '', '금', '', '일'];
const LEVELS = [
  { from: 0, name: '0', side: 0 },
  { from: 1, name: '1–3', side: 0.26 },
  { from: 4, name: '4–8', side: 0.42 },
  { from: 9, name: '9–14', side: 0.6 },
  { from: 15, name: '15 이상', side: 0.88 },
];

const sideOf = (count: number): number => LEVELS.findLast(({ from }) => count >= from)?.side ?? 0;

interface CalendarFigureProps {
  /** Numbers of answers by day number. */
  answers: ReadonlyMap<number, number>;
  today: Day;
}

export function CalendarFigure({ answers, today }: CalendarFigureProps) {
  const now = dayNumber(today);
  const first = now - fromMonday(now) - (WEEKS - 1) * 7;
  const weeks = Array.from({ length: WEEKS }, (_, week) => weekOf(first + week * 7, now, answers));
  const active = weeks.flatMap(({ days }) => days).filter(({ count }) => count > 0).length;
  return (
    <Figure
      label="그림 2"
      title="문제를 푼 날"
      note={`최근 ${WEEKS}주 동안 ${active}일`}
      table={{
        head: ['주', '푼 날', '답'],
        rows: weeks
          .filter(({ sum }) => sum > 0)
          .toReversed()
          .map(({ monday, days, sum }) => [
            `${formatDate(dayOf(monday), today)}부터`,
            `${days.filter(({ count }) => count > 0).length}일`,
            String(sum),
          ]),
      }}
    >
      <div className="calendar">
        <div className="calendar-days" aria-hidden="true">
          {DAYS.map((name, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the seven days of a week never change
            <span key={at}>{name}</span>
          ))}
        </div>
        <Cells
          weeks={weeks}
          now={now}
          label={`최근 ${WEEKS}주 동안 문제를 푼 날의 달력. ${active}일에 풀었습니다.`}
        />
        <div className="calendar-months" aria-hidden="true">
          {weeks.map(({ monday }, at) => (
            <span key={monday}>{monthOf(weeks, at)}</span>
          ))}
        </div>
      </div>
      <Legend />
    </Figure>
  );
}

interface CellsProps {
  weeks: readonly Week[];
  /** Number of today. */
  now: number;
  label: string;
}

/** A column for each week, a square for each day. */
function Cells({ weeks, now, label }: CellsProps) {
  return (
    <svg
      className="calendar-cells"
      viewBox={`0 0 ${WEEKS} 7`}
      preserveAspectRatio="xMaxYMid slice"
      role="img"
      aria-label={label}
    >
      {weeks.map(({ days, monday }, column) =>
        days.map(({ day, count, row }) => (
          <g key={monday + row}>
            <rect x={column + 0.06} y={row + 0.06} width="0.88" height="0.88" className="calendar-cell" />
            {count > 0 && (
              <rect
                x={column + 0.5 - sideOf(count) / 2}
                y={row + 0.5 - sideOf(count) / 2}
                width={sideOf(count)}
                height={sideOf(count)}
                className="calendar-size"
              />
            )}
            {day === now && (
              <rect
                x={column + 0.03}
                y={row + 0.03}
                width="0.94"
                height="0.94"
                strokeWidth="1.5"
                className="calendar-now"
              />
            )}
          </g>
        )),
      )}
    </svg>
  );
}

function Legend() {
  return (
    <p className="legend row note numeric">
      {LEVELS.map(({ name, side }) => (
        <span key={name} className="with-icon">
          <svg viewBox="0 0 1 1" width="14" height="14" aria-hidden="true">
            <rect x="0.06" y="0.06" width="0.88" height="0.88" className="calendar-cell" />
            <rect
              x={0.5 - side / 2}
              y={0.5 - side / 2}
              width={side}
              height={side}
              className="calendar-size"
            />
          </svg>
          {name}
        </span>
      ))}
      <span>답</span>
    </p>
  );
}

interface Week {
  monday: number;
  days: { day: number; row: number; count: number }[];
  sum: number;
}

function weekOf(monday: number, now: number, answers: ReadonlyMap<number, number>): Week {
  const days = Array.from({ length: 7 }, (_, row) => ({
    day: monday + row,
    row,
    count: answers.get(monday + row) ?? 0,
  })).filter(({ day }) => day <= now);
  return { monday, days, sum: days.reduce((sum, { count }) => sum + count, 0) };
}

/** The month's name over the week in which it begins, where there is room for it. */
function monthOf(weeks: readonly Week[], at: number): string {
  const monthAt = (week: number) => dayOf((weeks[week]?.monday ?? 0) + 6).slice(5, 7);
  const isFirst = at === 0 ? monthAt(0) === monthAt(3) : monthAt(at) !== monthAt(at - 1);
  return isFirst ? `${Number(monthAt(at))}월` : '';
}
