/** Items to put in order: a numbered list in the right order. */

import type { AnswerOf } from '../../../model/question.ts';
import { isList } from '../../markdown/nodes.ts';
import type { AnswerReader } from '../answer-block.ts';
import { claimLists, readItem } from '../items.ts';

export const ordering: AnswerReader<AnswerOf<'ordering'>> = {
  isEnd: isList,
  claim(block, context) {
    const { lists } = block;
    if (lists?.kind !== 'ordered_list' || lists.items.length < 2) return null;
    const claim = claimLists(
      block,
      lists,
      0,
      (items): AnswerOf<'ordering'> => ({
        type: 'ordering',
        items: items.map((item) => readItem(item, context)),
      }),
    );
    return { ...claim, isTentative: true };
  },
};
