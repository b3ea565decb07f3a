/** Choices: a task list, `- [x] 맞는 것`, `- [ ] 틀린 것`, in which one item is ticked or several, and a statement to be judged, `정답: O`. */

import type { Token } from 'markdown-it';
import type { AnswerOf, AnswerOption } from '../../../model/question.ts';
import { isPicture, isTaskList } from '../../blocks/outline-run.ts';
import { dropStart, plainText } from '../../markdown/inline.ts';
import { isList, lineOf, type Node, taskOf } from '../../markdown/nodes.ts';
import { type Context, indentOf, replacement, report } from '../../source/context.ts';
import {
  type AnswerBlock,
  type AnswerReader,
  answerLine,
  asksForWords,
  claimLine,
  isAnswerLine,
  isTask,
  sourceOfAnswer,
} from '../answer-block.ts';
import {
  checkCount,
  checkWords,
  claimLists,
  countStem,
  itemParts,
  type ListItem,
  markOf,
  mendMark,
  shown,
} from '../items.ts';

/** A reader of task lists with as many ticked items as `fits` says. */
const optionsReader = <A>(
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

export const single: AnswerReader<AnswerOf<'single'>> = optionsReader(
  (ticked) => ticked === 1,
  (options) => ({ type: 'single', options }),
);

export const multiple: AnswerReader<AnswerOf<'multiple'>> = optionsReader(
  (ticked) => ticked > 1,
  (options) => ({ type: 'multiple', options }),
);

// A statement to be judged: `정답: O`, `정답: 거짓`, `정답: X (커널은 하나다)`.

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
