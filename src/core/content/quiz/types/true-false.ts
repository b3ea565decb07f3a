/** A statement to be judged: `정답: O`, `정답: 거짓`, `정답: X (커널은 하나다)`. */

import type { AnswerOf } from '../../../model/question.ts';
import { type Context, replacement, report } from '../../source/context.ts';
import {
  type AnswerBlock,
  type AnswerReader,
  answerLine,
  asksForWords,
  claimLine,
  isAnswerLine,
  sourceOfAnswer,
} from '../answer-block.ts';

/** ㅐ and ㅌ are the o and x keys of a Korean keyboard. */
const TRUE = /^(?:[OoＯｏ○〇◯⭕ㅇㅐ✅✔✓]\uFE0F?|참(?:이다)?|맞음|맞다|맞습니다|옳음|옳다|옳습니다)[.]?$/;
const FALSE = /^(?:[XxＸｘ×✕✖✗✘❌❎ㅌ]\uFE0F?|거짓(?:이다)?|틀림|틀리다|틀립니다|그르다|아니다)[.]?$/;
/** Where the question asks for words, these are the words. */
const TRUE_WORD = /^(?:true|yes|t|예|네)$/i;
const FALSE_WORD = /^(?:false|no|f|아니오|아니요)$/i;
const REMARK = /^(\S{1,2})\s*[(（]([^()（）]{1,20})[)）]$/;

export const trueFalse: AnswerReader<AnswerOf<'true-false'>> = {
  isEnd: isAnswerLine,
  claim(block) {
    const isTrue = judged(answerLine(block.end) ?? '', block);
    return isTrue === null ? null : claimLine(block, () => ({ type: 'true-false', isTrue }));
  },
};

/** What an answer says of the statement; null when it is another answer. */
function judged(given: string, block: AnswerBlock): boolean | null {
  const plain = judgedMark(given);
  if (plain !== null) return plain;
  const [, mark = '', remark = ''] = REMARK.exec(given) ?? [];
  const [own, other] = [judgedMark(mark), judgedMark(remark.trim())];
  if (own !== null && own === other) return own;
  const isWord = TRUE_WORD.test(given) || FALSE_WORD.test(given);
  if (!isWord || asksForWords(block) || sourceOfAnswer(block.end).startsWith('`')) return null;
  return TRUE_WORD.test(given);
}

function judgedMark(mark: string): boolean | null {
  if (TRUE.test(mark)) return true;
  return FALSE.test(mark) ? false : null;
}

/** `O - 커널은 하나다`, `O (틀리다)` */
const EXPLAINED = /^([OoＯ○⭕XxＸ×❌])\uFE0F?(?:\s*[-–—:,.(（·]|\s)\s*\S*[가-힣]/;

/** Tells of an answer to be typed that was probably meant as a judgement: `정답: 0`, `정답: O, 하나뿐이다`. */
export function tellJudgement(block: AnswerBlock, line: number, context: Context): boolean {
  const given = answerLine(block.end) ?? '';
  const isZero = /^[0０]$/.test(given);
  if (!isZero && !EXPLAINED.test(given)) return false;
  if (asksForWords(block) || /\s\/\s|`/.test(sourceOfAnswer(block.end))) return false;
  const column = (context.source.lines[line] ?? '').lastIndexOf(given);
  const fix =
    isZero && column >= 0
      ? replacement(context, { line, from: column, to: column + given.length }, 'O', '`O`로 쓰기')
      : undefined;
  report(context, 'question-truth', { line, params: { given: isZero ? '0' : given.slice(0, 1) }, fix });
  return true;
}
