/**
 * Records and reads what was recalled of comparisons. A cell of a table with an id is in the record, by row and column name; of a
 * table without one, grades live as long as the page.
 */

import { type ContentHash, cellItem, type RecallVerdict } from '../core/model/event.ts';
import { hash64 } from '../core/quiz/hash64.ts';
import { recordAnswer } from './study/answers.ts';
import { useStudy } from './study/study.ts';

export interface RecallAnswer {
  /** The table's id; for a table without one, its page and line, which no record outlives. */
  compareId: string;
  row: string;
  column: string;
  grade: RecallVerdict;
  /** Whether this was the first time in its sitting; later ones follow a look at the answer. */
  isFirst: boolean;
  /** Whether the table has an id of its own. */
  isKept: boolean;
}

const SCORES: Record<RecallVerdict, number> = { known: 1, vague: 0.5, missed: 0 };

/** First grades of this visit's sittings, by table and cell: the record says how well one does over days. */
const grades = new Map<string, Map<string, RecallVerdict>>();

const cellKey = (row: string, column: string): string => JSON.stringify([row, column]);

let shownAt = 0;

/** Says that a sitting begins: its first cell is asked. */
export function beginRecall(): void {
  shownAt = performance.now();
}

/** Milliseconds since the last answer or the beginning of the recall; capped, since longer means that the learner was away. */
function elapsed(): number {
  const since = shownAt;
  shownAt = performance.now();
  return Math.min(60_000, Math.round(shownAt - since));
}

/** Takes the answer a learner gave about one cell. */
export function recordRecall(answer: RecallAnswer): void {
  const { compareId, row, column, grade, isFirst, isKept } = answer;
  const elapsedMillis = elapsed();
  if (isFirst) {
    const tableGrades = grades.get(compareId) ?? new Map<string, RecallVerdict>();
    grades.set(compareId, tableGrades.set(cellKey(row, column), grade));
  }
  if (!isKept) return;
  const item = cellItem(compareId, row, column);
  void recordAnswer(() => ({
    kind: 'cell',
    item,
    // What a cell is, is its name: a reworded cell keeps its history and changes nothing.
    contentHash: hash64(item) as ContentHash,
    answer: null,
    verdict: grade,
    score: SCORES[grade],
    confidence: 'sure',
    hints: 0,
    elapsedMillis,
  }));
}

/** The first grade of a cell in its latest sitting, or on its latest day in the record; null when never asked. */
export function latestGrade(compareId: string, row: string, column: string): RecallVerdict | null {
  const now = grades.get(compareId)?.get(cellKey(row, column));
  if (now) return now;
  const history = useStudy.getState().state?.items.get(cellItem(compareId, row, column))?.history ?? [];
  const day = history.at(-1)?.day;
  const verdict = history.find((answer) => answer.day === day)?.verdict;
  return verdict === 'known' || verdict === 'vague' || verdict === 'missed' ? verdict : null;
}
