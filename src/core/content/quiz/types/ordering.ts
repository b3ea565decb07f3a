/** Items to put in order: a numbered list in the right order. */

import type { AnswerOf } from '../../../model/question.ts';
import { childrenOf, isList, lineOf, type Node } from '../../markdown/nodes.ts';
import { report } from '../../source/context.ts';
import type { AnswerReader } from '../answer-block.ts';
import { checkRepeated, checkWords, claimLists, readItem } from '../items.ts';
import { asBullets } from '../marks.ts';
import { isPair } from './matching.ts';

export const ordering: AnswerReader<AnswerOf<'ordering'>> = {
  isEnd: isList,
  claim(block, context) {
    const { lists } = block;
    if (lists?.kind !== 'ordered_list' || lists.items.length < 2 || lists.items.every(isPair)) return null;
    const claim = claimLists(block, lists, 0, (listed): AnswerOf<'ordering'> => {
      const nodes = listed.map(({ node }) => node);
      const items = listed.map((item) => readItem(item, context));
      if (nodes.every(holdsBullets))
        report(context, 'question-categories-numbered', {
          line: lineOf(nodes[0] as Node) - 1,
          fix: asBullets(nodes, context),
        });
      else {
        checkWords(items, context);
        checkRepeated(items, context);
      }
      return { type: 'ordering', items };
    });
    return { ...claim, isTentative: true };
  },
};

const holdsBullets = (item: Node): boolean => childrenOf(item).some(({ type }) => type === 'bullet_list');
