/** A newer version is there: said quietly, and taken by the next link all the same. Never over a sitting. */

import { useState } from 'react';
import { useUpdate } from '../../store/update.ts';
import { Icon } from '../icon.tsx';

export function UpdateNotice() {
  const isReady = useUpdate((update) => update.isReady);
  const [isClosed, setClosed] = useState(false);
  return (
    <div className="update-notice" role="status">
      {isReady && !isClosed && (
        <div className="update-notice-in">
          <p>새 버전이 있습니다.</p>
          <button className="btn" type="button" onClick={() => location.reload()}>
            새로 고침
          </button>
          <button
            className="btn btn-icon"
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
