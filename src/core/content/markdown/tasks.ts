/** Task lists as GFM renders them: `- [x]` is a ticked box that cannot be changed. */

import type { Token } from 'markdown-it';
import { type InlineRun, withText } from './inline.ts';

const TASK = /^\[([ xX])\](?=\s)/;

/** Replaces the mark at the start of an item by a box. `index` is that of the run among the tokens. */
export function markTask(run: InlineRun, tokens: Token[], index: number): void {
  const item = tokens[index - 2];
  const first = run.children[0];
  const match = TASK.exec(run.token.content);
  if (!match || item?.type !== 'list_item_open' || first?.type !== 'text' || !TASK.test(first.content))
    return;
  const isDone = match[1] !== ' ';
  const box = Object.assign(withText(first, `<input type="checkbox" disabled${isDone ? ' checked' : ''}>`), {
    type: 'html_inline',
  });
  run.children = [box, withText(first, first.content.slice(3)), ...run.children.slice(1)];
  item.attrJoin('class', 'task');
  item.meta = { ...item.meta, task: isDone ? 'done' : 'open' };
}

/** Whether an item is a task, and if so whether it is ticked. */
export const taskOf = (item: Token): 'done' | 'open' | null =>
  (item.meta?.task as 'done' | 'open' | undefined) ?? null;
