/** Columns picked in the address: `?cols-tools=conda&cols-tools=Pipenv`, by name, so that moving a column breaks no link. */

/** A table by its id; one without an id by its line, which lasts as long as its author leaves it there. */
export const columnsKey = (id: string | null, line: number): string => `cols-${id ?? line}`;

/** The picked columns in their order; null when the address picks none, or fewer than two that still exist. */
export function readColumns(search: string, key: string, names: readonly string[]): number[] | null {
  const picked = new URLSearchParams(search).getAll(key).map((name) => names.indexOf(name.normalize('NFC')));
  const known = [...new Set(picked.filter((index) => index >= 0))];
  return known.length >= 2 ? known : null;
}

/** The query with one table's columns put in and everything else kept; all of them in order leave no trace. */
export function writeColumns(
  search: string,
  key: string,
  names: readonly string[],
  columns: readonly number[],
): string {
  const query = new URLSearchParams(search);
  query.delete(key);
  const isPlain = columns.length === names.length && columns.every((column, at) => column === at);
  if (!isPlain) for (const column of columns) query.append(key, names[column] ?? '');
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
