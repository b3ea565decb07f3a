/** A statement to be judged: `정답: O`, `정답: 거짓`. */

import type { AnswerOf } from '../../../model/question.ts';
import { type AnswerReader, answerLine, claimLine, isAnswerLine } from '../answer-block.ts';

const TRUE = /^(?:[Oo○ㅇ⭕◯]|참)$/;
const FALSE = /^(?:[Xx×❌]|거짓)$/;

export const trueFalse: AnswerReader<AnswerOf<'true-false'>> = {
  isEnd: isAnswerLine,
  claim(block) {
    const given = answerLine(block.end) ?? '';
    const isTrue = TRUE.test(given);
    return isTrue || FALSE.test(given) ? claimLine(block, () => ({ type: 'true-false', isTrue })) : null;
  },
};
