/** The frame of the pages about the record: the title, and a notice until the record and the study index have been loaded. */

import '../styles/late.css';
import './study-page.css';
import type { ReactNode } from 'react';
import type { RecordState } from '../../core/memory/record-state.ts';
import type { PageData } from '../../core/model/course.ts';
import type { Day } from '../../core/model/event.ts';
import type { StudyIndex } from '../../core/model/study.ts';
import { useOpenStudy } from '../../store/study/study.ts';
import { RecordWaiting } from '../progress/storage-notice.tsx';
import { NeedsScripts } from '../shell/trouble.tsx';

/** The record when it can be shown. */
export interface Ready {
  state: RecordState;
  index: StudyIndex;
  today: Day;
}

export function RecordPage({ page, children }: { page: PageData; children: (ready: Ready) => ReactNode }) {
  const { state, index, today } = useOpenStudy();
  if (state && index) return children({ state, index, today });
  return (
    <article className="study">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      <NeedsScripts />
      <RecordWaiting isIndexMissing={state !== null} />
    </article>
  );
}
