/** A notice when the record cannot be stored: what happened, what to do, and a button that tries again. */

import { useState } from 'react';
import type { PageData } from '../../../core/model/course.ts';
import { openStudy, useStudy } from '../../../store/study/study.ts';
import { Icon } from '../../icon.tsx';
import { TopicLink } from '../../shell/topic-link.tsx';

export function StorageNotice({ page }: { page: PageData | null }) {
  const log = useStudy((study) => study.log);
  const [closed, setClosed] = useState<string | null>(null);
  const [isTrying, setTrying] = useState(false);
  const isTold = log !== null && log.status !== 'ok' && log.cause !== closed && isAboutAnswers(page);

  const retry = async () => {
    setTrying(true);
    try {
      await (await openStudy()).retry();
    } finally {
      setTrying(false);
    }
  };

  return (
    <div className="storage-notice screen-only" role="status">
      {isTold && (
        <div className="storage-notice-in">
          <Icon name="warning" />
          <p>{log.message}</p>
          <p className="storage-notice-do row">
            {log.status === 'newer' ? (
              <button className="button" type="button" onClick={() => location.reload()}>
                새로 고침
              </button>
            ) : (
              <button className="button" type="button" disabled={isTrying} onClick={retry}>
                {isTrying ? '다시 시도하는 중' : '다시 시도'}
              </button>
            )}
            {page?.kind !== 'progress' && (
              <TopicLink className="button" path="/progress/" anchor="record">
                기록 내보내기
              </TopicLink>
            )}
          </p>
          <button
            className="button button-icon"
            type="button"
            aria-label="알림 닫기"
            onClick={() => setClosed(log.cause)}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}

/** The notice is shown on pages about the record and on pages with questions; elsewhere there is nothing to lose. */
function isAboutAnswers(page: PageData | null): boolean {
  if (!page) return false;
  if (page.kind !== 'topic' && page.kind !== 'area') return page.kind !== 'comparisons';
  const blocks = [...page.blocks, ...page.sections.flatMap((section) => section.blocks)];
  return blocks.some(({ kind }) => kind === 'quiz');
}
