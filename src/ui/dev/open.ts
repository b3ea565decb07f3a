/** Orders to the dev server: open a place in the editor, mend one. */

import type { Diagnostic } from '../../core/model/diagnostic.ts';

/** A place in a file of the content folder, counted from 1. */
export type Opening = Pick<Diagnostic, 'file' | 'line' | 'column'>;

const query = ({ file, line, column }: Opening) =>
  new URLSearchParams({ file, line: String(line), column: String(column) });

export async function openInEditor(place: Opening): Promise<void> {
  await fetch(`${import.meta.env.BASE_URL}__open?${query(place)}`);
}

/** Applies the fix of a diagnostic to the file; false when the file has changed meanwhile. */
export async function mendPlace(diagnostic: Diagnostic): Promise<boolean> {
  const params = query(diagnostic);
  params.set('code', diagnostic.code);
  const response = await fetch(`${import.meta.env.BASE_URL}__fix?${params}`, { method: 'POST' });
  return response.ok && ((await response.json()) as { isMended: boolean }).isMended;
}
