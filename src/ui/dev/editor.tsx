/** Asks the dev server to open a place of the notes in the editor, or to apply the fix of a diagnostic. */

import type { Diagnostic } from '../../core/model/diagnostic.ts';

/** A place in a file of the content folder, counted from 1. */
export type SourceLocation = Pick<Diagnostic, 'file' | 'line' | 'column'>;

/** The dev server takes orders only with this header, which the page of another site cannot set. */
const ORDER = { method: 'POST', headers: { 'x-lecture-study': 'author' } };

const query = ({ file, line, column }: SourceLocation) =>
  new URLSearchParams({ file, line: String(line), column: String(column) });

export async function openInEditor(place: SourceLocation): Promise<void> {
  await fetch(`${import.meta.env.BASE_URL}__open?${query(place)}`, ORDER);
}

/** Whether a fix was applied. `refusal`: why it never will be; without it the file has changed meanwhile. */
export interface FixAnswer {
  isMended: boolean;
  refusal?: string;
}

/** Applies the fix of a diagnostic to the file. */
export async function applyFix(diagnostic: Diagnostic): Promise<FixAnswer> {
  const params = query(diagnostic);
  params.set('code', diagnostic.code);
  const response = await fetch(`${import.meta.env.BASE_URL}__fix?${params}`, ORDER);
  return response.ok ? ((await response.json()) as FixAnswer) : { isMended: false };
}

/** The text of a diagnostic. What it quotes from the notes in backticks is set as code. */
export function Message({ text }: { text: string }) {
  return text.split(/(`[^`]+`)/).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text do not move
    at % 2 === 1 ? <code key={at}>{part.slice(1, -1)}</code> : part,
  );
}
