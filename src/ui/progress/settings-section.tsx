/** The settings of the schedule: desired retention, reviews a day, recall cards by topic, the exam day, and a reminder. */

import { useEffect, useId, useRef, useState } from 'react';
import { reminderCalendar } from '../../core/export/reminder.ts';
import type { RecordState } from '../../core/memory/record-state.ts';
import { RETENTION } from '../../core/memory/schedule.ts';
import type { Day, Setting } from '../../core/model/event.ts';
import type { StudyIndex } from '../../core/model/study.ts';
import { hasCards } from '../../core/study/exercises.ts';
import { basePath, courseId, currentCourse } from '../../store/site.ts';
import type { StudyRecord } from '../../store/study/record.ts';
import { useStudy } from '../../store/study/study.ts';
import { keepInView } from '../keep-in-view.ts';
import { ExamDay } from './exam-day.tsx';
import { percent } from './figures/figure.tsx';
import { saveFile } from './record-section.tsx';

const LIMITS = [10, 20, 30, 50, 100, 200];
/** A new retention changes the schedule of every item, so it is stored only when the slider rests. */
const SETTLE_MILLIS = 500;

interface SettingsSectionProps {
  record: Promise<StudyRecord>;
  state: RecordState;
  index: StudyIndex | null;
}

export function SettingsSection({ record, state, index }: SettingsSectionProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // 보기 설정 leads here, before there was a section.
    if (heading.current && location.hash === '#settings') keepInView(heading.current, 'start');
  }, []);
  const { dailyLimit, cardTopics, retention } = state.settings;
  const choose = async (setting: Setting) => {
    await (await record).choose(setting);
  };
  const limits = dailyLimit === null || LIMITS.includes(dailyLimit) ? LIMITS : [...LIMITS, dailyLimit];
  return (
    <section className="block" aria-labelledby="settings">
      <div className="block-head">
        <h2 id="settings" tabIndex={-1} ref={heading}>
          설정
        </h2>
      </div>
      <div className="settings-rows screen-only">
        <Retention value={retention} choose={choose} />
        <div className="settings-row">
          <label htmlFor={`${id}-limit`}>하루 복습</label>
          <select
            id={`${id}-limit`}
            value={dailyLimit ?? ''}
            onChange={({ target }) =>
              choose({ name: 'daily-limit', value: target.value === '' ? null : Number(target.value) })
            }
          >
            <option value="">제한 없음</option>
            {limits.map((limit) => (
              <option key={limit} value={limit}>{`${limit}개까지`}</option>
            ))}
          </select>
          <p className="note">넘는 것은 다음 날로 갑니다.</p>
        </div>
        <div className="settings-row">
          <span>시험일</span>
          <ExamDay />
          <p className="note">시험 전날까지 모두 복습하도록 날을 당깁니다.</p>
        </div>
        <ReminderRow />
        {index && <CardTopics index={index} cardTopics={cardTopics} choose={choose} />}
        <p className="note">화면 색과 글자 크기는 위의 「보기 설정」에서 바꿉니다.</p>
      </div>
    </section>
  );
}

type Choose = (setting: Setting) => Promise<void>;

function Retention({ value, choose }: { value: number; choose: Choose }) {
  const id = useId();
  const [sliderValue, setSliderValue] = useState<number | null>(null);
  const shown = sliderValue ?? value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: waits for the slider only
  useEffect(() => {
    if (sliderValue === null || sliderValue === value) return;
    const timer = setTimeout(() => choose({ name: 'retention', value: sliderValue }), SETTLE_MILLIS);
    return () => clearTimeout(timer);
  }, [sliderValue]);
  return (
    <div className="settings-row">
      <label htmlFor={id}>목표 정답률</label>
      <span className="settings-range line numeric">
        <input
          id={id}
          type="range"
          min={RETENTION.least}
          max={RETENTION.most}
          step={0.01}
          value={shown}
          aria-valuetext={percent(shown)}
          onChange={({ target }) => setSliderValue(Number(target.value))}
        />
        <output htmlFor={id}>{percent(shown)}</output>
      </span>
      <p className="note">높일수록 덜 잊고, 더 자주 복습합니다. 보통은 90%입니다.</p>
    </div>
  );
}

function CardTopics({
  index,
  cardTopics,
  choose,
}: {
  index: StudyIndex;
  cardTopics: readonly string[];
  choose: Choose;
}) {
  const topics = index.topics.filter(({ cards }) => cards.length > 0);
  const on = topics.filter((topic) => hasCards(topic, cardTopics));
  if (topics.length === 0) return null;
  const set = (titles: readonly string[]) => choose({ name: 'cards', value: titles });
  const toggle = (title: string, isOn: boolean) =>
    set(isOn ? [...cardTopics, title] : cardTopics.filter((name) => !hasCards({ title }, [name])));
  return (
    <details className="settings-cards fold">
      <summary>
        용어 카드
        <span className="note numeric">
          {on.length === 0 ? '꺼짐' : `토픽 ${topics.length}개 중 ${on.length}개에서 켜짐`}
        </span>
      </summary>
      <p className="note">
        노트의 용어와 설명이 그대로 카드가 됩니다. 켠 토픽의 카드가 복습에 함께 나옵니다.
      </p>
      <p className="actions">
        <button className="button" type="button" onClick={() => set(topics.map(({ title }) => title))}>
          모두 켜기
        </button>
        <button className="button" type="button" onClick={() => set([])}>
          모두 끄기
        </button>
      </p>
      <ul className="settings-topics">
        {topics.map((topic) => (
          <li key={topic.path}>
            <label>
              <input
                type="checkbox"
                checked={hasCards(topic, cardTopics)}
                onChange={({ target }) => toggle(topic.title, target.checked)}
              />
              <span>{`${topic.number} ${topic.title}`}</span>
              <span className="note numeric">{`${topic.cards.length}장`}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

const USUAL_TIME = '20:00';

/** 복습 알림: a calendar file for a time of every day, made on the device. The calendar reminds, with no server of ours. */
function ReminderRow() {
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
