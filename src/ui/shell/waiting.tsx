/** The sign that something is waited for. What comes quickly shows none, so that nothing flickers. */

import { useEffect, useState } from 'react';

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
