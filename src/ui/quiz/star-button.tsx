/** 다시 볼 문제: the star of a question or a card. */

import type { ItemId } from '../../core/model/event.ts';
import { starItem } from '../../store/study/answers.ts';
import { useStudy } from '../../store/study/study.ts';
import { Icon } from '../icon.tsx';

/** `name` tells the questions of a page apart: 「문제 2」. */
export function StarButton({ item, name }: { item: ItemId; name: string }) {
  const isStarred = useStudy(({ state }) => state?.items.get(item)?.isStarred ?? false);
  return (
    <button
      className="btn btn-icon star js"
      type="button"
      aria-pressed={isStarred}
      aria-label={`${name}, 다시 볼 문제`}
      title="다시 볼 문제"
      onClick={() => void starItem(item, !isStarred)}
    >
      <Icon name="star" />
    </button>
  );
}
