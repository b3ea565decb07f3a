/** What stands in place of a page that could not be fetched: says so, and how to go on. */

import { retryPage } from '../../store/pages.ts';

export function LoadFailed({ path }: { path: string }) {
  return (
    <article className="read">
      <header className="opening">
        <h1 tabIndex={-1}>페이지를 불러오지 못했습니다</h1>
      </header>
      <p>네트워크 연결을 확인한 뒤 다시 시도해 주세요.</p>
      <p className="actions">
        <button className="btn btn-main" type="button" onClick={() => retryPage(path)}>
          다시 시도
        </button>
      </p>
    </article>
  );
}
