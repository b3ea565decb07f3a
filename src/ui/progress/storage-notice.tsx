/** Trouble with the record: what happened, what to do, and a button that tries again; in a notice, or in place of the record. */

import { useEffect, useState } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { openStudy, useStudy } from '../../store/study/study.ts';
import { Icon } from '../icon.tsx';
import { TopicLink } from '../shell/topic-link.tsx';

export function StorageNotice({ page }: { page: PageData | null }) {
  const log = useStudy((study) => study.log);
  const [closed, setClosed] = useState<string | null>(null);
  const isOpen = useStudy(({ state }) => state !== null);
  const isTold =
    log !== null &&
    log.status !== 'ok' &&
    log.cause !== closed &&
    isAboutAnswers(page) &&
    (isOpen || !isAboutRecord(page));

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
              <RetryButton />
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

/** Opens the record if it is not open, stores what waits, reads what was not read. */
function RetryButton() {
  const [isTrying, setTrying] = useState(false);
  const retry = async () => {
    setTrying(true);
    try {
      await (await openStudy()).retry();
    } catch {
      // Told by the state of the record.
    }
    setTrying(false);
  };
  return (
    <button className="button" type="button" disabled={isTrying} onClick={retry}>
      {isTrying ? '다시 시도하는 중' : '다시 시도'}
    </button>
  );
}

/** Pages that show `RecordWaiting` until the record is there. */
const isAboutRecord = (page: PageData | null): boolean =>
  page !== null && ['progress', 'review', 'practice', 'mistakes'].includes(page.kind);

/** Longer than reading a record mostly takes, and than it should ever take, in milliseconds. */
const LONG = 1_500;
const TOO_LONG = 10_000;

interface RecordWaitingProps {
  /** What is said from the beginning, if anything. */
  atFirst?: string;
  /** Whether the record has been read, and the course's questions are missing. */
  isIndexMissing?: boolean;
}

/** In place of what shows the record, until that can be shown. */
export function RecordWaiting({ atFirst = '', isIndexMissing = false }: RecordWaitingProps) {
  const hasFailed = useStudy(({ state, log }) => state === null && log !== null && log.status !== 'ok');
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timers = [LONG, TOO_LONG].map((millis) => setTimeout(() => setWaited(millis), millis));
    return () => timers.forEach(clearTimeout);
  }, []);
  const words = hasFailed
    ? '학습 기록을 열지 못했습니다. 저장된 기록은 그대로 있습니다.'
    : waited < LONG
      ? atFirst
      : isIndexMissing
        ? '문제 목록을 불러오지 못했습니다. 네트워크에 연결되면 여기에 나타납니다.'
        : waited < TOO_LONG
          ? '학습 기록을 읽는 중입니다.'
          : '학습 기록이 아직 열리지 않습니다. 저장된 기록은 그대로 있습니다.';
  return (
    <>
      <p className="study-lead needs-scripts" role="status">
        {words}
      </p>
      {(hasFailed || (isIndexMissing ? waited >= LONG : waited >= TOO_LONG)) && (
        <p className="study-actions">
          {hasFailed || isIndexMissing ? (
            <RetryButton />
          ) : (
            <button className="button" type="button" onClick={() => location.reload()}>
              다시 시도
            </button>
          )}
        </p>
      )}
    </>
  );
}

/** The notice is shown on pages about the record and on pages with questions; elsewhere there is nothing to lose. */
function isAboutAnswers(page: PageData | null): boolean {
  if (!page) return false;
  if (page.kind !== 'topic' && page.kind !== 'area') return page.kind !== 'comparisons';
  const blocks = [...page.blocks, ...page.sections.flatMap((section) => section.blocks)];
  return blocks.some(({ kind }) => kind === 'quiz');
}
