/** The sittings of this visit by name: after following a link to the notes, or a reload, a sitting goes on where it was. */

import { useEffect, useState } from 'react';
import { useNavigationType } from 'react-router';
import type { Day, ItemId } from '../../core/model/event.ts';
import type { StudyIndex } from '../../core/model/study.ts';
import { type Exercise, everyExercise } from '../../core/study/exercises.ts';
import { isOver, resumeSitting, type Sitting, startSitting } from '../../core/study/sitting.ts';
import { courseId } from '../../store/site.ts';
import { readSitting, writeSitting } from '../../store/study/sittings.ts';
import { afterPaint } from '../after-paint.ts';
import type { Result } from '../quiz/use-attempt.ts';

export interface Session {
  sitting: Sitting;
  /** Milliseconds since 1970. */
  startedAt: number;
  day: Day;
  /** How the question on the screen was graded, so that coming back from the notes shows it as it was left. */
  result: Result | null;
}

const sessions = new Map<string, Session>();

interface SessionOptions {
  /** Tells sittings apart. */
  name: string;
  index: StudyIndex;
  today: Day;
}

export function useSession({ name, index, today }: SessionOptions) {
  const key = `${courseId()} ${name}`;
  const isReturn = useNavigationType() === 'POP';
  const [session, setSession] = useState<Session | null>(() => {
    const earlier = sessions.get(key);
    // What is over is shown again to who comes back to it, not to who begins anew.
    if (earlier) return isOver(earlier.sitting) && !isReturn ? null : earlier;
    return restore(name, index, today);
  });
  useEffect(() => {
    if (session) sessions.set(key, session);
    else sessions.delete(key);
    const isGoingOn = session !== null && !isOver(session.sitting);
    afterPaint(() => writeSitting(name, isGoingOn ? toStored(session) : null));
  }, [name, key, session]);
  return {
    session,
    begin: (exercises: readonly Exercise[], isRepeating = true) =>
      setSession({
        sitting: startSitting(exercises, isRepeating),
        startedAt: Date.now(),
        day: today,
        result: null,
      }),
    change: (change: (now: Session) => Session) => setSession((now) => now && change(now)),
    end: () => setSession(null),
  };
}

function toStored({ sitting, startedAt, day }: Session) {
  const turns = sitting.turns.map(({ exercise, round, outcome }) => ({
    item: exercise.item,
    round,
    outcome,
  }));
  return { startedAt, day, at: sitting.at, isRepeating: sitting.isRepeating, turns };
}

function restore(name: string, index: StudyIndex, today: Day): Session | null {
  const stored = readSitting(name, today);
  if (!stored) return null;
  const { startedAt, day, at } = stored;
  const exercises = new Map<ItemId, Exercise>(
    everyExercise(index.topics).map((exercise) => [exercise.item, exercise]),
  );
  const turns = stored.turns.map(({ item, round, outcome }) => {
    const exercise = exercises.get(item as ItemId);
    return exercise ? { exercise, round, outcome } : null;
  });
  const sitting = resumeSitting(turns, at, stored.isRepeating);
  return isOver(sitting) ? null : { sitting, startedAt, day, result: null };
}
