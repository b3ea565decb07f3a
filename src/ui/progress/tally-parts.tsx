/** What the frame and the rows of the contents show of the record: the tally of a row, and the number of what is due. */

import { useShallow } from 'zustand/react/shallow';
import type { TreeNode } from '../../core/model/course.ts';
import { type Tally, tallyWords } from '../../core/model/tally.ts';
import { sumOf } from '../../core/study/due-exercises.ts';
import { useStudy } from '../../store/study/study.ts';
import { useTally } from '../../store/study/tally.ts';
import { TallyBar } from '../tally-bar.tsx';
import { countWords } from './day-plan.ts';

/** Rows are drawn anew only where a number has changed. */
function useNodeTally(node: TreeNode): Tally | null {
  return useTally(useShallow(({ tally }) => tally?.of(node) ?? null));
}

/** In a row of the contents: the bar, and how many of how many are remembered. */
export function NodeTally({ node }: { node: TreeNode }) {
  const tally = useNodeTally(node);
  if (!tally) return null;
  return (
    <>
      <TallyBar tally={tally} />
      <Remembered tally={tally} />
    </>
  );
}

/** In a row of the topic tree, where there is no room for a bar. */
export function NodeCount({ node }: { node: TreeNode }) {
  const tally = useNodeTally(node);
  if (!tally) return null;
  return (
    <>
      <span className="visually-hidden">{`, ${tallyWords(tally)}`}</span>
      <Remembered tally={tally} />
    </>
  );
}

/** 6 / 10; said in full beside it. */
export const Remembered = ({ tally }: { tally: Tally }) => (
  <span className="remembered note numeric" aria-hidden="true">
    <b>{tally.remembered}</b>
    <span>{` / ${tally.all}`}</span>
  </span>
);

/** Of questions, as the map counts them; null until the record has been read. */
export const useDueCount = (): number | null => {
  const isRead = useStudy(({ state, index }) => state !== null && index !== null);
  const due = useTally(({ plan }) => plan?.due.question ?? 0);
  return isRead ? due : null;
};

const MOST = 99;

/** Beside 복습 in the menus: the questions due, as the map counts them; a dot where only cards or cells are. */
export function DueCount() {
  const due = useTally(({ plan }) => plan?.due);
  if (!due || sumOf(due) === 0) return null;
  const { question } = due;
  return (
    <span className="count numeric screen-only">
      <span className="visually-hidden">{`, 복습할 것 ${countWords(due)}`}</span>
      <span aria-hidden="true">{question > MOST ? `${MOST}+` : question || '•'}</span>
    </span>
  );
}
