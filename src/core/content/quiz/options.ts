/** Options of a task list: `- [x] 맞는 것`, `- [ ] 틀린 것`; how many are ticked tells one choice from several. */

import type { AnswerOption } from '../../model/question.ts';
import { dropStart, plainText } from '../markdown/inline.ts';
import { isList, lineOf, type Node } from '../markdown/nodes.ts';
import { taskOf } from '../markdown/tasks.ts';
import { type Context, indentOf, report } from '../source/context.ts';
import { type AnswerReader, isTask } from './answer-block.ts';
import { checkCount, claimLists, countStem, itemParts, type ListItem, shown } from './items.ts';
import { mendMark } from './marks.ts';

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
