/** A comparison: read, with its differences marked, or covered and recalled; its columns picked and its rows sorted. */

import '../styles/late.css';
import './study.css';
import { startTransition, useEffect, useId, useOptimistic, useState } from 'react';
import { isBold } from '../../core/comparison/diff.ts';
import type { ComparisonBlock } from '../../core/model/topic.ts';
import { useTakeOver } from '../take-over.ts';
import { RecallFoot, RecallHead } from './recall-panel.tsx';
import { captionOf, Table } from './table.tsx';
import {
  type Change,
  changeView,
  columnsKey,
  firstView,
  type Mode,
  PHONE,
  readColumns,
  type View,
  type ViewProps,
  writeColumns,
} from './view.ts';

const MODES: [Mode, string][] = [
  ['read', '보기'],
  ['diff', '차이'],
  ['recall', '가리고 떠올리기'],
];
/** Fewer rows are in view together, and sorting them would only take them apart. */
const FEWEST_SORTED = 12;

/** Other columns make another table: a view of the old ones would not fit. */
export function ComparisonTable({ block }: { block: ComparisonBlock }) {
  return (
    <Comparison
      key={[...block.columns, ...block.rows.map((row) => ({ text: row.name }))]
        .map((each) => each.text)
        .join('|')}
      block={block}
    />
  );
}

function Comparison({ block }: { block: ComparisonBlock }) {
  const id = useId();
  const box = useTakeOver<HTMLElement>();
  const names = block.columns.map((column) => column.text);
  const [view, setView] = useState(() => firstView(block));
  // A choice shows at once; what it does to a long table may take a moment longer.
  const [chosen, choose] = useOptimistic(view, (now: View, changes: Partial<View>) => ({
    ...now,
    ...changes,
  }));
  const change: Change = (changes) => {
    const apply = () => setView((now) => changeView(block, now, changes));
    if (!changes.mode && !changes.columns) return apply();
    if (changes.columns) writeAddress(block, names, changes.columns);
    startTransition(() => {
      choose(changes);
      apply();
    });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, on arrival
  useEffect(() => {
    const columns = readColumns(location.search, columnsKey(block.id, block.line), names);
    if (columns) change({ columns });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the window, not the view
  useEffect(() => {
    const phone = matchMedia(PHONE);
    const follow = () => change({ isPhone: phone.matches });
    phone.addEventListener('change', follow);
    return () => phone.removeEventListener('change', follow);
  }, []);

  const canPick = names.length > 2;
  const canSort = block.rows.length >= FEWEST_SORTED;
  const { mode, sitting } = view;
  return (
    <section className="hang comparison-box" ref={box} aria-label={captionOf(block)}>
      <div className="comparison-bar row needs-scripts">
        <fieldset className="segmented">
          <legend className="visually-hidden">표 보기</legend>
          {MODES.map(([each, label]) => (
            <label key={each}>
              <input
                type="radio"
                name={id}
                value={each}
                checked={chosen.mode === each}
                onChange={() => change({ mode: each })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        {(canPick || canSort) && (
          <button
            className={canSort ? 'button' : 'button comparison-wide'}
            type="button"
            aria-expanded={view.isPicking}
            onClick={() => change({ isPicking: !view.isPicking })}
          >
            {canPick ? (canSort ? '열과 순서' : '열 고르기') : '순서'}
          </button>
        )}
      </div>
      {canPick && mode !== 'recall' && <Pair names={names} view={chosen} change={change} />}
      {view.isPicking && <PickPanel block={block} view={chosen} change={change} />}
      {mode === 'diff' && (
        <p className="comparison-note note screen-only">
          {`형광펜은 다른 칸에 없는 낱말${hasBold(block) ? '이나 노트에 굵게 쓴 말' : ''}입니다.${view.isPhone && canPick ? ' 보이는 두 열을 견줍니다.' : ''}`}
        </p>
      )}
      {sitting && <RecallHead block={block} view={view} sitting={sitting} change={change} />}
      <Table block={block} view={view} change={change} />
      {sitting && <RecallFoot block={block} view={view} sitting={sitting} change={change} />}
    </section>
  );
}

const hasBold = ({ rows }: ComparisonBlock): boolean => rows.some((row) => row.cells.some(isBold));

function writeAddress(block: ComparisonBlock, names: readonly string[], columns: readonly number[]): void {
  const search = writeColumns(location.search, columnsKey(block.id, block.line), names, columns);
  if (search !== location.search)
    history.replaceState(history.state, '', location.pathname + search + location.hash);
}

/** On a phone two columns stand side by side: which ones. */
function Pair({ names, view, change }: { names: string[]; view: View; change: Change }) {
  const [left = 0, right = 1] = view.columns;
  const pick = (at: 0 | 1, column: number) => {
    const other = at === 0 ? right : left;
    const moved = column === other ? (at === 0 ? left : right) : other;
    change({ columns: at === 0 ? [column, moved] : [moved, column] });
  };
  const select = (at: 0 | 1, value: number) => (
    <select
      aria-label={at === 0 ? '왼쪽 열' : '오른쪽 열'}
      value={value}
      onChange={(event) => pick(at, Number(event.target.value))}
    >
      {names.map((name, index) => (
        <option key={name} value={index}>
          {name}
        </option>
      ))}
    </select>
  );
  return (
    <div className="comparison-pick needs-scripts">
      {select(0, left)}
      <button
        className="button button-icon"
        type="button"
        aria-label="왼쪽과 오른쪽 바꾸기"
        onClick={() => change({ columns: [right, left] })}
      >
        <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 7h11.5M12.5 4l3 3-3 3M16 13H4.5M7.5 10l-3 3 3 3" />
        </svg>
      </button>
      {select(1, right)}
    </div>
  );
}

const FEWEST_COLUMNS = 2;

/** Picks which columns are shown, and sorts the rows of long tables. */
function PickPanel({ block, view, change }: ViewProps) {
  const { columns, sort } = view;
  const isFewest = columns.length <= FEWEST_COLUMNS;
  return (
    <div className="comparison-panel row screen-only">
      {block.columns.length > FEWEST_COLUMNS && (
        <fieldset className="comparison-columns row">
          <legend>볼 열</legend>
          {block.columns.map(({ text }, at) => {
            const isShown = columns.includes(at);
            return (
              <label key={text} className="with-icon">
                <input
                  type="checkbox"
                  checked={isShown}
                  disabled={isShown && isFewest}
                  onChange={() => change({ columns: toggle(columns, at) })}
                />
                {text}
              </label>
            );
          })}
          {isFewest && <p className="note">두 열은 남겨 둡니다.</p>}
        </fieldset>
      )}
      <label className="comparison-scope with-icon">
        <span>행의 순서</span>
        <select
          value={sort ? `${sort.column}${sort.isDescending ? '-' : '+'}` : ''}
          onChange={({ target: { value } }) =>
            change({
              sort:
                value === ''
                  ? null
                  : { column: Number.parseInt(value, 10), isDescending: value.endsWith('-') },
            })
          }
        >
          <option value="">노트 순서</option>
          {[-1, ...columns].map((at) => {
            const name = at < 0 ? '관점' : block.columns[at]?.text;
            return [
              <option key={`${at}+`} value={`${at}+`}>{`${name} 가나다순`}</option>,
              <option key={`${at}-`} value={`${at}-`}>{`${name} 거꾸로`}</option>,
            ];
          })}
        </select>
      </label>
    </div>
  );
}

/** Adds or takes away a column; they keep the table's order, and two always remain. */
function toggle(columns: readonly number[], column: number): number[] {
  if (!columns.includes(column)) return [...columns, column].sort((a, b) => a - b);
  return columns.filter((each) => each !== column);
}
