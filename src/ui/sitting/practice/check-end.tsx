/** The end of 「10문제로 실력 확인」: how it went in each area, and where to begin reading. */

import type { TreeNode } from '../../../core/model/course.ts';
import type { StudyTopic } from '../../../core/model/study.ts';
import type { Exercise } from '../../../core/study/exercises.ts';
import { PRACTICE_SIZE, practiceExercises } from '../../../core/study/practice-set.ts';
import type { Outcome, Turn } from '../../../core/study/sitting.ts';
import { Mark, VERDICTS } from '../../marks.tsx';
import { TopicLink } from '../../shell/topic-link.tsx';
import type { Ready } from '../record-page.tsx';
import type { Session } from '../session.ts';
import { EndCard, firstAnswers } from '../sitting-end.tsx';
import { areaName, byPlace, PlaceLink, placeName, practiceSearch } from './sets.tsx';

const NEW = { set: 'new', scope: { by: 'all' } } as const;

interface CheckEndProps {
  session: Session;
  ready: Ready;
  areas: readonly TreeNode[];
  name: string;
  /** Takes up again what was missed, in a sitting that repeats it. */
  onRetry: (missed: readonly Exercise[]) => void;
}

export function CheckEnd({ session, ready, areas, name, onRetry }: CheckEndProps) {
  const { first, right } = firstAnswers(session);
  const missed = first.filter(({ outcome }) => outcome !== 'right');
  const weakest = weakestPlace(first, ready.index.topics);
  const start = weakest && placeName(weakest.place);
  const fresh = practiceExercises(ready.state, ready.index, ready.today, NEW, '').slice(
    0,
    PRACTICE_SIZE,
  ).length;
  const home = (
    <TopicLink className="button" path="/">
      차례로
    </TopicLink>
  );
  return (
    <EndCard
      session={session}
      ready={ready}
      name={name}
      title={`${first.length}문제 중 ${right}문제를 맞혔습니다`}
      said={
        weakest ? missedWords(weakest.count, missed.length, placeName(weakest.place)) : '모두 맞혔습니다.'
      }
      result={<AreaResults turns={first} areas={areas} weakest={weakest?.area ?? null} start={start} />}
    >
      {weakest ? (
        <>
          <PlaceLink className="button button-main" scope={weakest.place.scope}>
            {`${start}부터 읽기`}
          </PlaceLink>
          <button
            className="button"
            type="button"
            onClick={() => onRetry(missed.map(({ exercise }) => exercise))}
          >
            {`틀린 ${missed.length}문제 다시`}
          </button>
          {home}
        </>
      ) : (
        <>
          {fresh > 0 && (
            <TopicLink className="button button-main" path={`/practice/${practiceSearch(NEW)}`}>
              {`새 문제 ${fresh}개`}
            </TopicLink>
          )}
          {home}
        </>
      )}
    </EndCard>
  );
}

/** Where to begin, of `here` misses out of `all`; one of many says nothing of its place. */
export function missedWords(here: number, all: number, start: string): string {
  if (here === 1 && all > 1) return `틀린 문제가 여러 토픽에 있습니다. 「${start}」부터 읽으면 됩니다.`;
  const which =
    here < all ? `틀린 ${all}문제 가운데 ${here}문제가` : all > 1 ? `틀린 ${all}문제가` : '틀린 문제가';
  return `${which} 「${start}」에서 나왔습니다. 여기부터 읽으면 됩니다.`;
}

/** Where to begin: in the area with the smallest share of right answers the place with the most misses, else the first one. */
function weakestPlace(turns: readonly Turn[], topics: readonly StudyTopic[]) {
  const isMissed = ({ outcome }: Turn) => outcome !== 'right';
  const share = (area: string): number => {
    const own = turns.filter(({ exercise }) => exercise.area === area);
    return own.filter(isMissed).length / own.length;
  };
  const counted = byPlace(topics, turns.filter(isMissed), ({ exercise }) => exercise).map((place) => {
    const area = place.things[0]?.exercise.area ?? '';
    return { place, area, count: place.things.length, share: share(area) };
  });
  return counted.sort((a, b) => b.share - a.share || b.count - a.count)[0] ?? null;
}

interface AreaResultsProps {
  turns: readonly Turn[];
  areas: readonly TreeNode[];
  /** Number of the area to begin in, and what to begin with there. */
  weakest: string | null;
  start: string | null;
}

function AreaResults({ turns, areas, weakest, start }: AreaResultsProps) {
  const numbers = [...new Set(turns.map(({ exercise }) => exercise.area))].sort((a, b) =>
    a.localeCompare(b, 'ko', { numeric: true }),
  );
  return (
    <ul className="sitting-rows" aria-label="영역별 결과">
      {numbers.map((area) => {
        const own = turns.filter(({ exercise }) => exercise.area === area);
        const right = own.filter(({ outcome }) => outcome === 'right').length;
        return (
          <li key={area} data-start={area === weakest ? '' : undefined}>
            <span className="number numeric">{area}</span>
            <span>
              <b>{areaName(area, areas)}</b>
              {area === weakest && <span className="note">{`여기부터: ${start}`}</span>}
            </span>
            <span className="with-icon">
              {own.map(({ exercise, outcome }) => (
                <OutcomeMark key={exercise.item} outcome={outcome ?? 'wrong'} />
              ))}
            </span>
            <span className="note numeric">{`${right} / ${own.length}`}</span>
          </li>
        );
      })}
    </ul>
  );
}

const VERDICT_OF = { right: 'correct', partial: 'partial', wrong: 'incorrect' } as const;

function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const verdict = VERDICT_OF[outcome];
  return <Mark verdict={verdict} label={VERDICTS[verdict]} />;
}
