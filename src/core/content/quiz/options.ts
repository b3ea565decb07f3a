/**
 * Options of a task list: `- [x] 맞는 것`, `- [ ] 틀린 것`; how many are ticked tells one choice from several. Also mends marks that
 * were probably meant as an option's or a blank's: `[X ]`, `[]`, `［x］`, `[ㅌ]`, `［［답］］`.
 */

import type { Fix } from '../../model/diagnostic.ts';
import type { AnswerOption } from '../../model/question.ts';
import { itemsOf } from '../blocks/outline-run.ts';
import { dropStart, plainText } from '../markdown/inline.ts';
import { isList, lineOf, type Node } from '../markdown/nodes.ts';
import { taskOf } from '../markdown/tasks.ts';
import { type Context, indentOf, replacement, report } from '../source/context.ts';
import { type AnswerReader, isTask } from './answer-block.ts';
import { checkCount, claimLists, countStem, itemParts, type ListItem, shown } from './items.ts';

const ANY_MARK = /^\[.?\]/;

/** A reader of task lists with as many ticked items as `fits` says. */
export const optionsReader = <A>(
  fits: (ticked: number) => boolean,
  toAnswer: (options: AnswerOption[]) => A,
): AnswerReader<A> => ({
  isEnd: isList,
  claim(block, context) {
    const { lists } = block;
    if (lists?.kind !== 'tasks' || !fits(lists.items.filter(isTicked).length)) return null;
    return claimLists(block, lists, countStem(lists.items, isTask, context), (items) => {
      checkCount('보기', items.length, items, context);
      return toAnswer(items.map((item) => readOption(item, context)));
    });
  },
});

const isTicked = (item: Node): boolean => taskOf(item.token) === 'done';

function readOption({ node, loose }: ListItem, context: Context): AnswerOption {
  const { head, rest, feedback } = itemParts(node, loose, context);
  const line = lineOf(node);
  const column = indentOf(context, line - 1);
  const isMarked = isTask(node);
  const mark = isMarked ? undefined : ANY_MARK.exec(plainText(head))?.[0];
  const words = mark ? dropStart(head, mark) : head;
  if (!isMarked)
    report(context, 'question-option-mark', { line: line - 1, column, fix: mendMark(node, context) });
  const { html, text } = shown(words, rest, context);
  return { html, text, isRight: isTicked(node), feedback, line };
}

const ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s+/;
/** ㅌ is the x key of a Korean keyboard. */
const MARK = /^[[［【]\s*([xXvVoOㅌ✓✔√ｘＸ]?)\s*[\]］】]\s*/;
const RIGHT_MARK = /^\[[ xX]\]\s/;
const WIDE_BLANK = /(?:［［|\[［|［\[)([^[\]［］]+)(?:］］|\]］|］\])/g;

/** Writes an item's mark as GFM wants it; an item without any is marked as wrong, which it is taken for. */
function mendMark(item: Node, context: Context): Fix | undefined {
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
  const [mark, letter = ''] = MARK.exec(text.slice(column)) ?? [];
  return { line, column, mark, text: letter === '' ? '[ ] ' : '[x] ' };
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
