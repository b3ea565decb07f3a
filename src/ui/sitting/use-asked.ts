/** What an ask says: its page's data, fetched when its turn is near, and in it the question, card or cell. */

import { useEffect, useState } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { questionItem } from '../../core/model/event.ts';
import type { Ask } from '../../core/study/asks.ts';
import { cardsOf, type PlacedCard } from '../../core/study/cards.ts';
import { cellCard } from '../../core/study/cells.ts';
import { type PlacedQuestion, questionsOf } from '../../core/study/questions.ts';
import { loadPage } from '../../store/pages.ts';

export type Asked =
  | { kind: 'question'; page: PageData; placed: PlacedQuestion }
  | { kind: 'card' | 'cell'; page: PageData; placed: PlacedCard }
  /** The notes were edited since the index was made, and no longer hold it. */
  | { kind: 'gone' }
  | { kind: 'loading' }
  /** The page's data did not come. */
  | { kind: 'failed'; retry: () => void };

export function useAsked(ask: Ask | null): Asked {
  const [page, setPage] = useState<{ path: string; data: PageData | null | Error } | null>(null);
  const [tries, setTries] = useState(0);
  const path = ask?.path ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another load
  useEffect(() => {
    if (path === null) return;
    let isCurrent = true;
    loadPage(path).then(
      (data) => isCurrent && setPage({ path, data }),
      (error: Error) => isCurrent && setPage({ path, data: error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [path, tries]);

  if (!ask || page?.path !== path) return { kind: 'loading' };
  if (page.data instanceof Error) {
    return {
      kind: 'failed',
      retry: () => {
        setPage(null);
        setTries((count) => count + 1);
      },
    };
  }
  return page.data ? askedIn(page.data, ask) : { kind: 'gone' };
}

/** The thing an ask means in its page. */
export function askedIn(page: PageData, { kind, item }: Ask): Asked {
  if (kind === 'question') {
    const placed = questionsOf(page).find(({ id }) => questionItem(id) === item);
    return placed ? { kind, page, placed } : { kind: 'gone' };
  }
  const placed = kind === 'card' ? cardsOf(page).find((card) => card.item === item) : cellCard(page, item);
  return placed ? { kind, page, placed } : { kind: 'gone' };
}
