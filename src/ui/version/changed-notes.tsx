/** 고쳐진 노트: what the instructor changed since the learner last saw it, below the contents, and in their rows. */

import type { PageData, TreeNode } from '../../core/model/course.ts';
import { seeAllNotes, useNotes } from '../../store/offline/seen-notes.ts';
import { TopicLink } from '../shell/topic-link.tsx';

const MOST = 8;

export function ChangedNotes({ page }: { page: PageData }) {
  const notes = useNotes();
  const paths = [...notes.added, ...notes.changed];
  const rows = paths.length === 0 ? [] : nodesAt(page.map?.tree ?? [], new Set(paths));
  if (rows.length === 0) return null;
  return (
    <section className="changed-notes" aria-labelledby="changed-notes">
      <div className="toc-h">
        <h2 id="changed-notes">고쳐진 노트</h2>
        <p className="note num">지난번에 본 뒤로 {rows.length}개</p>
        <button className="btn" type="button" onClick={() => seeAllNotes()}>
          모두 확인
        </button>
      </div>
      <Rows rows={rows.slice(0, MOST)} />
      {rows.length > MOST && (
        <details className="fold">
          <summary>나머지 {rows.length - MOST}개</summary>
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
            <span className="n">{number}</span> {title}
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
