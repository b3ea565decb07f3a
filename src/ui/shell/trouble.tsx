/**
 * What stands in place of a page, or a part of one, that failed or did not load, with a way to try again; and the sign that something is
 * waited for.
 */

import { Component, type ReactNode, useEffect, useState } from 'react';
import { retryPage } from '../../store/pages.ts';
import { renewFailedParts } from '../lazy.tsx';
import { TopicLink } from './topic-link.tsx';

interface BoundaryProps {
  fallback: (retry: () => void) => ReactNode;
  children: ReactNode;
}

/** An error boundary: shows `fallback` when its children fail, and draws them again on `retry`. */
export class Boundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  retry = () => {
    renewFailedParts();
    this.setState({ hasFailed: false });
  };

  override componentWillUnmount() {
    if (this.state.hasFailed) renewFailedParts();
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback(this.retry) : this.props.children;
  }
}

/** The boundary around a page: a page that fails says so, and the frame stays usable. */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  return (
    <Boundary
      fallback={(retry) => (
        <div className="read message" role="alert">
          <h1 tabIndex={-1}>페이지를 보여 드리지 못했습니다</h1>
          <p>다시 시도해 보세요. 그래도 안 되면 차례에서 다른 글을 먼저 읽어 주세요.</p>
          <p className="actions">
            <button className="button button-main" type="button" onClick={retry}>
              다시 시도
            </button>
            <TopicLink className="button" path="/">
              차례로
            </TopicLink>
          </p>
        </div>
      )}
    >
      {children}
    </Boundary>
  );
}

/** A network that has just come back, or a host that has failed, may need a moment. */
const RETRY_MILLIS = 5_000;

/** A page that could not be fetched: tries again when the network is back, or at the button. */
export function LoadFailed({ path }: { path: string }) {
  const [isTrying, setTrying] = useState(false);
  const tryAgain = () => {
    setTrying(true);
    void retryPage(path).then(() => setTrying(false));
  };
  useEffect(() => {
    const retry = () => void retryPage(path);
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
      <p>
        네트워크 연결을 확인해 주세요. 공용 와이파이에서는 먼저 로그인해야 할 수 있습니다. 연결되면 저절로
        다시 불러옵니다.
      </p>
      <p className="actions">
        <button className="button button-main" type="button" onClick={tryAgain}>
          다시 시도
        </button>
      </p>
      <Waiting isWaiting={isTrying} />
    </article>
  );
}

/** What a page that needs scripts says where they are off. */
export function NeedsScripts() {
  return (
    <div className="without-scripts">
      <p className="study-lead">
        이 페이지에는 JavaScript가 필요합니다. 노트와 문제는 JavaScript 없이도 읽을 수 있습니다.
      </p>
      <p className="study-actions">
        <TopicLink className="button button-main" path="/">
          차례로
        </TopicLink>
      </p>
    </div>
  );
}

const QUIET_MILLIS = 150;

/** Whether something has been waited for long enough to say so. */
export function useIsLong(isWaiting: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLong(true), QUIET_MILLIS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isWaiting]);
  return isLong;
}

/** Over the page, so that nothing moves. */
export function Waiting({ isWaiting }: { isWaiting: boolean }) {
  const isLong = useIsLong(isWaiting);
  return (
    <div className="screen-only" role="status">
      {isLong && <p className="waiting over-page">불러오는 중입니다.</p>}
    </div>
  );
}
