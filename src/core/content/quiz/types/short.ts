/** A short answer to type: `정답: conda / 콘다`. */

import type { AnswerOf } from '../../../model/question.ts';
import {
  type AnswerReader,
  answerLine,
  claimLine,
  isAnswerLine,
  lineOfAnswer,
  sourceOfAnswer,
} from '../answer-block.ts';
import { tellJoined, variantsOf } from '../blanks.ts';
import { tellNamedOption } from '../named-option.ts';
import { tellJudgement } from './true-false.ts';

/** Asked after the types that take only some words after `정답:`. */
export const short: AnswerReader<AnswerOf<'short'>> = {
  isEnd: isAnswerLine,
  claim(block, context) {
    if (!answerLine(block.end)) return null;
    return claimLine(block, () => {
      const typed = sourceOfAnswer(block.end);
      const line = lineOfAnswer(block.end);
      const variants = variantsOf(typed);
      if (
        !tellNamedOption(block, line, context) &&
        !tellJudgement(block, line, context) &&
        !/모두|차례|순서|나열|[두세네] ?가지/.test(block.title)
      )
        tellJoined(typed, { line, column: 0 }, context);
      return variants.length > 0 ? { type: 'short', variants } : null;
    });
  },
};
