/** Options of a task list: `- [x] 맞는 것`, `- [ ] 틀린 것`; how many are ticked tells one choice from several. */

import type { Token } from 'markdown-it';
import type { AnswerOption } from '../../model/question.ts';
import { isPicture, isTaskList } from '../blocks/outline-run.ts';
import { dropStart, plainText } from '../markdown/inline.ts';
import { isList, lineOf, type Node } from '../markdown/nodes.ts';
import { taskOf } from '../markdown/tasks.ts';
import { type Context, indentOf, replacement, report } from '../source/context.ts';
import { type AnswerReader, isTask } from './answer-block.ts';
import { checkCount, checkWords, claimLists, countStem, itemParts, type ListItem, shown } from './items.ts';
import { markOf, mendMark } from './marks.ts';

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
      const options = items.map((item) => readOption(item, context));
      checkWords(options, context);
      return toAnswer(options);
    });
  },
});

const isTicked = (item: Node): boolean => taskOf(item.token) === 'done';

function readOption({ node, loose }: ListItem, context: Context): AnswerOption {
  const { head, rest, feedback } = itemParts(node, loose, context);
  const line = lineOf(node);
  const column = indentOf(context, line - 1);
  const mark = isTask(node) ? null : (markOf(node, context)?.mark ?? '').trim();
  const words = mark ? dropStart(head, mark) : head;
  // What has a mark and nothing else is told of as empty.
  if (mark !== null && (plainText(words) !== '' || rest.length > 0)) {
    const params = { mark: mark || null };
    report(context, 'question-option-mark', { line: line - 1, column, params, fix: mendMark(node, context) });
  }
  const inner = rest.find((each) => isList(each) && isTaskList(each));
  if (inner)
    report(context, 'question-item-nested', { line: lineOf(inner) - 1, params: { within: 'option' } });
  checkFeedback(node, words, rest, context);
  const { html, text } = shown(words, rest, context);
  return { html, text, isRight: isTicked(node), feedback, line };
}

/** Columns of a line from which on an editor or an author breaks it; Hangul takes two. */
const FULL_LINE = 56;

/** What goes on below a short option was meant as what is said of it: `- [x] 가` above `  왜냐하면`. */
function checkFeedback(node: Node, words: Token[], rest: Node[], context: Context): void {
  const line = lineOf(node) - 1;
  const text = context.source.lines[line] ?? '';
  const broken = words.findIndex((token) => token.type === 'softbreak');
  const isShort = text.replace(/[\p{sc=Hangul}\p{sc=Han}]/gu, '--').length < FULL_LINE;
  const [below] = rest;
  const at =
    broken >= 0 && isShort
      ? line + 1
      : below && rest.every(({ type }) => type === 'paragraph') && !isPicture(below)
        ? lineOf(below) - 1
        : null;
  if (at === null) return;
  const from = indentOf(context, at);
  const indent = /^\s*[-*+]\s+/.exec(text)?.[0].length ?? 2;
  const place = { line: at, from: 0, to: from };
  const fix = replacement(context, place, `${' '.repeat(indent)}> `, '`>` 붙이기');
  report(context, 'question-feedback-plain', { line: at, fix });
}
