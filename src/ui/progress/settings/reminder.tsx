/** 복습 알림: a calendar file for a time of every day, made on the device. The calendar reminds, with no server of ours. */

import { useId, useState } from 'react';
import { reminderCalendar } from '../../../core/export/reminder.ts';
import type { Day } from '../../../core/model/event.ts';
import { basePath, courseId, currentCourse } from '../../../store/site.ts';
import { useStudy } from '../../../store/study/study.ts';
import { saveFile } from '../record/record-file.ts';

const USUAL_TIME = '20:00';

export function ReminderRow() {
  const id = useId();
  const [time, setTime] = useState(USUAL_TIME);
  const examDay = useStudy(({ state }) => state?.settings.examDay ?? null);
  const save = () => {
    const now = new Date();
    const course = { id: courseId(), title: currentCourse()?.title ?? '강의' };
    const calendar = reminderCalendar({
      course,
      address: `${location.origin}${basePath()}/review/?go`,
      from: firstDay(time, now),
      time,
      examDay,
      now: now.toISOString(),
    });
    saveFile(new Blob([calendar], { type: 'text/calendar' }), 'review-reminder.ics');
  };
  return (
    <div className="settings-row" id="reminder">
      <label htmlFor={id}>복습 알림</label>
      <span className="row">
        <input
          className="numeric"
          id={id}
          type="time"
          required
          value={time}
          onChange={({ target }) => setTime(target.value || USUAL_TIME)}
        />
        <button className="button" type="button" onClick={save}>
          캘린더 파일 저장
        </button>
      </span>
      <p className="note">
        {`저장한 파일을 열면 날마다 이 시각에 알리는 일정${examDay ? '과 시험일' : ''}이 기기의 캘린더에 들어갑니다.`}
      </p>
    </div>
  );
}

/** Today while the time is still to come, else tomorrow; by the calendar, whatever the study day. */
function firstDay(time: string, now: Date): Day {
  const two = (number: number) => String(number).padStart(2, '0');
  const isPast = time <= `${two(now.getHours())}:${two(now.getMinutes())}`;
  const first = new Date(now.getFullYear(), now.getMonth(), now.getDate() + (isPast ? 1 : 0));
  return `${first.getFullYear()}-${two(first.getMonth() + 1)}-${two(first.getDate())}` as Day;
}
