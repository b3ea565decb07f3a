/** How far a sitting is: a tick a turn, drawn by what came of it. */

import type { Sitting, Turn } from '../../core/study/sitting.ts';

const MOST_TICKS = 40;

export function Ticks({ sitting: { turns, at } }: { sitting: Sitting }) {
  const now = Math.min(at + 1, turns.length);
  return (
    <>
      {turns.length <= MOST_TICKS ? (
        <div className="s-prog" role="img" aria-label={`${turns.length}개 가운데 ${now}번째`}>
          {turns.map((turn, index) => (
            <i key={`${turn.ask.item}/${turn.round}`} data-v={stateOf(turn, index === at)} />
          ))}
        </div>
      ) : (
        <progress className="s-bar-line" max={turns.length} value={at} aria-label="진행" />
      )}
      <span className="note num" aria-hidden={turns.length <= MOST_TICKS}>
        {now} / {turns.length}
      </span>
    </>
  );
}

const stateOf = ({ outcome }: Turn, isNow: boolean): string | undefined =>
  outcome ?? (isNow ? 'now' : undefined);
