/** Sorts the rows of a comparison by name or by a column. Unsorted rows are in the order of the notes. */

/** `column` −1 is the row's name; null is the order of the notes. */
export interface SortBy {
  column: number;
  isDescending: boolean;
}

interface SortableRow {
  name: string;
  cells: readonly { text: string }[];
}

const korean = new Intl.Collator('ko', { numeric: true, sensitivity: 'base' });

/** Indices of the rows in their order; equal ones keep the notes' order, cells without words come last. */
export function sortRows(rows: readonly SortableRow[], by: SortBy | null): number[] {
  const order = rows.map((_, at) => at);
  if (!by) return order;
  const textOf = (at: number) => (by.column < 0 ? rows[at]?.name : rows[at]?.cells[by.column]?.text) ?? '';
  const sign = by.isDescending ? -1 : 1;
  return order.sort((a, b) => {
    const [left, right] = [textOf(a), textOf(b)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '') || a - b;
    return sign * korean.compare(left, right) || a - b;
  });
}
