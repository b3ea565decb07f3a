/** When a question comes back, as a sentence and as a small forgetting curve; larger and with the reason after the first answer ever. */

import { useMemo } from 'react';
import {
  type Curve,
  type CurvePoint,
  curveAhead,
  curveOf,
  type Interval,
  intervalsAhead,
  latestStep,
  type ScheduleStep,
} from '../../core/memory/curve.ts';
import { dayNumber, dayOf } from '../../core/memory/day-number.ts';
import { memoryOn } from '../../core/memory/due-day.ts';
import type { RecordState } from '../../core/memory/record-state.ts';
import type { Day, ItemId } from '../../core/model/event.ts';
import { useStudy } from '../../store/study/study.ts';
import { daysUntil, formatDate, formatFull } from '../days.ts';

interface NextReviewProps {
  item: ItemId;
  /** Whether it is asked once more before that, in this sitting. */
  comesBack: boolean;
}

/** Comes when the record has the answer, a moment after the verdict; its room is kept. */
export function NextReview({ item, comesBack }: NextReviewProps) {
  const state = useStudy((study) => study.state);
  const today = useStudy((study) => study.today);
  const shown = useMemo(
    () => (state && today ? { step: latestStep(state, item, dayNumber(today)), state } : null),
    [state, today, item],
  );
  if (!shown?.step) return <div className="curve" />;
  const { step } = shown;
  const first = step.exam === null ? firstIntervals(shown.state, item, today) : null;
  return first ? (
    <FirstReview intervals={first} goal={step.goal} comesBack={comesBack} />
  ) : (
    <div className="curve">
      <Figure curve={curveOf(step)} label={labelOf(step, today)} />
      <div>
        <p className="curve-days numeric">
          {step.isLatest && step.before && <span>{`${step.before.days}일 → `}</span>}
          <b>{inDays(step, today)}</b>
        </p>
        {comesBack && <p className="note">잠시 뒤 다시 나옵니다.</p>}
        <p className="note numeric">{`다음 복습 ${formatFull(dayOf(step.due), today)}${whyEarly(step)}`}</p>
      </div>
    </div>
  );
}

const whyEarly = ({ uncut, isLatest, sure }: ScheduleStep): string =>
  uncut ? ', 시험 전' : isLatest && sure ? ', 조금 일찍' : '';

/** The intervals ahead of the only answer of the record; null where there are others. */
function firstIntervals(state: RecordState, item: ItemId, today: Day): Interval[] | null {
  const answered = [...state.items.values()].filter(({ memory }) => memory !== null).slice(0, 2);
  const memory = memoryOn(state, item, dayNumber(today));
  if (answered.length !== 1 || answered[0]?.history.length !== 1 || !memory) return null;
  return intervalsAhead(memory, state.settings.retention, 3);
}

interface FirstReviewProps {
  intervals: readonly Interval[];
  goal: number;
  comesBack: boolean;
}

/** Once, after the first answer: what happens from now on, and why. */
function FirstReview({ intervals, goal, comesBack }: FirstReviewProps) {
  const [first, ...later] = intervals.map(({ days }) => days);
  const growing = later.map((days) => `${days}일`).join(', ');
  return (
    <div className="curve curve-first">
      <Figure
        curve={curveAhead(intervals, goal)}
        days={intervals}
        label={`예상 정답률 곡선. 맞힐 때마다 간격이 ${first}일, ${growing}로 늘어납니다. 점선은 다시 보지 않을 때입니다.`}
      />
      <div>
        <p className="curve-days numeric">{`${daysUntil(first ?? 1)}, 잊을 때쯤 다시 묻습니다.`}</p>
        <p className="note numeric">
          {`${comesBack ? '그 전에 잠시 뒤 한 번 더 나옵니다. ' : ''}맞히면 간격이 ${growing}로 늘어납니다. 점선은 다시 보지 않을 때입니다.`}
        </p>
      </div>
    </div>
  );
}

/** 내일, 8일; 「3일 뒤」 where there is no interval before it. */
function inDays({ isLatest, before, after, due }: ScheduleStep, today: Day): string {
  const days = due - dayNumber(today);
  return days > 1 && isLatest && before ? `${after.days}일` : daysUntil(days);
}

function labelOf({ isLatest, before, after, due }: ScheduleStep, today: Day): string {
  const next = `다음 복습 ${formatDate(dayOf(due), today)}.`;
  if (!isLatest || !before) return `예상 정답률 곡선. ${next}`;
  if (after.days === before.days) return `예상 정답률 곡선. 간격은 ${after.days}일 그대로입니다. ${next}`;
  const way = after.days > before.days ? '늘어납니다' : '줄어듭니다';
  return `예상 정답률 곡선. 간격이 ${before.days}일에서 ${after.days}일로 ${way}. ${next}`;
}

/** In pixels: the drawing, and where its edges lie in it. */
const SMALL = { width: 148, height: 58, top: 6, floor: 46, axis: 50.5, left: 4, right: 142 };
const LARGE = { width: 350, height: 98, top: 8, floor: 72, axis: 76.5, left: 4, right: 346 };

/** `days` are written below the intervals of a large one. */
function Figure({ curve, label, days }: { curve: Curve; label: string; days?: readonly Interval[] }) {
  const { past, ahead, tail, isMiss, exam, goal } = curve;
  const box = days ? LARGE : SMALL;
  const { width, height, top, axis } = box;
  const x = (day: number) => round(box.left + (day / curve.days) * (box.right - box.left));
  const y = (recall: number) =>
    round(top + Math.min(1, (1 - recall) / (1 - curve.floor)) * (box.floor - top));
  const line = (points: readonly CurvePoint[]) =>
    points.map(([day, recall], at) => `${at === 0 ? 'M' : ''}${x(day)} ${y(recall)}`).join(' ');
  const spans = ahead.map((points) => ({ from: startOf(points), to: endOf(points) }));
  const [fallDay, fallRecall] = past ? endOf(past) : [0, 1];
  const begin = x(fallDay);
  return (
    <svg {...{ width, height }} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className="curve-axis" d={`M0 ${axis}H${width}`} />
      <path className="curve-goal" strokeDasharray="1 4" d={`M2 ${y(goal)}H${width - 2}`} />
      {past && <path className="curve-past" d={`${line(past)}M${box.left} ${axis + 4}H${begin - 2}`} />}
      <path className="curve-tail" strokeDasharray="3 4" d={line(tail)} />
      {/* Up from where recall had fallen to; each later line goes up from the end of the one before. */}
      <path
        className="curve-next"
        pathLength="1"
        strokeDasharray="1"
        d={line([...(past && !isMiss ? [endOf(past)] : []), ...ahead.flat()])}
      />
      {spans.map(({ from, to }, at) => (
        <g key={to[0]}>
          <path className="curve-span" d={`M${x(from[0]) + 2} ${axis + 4}H${x(to[0]) - 2}`} />
          <circle className="curve-due" cx={x(to[0])} cy={y(to[1])} r="3.5" />
          {days && (
            <text x={(x(from[0]) + x(to[0])) / 2} y={height - 1} textAnchor="middle">
              {days[at]?.days}일
            </text>
          )}
        </g>
      ))}
      {(!past || isMiss) && <circle className="curve-start" cx={begin} cy={top} r="3" />}
      {isMiss && <path className="curve-miss" d={`M${begin - 5} ${y(fallRecall) + 7}l10-14`} />}
      {exam !== null && <path className="curve-exam" d={`M${x(exam)} ${axis}V${top - 2}h8l-2 3 2 3h-8`} />}
    </svg>
  );
}

const startOf = (points: readonly CurvePoint[]): CurvePoint => points[0] ?? [0, 1];
const endOf = (points: readonly CurvePoint[]): CurvePoint => points.at(-1) ?? [0, 1];
const round = (pixels: number): number => Math.round(pixels * 100) / 100;
