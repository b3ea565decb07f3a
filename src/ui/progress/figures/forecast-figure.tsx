/** 그림 1: how many items come back on each of the next thirty days, and how many new ones are to be begun before the exam. */

import { dayNumber } from '../../../core/memory/day-number.ts';
import type { ForecastDay } from '../../../core/memory/forecast.ts';
import type { Day } from '../../../core/model/event.ts';
import { formatDay, formatShort, formatTick } from '../../days.ts';
import { Figure } from './figure.tsx';

/** In pixels; along the days everything is in percent, so that no text shrinks with the figure. */
const HEIGHT = 190;
const [TOP, FLOOR] = [24, 164];
/** Days between two numbers over bars, so that they never touch on a phone. */
const APART = 3;
const MOST_LABELS = 5;

export function ForecastFigure({ days, exam }: { days: readonly ForecastDay[]; exam: Day | null }) {
  const totals = days.map(({ due, fresh }) => due + fresh);
  const most = totals.reduce((a, b) => Math.max(a, b), 1);
  const sum = totals.reduce((a, b) => a + b, 0);
  const today = days[0]?.day ?? ('' as Day);
  const peak = days[totals.indexOf(most)];
  const hasFresh = days.some(({ fresh }) => fresh > 0);
  const x = (at: number) => (at / days.length) * 100;
  const examAt = exam === null ? -1 : dayNumber(exam) - dayNumber(today);
  const isExamShown = examAt > 0 && examAt < days.length;

  return (
    <Figure
      label="그림 1"
      title={`앞으로 ${days.length}일 복습 예정`}
      note={
        peak &&
        sum > 0 &&
        `하루 평균 ${(sum / days.length).toFixed(1)}개, 가장 많은 날 ${formatDay(peak.day, today)} ${most}개`
      }
      table={{
        head: hasFresh ? ['날', '복습', '새 문제'] : ['날', '복습'],
        rows: days.map(({ day, due, fresh }) => [
          formatShort(day, today),
          String(due),
          ...(hasFresh ? [String(fresh)] : []),
        ]),
      }}
    >
      <svg
        className="plot"
        height={HEIGHT}
        role="img"
        aria-label={`앞으로 ${days.length}일 동안 날마다 돌아오는 문제의 수. 오늘 ${totals[0] ?? 0}개, 모두 ${sum}개.`}
      >
        <Bars days={days} totals={totals} most={most} />
        <line x2="100%" y1={FLOOR} y2={FLOOR} className="axis" />
        {isExamShown && (
          <g className="exam-line">
            <line x1={`${x(examAt)}%`} x2={`${x(examAt)}%`} y1="14" y2={FLOOR} strokeDasharray="3 3" />
            <text x={`${x(examAt)}%`} y="11" textAnchor={examAt > days.length - 3 ? 'end' : undefined}>
              시험
            </text>
          </g>
        )}
        {days.map(({ day }, at) =>
          // At even distances, and not on the last days, whose date would stick out on a phone.
          at % 7 === 0 && at < days.length - 3 ? (
            <text key={day} x={`${x(at)}%`} y={FLOOR + 20} className="tick">
              {at === 0 ? '오늘' : formatTick(day)}
            </text>
          ) : null,
        )}
      </svg>
      {hasFresh && (
        <p className="legend row note">
          <span className="with-icon">
            <Key className="bar-due" /> 복습
          </span>
          <span className="with-icon">
            <Key className="bar-fresh" /> 새 문제
          </span>
        </p>
      )}
    </Figure>
  );
}

interface BarsProps {
  days: readonly ForecastDay[];
  /** Items of each day, and the most on one. */
  totals: readonly number[];
  most: number;
}

/** A bar for each day: what is due below, new items above it, and a number over some. */
function Bars({ days, totals, most }: BarsProps) {
  const labelled = labelsOf(totals);
  const scale = (FLOOR - TOP) / most;
  const x = (at: number) => (at / days.length) * 100;
  const width = (100 / days.length) * 0.64;
  return (
    <>
      {days.map(({ day, due, fresh }, at) => (
        <g key={day} className={at === 0 ? 'is-today' : undefined}>
          {due > 0 && (
            <rect
              x={`${x(at)}%`}
              y={FLOOR - due * scale}
              width={`${width}%`}
              height={due * scale}
              className="bar-due"
            />
          )}
          {fresh > 0 && (
            <rect
              x={`${x(at)}%`}
              y={FLOOR - (due + fresh) * scale}
              width={`${width}%`}
              height={fresh * scale}
              className="bar-fresh"
              strokeWidth="1.25"
            />
          )}
          {labelled.has(at) && (
            <text
              x={`${x(at) + width / 2}%`}
              y={FLOOR - (due + fresh) * scale - 6}
              className="bar-number"
              textAnchor="middle"
            >
              {totals[at]}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

function Key({ className }: { className: string }) {
  return (
    <svg width="12" height="12" aria-hidden="true">
      <rect x="1" y="1" width="10" height="10" strokeWidth="1.25" className={className} />
    </svg>
  );
}

/** The days that get a number: today and the highest ones, none near another. */
function labelsOf(totals: readonly number[]): Set<number> {
  const chosen = new Set<number>();
  const order = totals.map((_, at) => at).sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b);
  for (const at of [0, ...order]) {
    if ((totals[at] ?? 0) === 0 || chosen.size >= MOST_LABELS) continue;
    if ([...chosen].every((other) => Math.abs(other - at) >= APART)) chosen.add(at);
  }
  return chosen;
}
