/** Marks that were probably meant as an option's or a blank's, and what they should be: `[X ]`, `[]`, `［x］`, `[ㅌ]`, `(x)`, `［［답］］`. */

import type { Fix } from '../../model/diagnostic.ts';
import { itemsOf } from '../blocks/outline-run.ts';
import { isList, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, replacement } from '../source/context.ts';

const ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s+/;
/** ㅌ is the x key of a Korean keyboard. */
const MARK =
  /^(?:[[［【]\s*([xXvVoOㅌ✓✔√●■*ｘＸ]|정답)?\s*[\]］】]|[(（]\s*([xXvVoOㅌ✓✔√ｘＸ])?\s*[)）]|([☑✅✔✓])\uFE0F?(?=\s)|[☐⬜❌]\uFE0F?(?=\s))\s*/;
const RIGHT_MARK = /^\[[ xX]\]\s/;
const WIDE_BLANK = /(?:［［|\[［|［\[)([^[\]［］]+)(?:］］|\]］|］\])/g;

/** Whether words begin like an option: `[v] 가`, `(x) 가`. */
export const isMarked = (words: string): boolean => MARK.test(words);

/** Writes an item's mark as GFM wants it; an item without any is marked as wrong, which it is taken for. */
export function mendMark(item: Node, context: Context): Fix | undefined {
  const parts = markOf(item, context);
  if (!parts) return undefined;
  const { line, column, mark, text } = parts;
  return replacement(
    context,
    { line, from: column, to: column + (mark?.length ?? 0) },
    text,
    `\`${text.trim()}\`로 쓰기`,
  );
}

/** Fixes every mark of the lists, or the full-width brackets of blanks, when that may be why no answer is found. */
export function mendShape(nodes: Node[], context: Context): Fix | undefined {
  const items = nodes.filter(isList).flatMap(itemsOf);
  const marked = items.filter((item) => markOf(item, context)?.mark !== undefined);
  const edits = marked.flatMap((item) => mendMark(item, context)?.edits ?? []);
  if (edits.length > 0) return { label: '보기의 표시를 `[x]`와 `[ ]`로 쓰기', edits };
  const blanks = nodes
    .filter((node) => node.type === 'paragraph')
    .flatMap((node) => wideBlanks(node, context));
  return blanks.length > 0 ? { label: '빈칸의 괄호를 `[[ ]]`로 쓰기', edits: blanks } : undefined;
}

function markOf(item: Node, context: Context) {
  const line = lineOf(item) - 1;
  const text = context.source.lines[line] ?? '';
  const column = ITEM.exec(text)?.[0].length;
  if (column === undefined || RIGHT_MARK.test(text.slice(column))) return null;
  const [mark, ...letters] = MARK.exec(text.slice(column)) ?? [];
  const isRight = letters.some((letter) => letter !== undefined);
  return { line, column, mark, text: isRight ? '[x] ' : '[ ] ' };
}

function wideBlanks(node: Node, context: Context): Fix['edits'] {
  const [start, end] = node.token.map ?? [0, 0];
  const lines = context.source.lines.slice(start, end);
  return lines.flatMap((text, at) =>
    [...text.matchAll(WIDE_BLANK)].flatMap(
      ({ 0: whole, 1: answer = '', index }) =>
        replacement(context, { line: start + at, from: index, to: index + whole.length }, `[[${answer}]]`, '')
          .edits,
    ),
  );
}
