/**
 * Recalling in a covered table. Around it: the choice of cells, progress, grading on a phone, and the result at the end. In it: clicks and
 * keys open a cell, grade it with 1 to 3, move between cells; one listener serves all cells.
 */

import { type KeyboardEvent, type MouseEvent, memo, useEffect, useLayoutEffect, useRef } from 'react';
import { cellKey, countsOf, gradeCell, isDone, type Recall, reveal } from '../../core/comparison/recall.ts';
import type { RecallVerdict } from '../../core/model/event.ts';
import type { ComparisonBlock } from '../../core/model/topic.ts';
import { recordRecall } from '../../store/recall.ts';
import { openStudy, useStudy } from '../../store/study/study.ts';
import { Eye, GRADES, GradeButtons, GradeMark } from '../marks.tsx';
import {
  type Change,
  countWeak,
  recordKey,
  startSitting,
  type TableRecall,
  type View,
  type ViewProps,
} from './view.ts';

type Props = ViewProps & { sitting: TableRecall };

export function RecallHead({ block, view, sitting, change }: Props) {
  const { recall, scope } = sitting;
  const head = useRef<HTMLDivElement>(null);
  const before = useRef(recall);
  // What was not simply known before today can be chosen as soon as the record has been read.
  useStudy(({ state }) => state !== null);
  useEffect(() => {
    openStudy().catch(() => undefined);
  }, []);

  // After opening or grading the focus goes where the next step is, unless it rests on a control above the table.
  useLayoutEffect(() => {
    if (before.current === recall) return;
    before.current = recall;
    const box = head.current?.closest('.comparison-box');
    if (document.activeElement?.closest('.comparison-bar, .comparison-study')) return;
    const { current } = recall;
    if (current) focusCell(box?.querySelector(`td[data-at="${current.row}/${current.column}"]`));
    else box?.querySelector<HTMLElement>('.comparison-result')?.focus();
  }, [recall]);

  const { total, graded, ...counts } = countsOf(recall);
  return (
    <div className="comparison-study row screen-only" ref={head}>
      <label className="comparison-scope with-icon">
        <span>가릴 곳</span>
        <select
          value={scope}
          onChange={(event) => change({ sitting: startSitting(block, view, event.target.value) })}
        >
          <Scopes block={block} columns={view.columns} hasWeak={scope === 'missed' || countWeak(block) > 0} />
        </select>
      </label>
      <p className="recall-tally row" role="status">
        <span>{`${total}칸 중 ${graded}칸`}</span>
        {GRADES.map(({ grade, label }) => (
          <span key={grade} className="with-icon">
            <GradeMark grade={grade} />
            <span className="visually-hidden">{`${label} `}</span>
            <span>{counts[grade]}</span>
          </span>
        ))}
        {recall.round > 1 && !isDone(recall) && (
          <span>{`못 떠올린 ${recall.covered.length}칸을 다시 가렸습니다.`}</span>
        )}
      </p>
    </div>
  );
}

/** Rendered again only when there is something new to choose: a long table has many rows. */
const Scopes = memo(function Scopes(props: {
  block: ComparisonBlock;
  columns: readonly number[];
  hasWeak: boolean;
}) {
  const { block, columns, hasWeak } = props;
  return (
    <>
      <option value="all">모두</option>
      {hasWeak && <option value="missed">다시 볼 칸</option>}
      <optgroup label="열">
        {columns.map((at) => (
          <option key={at} value={`column:${at}`}>
            {block.columns[at]?.text}
          </option>
        ))}
      </optgroup>
      <optgroup label="행">
        {block.rows.map((row, at) => (
          <option key={row.line} value={`row:${at}`}>
            {row.name}
          </option>
        ))}
      </optgroup>
    </>
  );
});

export function RecallFoot({ block, view, sitting, change }: Props) {
  const { recall } = sitting;
  if (isDone(recall)) return <Result block={block} view={view} sitting={sitting} change={change} />;
  const { current, isOpen } = recall;
  const name = current ? `${block.rows[current.row]?.name}, ${block.columns[current.column]?.text}` : '';
  return (
    <>
      <p className="note keys-hint screen-only">
        <kbd>Space</kbd> 열기 <kbd>1</kbd> 떠올림 <kbd>2</kbd> 가물가물 <kbd>3</kbd> 못 떠올림 <kbd>←↑↓→</kbd>{' '}
        칸 이동
      </p>
      <fieldset className="comparison-foot screen-only">
        <legend>{name}</legend>
        {isOpen ? (
          <GradeButtons onGrade={(given) => giveGrade(given, block, view, change)} />
        ) : (
          <button
            className="button button-small"
            type="button"
            onClick={() => current && setRecall(reveal(recall, current), view, change)}
          >
            <Eye />
            떠올린 뒤 열기
          </button>
        )}
      </fieldset>
    </>
  );
}

function Result({ block, view, sitting, change }: Props) {
  const { total, known, vague, missed } = countsOf(sitting.recall);
  const unsure = vague + missed;
  const weak = countWeak(block);
  const again = (scope: string) => change({ sitting: startSitting(block, view, scope) });
  return (
    <section className="comparison-result screen-only" tabIndex={-1} aria-label="떠올리기 결과">
      {total === 0 ? (
        <p>가릴 칸이 없습니다.</p>
      ) : (
        <>
          <p>
            <b>{`${total}칸 중 ${known}칸을 바로 떠올렸습니다.`}</b>
          </p>
          {unsure > 0 && (
            <p>
              {[vague > 0 && `가물가물한 칸 ${vague}개`, missed > 0 && `다시 보고 떠올린 칸 ${missed}개`]
                .filter(Boolean)
                .join(', ')}
            </p>
          )}
        </>
      )}
      <div className="comparison-next row">
        {weak > 0 && (
          <button
            className="button button-main"
            type="button"
            onClick={() => again('missed')}
          >{`다시 볼 ${weak}칸만`}</button>
        )}
        <button className="button" type="button" onClick={() => again('all')}>
          처음부터
        </button>
        <button className="button" type="button" onClick={() => change({ mode: 'read' })}>
          마치기
        </button>
      </div>
    </section>
  );
}

/** Grades the open cell and hands the answer to the record. */
function giveGrade(given: RecallVerdict, block: ComparisonBlock, view: View, change: Change): void {
  const { sitting } = view;
  const place = sitting?.recall.current;
  if (!sitting || !place || !sitting.recall.isOpen) return;
  recordRecall({
    compareId: recordKey(block),
    row: block.rows[place.row]?.name ?? '',
    column: block.columns[place.column]?.text ?? '',
    grade: given,
    isKept: block.id !== null,
    isFirst: !sitting.recall.first.has(cellKey(place)),
  });
  setRecall(gradeCell(sitting.recall, given), view, change);
}

function setRecall(recall: Recall, view: View, change: Change): void {
  if (view.sitting && recall !== view.sitting.recall) change({ sitting: { ...view.sitting, recall } });
}

export function onTableClick(event: MouseEvent, block: ComparisonBlock, view: View, change: Change): void {
  const target = event.target as Element;
  const given = target.closest<HTMLElement>('[data-grade]')?.dataset.grade as RecallVerdict | undefined;
  if (given && target.closest('button')) giveGrade(given, block, view, change);
  const at = target.closest('.film')?.closest('td')?.dataset.at;
  if (at === undefined || !view.sitting) return;
  const [row = 0, column = 0] = at.split('/').map(Number);
  setRecall(reveal(view.sitting.recall, { row, column }), view, change);
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function onTableKey(event: KeyboardEvent, block: ComparisonBlock, view: View, change: Change): void {
  const { altKey, ctrlKey, metaKey, nativeEvent, key } = event;
  if (altKey || ctrlKey || metaKey || nativeEvent.isComposing) return;
  const given = /^[1-3]$/.test(key) ? GRADES[Number(key) - 1] : undefined;
  if (given && view.sitting?.recall.isOpen) {
    event.preventDefault();
    giveGrade(given.grade, block, view, change);
  }
  const step = STEPS[key];
  const cell = step && (event.target as Element).closest('td');
  if (!cell) return;
  event.preventDefault();
  const row = cell.parentElement as HTMLTableRowElement;
  const rows = [...(row.parentElement?.children ?? [])] as HTMLTableRowElement[];
  const to = rows[rows.indexOf(row) + step[0]]?.children[[...row.children].indexOf(cell) + step[1]];
  if (to?.matches('td')) focusCell(to);
}

/** The film of a covered cell, or the cell itself. */
function focusCell(cell: Element | null | undefined): void {
  (cell?.querySelector<HTMLElement>('.film') ?? (cell as HTMLElement | null | undefined))?.focus();
}
