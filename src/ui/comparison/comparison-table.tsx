/** A comparison as it is read, and the controls that bring what else can be done with it on first use. */

import { useEffect, useId, useRef, useState } from 'react';
import type { ComparisonBlock } from '../../core/model/topic.ts';
import { useTakeOver } from '../take-over.ts';
import { columnsKey, readColumns } from './address.ts';
import { LONG_CELLS, Table } from './table.tsx';
import type { Change, Live, Mode, View } from './view.ts';

const MODES: [Mode, string][] = [
  ['read', '보기'],
  ['diff', '차이'],
  ['recall', '가리고 떠올리기'],
];
/** Fewer rows are in view together, and sorting them would only take them apart. */
const FEWEST_SORTED = 12;

const load = (): Promise<Live> => import('./live.tsx');

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
  const names = block.columns.map((column) => column.text);
  const [live, setLive] = useState<Live | null>(null);
  const [coming, setComing] = useState<Mode | null>(null);
  const waiting = useRef<Partial<View> | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [view, setView] = useState<View>(() => ({
    mode: 'read',
    columns: names.map((_, at) => at),
    isPicking: false,
    isPhone: false,
    sort: null,
    sitting: null,
    dressed: 0,
    shed: null,
  }));

  const isLong = block.rows.length * names.length >= LONG_CELLS;
  const change: Change = (wanted) => {
    if (live) {
      if (!isLong || !(wanted.mode || wanted.columns)) return setView((now) => live.next(block, now, wanted));
      // The choice shows at once; what it does to a long table is a task of its own, and the last choice wins.
      const isWaiting = waiting.current !== null;
      waiting.current = { ...waiting.current, ...wanted };
      if (wanted.mode) setComing(wanted.mode);
      if (isWaiting) return;
      setTimeout(() => {
        const all = waiting.current ?? {};
        waiting.current = null;
        setComing(null);
        setView((now) => live.next(block, now, all));
      });
      return;
    }
    setHasFailed(false);
    setComing(wanted.mode ?? null);
    load().then(
      (loaded) => {
        setComing(null);
        setLive(loaded);
        setView((now) => loaded.next(block, now, wanted));
      },
      () => {
        setComing(null);
        setHasFailed(true);
      },
    );
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, on arrival
  useEffect(() => {
    const columns = readColumns(location.search, columnsKey(block.id, block.line), names);
    if (columns) change({ columns });
  }, []);

  const box = useTakeOver<HTMLElement>();

  const canPick = names.length > 2;
  const canSort = block.rows.length >= FEWEST_SORTED;
  const props = { block, view, change };
  return (
    <section className="hang cmp-box" ref={box} aria-label={`${names.join(', ')} 비교`}>
      <div className="cmp-bar js" onPointerEnter={() => void load().catch(() => undefined)}>
        <fieldset className="seg">
          <legend className="vh">표 보기</legend>
          {MODES.map(([mode, label]) => (
            <label key={mode}>
              <input
                type="radio"
                name={id}
                value={mode}
                checked={(coming ?? view.mode) === mode}
                onChange={() => change({ mode })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        {(canPick || canSort) && (
          <button
            className={canSort ? 'btn' : 'btn cmp-wide'}
            type="button"
            aria-expanded={view.isPicking}
            onClick={() => change({ isPicking: !view.isPicking })}
          >
            {canPick ? (canSort ? '열과 순서' : '열 고르기') : '순서'}
          </button>
        )}
        {hasFailed && <p role="alert">불러오지 못했습니다. 인터넷 연결을 확인하고 다시 눌러 보세요.</p>}
      </div>
      {canPick && view.mode !== 'recall' && <Pair {...props} names={names} />}
      {live && <live.Head {...props} />}
      <Table
        block={block}
        columns={view.columns}
        caption={`${names.join(', ')} 비교`}
        {...live?.tableOf(block, view, change)}
      />
      {live && <live.Foot {...props} />}
    </section>
  );
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
    <div className="cmp-pick js">
      {select(0, left)}
      <button
        className="btn btn-icon"
        type="button"
        aria-label="왼쪽과 오른쪽 바꾸기"
        onClick={() => change({ columns: [right, left] })}
      >
        <svg className="ic" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 7h11.5M12.5 4l3 3-3 3M16 13H4.5M7.5 10l-3 3 3 3" />
        </svg>
      </button>
      {select(1, right)}
    </div>
  );
}
