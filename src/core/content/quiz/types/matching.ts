/** Pairs: `- 왼쪽 -> 오른쪽`; a right side without a left one (`- -> 남는 것`) is a decoy. */

import type { Token } from 'markdown-it';
import type { AnswerItem, AnswerOf, AnswerPair } from '../../../model/question.ts';
import { headOf } from '../../blocks/outline-run.ts';
import { cutAt, plainText } from '../../markdown/inline.ts';
import { isList, lineOf, type Node } from '../../markdown/nodes.ts';
import { type Context, report } from '../../source/context.ts';
import type { AnswerReader } from '../answer-block.ts';
import { checkCount, claimLists, countStem, itemParts, type ListItem, shown } from '../items.ts';

const ARROW = /->|→|=>/;

export const matching: AnswerReader<AnswerOf<'matching'>> = {
  isEnd: isList,
  claim(block, context) {
    const { lists } = block;
    if (lists?.kind !== 'bullet_list') return null;
    const stemItems = countStem(lists.items, isPair, context);
    if (!lists.items.slice(stemItems).every(isPair)) return null;
    return claimLists(block, lists, stemItems, (items) => {
      const sides = items.map((item) => readPair(item, context)).filter((side) => side !== null);
      const pairs = sides.filter((side) => 'left' in side);
      const decoys = sides.filter((side): side is AnswerItem => !('left' in side));
      checkCount('짝', pairs.length, items, context);
      return pairs.length > 0 ? { type: 'matching', pairs, decoys } : null;
    });
  },
};

const isPair = (item: Node): boolean => ARROW.test(plainText(headOf(item)));

/** A pair, or a decoy when nothing stands left of the arrow; null when the right side is missing. */
function readPair({ node, loose }: ListItem, context: Context): AnswerPair | AnswerItem | null {
  const { head, rest, feedback } = itemParts(node, loose, context);
  const line = lineOf(node);
  const index = head.findIndex((token) => token.type === 'text' && ARROW.test(token.content));
  const arrow = ARROW.exec(head[index]?.content ?? '');
  const [before, after] = arrow
    ? cutAt(head, index, arrow.index, arrow.index + arrow[0].length)
    : [head, [] as Token[]];
  const left = shown(before, [], context);
  const right = shown(after, rest, context);
  if (right.html === '') {
    report(context, 'question-side-missing', { line: line - 1 });
    return null;
  }
  return left.html === '' ? { ...right, feedback, line } : { left, right, feedback, line };
}
