/** Hints of a question, shown one by one and counted. */

import type { Html as SafeHtml } from '../../core/model/topic.ts';
import { Icon } from '../icon.tsx';
import { Html } from '../topic/html.tsx';

interface HintsProps {
  hints: readonly SafeHtml[];
  shown: number;
  /** Shows the next one; null once it is too late. */
  onShow: (() => void) | null;
}

export function Hints({ hints, shown, onShow }: HintsProps) {
  if (hints.length === 0) return null;
  const isMore = onShow !== null && shown < hints.length;
  return (
    <div className="hints">
      <ol aria-label="힌트" aria-live="polite" hidden={shown === 0}>
        {hints.slice(0, shown).map((hint, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hints are shown in their one order
          <li key={at}>
            <b>힌트{hints.length > 1 && ` ${at + 1}`}</b> <Html html={hint} />
          </li>
        ))}
      </ol>
      {isMore && (
        <button className="text-btn js" type="button" onClick={onShow}>
          <Icon name="tip" isSmall />
          힌트 보기{hints.length > 1 && ` (${shown + 1}/${hints.length})`}
        </button>
      )}
    </div>
  );
}
