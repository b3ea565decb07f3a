/** Notices about versions: of the app, of the notes, and of what can be read without a network. */

import '../styles/late.css';
import './version.css';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PageData, TreeNode } from '../../core/model/course.ts';
import type { OfflineCopy } from '../../core/offline/plan.ts';
import { lookAtNotes, notesOf, seeAllNotes, useNotes } from '../../store/offline/seen-notes.ts';
import { reportLocation, startServiceWorker, useOfflineCopy } from '../../store/offline/service-worker.ts';
import { useUpdate } from '../../store/pages.ts';
import { HAS_SERVICE_WORKER } from '../../store/site.ts';
import { Icon } from '../icon.tsx';
import { TopicLink } from '../shell/topic-link.tsx';

/** In the footer: the revision of the notes, and what can be read without a network. */
export function FootState({ page }: { page: PageData | null }) {
  const isOnline = useIsOnline();
  const copy = useOfflineCopy((state) => state.copy);
  const content = useNotes((notes) => page && notesOf(notes, page)?.content);
  const area = page?.area?.path ?? null;
  const path = page?.path ?? null;
  useEffect(() => {
    if (HAS_SERVICE_WORKER) void startServiceWorker();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another place
  useEffect(() => {
    void reportLocation(area);
  }, [area, path]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an edit of the notes need not be counted at once
  useEffect(() => {
    if (page) void lookAtNotes(page);
  }, [path]);

  const parts = [content && `노트 ${content}`, isOnline ? describeCopy(copy, area) : OFFLINE];
  return <span>{parts.map((part) => (part ? ` · ${part}` : '')).join('')}</span>;
}

const followOnline = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** Whether the device has a network, as far as the browser knows. */
const useIsOnline = (): boolean =>
  useSyncExternalStore(
    followOnline,
    () => navigator.onLine,
    () => true,
  );

const OFFLINE = '오프라인입니다. 저장된 노트로 공부할 수 있고, 답도 기록됩니다.';

function describeCopy(copy: OfflineCopy | null, area: string | null): string | null {
  if (!copy) return null;
  if (copy.isWhole) return '오프라인에서도 볼 수 있습니다';
  const isAreaKept = copy.thrift === 'area' && area !== null && copy.area === area;
  return `${isAreaKept ? '이 영역과 ' : ''}열어 본 페이지는 오프라인에서도 볼 수 있습니다`;
}

/** In the top bar while there is no network. */
export function OfflineTag() {
  const isOnline = useIsOnline();
  return (
    <span className="offline-tag screen-only" role="status">
      {!isOnline && '오프라인'}
    </span>
  );
}

/** A quiet notice that a new version is there; the next link loads it anyway. Not shown during a sitting. */
export function UpdateNotice() {
  const isReady = useUpdate((update) => update.isReady);
  const [isClosed, setClosed] = useState(false);
  return (
    <div className="update-notice screen-only" role="status">
      {isReady && !isClosed && (
        <div className="update-notice-in line over-page">
          <p>새 버전이 있습니다.</p>
          <button className="button" type="button" onClick={() => location.reload()}>
            새로 고침
          </button>
          <button
            className="button button-icon"
            type="button"
            aria-label="알림 닫기"
            onClick={() => setClosed(true)}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}

const MOST = 8;

/** 고쳐진 노트: what the instructor changed since the learner last saw it, below the contents. */
export function ChangedNotes({ page }: { page: PageData }) {
  const notes = useNotes();
  const paths = [...notes.added, ...notes.changed];
  const rows = paths.length === 0 ? [] : nodesAt(page.map?.tree ?? [], new Set(paths));
  if (rows.length === 0) return null;
  return (
    <section className="changed-notes screen-only" aria-labelledby="changed-notes">
      <div className="contents-head">
        <h2 id="changed-notes">고쳐진 노트</h2>
        <p className="note numeric">{`지난번에 본 뒤로 ${rows.length}개`}</p>
        <button className="button" type="button" onClick={() => seeAllNotes()}>
          모두 확인
        </button>
      </div>
      <Rows rows={rows.slice(0, MOST)} />
      {rows.length > MOST && (
        <details className="fold">
          <summary>{`나머지 ${rows.length - MOST}개`}</summary>
          <Rows rows={rows.slice(MOST)} />
        </details>
      )}
    </section>
  );
}

function Rows({ rows }: { rows: readonly TreeNode[] }) {
  return (
    <ul>
      {rows.map(({ path, number, title }) => (
        <li key={path}>
          <TopicLink path={path ?? ''}>
            <span className="number">{number}</span> {title}
          </TopicLink>
          <NoteMark path={path ?? ''} />
        </li>
      ))}
    </ul>
  );
}

/** In a row of the contents. */
export function NoteMark({ path }: { path: string }) {
  const mark = useNotes(({ added, changed }) =>
    added.includes(path) ? '새 토픽' : changed.includes(path) ? '고쳐짐' : null,
  );
  return mark && <span className="note-mark">{mark}</span>;
}

function nodesAt(nodes: readonly TreeNode[], paths: ReadonlySet<string>): TreeNode[] {
  return nodes.flatMap((node) => [
    ...(node.path !== null && node.anchor === null && paths.has(node.path) ? [node] : []),
    ...nodesAt(node.children, paths),
  ]);
}
