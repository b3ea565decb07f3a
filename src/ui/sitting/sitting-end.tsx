/** The last screen of a sitting: how it went, what it has changed in the schedule, what comes in the next days, and the ways on. */

import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { dayNumber } from '../../core/memory/day-number.ts';
import { forecast } from '../../core/memory/due-day.ts';
import { itemState } from '../../core/memory/record-state.ts';
import { dayPlan, sumOf } from '../../core/study/due-exercises.ts';
import { type Exercise, questionItems } from '../../core/study/exercises.ts';
import { elapsedIn, firstTurns, gainsOf } from '../../core/study/sitting.ts';
import { countWords, formatDay, formatFull, minutesFor, weekdayName } from '../days.ts';
import type { Ready } from './record-page.tsx';
import type { Session } from './session.ts';

interface Row {
  key: GainKey;
  label: string;
  count: number;
  /** Said behind the count. */
  more?: string;
}

interface EndCardProps {
  session: Session;
  ready: Ready;
  /** What was practised; null where that is plain. */
  name: string | null;
  /** The heading, which takes the focus. */
  title: string;
  /** A sentence below it. */
  said: string | null;
  /** What went how; the gains in the schedule unless given. */
  result?: ReactNode;
  /** Rows below the gains: 「오늘 남은 복습 12개」. */
  rows?: readonly Row[];
  /** Below what comes tomorrow; how long that takes unless given. */
  dueNote?: string | undefined;
  /** A word on something else, above the ways on. */
  extra?: ReactNode;
  /** Buttons and links, the main one first. */
  children: ReactNode;
}

export function EndCard(props: EndCardProps) {
  const { session, ready, name, title, said, result, rows, dueNote, extra, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { sitting, day } = session;
  const time = inWords(elapsedIn(sitting, ready.state, session));
  return (
    <div className="sitting-result">
      <p className="note numeric">{[name, formatFull(day), time].filter(Boolean).join(' · ')}</p>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {said && <p>{said}</p>}
      {result ?? <GainList session={session} ready={ready} rows={rows ?? []} />}
      <NextDays ready={ready} note={dueNote} />
      {extra}
      <p className="sitting-ways row">{children}</p>
    </div>
  );
}

interface StoppedEndProps extends Pick<EndCardProps, 'session' | 'ready' | 'name' | 'rows' | 'dueNote'> {
  onResume: () => void;
  onLeave: () => void;
}

/** After ✕ in the middle of a sitting: what was answered so far, and the way back to it. */
export function StoppedEnd({ onResume, onLeave, ...props }: StoppedEndProps) {
  const { first } = firstAnswers(props.session);
  return (
    <EndCard
      {...props}
      title={`${first.length}${unitOf(props.session)}에서 멈췄습니다`}
      said="푼 문제는 모두 기록했습니다."
    >
      <button className="button button-main" type="button" onClick={onResume}>
        이어서 풀기
      </button>
      <button className="button" type="button" onClick={onLeave}>
        여기까지
      </button>
    </EndCard>
  );
}

/** 「문제」 where all that was asked are questions, else 「개」. */
export const unitOf = ({ sitting }: Session): string =>
  sitting.turns.every(({ exercise }) => exercise.kind === 'question') ? '문제' : '개';

/** The turns that were answered, each thing once, and how many of them were right at once. */
export function firstAnswers({ sitting }: Session) {
  const first = firstTurns(sitting).filter(({ outcome }) => outcome !== null);
  return { first, right: first.filter(({ outcome }) => outcome === 'right').length };
}

/** What is left of a day: what comes back, and what is begun before an exam, apart. */
export function leftRows({ state }: Ready, exercises: readonly Exercise[]): Row[] {
  const due = exercises.filter(({ item }) => itemState(state, item)?.memory).length;
  return [
    { key: 'due', label: '오늘 남은 복습', count: due },
    { key: 'due', label: '오늘 남은 새 문제', count: exercises.length - due },
  ];
}

type GainKey = 'known' | 'missed' | 'due';
const KEYS: Record<GainKey, string> = {
  known: 'M0 0h8v14H0Z',
  missed: 'M.5 13.5l7-13',
  due: 'M.75.75h6.5v12.5H.75Z',
};

interface GainListProps extends Pick<EndCardProps, 'session' | 'ready'> {
  rows: readonly Row[];
}

function GainList({ session, ready: { state, today }, rows }: GainListProps) {
  const { longer, begun, tomorrow } = gainsOf(session.sitting, state, session, dayNumber(today));
  const [before, after] = meansOf(longer.before, longer.after);
  const all: Row[] = [
    { key: 'known', label: '간격이 늘어난 문제', count: longer.count, more: `평균 ${before}일 → ${after}일` },
    {
      key: 'known',
      label: '처음 맞힌 문제',
      count: begun.count,
      more: `평균 ${meansOf(begun.after)}일 뒤 복습`,
    },
    { key: 'missed', label: '내일 다시 볼 문제', count: tomorrow },
    ...rows,
  ];
  const shown = all.filter(({ count }) => count > 0);
  return (
    shown.length > 0 && (
      <dl className="sitting-rows numeric">
        {shown.map(({ key, label, count, more }) => (
          <div key={label}>
            <dt className="with-icon">
              <svg className="gain-key" data-key={key} width="8" height="14" aria-hidden="true">
                <path d={KEYS[key]} />
              </svg>
              {label}
            </dt>
            <dd>
              <b>{`${count}개`}</b>
              {more && ` · ${more}`}
            </dd>
          </div>
        ))}
      </dl>
    )
  );
}

/** Means as whole days; with a tenth where whole ones would be equal. */
function meansOf(...means: number[]): string[] {
  const whole = means.map((each) => String(Math.round(each)));
  return new Set(whole).size === means.length ? whole : means.map((each) => each.toFixed(1));
}

const WEEK = 7;
/** In pixels: a column a day, the floor of the bars, the highest bar. */
const [COLUMN, FLOOR, HIGHEST] = [21, 34, 30];

/** How many come back on each of the next seven days, and when the next ones do. */
function NextDays({ ready, note }: { ready: Ready; note: string | undefined }) {
  const { state, index, today } = ready;
  const days = forecast(state, index.topics.flatMap(questionItems), today, WEEK + 1).slice(1);
  const most = days.reduce((max, { due }) => Math.max(max, due), 1);
  const { next } = dayPlan(state, index, today);
  const label = days.map(({ day, due }) => `${formatDay(day, today)} ${due}문제`).join(', ');
  return (
    <div className="sitting-next numeric">
      <svg width="148" height="52" role="img" aria-label={`다음 7일 복습. ${label}`}>
        {days.map(({ day, due }, at) => (
          <Fragment key={day}>
            {due > 0 && (
              <rect
                x={at * COLUMN + 3}
                y={FLOOR - Math.max(2, (due / most) * HIGHEST)}
                width="14"
                height={Math.max(2, (due / most) * HIGHEST)}
              />
            )}
            <text x={at * COLUMN + 10} y="50" textAnchor="middle">
              {weekdayName(dayNumber(day))}
            </text>
          </Fragment>
        ))}
        <path d={`M0 ${FLOOR + 0.5}h148`} />
      </svg>
      <div>
        <p>
          <b>
            {next ? `${formatDay(next.day, today)} ${countWords(next.due)}` : '다음 복습이 아직 없습니다'}
          </b>
        </p>
        <p className="note">{note ?? (next && `약 ${minutesFor(state, sumOf(next.due))}분이면 됩니다.`)}</p>
      </div>
    </div>
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
