/** An answer sheet of bubbles: a row for each item, a column for each choice. */

import { useId } from 'react';
import { baseOf, type Choice } from '../../../core/quiz/option-keys.ts';
import type { PartGrade } from '../../../core/quiz/type-rules.ts';
import { Mark, VERDICTS } from '../../marks.tsx';
import { Html, NameHtml } from '../../topic/html.tsx';

export interface GridRow extends Choice {
  /** Key of the column that is right. */
  right: string;
}

interface OmrGridProps {
  /** Name of the column of row heads. */
  head: string;
  rows: GridRow[];
  columns: Choice[];
  /** What stands in a bubble and over its column; without it columns are headed by their own words. */
  letterOf?: (at: number) => string;
  /** Ids of elements with the columns' words, where a letter stands for them. */
  wordsId?: (at: number) => string;
  /** Column key by row key. */
  places: Readonly<Record<string, string>>;
  parts: readonly PartGrade[] | null;
  isDisabled: boolean;
  labelledBy: string;
  onPlace: (row: string, column: string) => void;
}

// biome-ignore-start lint/a11y/noRedundantRoles: the phone layout changes `display`, which takes the roles away
export function OmrGrid(props: OmrGridProps) {
  const { head, rows, columns, letterOf, wordsId, labelledBy } = props;
  const id = useId();
  const headId = (at: number) => wordsId?.(at) ?? `${id}c${at}`;
  return (
    <table
      className={letterOf ? 'answer-grid' : 'answer-grid answer-grid-words'}
      role="table"
      aria-labelledby={labelledBy}
    >
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {head}
          </th>
          {columns.map((column, at) =>
            letterOf ? (
              <th key={column.key} scope="col" role="columnheader">
                {letterOf(at)}
              </th>
            ) : (
              <th key={column.key} scope="col" role="columnheader">
                <NameHtml id={headId(at)} html={column.html} />
              </th>
            ),
          )}
          {/* Its room is kept, so that no bubble moves when the marks come. */}
          <th className="mark-cell" scope="col" role="columnheader">
            <span className="visually-hidden">결과</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, rowAt) => (
          <Row
            key={row.key}
            {...props}
            row={row}
            rowAt={rowAt}
            name={`${id}${rowAt}`}
            rowId={`${id}r${rowAt}`}
            headId={headId}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends OmrGridProps {
  row: GridRow;
  rowAt: number;
  name: string;
  rowId: string;
  headId: (at: number) => string;
}

function Row(props: RowProps) {
  const { row, rowAt, name, rowId, headId, columns, letterOf, places, parts, isDisabled, onPlace } = props;
  const part = parts?.find((each) => each.key === row.key);
  return (
    <tr role="row" data-row={rowAt} data-open={places[row.key] ? undefined : ''}>
      <th scope="row" role="rowheader">
        <NameHtml id={rowId} html={row.html} />
      </th>
      {columns.map((column, at) => {
        const isChosen = baseOf(places[row.key] ?? '') === baseOf(column.key);
        const isRight = baseOf(row.right) === baseOf(column.key);
        const shown = part ? (isRight ? 'right' : isChosen ? 'wrong' : 'rest') : undefined;
        const state = part ? stateOf(isRight, isChosen) : '';
        return (
          <td key={column.key} role="cell" data-v={shown}>
            <label>
              <input
                type="radio"
                name={name}
                checked={isChosen}
                disabled={isDisabled || part !== undefined}
                aria-labelledby={`${rowId} ${headId(at)} ${rowId}s${at}`}
                data-digit={at + 1}
                onChange={() => onPlace(row.key, column.key)}
              />
              <span className="bubble" aria-hidden="true">
                {letterOf?.(at)}
              </span>
              {!letterOf && <Html className="column-name" aria-hidden="true" html={column.html} />}
              <span className="visually-hidden" id={`${rowId}s${at}`}>
                {state}
              </span>
            </label>
          </td>
        );
      })}
      <td className="mark-cell" role="cell">
        {part && <Mark verdict={part.verdict} label={VERDICTS[part.verdict]} />}
      </td>
    </tr>
  );
}
// biome-ignore-end lint/a11y/noRedundantRoles: see above

function stateOf(isRight: boolean, isChosen: boolean): string {
  if (isRight) return isChosen ? ', 정답, 내 답' : ', 정답';
  return isChosen ? ', 내 답' : '';
}
