/** The panel that picks which columns are shown, and sorts the rows of long tables. */

import type { ViewProps } from './view.ts';

const FEWEST_COLUMNS = 2;

export function PickPanel({ block, view, change }: ViewProps) {
  const { columns, sort } = view;
  const isFewest = columns.length <= FEWEST_COLUMNS;
  return (
    <div className="comparison-panel">
      {block.columns.length > FEWEST_COLUMNS && (
        <fieldset className="comparison-columns">
          <legend>볼 열</legend>
          {block.columns.map(({ text }, at) => {
            const isShown = columns.includes(at);
            return (
              <label key={text}>
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
      <label className="comparison-scope">
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
