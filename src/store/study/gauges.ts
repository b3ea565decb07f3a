/** The gauges on the screen: shown when the record has been read, then renewed at most once a minute. */

import { create } from 'zustand';
import { type CourseGauges, gaugesOf, hasRecord } from '../../core/study/gauges.ts';
import type { Study } from './record.ts';
import { useStudy } from './study.ts';

const HOLD_MILLIS = 60_000;

/** Null until record and index are here, and while nothing has been answered. */
export const useGauges = create<{ gauges: CourseGauges | null }>(() => ({ gauges: null }));

let shown: Study | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Brings the gauges up to date, for example when another page opens. */
export function renewGauges(): void {
  const study = useStudy.getState();
  const { state, index, today } = study;
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (shown && !isChanged(shown, study)) return;
  shown = study;
  useGauges.setState({ gauges: state && index && hasRecord(state) ? gaugesOf(index, state, today) : null });
}

/** Follows the record; called once, by the chunk that draws gauges. */
export function followRecord(): void {
  renewGauges();
  useStudy.subscribe((now, before) => {
    const isFirst = useGauges.getState().gauges === null;
    const isErased = now.state !== null && !hasRecord(now.state);
    const isAnswer = !isFirst && !isErased && now.index === before.index && now.today === before.today;
    if (isAnswer) timer ??= setTimeout(renewGauges, HOLD_MILLIS);
    else renewGauges();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') renewGauges();
  });
}

const isChanged = (a: Study, b: Study): boolean =>
  a.state !== b.state || a.index !== b.index || a.today !== b.today;
