/** The time that is left; said aloud only when it gets short. */

import { useEffect, useRef, useState } from 'react';

const TOLD_AT_SECONDS = [300, 60];

export function Timer({ until, onOver }: { until: number; onOver: () => void }) {
  const [left, setLeft] = useState(() => secondsTo(until));
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    let wasOver = false;
    const tick = () => {
      const seconds = secondsTo(until);
      setLeft(seconds);
      if (seconds === 0 && !wasOver) {
        wasOver = true;
        over.current();
      }
    };
    const timer = setInterval(tick, 1_000);
    tick();
    return () => clearInterval(timer);
  }, [until]);
  const told = TOLD_AT_SECONDS.find((each) => left <= each && left > each - 5);
  return (
    <p className="exam-timer num">
      <span aria-hidden="true">
        {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')}
      </span>
      <span className="vh" role="timer">
        {Math.ceil(left / 60)}분 남음
      </span>
      <span className="vh" role="status">
        {told !== undefined && `${told / 60}분 남았습니다.`}
      </span>
    </p>
  );
}

const secondsTo = (until: number): number => Math.max(0, Math.round((until - Date.now()) / 1_000));
