/**
 * Answers that stand in one question twice. The last one counts, and those before it would be shown with what is asked: two lines
 * 정답, options cut in two, options and a line 정답, and a second question whose heading has lost its `###`.
 */

import { isComment, isTaskList, itemsOf } from '../blocks/outline-run.ts';
import { linesOf, plainText } from '../markdown/inline.ts';
import { inlineOf, isList, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, indentOf, insertion, replacement, report, settle } from '../source/context.ts';
import { ANSWER, type AnswerBlock, isAnswerLine } from './answer-block.ts';
import { tracesIn } from './traces.ts';
import { isPair } from './types/placing.ts';

/** `Q. 둘째?`, `**Q2.** 둘째?` and `###Q. 둘째?` at the start of a line. */
const QUESTION = /^ {0,3}(?:[-*+] +|\d+[.)] +)?([#＃]{1,6} *)?(?:\*\*|__)?[QＱ] ?[\d０-９]* ?[.．:：)）]/i;

/** A line that asks below an answer, and the node it stands in. */
interface SecondQuestion {
  at: number;
  /** 0-based. */
  line: number;
  hashes: string;
}

/** Nobody writes more lines `Q.` above an answer. */
const MOST_TRIED = 20;

export function findSecondQuestion(
  nodes: readonly Node[],
  isAnswered: (before: Node[]) => boolean,
  context: Context,
): SecondQuestion | null {
  let tried = 0;
  for (const [at, node] of nodes.entries()) {
    if (!QUOTABLE.has(node.type) || isComment(node)) continue;
    const [start, end] = node.token.map ?? [0, 0];
    for (let line = start; line < end; line++) {
      const [mark, hashes = ''] = QUESTION.exec(context.source.lines[line] ?? '') ?? [];
      if (mark === undefined || (at === 0 && line === start) || tried++ > MOST_TRIED) continue;
      if (isAnswered(nodes.slice(0, line > start ? at + 1 : at))) return { at, line, hashes };
    }
  }
  return null;
}

/** Tells of it; `level` is that of the heading above. */
export function tellSecondQuestion(
  { at, line, hashes }: SecondQuestion,
  nodes: readonly Node[],
  level: number,
  context: Context,
): void {
  const node = nodes[at];
  const head = '#'.repeat(level);
  const from = indentOf(context, line);
  const place = { line, from, to: from + hashes.length };
  const isApart = node?.type === 'paragraph' && node.token.map?.[0] === line;
  const fix = isApart ? replacement(context, place, `${head} `, `\`${head}\` 붙이기`) : undefined;
  settle(context, node?.token.map ?? null);
  report(context, 'question-outside', { line, params: { slip: 'heading' }, fix });
}

/** A quote swallows the line below it. */
const QUOTABLE: ReadonlySet<string> = new Set(['paragraph', 'blockquote', 'bullet_list', 'ordered_list']);

/** Tells of options or pairs that something cuts in two: what stands between, and not the last of them, is the slip. */
export function checkSplit({ nodes, end, last, looseQuotes }: AnswerBlock, context: Context): boolean {
  const isPart = isTasks(end) ? isTasks : isPairs(end) ? isPairs : null;
  if (!isPart) return false;
  const first = nodes.findIndex(isPart);
  const between = nodes
    .slice(first, last)
    .find((node) => !isPart(node) && !isComment(node) && !looseQuotes.has(node));
  if (!between) return false;
  const what = isPart === isTasks ? '보기' : '짝';
  report(context, 'question-options-split', { line: lineOf(between) - 1, params: { what } });
  return true;
}

const isTasks = (node: Node): boolean => isList(node) && isTaskList(node);

const isPairs = (node: Node): boolean => isList(node) && itemsOf(node).every(isPair);

/** Tells of an answer in what is asked, above the one that counts. */
export function checkTwice(
  { nodes, end, last }: AnswerBlock,
  stem: readonly Node[],
  context: Context,
): boolean {
  const lines = nodes.slice(0, last + 1).flatMap(answerLinesOf);
  const [, second] = lines;
  if (second !== undefined && isAnswerLine(end)) {
    report(context, 'question-answer-line', {
      line: second,
      params: { slip: 'repeated' },
      fix: lines.length === 2 ? joinLines(lines, context) : undefined,
    });
    return true;
  }
  const { key, answer } = tracesIn(stem);
  if ((key ?? answer) === null) return false;
  const line = isAnswerLine(end) ? (lines.at(-1) ?? lineOf(end) - 1) : lineOf(end) - 1;
  report(context, 'question-answer-twice', { line });
  return true;
}

function answerLinesOf(node: Node): number[] {
  const inline = node.type === 'paragraph' ? inlineOf(node) : null;
  if (!inline?.content.includes('정답')) return [];
  return linesOf(inline.children ?? []).flatMap((words, offset) => {
    const text = plainText(words);
    return text.startsWith('정답') && ANSWER.exec(text)?.[1] ? [lineOf(node) - 1 + offset] : [];
  });
}

/** `정답: 가` above `정답: 나` → `정답: 가 / 나`. */
function joinLines([first = 0, second = 0]: readonly number[], context: Context) {
  const label = /^\s*(?:\*\*|__)?정답[^:：]*[:：]\s*(?:\*\*|__)?\s*/.exec(
    context.source.lines[second] ?? '',
  )?.[0];
  const blanks = context.source.lines.slice(first + 1, second);
  const answer = context.source.lines[first] ?? '';
  if (label === undefined || blanks.some((line) => line.trim() !== '') || /[OX]\s*$/i.test(answer))
    return undefined;
  const joint = insertion(context, { line: first, column: answer.trimEnd().length }, ' / ', '한 줄로 합치기');
  const [start] = joint.edits;
  const [end] = replacement(context, { line: second, from: label.length, to: label.length }, '', '').edits;
  return start && end ? { ...joint, edits: [{ ...start, end: end.end }] } : undefined;
}
