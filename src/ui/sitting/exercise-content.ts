/** Loads an exercise: fetches the data of its page and finds the question, card or cell in it. */

import { useEffect, useState } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { questionItem } from '../../core/model/event.ts';
import { cardsOf, cellCard, type PlacedCard } from '../../core/study/cards.ts';
import type { Exercise } from '../../core/study/exercises.ts';
import { type PlacedQuestion, questionsOf } from '../../core/study/questions.ts';
import { loadPage } from '../../store/pages.ts';

export type ExerciseContent =
  | { kind: 'question'; page: PageData; placed: PlacedQuestion }
  | { kind: 'card' | 'cell'; page: PageData; placed: PlacedCard }
  /** The notes were edited since the index was made, and no longer hold it. */
  | { kind: 'gone' }
  | { kind: 'loading' }
  /** The page's data did not come. */
  | { kind: 'failed'; retry: () => void };

export function useExerciseContent(exercise: Exercise | null): ExerciseContent {
  const [page, setPage] = useState<{ path: string; data: PageData | null | Error } | null>(null);
  const [tries, setTries] = useState(0);
  const path = exercise?.path ?? null;
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

  if (!exercise || page?.path !== path) return { kind: 'loading' };
  if (page.data instanceof Error) {
    return {
      kind: 'failed',
      retry: () => {
        setPage(null);
        setTries((count) => count + 1);
      },
    };
  }
  return page.data ? contentOf(page.data, exercise) : { kind: 'gone' };
}

/** Finds the question, card or cell of an exercise in its page. */
export function contentOf(page: PageData, { kind, item }: Exercise): ExerciseContent {
  if (kind === 'question') {
    const placed = questionsOf(page).find(({ id }) => questionItem(id) === item);
    return placed ? { kind, page, placed } : { kind: 'gone' };
  }
  const placed = kind === 'card' ? cardsOf(page).find((card) => card.item === item) : cellCard(page, item);
  return placed ? { kind, page, placed } : { kind: 'gone' };
}

export function usePages(paths: readonly string[]): ReadonlyMap<string, PageData> {
  const [pages, setPages] = useState<ReadonlyMap<string, PageData>>(new Map());
  const pathList = [...new Set(paths)].join('\n');
  useEffect(() => {
    let isCurrent = true;
    const loadAll = async () => {
      const needed = pathList.split('\n').filter(Boolean);
      const answers = await Promise.allSettled(needed.map((path) => loadPage(path)));
      if (!isCurrent) return;
      const here = answers.flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []));
      setPages(new Map(here.map((page) => [page.path, page])));
      if (answers.some(({ status }) => status === 'rejected'))
        addEventListener('online', loadAll, { once: true });
    };
    void loadAll();
    return () => {
      isCurrent = false;
      removeEventListener('online', loadAll);
    };
  }, [pathList]);
  return pages;
}
