/** What pages about the record say where scripts are off, and where one can go on. */

import { TopicLink } from '../shell/topic-link.tsx';

export function NeedsScripts() {
  return (
    <div className="no-js">
      <p className="study-lead">
        학습 기록은 이 브라우저에 남으므로 JavaScript가 필요합니다. 노트와 문제는 JavaScript 없이도 읽을 수
        있습니다.
      </p>
      <p className="s-actions">
        <TopicLink className="btn btn-main" path="/">
          차례로
        </TopicLink>
      </p>
    </div>
  );
}
