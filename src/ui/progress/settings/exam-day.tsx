/** 시험일: a button that opens a sheet to set, change or remove the date of the exam. */

import { useId, useRef, useState } from 'react';
import { dayNumber, dayOf } from '../../../core/memory/day-number.ts';
import { forecast } from '../../../core/memory/forecast.ts';
import type { Day } from '../../../core/model/event.ts';
import { openStudy, useStudy } from '../../../store/study/study.ts';
import { formatDate } from '../../days.ts';
import { Icon } from '../../icon.tsx';
import { allItems } from '../day-plan.ts';

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
      <p className="small">
        복습이 모두 시험 전날까지 오고, 아직 풀지 않은 문제는 남은 날에 고르게 나눕니다.
      </p>
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
      <p className="note numeric" id={`${id}-load`} role="status">
        {isAhead ? (
          <DailyLoad day={value as Day} />
        ) : value === '' ? (
          ''
        ) : (
          '내일부터 2년 안의 날짜를 고르세요.'
        )}
      </p>
      <p className="actions">
        <button className="button button-main" type="submit" disabled={!isAhead}>
          저장
        </button>
        {exam !== null && (
          <button className="button" type="button" onClick={() => choose(null)}>
            시험일 지우기
          </button>
        )}
      </p>
    </form>
  );
}

/** How many reviews a day there would be until that exam. */
function DailyLoad({ day }: { day: Day }) {
  const study = useStudy();
  const { state, today } = study;
  if (!state) return null;
  const left = dayNumber(day) - dayNumber(today);
  const withExam = { ...state, settings: { ...state.settings, examDay: day } };
  const days = forecast(withExam, allItems(study), today, left);
  const due = days.reduce((sum, each) => sum + each.due, 0);
  const fresh = days.reduce((sum, each) => sum + each.fresh, 0);
  return (
    <span>
      {`${left}일 남았습니다. 전날까지 복습 ${due}개${fresh > 0 ? `, 새 문제 하루 ${Math.ceil(fresh / left)}개입니다.` : '입니다.'}`}
    </span>
  );
}
