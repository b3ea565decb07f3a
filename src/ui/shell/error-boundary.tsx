/** A page that fails while it is drawn says so; the shell around it stays usable. */

import type { ReactNode } from 'react';
import { Boundary } from '../boundary.tsx';
import { TopicLink } from './topic-link.tsx';

export function ErrorBoundary({ children }: { children: ReactNode }) {
  return (
    <Boundary
      fallback={(retry) => (
        <div className="read message" role="alert">
          <h1 tabIndex={-1}>페이지를 보여 드리지 못했습니다</h1>
          <p>다시 시도해 보세요. 그래도 안 되면 차례에서 다른 글을 먼저 읽어 주세요.</p>
          <p className="actions">
            <button className="btn btn-main" type="button" onClick={retry}>
              다시 시도
            </button>
            <TopicLink className="btn" path="/">
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
