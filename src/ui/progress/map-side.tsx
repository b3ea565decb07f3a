/** On the course map, once there is a record: the course in numbers, and at its side this week, the next one or the days before an exam, and 오답. */

import { type ReactNode, useEffect, useState } from 'react';
import * as v from 'valibot';
import { dayNumber } from '../../core/memory/day-number.ts';
import { type ForecastDay, forecast } from '../../core/memory/due-day.ts';
import type { RecordState } from '../../core/memory/record-state.ts';
import { questionsByDay } from '../../core/memory/statistics.ts';
import type { TreeNode } from '../../core/model/course.ts';
import type { Day } from '../../core/model/event.ts';
import { newTally, type StudyIndex, type Tally } from '../../core/model/study.ts';
import { questionItems } from '../../core/study/exercises.ts';
import { storedValue } from '../../store/stored-value.ts';
import { useStudy } from '../../store/study/study.ts';
import { useTally } from '../../store/study/tally.ts';
import { dailyLoad, formatDay, formatFull, fromMonday, weekdayName } from '../days.ts';
import { Icon } from '../icon.tsx';
import { TopicLink } from '../shell/topic-link.tsx';
import { AreaRuns, TallyBar, TallyHead } from '../tally-bar.tsx';

/** Whether it has been said here what a stroke is. */
const told = storedValue('study.strokes-told', v.boolean());

export function MapTally({ areas, fallback }: { areas: readonly TreeNode[]; fallback: ReactNode }) {
  const tally = useTally((tallies) => tallies.tally);
  if (!tally) return fallback;
  return <KnownTally areas={areas} all={tally.all} tallyOf={tally.of} />;
}

interface KnownTallyProps {
  areas: readonly TreeNode[];
  all: Tally;
  tallyOf: (area: TreeNode) => Tally | null;
}

function KnownTally({ areas, all, tallyOf }: KnownTallyProps) {
  const [isFirst] = useState(() => told.read() !== true);
  useEffect(() => void told.write(true), []);
  const [isAsked, setAsked] = useState(false);
  const help = (
    <button
      className="button button-icon"
      type="button"
      aria-label="막대 읽는 법"
      aria-expanded={isAsked}
      aria-controls="strokes"
      onClick={() => setAsked(!isAsked)}
    >
      <Icon name="help" />
    </button>
  );
  return (
    <TallyHead id="tally" tally={all} isKnown action={isFirst ? null : help}>
      <AreaRuns areas={areas} tallyOf={tallyOf} />
      <p className="explain" id="strokes" hidden={!isFirst && !isAsked}>
        한 칸이 한 문제입니다. 맞히면 차고, 다시 볼 때가 되면 속이 비고, 틀리면 빗금이 됩니다.
      </p>
    </TallyHead>
  );
}

const WEEK = 7;

export function MapSide() {
  const study = useStudy();
  const tally = useTally((tallies) => tallies.tally);
  const { state, index, today } = study;
  if (!tally || !state || !index) return null;
  const now = dayNumber(today);
  const answered = questionsByDay(state, today);
  const monday = now - fromMonday(now);
  const week = Array.from({ length: WEEK }, (_, at) => monday + at).map((day) => ({
    day,
    name: weekdayName(day),
    count: day > now ? null : (answered.get(day) ?? 0),
  }));
  const { examDay } = state.settings;
  const isBeforeExam = examDay !== null && dayNumber(examDay) > now;
  return (
    <div className="home-side screen-only">
      {isBeforeExam && <ExamPlan state={state} index={index} today={today} exam={examDay} />}
      <Days title="이번 주 푼 문제" days={week} now={now} />
      {!isBeforeExam && <Coming state={state} index={index} today={today} />}
      {tally.all.wrong > 0 && <Mistakes wrong={tally.all.wrong} isBeforeExam={isBeforeExam} />}
    </div>
  );
}

interface AheadProps {
  state: RecordState;
  index: StudyIndex;
  today: Day;
}

const forecastOf = ({ state, index, today }: AheadProps, days: number): ForecastDay[] =>
  forecast(state, index.topics.flatMap(questionItems), today, days);

/** What comes back in the week from tomorrow on. */
function Coming(props: AheadProps) {
  const { today } = props;
  const days = forecastOf(props, WEEK + 1)
    .slice(1)
    .map(({ day, due }, at) => ({
      day: dayNumber(day),
      name: at === 0 ? formatDay(day, today) : weekdayName(dayNumber(day)),
      count: due,
    }));
  return <Days title="다음 7일 복습" days={days} now={dayNumber(today)} />;
}

const NEAR = ['오늘', '내일', '모레'];

/** What is to be done a day, reviews and new ones together: until the eve, or of a far exam in the week from today on. */
function ExamPlan({ exam, ...props }: AheadProps & { exam: Day }) {
  const { state, today } = props;
  const now = dayNumber(today);
  const left = dayNumber(exam) - now;
  const plan = forecastOf(props, Math.min(left, WEEK));
  const days = plan.map(({ day, due, fresh }, at) => ({
    day: dayNumber(day),
    name: NEAR[at] ?? weekdayName(dayNumber(day)),
    count: due + fresh,
  }));
  return (
    <Days title={left > WEEK ? '앞으로 7일' : '시험 전날까지'} days={days} now={now}>
      <p className="note numeric">{`${formatFull(exam, today)} 시험. ${dailyLoad(state, plan, today)}`}</p>
    </Days>
  );
}

interface DaysProps {
  title: string;
  children?: ReactNode;
  /** `count` null for a day still to come. */
  days: readonly { day: number; name: string; count: number | null }[];
  now: number;
}

/** A bar a day with its number over it. In pixels; across, in percent of the day's column. */
function Days({ title, days, now, children }: DaysProps) {
  const most = days.reduce((max, { count }) => Math.max(max, count ?? 0), 1);
  const [floor, highest] = [52, 46];
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ol className="days note numeric">
        {days.map(({ day, name, count }) => {
          const height = ((count ?? 0) / most) * highest;
          return (
            <li key={day}>
              <b>{count || '–'}</b>
              <svg width="100%" height="54" aria-hidden="true">
                {height > 0 && (
                  <rect className="bar" x="20%" y={floor - height} width="60%" height={height} />
                )}
                <path className="floor" d="M0 52.5h400" />
              </svg>
              <span className={day === now ? 'is-now' : undefined}>
                {name}
                {day === now && name !== '오늘' && <span className="visually-hidden">, 오늘</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {children}
    </section>
  );
}

/** So many topics are named; the others are told together. */
const MOST_TOPICS = 4;

function Mistakes({ wrong, isBeforeExam }: { wrong: number; isBeforeExam: boolean }) {
  const topics = useStudy(({ index }) => index?.topics ?? []);
  const tally = useTally((tallies) => tallies.tally);
  const rows = topics
    .map(({ path, number, title }) => ({
      path,
      title: [number, title].filter(Boolean).join(' '),
      wrong: tally?.page(path)?.wrong ?? 0,
    }))
    .filter((row) => row.wrong > 0)
    .sort((a, b) => b.wrong - a.wrong);
  // A topic by itself is named rather than 「그 밖의 토픽 1개」.
  const named = rows.length <= MOST_TOPICS + 1 ? rows : rows.slice(0, MOST_TOPICS);
  const others = rows.slice(named.length);
  const bar = (count: number) => (
    <TallyBar tally={{ ...newTally(count), new: 0, wrong: count }} isDecoration />
  );
  const said = (count: number) => <span className="visually-hidden">{`, 오답 ${count}문제`}</span>;
  const left = others.reduce((sum, row) => sum + row.wrong, 0);
  return (
    <section aria-labelledby="mistakes">
      <h2 id="mistakes">{`오답 ${wrong}문제`}</h2>
      <ul className="map-mistakes">
        {named.map((row) => (
          <li key={row.path}>
            <TopicLink path={`/practice/?set=wrong&topic=${encodeURIComponent(row.path)}`}>
              <span>
                <span>{row.title}</span>
                {said(row.wrong)}
              </span>
              {bar(row.wrong)}
            </TopicLink>
          </li>
        ))}
        {others.length > 0 && (
          <li>
            <TopicLink path="/mistakes/">
              <span>
                <span>{`그 밖의 토픽 ${others.length}개`}</span>
                {said(left)}
              </span>
              {bar(left)}
            </TopicLink>
          </li>
        )}
      </ul>
      <TopicLink className="button" path={isBeforeExam ? '/mistakes/' : '/practice/?set=wrong'}>
        {isBeforeExam ? '나의 오답 노트' : '오답만 다시 풀기'}
      </TopicLink>
    </section>
  );
}
