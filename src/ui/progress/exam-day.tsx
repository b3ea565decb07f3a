/** 시험일: a button that opens a sheet to set, change or remove the date of the exam. */

import { useId, useMemo, useRef, useState } from 'react';
import { dayNumber, dayOf } from '../../core/memory/day-number.ts';
import { type ForecastDay, forecast } from '../../core/memory/due-day.ts';
import type { Day } from '../../core/model/event.ts';
import { questionItems } from '../../core/study/exercises.ts';
import type { Study } from '../../store/study/record.ts';
import { openStudy, useStudy } from '../../store/study/study.ts';
import { dailyLoad, formatDate, formatDay } from '../days.ts';
import { Icon } from '../icon.tsx';
import { DAYS_SHOWN, ForecastPlot } from './figures/forecast-figure.tsx';

const MOST_DAYS = 730;

/** 시험일 정하기, or D-12. */
export function ExamDay() {
  const dialog = useRef<HTMLDialogElement>(null);
  const exam = useStudy(({ state }) => state?.settings.examDay ?? null);
  const today = useStudy((study) => study.today);
  const [isOpen, setOpen] = useState(false);
  const isReady = useStudy(({ state }) => state !== null);
  if (!isReady) return null;
  const left = exam === null ? null : dayNumber(exam) - dayNumber(today);
  const open = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button className="exam-open screen-only" type="button" aria-haspopup="dialog" onClick={open}>
        {exam === null || left === null || left < 0 ? (
          '시험일 정하기'
        ) : (
          <>
            <b className="numeric">{left === 0 ? 'D-day' : `D-${left}`}</b>
            <span className="visually-hidden">, 시험일 </span>
            <span className="numeric">{` ${formatDate(exam, today)}`}</span>
          </>
        )}
      </button>
      <dialog
        ref={dialog}
        className="sheet-dialog over-page"
        aria-label="시험일"
        onClose={() => setOpen(false)}
      >
        {isOpen && <ExamForm exam={exam} today={today} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

interface ExamFormProps {
  exam: Day | null;
  today: Day;
  close: () => void;
}

function ExamForm({ exam, today, close }: ExamFormProps) {
  const id = useId();
  const [value, setValue] = useState<string>(exam ?? '');
  const [first, last] = [dayOf(dayNumber(today) + 1), dayOf(dayNumber(today) + MOST_DAYS)];
  const isAhead = value >= first && value <= last;
  const study = useStudy();
  const plan = useMemo(() => (isAhead ? planUntil(study, value as Day) : null), [study, value, isAhead]);
  const choose = async (day: Day | null) => {
    close();
    await (await openStudy()).choose({ name: 'exam-day', value: day });
  };
  return (
    <form
      className="sheet-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isAhead) choose(value as Day);
      }}
    >
      <div className="sheet-head spread">
        <h2>시험일</h2>
        <button className="button button-icon" type="button" aria-label="닫기" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <label className="field" htmlFor={id}>
        날짜
        <input
          id={id}
          type="date"
          min={first}
          max={last}
          value={value}
          aria-describedby={`${id}-load`}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <div id={`${id}-load`} role="status">
        {plan ? (
          <PlanWords plan={plan} />
        ) : (
          <p className="note">
            {value === '' || isAhead
              ? '시험 전 열흘 동안 모두 한 번씩 복습하고, 새 문제는 시험 이틀 전까지 고르게 나눕니다.'
              : '내일부터 2년 안의 날짜를 고르세요.'}
          </p>
        )}
      </div>
      {plan && <ForecastPlot days={plan.days} today={today} isBeforeExam label={plan.label} />}
      <p className="actions">
        <button className="button button-main" type="submit" disabled={!isAhead}>
          이대로 정하기
        </button>
        {exam !== null && (
          <button className="button" type="button" onClick={() => choose(null)}>
            시험일 없음
          </button>
        )}
      </p>
    </form>
  );
}

interface Plan {
  /** The last ones before the exam. */
  days: ForecastDay[];
  left: number;
  due: number;
  fresh: number;
  /** 「하루 14–18문제, 약 9분씩입니다.」 */
  load: string;
  label: string;
}

/** The days up to that exam as they would be; of questions, as in 그림 1. Null while the list of questions is not here. */
function planUntil(study: Study, exam: Day): Plan | null {
  const { state, index, today } = study;
  if (!state || !index) return null;
  const left = dayNumber(exam) - dayNumber(today);
  const all = forecast(
    { ...state, settings: { ...state.settings, examDay: exam } },
    index.topics.flatMap(questionItems),
    today,
    left,
  );
  const days = all.slice(-DAYS_SHOWN);
  const totals = days.map(({ due, fresh }) => due + fresh);
  const sum = totals.reduce((a, b) => a + b, 0);
  return {
    days,
    left,
    due: all.reduce((total, each) => total + each.due, 0),
    fresh: all.reduce((total, each) => total + each.fresh, 0),
    load:
      sum === 0
        ? '시험 전에 돌아오는 문제가 없습니다.'
        : `${left > DAYS_SHOWN ? `시험 전 ${DAYS_SHOWN}일은 ` : ''}${dailyLoad(state, days, today)}`,
    label: `시험 전날까지 하루에 풀 문제의 수. ${days.map(({ day }, at) => `${formatDay(day, today)} ${totals[at]}개`).join(', ')}.`,
  };
}

function PlanWords({ plan: { left, due, fresh, load } }: { plan: Plan }) {
  const parts = [due > 0 && `복습 ${due}개`, fresh > 0 && `새 문제 ${fresh}개`].filter(
    (part) => part !== false,
  );
  return (
    <>
      <p>
        <b className="numeric">{load}</b>
      </p>
      <p className="note numeric">
        {`${left}일 남았습니다.${parts.length > 0 ? ` ${parts.join('와 ')}를 시험 전날까지 나눕니다. 새로 풀거나 틀린 문제는 그 사이에 더 나옵니다.` : ''}`}
      </p>
    </>
  );
}
