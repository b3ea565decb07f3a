/** Sittings of this visit by page, so that following a link to the notes and coming back goes on where one was. */

import { useEffect, useState } from 'react';
import type { State } from '../../core/memory/state.ts';
import type { Sitting } from '../../core/study/sitting.ts';

/** A sitting and the record as it was when it began. */
export interface Kept {
  sitting: Sitting;
  before: State;
}

const kept = new Map<string, Kept>();

export function useKept(key: string) {
  const [session, setSession] = useState<Kept | null>(() => kept.get(key) ?? null);
  useEffect(() => {
    if (session) kept.set(key, session);
    else kept.delete(key);
  }, [key, session]);
  const setSitting = (change: (sitting: Sitting) => Sitting) =>
    setSession((now) => now && { ...now, sitting: change(now.sitting) });
  return { session, setSession, setSitting };
}
