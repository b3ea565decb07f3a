/** Marks that were probably meant as an option's, and what they should be: `[X ]`, `[]`, `［x］`, `[ㅌ]`, `(x)`, `☑`. */

import type { Fix } from '../../model/diagnostic.ts';
import { lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, replacement } from '../source/context.ts';

const ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s+/;
/** ㅌ is the x key of a Korean keyboard. */
const MARK =
  /^(?:[[［【]\s*([xXvVoOㅌ✓✔√●■*ｘＸ]|정답)?\s*[\]］】]|[(（]\s*([xXvVoOㅌ✓✔√ｘＸ])?\s*[)）]|([☑✅✔✓])\uFE0F?(?=\s)|[☐⬜❌]\uFE0F?(?=\s))\s*/;
const RIGHT_MARK = /^\[[ xX]\]\s/;

/** Whether words begin like an option: `[v] 가`, `(x) 가`. */
export const isMarked = (words: string): boolean => MARK.test(words);

/** Writes an item's mark as GFM wants it; an item without any is marked as wrong, which it is taken for. */
export function mendMark(item: Node, context: Context): Fix | undefined {
  const parts = markOf(item, context);
  if (!parts) return undefined;
  const { line, column, mark, isRight } = parts;
  const text = isRight ? '[x] ' : '[ ] ';
  const place = { line, from: column, to: column + (mark?.length ?? 0) };
  return replacement(context, place, text, `\`${text.trim()}\`로 쓰기`);
}

/** Fixes every mark of some items that is there and wrong. */
export function mendMarks(items: readonly Node[], context: Context): Fix {
  const marked = items.filter((item) => markOf(item, context)?.mark !== undefined);
  const edits = marked.flatMap((item) => mendMark(item, context)?.edits ?? []);
  return { label: '보기의 표시를 `[x]`와 `[ ]`로 쓰기', edits };
}

/** The mark of an item as it is typed; null where it is right, or where the item's line shows none. */
export function markOf(item: Node, context: Context) {
  const line = lineOf(item) - 1;
  const text = context.source.lines[line] ?? '';
  const column = ITEM.exec(text)?.[0].length;
  if (column === undefined || RIGHT_MARK.test(text.slice(column))) return null;
  const [mark, ...letters] = MARK.exec(text.slice(column)) ?? [];
  return { line, column, mark, isRight: letters.some((letter) => letter !== undefined) };
}

/** `- ` instead of the numbers of some items. */
export function asBullets(items: readonly Node[], context: Context): Fix {
  const edits = items.flatMap((item) => {
    const line = lineOf(item) - 1;
    const [, before = '', mark = ''] =
      /^([\s>]*)(\d{1,9}[.)]\s)/.exec(context.source.lines[line] ?? '') ?? [];
    const place = { line, from: before.length, to: before.length + mark.length };
    return mark === '' ? [] : replacement(context, place, '- ', '').edits;
  });
  return { label: '`-`로 쓰기', edits };
}
