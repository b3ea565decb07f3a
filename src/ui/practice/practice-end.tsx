/** How a practice went, and where to go on. */

import { useEffect, useRef } from 'react';
import { firstTurns } from '../../core/study/sitting.ts';
import type { Study } from '../../store/study/study.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import type { Kept } from '../sitting/kept.ts';
import { SummaryTable } from '../sitting/summary-table.tsx';

interface PracticeEndProps {
  session: Kept;
  study: Study;
  name: string;
  onClose: () => void;
}

export function PracticeEnd({ session, study, name, onClose }: PracticeEndProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const first = firstTurns(session.sitting).filter(({ outcome }) => outcome !== null);
  const right = first.filter(({ outcome }) => outcome === 'right').length;
  return (
    <div className="s-end">
      <p className="crumb note">{name}</p>
      <h1 tabIndex={-1} ref={heading}>
        {first.length}문제 가운데 {right}문제를 바로 맞혔습니다.
      </h1>
      {study.index && <SummaryTable sitting={session.sitting} index={study.index} before={session.before} />}
      <p>틀린 문제는 잊기 전에 복습에서 다시 나옵니다.</p>
      <p className="s-actions">
        <button className="btn btn-main" type="button" onClick={onClose}>
          다른 문제 고르기
        </button>
        <TopicLink className="btn" path="/">
          차례로
        </TopicLink>
      </p>
    </div>
  );
}
