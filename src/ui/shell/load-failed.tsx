/** What stands in place of a page that could not be fetched: says so, and tries again with a network or when asked to. */

import { useEffect } from 'react';
import { retryPage } from '../../store/pages.ts';

/** A network that has just come back, or a host that has failed, may need a moment. */
const RETRY_MILLIS = 5_000;

export function LoadFailed({ path }: { path: string }) {
  useEffect(() => {
    const retry = () => retryPage(path);
    const timer = setInterval(() => navigator.onLine && !document.hidden && retry(), RETRY_MILLIS);
    addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      removeEventListener('online', retry);
    };
  }, [path]);
  return (
    <article className="read">
      <header className="opening">
        <h1 tabIndex={-1}>페이지를 불러오지 못했습니다</h1>
      </header>
      <p>네트워크 연결을 확인해 주세요. 연결되면 저절로 다시 불러옵니다.</p>
      <p className="actions">
        <button className="btn btn-main" type="button" onClick={() => retryPage(path)}>
          다시 시도
        </button>
      </p>
    </article>
  );
}
