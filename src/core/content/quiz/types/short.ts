/** A short answer to type: `정답: conda / 콘다`. */

import type { AnswerOf } from '../../../model/question.ts';
import { type AnswerReader, answerLine, claimLine, isAnswerLine, sourceOfAnswer } from '../answer-block.ts';
import { variantsOf } from '../blanks.ts';

/** Asked after the types that take only some words after `정답:`. */
export const short: AnswerReader<AnswerOf<'short'>> = {
  isEnd: isAnswerLine,
  claim(block) {
    if (!answerLine(block.end)) return null;
    return claimLine(block, () => {
      const variants = variantsOf(sourceOfAnswer(block.end));
      return variants.length > 0 ? { type: 'short', variants } : null;
    });
  },
};
