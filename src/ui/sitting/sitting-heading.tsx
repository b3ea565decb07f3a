/** The heading of a sitting's last screen, which takes the focus: day, time taken, result. */

import { type ReactNode, useEffect, useRef } from 'react';
import type { RecordState } from '../../core/memory/record-state.ts';
import { elapsedIn } from '../../core/study/sitting.ts';
import { formatFull } from '../days.ts';
import type { Session } from './session.ts';

interface SittingHeadingProps {
  session: Session;
  state: RecordState;
  /** What was practised; null where that is plain. */
  name: string | null;
  children: ReactNode;
}

export function SittingHeading({ session, state, name, children }: SittingHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { sitting, startedAt, day } = session;
  return (
    <>
      <p className="crumb note numeric">
        {[name, formatFull(day), inWords(elapsedIn(sitting, state, startedAt))].filter(Boolean).join(' · ')}
      </p>
      <h1 tabIndex={-1} ref={heading}>
        {children}
      </h1>
    </>
  );
}

/** 5분 48초. */
function inWords(millis: number): string {
  const seconds = Math.round(millis / 1_000);
  const minutes = Math.floor(seconds / 60);
  return [minutes > 0 && `${minutes}분`, (seconds % 60 > 0 || minutes === 0) && `${seconds % 60}초`]
    .filter(Boolean)
    .join(' ');
}
