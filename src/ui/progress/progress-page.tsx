/** 학습 기록: what is known and what is coming, in figures; below them the record as a file, the settings, and erasing. */

import '../styles/late.css';
import './progress.css';
import { type ComponentProps, Suspense, useEffect, useMemo, useState } from 'react';
import { dayNumber } from '../../core/memory/day-number.ts';
import { forecast } from '../../core/memory/due-day.ts';
import { itemState, type RecordState } from '../../core/memory/record-state.ts';
import { answerStatistics, type Statistics } from '../../core/memory/statistics.ts';
import type { PageData } from '../../core/model/course.ts';
import type { Day } from '../../core/model/event.ts';
import { STANDING_NAMES, type Standing, type StudyIndex } from '../../core/model/study.ts';
import { type DayPlan, dayPlan, sumOf } from '../../core/study/due-exercises.ts';
import { itemsOf, questionItems } from '../../core/study/exercises.ts';
import { missedExercises } from '../../core/study/practice-set.ts';
import { type CourseTally, courseTally, hasRecord, standingOf } from '../../core/study/standing.ts';
import { type RecordSafety, recordSafety } from '../../store/study/persistence.ts';
import type { Study } from '../../store/study/record.ts';
import { openStudy, useOpenStudy } from '../../store/study/study.ts';
import { countWords, formatDate, formatDay, minutesFor } from '../days.ts';
import { lazyPart } from '../lazy.tsx';
import { TopicLink } from '../shell/topic-link.tsx';
import { Boundary, NeedsScripts } from '../shell/trouble.tsx';
import { TallyBar, TallyHead } from '../tally-bar.tsx';
import { EraseSection } from './erase-section.tsx';
import { CalendarFigure } from './figures/calendar-figure.tsx';
import { CalibrationFigure, ConfidenceFigure } from './figures/calibration-figure.tsx';
import { DAYS_SHOWN, ForecastFigure } from './figures/forecast-figure.tsx';
import { RecordSection } from './record-section.tsx';
import { SettingsSection } from './settings-section.tsx';
import { RecordWaiting } from './storage-notice.tsx';

const SyncSection = import.meta.env.SYNC_URL
  ? lazyPart<object>(async () => (await import('./sync/sync-section.tsx')).SyncSection)
  : null;

/** The record, followed by what devices share of it; without SYNC_URL not a byte of that is built. */
function SharedRecord(props: ComponentProps<typeof RecordSection>) {
  return (
    <>
      <RecordSection {...props} />
      <Suspense fallback={null}>{SyncSection && <SyncSection />}</Suspense>
    </>
  );
}

export function ProgressPage({ page }: { page: PageData }) {
  const study = useOpenStudy();
  const { state, index, isIndexMissing } = study;
  const [safety, setSafety] = useState<RecordSafety | null>(null);
  useEffect(() => {
    void recordSafety().then(setSafety);
  }, []);
  // Shown once all of it has been loaded, so that nothing moves.
  const isKnown = safety !== null && (index !== null || isIndexMissing);
  return (
    <article className="progress">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      <NeedsScripts />
      {state && isKnown ? (
        <Opened study={study} state={state} safety={safety} />
      ) : (
        <RecordWaiting atFirst="학습 기록을 여는 중입니다." />
      )}
    </article>
  );
}

interface OpenedProps {
  study: Study;
  state: RecordState;
  safety: RecordSafety;
}

function Opened({ study, state, safety }: OpenedProps) {
  const record = useMemo(() => openStudy(), []);
  const { index, today } = study;
  const past = useMemo(() => {
    const items = itemsOf(index?.topics ?? [], state.settings.cardTopics, (item) => state.items.has(item));
    return answerStatistics(state, items, today);
  }, [state, index, today]);
  return (
    <>
      {past.ahead && (
        <p className="small numeric">{`기기의 시계가 ${formatDate(past.ahead.day, today)}까지 앞서 있을 때 푼 답 ${past.ahead.answers}개는 복습 날짜를 정할 때 쓰지 않습니다.`}</p>
      )}
      {hasRecord(state) ? (
        <Boundary fallback={() => <p className="small">그림을 그리지 못했습니다. 기록은 그대로 있습니다.</p>}>
          <Figures {...{ study, state, past }} />
        </Boundary>
      ) : (
        <Empty isAll={study.log?.status === 'ok'} />
      )}
      {import.meta.env.SYNC_URL ? (
        <SharedRecord record={record} past={past} safety={safety} />
      ) : (
        <RecordSection record={record} past={past} safety={safety} />
      )}
      <SettingsSection record={record} state={state} index={study.index} />
      <EraseSection record={record} state={state} index={study.index} />
    </>
  );
}

/** `isAll`: what is stored could be read, and holds nothing. */
function Empty({ isAll }: { isAll: boolean }) {
  return (
    <section className="block progress-empty" aria-labelledby="empty">
      <h2 id="empty">{isAll ? '아직 푼 문제가 없습니다' : '저장된 기록이 보이지 않습니다'}</h2>
      <p>
        {isAll
          ? '문제를 풀면 언제 다시 볼지, 어느 토픽이 흐려지는지가 여기에 그려집니다. 다른 기기에서 풀었다면 아래에서 기록을 가져오세요.'
          : '저장소를 열지 못해 이 탭에서 푼 것만 셉니다. 저장된 기록이 있다면 저장소가 열릴 때 나타납니다.'}
      </p>
      <p className="actions">
        <TopicLink className="button button-main" path="/practice/?set=check">
          10문제로 실력 확인
        </TopicLink>
        <TopicLink className="button" path="/">
          차례로
        </TopicLink>
      </p>
    </section>
  );
}

interface FiguresProps {
  study: Study;
  state: RecordState;
  past: Statistics;
}

function Figures({ study, state, past }: FiguresProps) {
  const { index, today } = study;
  const numbers = useMemo(
    () => index && { tally: courseTally(index, state, today), plan: dayPlan(state, index, today) },
    [index, state, today],
  );
  if (!index || !numbers) {
    return (
      <>
        <p className="small">
          강의의 문제 목록을 불러오지 못해 달력만 보입니다. 네트워크가 이어지면 나머지도 보입니다.
        </p>
        <CalendarFigure answers={past.byDay} today={today} />
      </>
    );
  }
  return (
    <>
      <TodayFigures {...numbers} {...{ state, index, today }} />
      <ForecastFigure
        days={forecast(state, index.topics.flatMap(questionItems), today, DAYS_SHOWN)}
        exam={state.settings.examDay}
      />
      <CalendarFigure answers={past.byDay} today={today} />
      <TopicsTable index={index} tally={numbers.tally} />
      <Hindsight past={past} />
    </>
  );
}

/** The figures that compare predictions and confidence with results. */
function Hindsight({ past: { calibration, confidence } }: { past: Statistics }) {
  return (
    <div className="two-columns">
      {calibration.some(({ count }) => count > 0) ? (
        <CalibrationFigure bins={calibration} />
      ) : (
        <section className="block" aria-labelledby="soon">
          <div className="block-head">
            <h2 id="soon">
              <b>그림 3</b> 예상과 실제
            </h2>
          </div>
          <p className="small">
            한 번 푼 문제를 다른 날 다시 풀면, 예상 정답률이 얼마나 맞는지 여기에 그려집니다.
          </p>
        </section>
      )}
      <ConfidenceFigure table={confidence} />
    </div>
  );
}

interface TodayFiguresProps {
  state: RecordState;
  index: StudyIndex;
  today: Day;
  tally: CourseTally;
  plan: DayPlan;
}

/** The course in four numbers, and what to do about them. */
function TodayFigures({ state, index, today, tally: { all }, plan }: TodayFiguresProps) {
  const { due, fresh, left, next } = plan;
  const asked = Math.min(left, sumOf(due) + sumOf(fresh));
  const others = { ...due, question: 0 };
  // Of those that stand as 오답, since the number stands under theirs: what is due too is counted as 복습.
  const surelyWrong = missedExercises(state, index, { by: 'all' }).filter(
    ({ item }) =>
      itemState(state, item)?.isSurelyWrong && standingOf(state, item, dayNumber(today)) === 'wrong',
  ).length;
  const reviewing = () => {
    if (asked > 0)
      return <TopicLink path="/review/?go">{`복습 시작, 약 ${minutesFor(state, asked)}분`}</TopicLink>;
    if (sumOf(due) > 0) return <span>오늘 몫을 마쳤습니다</span>;
    return <span>{next ? `다음 복습은 ${formatDay(next.day, today)}` : '모두 마쳤습니다'}</span>;
  };
  return (
    <TallyHead
      id="today"
      tally={all}
      isKnown
      notes={{
        due: (
          <>
            {reviewing()}
            {sumOf(others) > 0 && <span>{` · ${countWords(others)}`}</span>}
          </>
        ),
        wrong: surelyWrong > 0 && (
          <TopicLink path="/mistakes/">{`그중 확실했는데 틀림 ${surelyWrong}개`}</TopicLink>
        ),
        new: sumOf(fresh) > 0 && `오늘 새 ${countWords(fresh)}`,
      }}
    />
  );
}

const COLUMNS: readonly Standing[] = ['due', 'wrong', 'new'];

/** 표 1: where the questions of each topic stand, in order of reading. */
function TopicsTable({ index, tally }: { index: StudyIndex; tally: CourseTally }) {
  const rows = index.topics.flatMap((topic) => {
    const own = tally.page(topic.path);
    return own ? [{ topic, own }] : [];
  });
  const begun = rows.filter(({ own }) => own.new < own.all);
  const untouched = rows.length - begun.length;
  return (
    <section className="block" aria-labelledby="topics">
      <div className="block-head">
        <h2 id="topics">
          <b>표 1</b> 토픽별 기억
        </h2>
        {untouched > 0 && <span className="note numeric">{`아직 시작하지 않은 토픽 ${untouched}개`}</span>}
      </div>
      <table className="data-table topics numeric">
        <thead>
          <tr>
            <th scope="col">토픽</th>
            <th scope="col">기억 / 문제</th>
            {COLUMNS.map((standing) => (
              <th key={standing} scope="col">
                {STANDING_NAMES[standing]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {begun.map(({ topic, own }) => (
            <tr key={topic.path}>
              <th scope="row">
                {topic.number && <span className="number">{`${topic.number} `}</span>}
                <TopicLink path={topic.path}>{topic.title}</TopicLink>
              </th>
              <td>
                <TallyBar tally={own} isDecoration />
                <span>{`${own.remembered} / ${own.all}`}</span>
              </td>
              {COLUMNS.map((standing) => (
                <td key={standing}>{own[standing] || '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
