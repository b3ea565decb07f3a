/**
 * What was recalled of comparisons, for as long as the page lives. The durable record takes these answers in the same
 * form: a cell is known by the table's id, the row's name and the column's, never by position.
 */

import type { Grade } from '../core/comparison/recall.ts';

export interface RecallAnswer {
  /** The table's id; for a table without one, its page and line, which no record outlives. */
  compareId: string;
  row: string;
  column: string;
  grade: Grade;
  /** Whether this was the first time in its sitting; later ones follow a look at the answer. */
  isFirst: boolean;
}

const answers: RecallAnswer[] = [];

/** Takes the answer a learner gave about one cell. */
export function recordRecall(answer: RecallAnswer): void {
  answers.push(answer);
}

/** The first grade of each cell in its latest sitting, by row name and then column name. */
export function latestGrades(compareId: string): Map<string, Map<string, Grade>> {
  const grades = new Map<string, Map<string, Grade>>();
  for (const answer of answers) {
    if (answer.compareId !== compareId || !answer.isFirst) continue;
    const row = grades.get(answer.row) ?? new Map<string, Grade>();
    grades.set(answer.row, row.set(answer.column, answer.grade));
  }
  return grades;
}
