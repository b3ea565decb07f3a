/** 그림 1: how many items come back on each of the next days, and how many new ones are to be begun before the exam. */

import { dayNumber } from '../../../core/memory/day-number.ts';
import type { ForecastDay } from '../../../core/memory/due-day.ts';
import type { Day } from '../../../core/model/event.ts';
import { formatDay, formatShort, formatTick } from '../../days.ts';
import { Figure } from './figure.tsx';

/** In pixels; along the days everything is in percent, so that no text shrinks with the figure. */
const HEIGHT = 190;
const [TOP, FLOOR] = [24, 164];
/** Days between two numbers over bars, so that they never touch on a phone; that few have a number and a date each. */
const APART = 3;
/** Days between two dates, and so between two numbers. */
const LABEL_DAYS = 7;
const FEW = 14;
export const DAYS_SHOWN = 30;

/** The days before an exam near by, or the next thirty. */
export function ForecastFigure({ days, exam }: { days: readonly ForecastDay[]; exam: Day | null }) {
  const today = days[0]?.day ?? ('' as Day);
  const left = exam === null ? 0 : dayNumber(exam) - dayNumber(today);
  const isExamShown = left > 0 && left < days.length;
  const shown = isExamShown ? days.slice(0, left) : days;
  const totals = shown.map(({ due, fresh }) => due + fresh);
  const most = totals.reduce((a, b) => Math.max(a, b), 1);
  const sum = totals.reduce((a, b) => a + b, 0);
  const peak = shown[totals.indexOf(most)];
  const hasFresh = shown.some(({ fresh }) => fresh > 0);

  return (
    <Figure
      label="그림 1"
      title={isExamShown ? `시험까지 ${left}일 복습 예정` : `앞으로 ${shown.length}일 복습 예정`}
      note={
        peak &&
        sum > 0 &&
        `하루 평균 ${(sum / shown.length).toFixed(1)}개, 가장 많은 날 ${formatDay(peak.day, today)} ${most}개`
      }
      table={{
        head: hasFresh ? ['날', '복습', '새 문제'] : ['날', '복습'],
        rows: shown.map(({ day, due, fresh }) => [
          formatShort(day, today),
          String(due),
          ...(hasFresh ? [String(fresh)] : []),
        ]),
      }}
    >
      <ForecastPlot
        days={shown}
        today={today}
        isBeforeExam={isExamShown}
        label={`앞으로 ${shown.length}일 동안 날마다 돌아오는 문제의 수. 오늘 ${totals[0] ?? 0}개, 모두 ${sum}개.`}
      />
    </Figure>
  );
}

interface PlotProps {
  days: readonly ForecastDay[];
  today: Day;
  /** The day after the last one is the exam's. */
  isBeforeExam: boolean;
  label: string;
}

/** A bar a day, and a flag where the axis ends at an exam. */
export function ForecastPlot({ days, today, isBeforeExam, label }: PlotProps) {
  const slots = days.length + (isBeforeExam ? 1 : 0);
  const x = (at: number) => (at / slots) * 100;
  const middle = (at: number) => x(at) + 32 / slots;
  const isFew = days.length <= FEW;
  return (
    <>
      <svg className="plot" height={HEIGHT} role="img" aria-label={label}>
        <Bars days={days} today={today} slots={slots} />
        <line x2="100%" y1={FLOOR} y2={FLOOR} className="axis" />
        {isBeforeExam && (
          <>
            <svg x={`${middle(days.length)}%`} overflow="visible" className="exam-flag" aria-hidden="true">
              <path d={`M0 ${FLOOR}V8h11l-3.5 4 3.5 4H0`} />
            </svg>
            <text
              x={isFew ? `${middle(days.length)}%` : '100%'}
              y={FLOOR + 20}
              className="exam-tick"
              textAnchor={isFew ? 'middle' : 'end'}
            >
              시험
            </text>
          </>
        )}
        {days.map(({ day }, at) => {
          if (isFew)
            return (
              <text key={day} x={`${middle(at)}%`} y={FLOOR + 20} className="tick" textAnchor="middle">
                {day === today ? '오늘' : Number(day.slice(-2))}
              </text>
            );
          // At even distances, and not on the last days, whose date would stick out on a phone.
          if (at % LABEL_DAYS !== 0 || at >= days.length - 3) return null;
          return (
            <text key={day} x={`${x(at)}%`} y={FLOOR + 20} className="tick">
              {day === today ? '오늘' : formatTick(day)}
            </text>
          );
        })}
      </svg>
      {days.some(({ fresh }) => fresh > 0) && (
        <p className="legend row note">
          <span className="with-icon">
            <Key className="bar-due" /> 복습
          </span>
          <span className="with-icon">
            <Key className="bar-fresh" /> 새 문제
          </span>
        </p>
      )}
    </>
  );
}

interface BarsProps {
  days: readonly ForecastDay[];
  today: Day;
  /** The days and what follows them on the axis. */
  slots: number;
}

/** A bar for each day: what is due below, new items above it, and a number over some. */
function Bars({ days, today, slots }: BarsProps) {
  const totals = days.map(({ due, fresh }) => due + fresh);
  const most = totals.reduce((a, b) => Math.max(a, b), 1);
  const labelled = days.length <= FEW ? new Set(totals.keys()) : labelsOf(totals);
  const scale = (FLOOR - TOP) / most;
  const x = (at: number) => (at / slots) * 100;
  const width = 64 / slots;
  return (
    <>
      {days.map(({ day, due, fresh }, at) => (
        <g key={day} className={day === today ? 'is-today' : undefined}>
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
          {labelled.has(at) && (due + fresh > 0 || day === today) && (
            <text
              x={`${x(at) + width / 2}%`}
              y={FLOOR - (due + fresh) * scale - 6}
              className="bar-number"
              textAnchor="middle"
            >
              {due + fresh}
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

/** The days that get a number: today, even where nothing is due, the fullest one, and those that are dated below. */
function labelsOf(totals: readonly number[]): Set<number> {
  const most = totals.reduce((a, b) => Math.max(a, b), 1);
  const dated = totals.flatMap((total, at) => (at % LABEL_DAYS === 0 && total > 0 ? [at] : []));
  const chosen = new Set([0]);
  for (const at of [totals.indexOf(most), ...dated])
    if (at > 0 && [...chosen].every((other) => Math.abs(other - at) >= APART)) chosen.add(at);
  return chosen;
}
