// biome-ignore-all lint/a11y/noRedundantRoles: the phone layout changes `display`, which takes the roles away
/** A cell of a sitting: covered by film, open and to be graded, or graded. What it says never leaves its place. */

import { type Grade, keyOfPlace, type Recall } from '../../core/comparison/recall.ts';
import type { ComparisonBlock } from '../../core/model/topic.ts';
import { Eye, GRADES, GradeMark } from './grade-mark.tsx';
import { Said } from './table.tsx';
import type { CellProps } from './view.ts';

/** `c` covered, `n` covered and next, `o` open, `k` `v` `m` graded, `-` not asked. */
type State = 'c' | 'n' | 'o' | 'k' | 'v' | 'm' | '-';

const GRADE_OF: Partial<Record<string, Grade>> = { k: 'known', v: 'vague', m: 'missed' };
const STATE_OF: Record<Grade, State> = { known: 'k', vague: 'v', missed: 'm' };

/** One string a row, a letter a column shown: a row whose string is the same is not rendered again. */
export function statesOf(block: ComparisonBlock, recall: Recall, columns: readonly number[]): string[] {
  const known = made.get(recall);
  if (known?.columns === columns) return known.states;
  const states = makeStates(block, recall, columns);
  made.set(recall, { columns, states });
  return states;
}
const made = new WeakMap<Recall, { columns: readonly number[]; states: string[] }>();

function makeStates(block: ComparisonBlock, recall: Recall, columns: readonly number[]): string[] {
  const covered = new Set([...recall.covered, ...recall.turns.flat()].map(keyOfPlace));
  const current = recall.current && keyOfPlace(recall.current);
  return block.rows.map((_, row) =>
    columns
      .map((column): State => {
        const key = keyOfPlace({ row, column });
        if (key === current) return recall.isOpen ? 'o' : 'n';
        if (covered.has(key)) return 'c';
        const grade = recall.latest.get(key);
        return grade ? STATE_OF[grade] : '-';
      })
      .join(''),
  );
}

export function StudyCell({ cell, column, row, rowIndex, columnIndex, at, data }: CellProps) {
  const state = String(data)[at] ?? '-';
  const isCovered = state === 'c' || state === 'n';
  const grade = GRADE_OF[state];
  return (
    <td
      role="cell"
      data-col={column.text}
      data-at={`${rowIndex}/${columnIndex}`}
      data-state={state}
      tabIndex={isCovered ? undefined : -1}
    >
      <Said cell={cell} />
      {isCovered && (
        <button
          className="film"
          type="button"
          tabIndex={state === 'n' ? 0 : -1}
          aria-label={`${row.name}, ${column.text}, 가려짐${state === 'n' ? ', 떠올린 뒤 열기' : ''}`}
        >
          {state === 'n' && (
            <span className="go">
              <Eye />
              떠올린 뒤 열기
            </span>
          )}
        </button>
      )}
      {state === 'o' && (
        <fieldset className="grades">
          <legend className="vh">{`${row.name}, ${column.text}: 스스로 채점`}</legend>
          <GradeButtons />
        </fieldset>
      )}
      {grade && <GradeMark grade={grade} label={GRADES.find((each) => each.grade === grade)?.label ?? ''} />}
    </td>
  );
}

/** The table listens for them; on a phone they stand in the foot. */
export function GradeButtons({ onGrade }: { onGrade?: (grade: Grade) => void }) {
  return GRADES.map(({ grade, label }) => (
    <button key={grade} type="button" data-grade={grade} onClick={onGrade && (() => onGrade(grade))}>
      <GradeMark grade={grade} />
      {label}
    </button>
  ));
}
