/** In the top bar while there is no network. */

import { useIsOnline } from '../../store/offline/online.ts';

export function OfflineTag() {
  const isOnline = useIsOnline();
  return (
    <span className="offline-tag" role="status">
      {!isOnline && '오프라인'}
    </span>
  );
}
