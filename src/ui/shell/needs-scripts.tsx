/** What a page that scripts make says where they are off, and where one can go on. */

import { TopicLink } from './topic-link.tsx';

export function NeedsScripts() {
  return (
    <div className="no-js">
      <p className="study-lead">
        이 페이지에는 JavaScript가 필요합니다. 노트와 문제는 JavaScript 없이도 읽을 수 있습니다.
      </p>
      <p className="s-actions">
        <TopicLink className="btn btn-main" path="/">
          차례로
        </TopicLink>
      </p>
    </div>
  );
}
