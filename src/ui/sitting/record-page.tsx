/** The frame of the pages about the record: the title, and a notice until the record and the study index have been loaded. */

import './study-page.css';
import { type ReactNode, useEffect, useState } from 'react';
import type { RecordState } from '../../core/memory/record-state.ts';
import type { PageData } from '../../core/model/course.ts';
import type { Day } from '../../core/model/event.ts';
import type { StudyIndex } from '../../core/model/study.ts';
import { useOpenStudy } from '../../store/study/study.ts';
import { NeedsScripts } from '../shell/trouble.tsx';

/** The record when it can be shown. */
export interface Ready {
  state: RecordState;
  index: StudyIndex;
  today: Day;
}

/** Longer than reading the record takes; then something is missing. */
const PATIENCE_MILLIS = 1_500;

export function RecordPage({ page, children }: { page: PageData; children: (ready: Ready) => ReactNode }) {
  const { state, index, today } = useOpenStudy();
  if (state && index) return children({ state, index, today });
  return (
    <article className="study">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      <NeedsScripts />
      <Waiting isOffline={state !== null} />
    </article>
  );
}

/** Says nothing while it goes fast. */
function Waiting({ isOffline }: { isOffline: boolean }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="study-lead" role="status">
      {isLong &&
        (isOffline
          ? '문제 목록을 불러오지 못했습니다. 네트워크에 연결되면 여기에 나타납니다.'
          : '학습 기록을 읽는 중입니다.')}
    </p>
  );
}
