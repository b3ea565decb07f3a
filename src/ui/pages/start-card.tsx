/** Where to begin, or where one left off. */

import { type ReactNode, useEffect } from 'react';
import type { CourseMap } from '../../core/model/course.ts';
import type { LastRead } from '../../store/preferences.ts';
import { formatWhen } from '../days.ts';
import { TopicLink } from '../shell/topic-link.tsx';

interface StartCardProps {
  /** Where reading begins. */
  first: CourseMap['first'];
  lastRead: LastRead | null;
  /** Whether the course has questions to check oneself with. */
  hasQuestions: boolean;
  /** What a topic takes to read, in minutes. */
  minutes: number;
}

/** While nothing has been answered. */
export function StartCard({ first, lastRead, hasQuestions, minutes }: StartCardProps) {
  // The room is kept for a record that may be gone, or does not come.
  useEffect(() => {
    const timer = setTimeout(() => delete document.documentElement.dataset.begun, PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  if (lastRead) {
    return (
      <section className="start start-begun" aria-label="이어서 할 것">
        <LastReadRow lastRead={lastRead} isMain />
        {hasQuestions && (
          <StartRow
            name="실력 확인"
            what="읽은 것이 남아 있는지 봅니다"
            way={
              <TopicLink className="button" path={CHECK}>
                10문제
              </TopicLink>
            }
          />
        )}
      </section>
    );
  }
  if (!first?.path) return null;
  return (
    <section className="start" aria-label="처음이신가요?">
      <ol className="steps">
        {stepsOf(minutes)
          .slice(0, hasQuestions ? undefined : 1)
          .map(({ name, what, picture }) => (
            <li key={name}>
              <svg viewBox="0 0 36 28" aria-hidden="true">
                {picture}
              </svg>
              <p>
                <b>{name}</b> <span>{what}</span>
              </p>
            </li>
          ))}
      </ol>
      <p className="start-do">
        <TopicLink
          className="button button-main"
          path={first.path}
          anchor={first.anchor}
        >{`${first.number}부터 읽기`}</TopicLink>
        {hasQuestions && (
          <TopicLink className="button" path={CHECK}>
            10문제로 실력 확인
          </TopicLink>
        )}
      </p>
    </section>
  );
}

const PATIENCE_MILLIS = 4_000;
const CHECK = '/practice/?set=check';

/** How one learns here, in three lines. */
const stepsOf = (minutes: number) => [
  {
    name: '읽기',
    what: `노트 한 토픽, ${minutes}분쯤 걸립니다.`,
    picture: (
      <>
        <path d="M18 7C14.5 4.8 9.5 4 4 4.3v17.5c5.5-.3 10.5.5 14 2.7 3.5-2.2 8.5-3 14-2.7V4.3C26.5 4 21.5 4.8 18 7Z" />
        <path className="thin" d="M18 7v17M8 9.5h5M8 13.5h5M23 9.5h5M23 13.5h5" />
      </>
    ),
  },
  {
    name: '풀기',
    what: '바로 문제로 확인합니다.',
    picture: (
      <>
        <circle cx="9" cy="7.5" r="4.25" />
        <circle className="filled" cx="9" cy="20.5" r="4.25" />
        <path className="thin" d="M19 7.5h13M19 20.5h13" />
      </>
    ),
  },
  {
    name: '잊을 때쯤 다시',
    what: '맞힐수록 간격이 늘어납니다.',
    picture: (
      <>
        <path className="thin" d="M3 25h30" />
        <path d="M3 4c2 7 4 9.5 7 11.5V4c4 6 7 8.5 12 10.5V4c4 4 8 6.5 11 7.5" />
      </>
    ),
  },
];

interface StartRowProps {
  name: string;
  what: string;
  /** Said smaller, after it. */
  more?: string | null;
  /** The button that leads there. */
  way: ReactNode;
}

export const StartRow = ({ name, what, more = null, way }: StartRowProps) => (
  <div className="start-row">
    <h2>{name}</h2>
    <p className="numeric">
      <span>{what}</span>
      {more && <small>{more}</small>}
    </p>
    {way}
  </div>
);

export const LastReadRow = ({ lastRead, isMain }: { lastRead: LastRead; isMain: boolean }) => (
  <StartRow
    name="읽던 곳"
    what={[lastRead.number, lastRead.title].filter(Boolean).join(' ')}
    more={formatWhen(lastRead.at, new Date())}
    way={
      <TopicLink
        className={isMain ? 'button button-main' : 'button'}
        path={lastRead.path}
        anchor={lastRead.anchor}
      >
        이어서 읽기
      </TopicLink>
    }
  />
);
