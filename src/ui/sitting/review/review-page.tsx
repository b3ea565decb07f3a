/** 복습: what is due today over all topics, one thing a screen. */

import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { PageData } from '../../../core/model/course.ts';
import { dueAsks } from '../../../core/study/due-asks.ts';
import { useKept } from '../kept.ts';
import { type Ready, RecordPage } from '../record-page.tsx';
import { SittingView } from '../sitting-view.tsx';
import { ReviewEnd } from './review-end.tsx';
import { ReviewStart } from './review-start.tsx';

export function ReviewPage({ page }: { page: PageData }) {
  return <RecordPage page={page}>{(ready) => <Review page={page} ready={ready} />}</RecordPage>;
}

function Review({ page, ready }: { page: PageData; ready: Ready }) {
  const { state, index, today } = ready;
  const asks = useMemo(() => dueAsks(state, index, today), [state, index, today]);
  const { session, begin, change, end } = useKept({ name: 'review', index, today });
  const navigate = useNavigate();
  const { search } = useLocation();
  // `/review/?go` comes from 「복습 시작」 elsewhere; once begun it is not begun again.
  const isToStart = useRef(new URLSearchParams(search).has('go'));
  useEffect(() => {
    if (isToStart.current && !session && asks.length > 0) begin(asks);
    isToStart.current = false;
  });

  if (!session) return <ReviewStart page={page} asks={asks} ready={ready} begin={begin} />;
  const close = () => {
    end();
    if (search !== '') navigate('/review/', { replace: true });
  };
  return (
    <SittingView
      session={session}
      change={change}
      title="복습"
      onClose={close}
      end={<ReviewEnd session={session} ready={ready} left={asks.length} onClose={close} />}
    />
  );
}
