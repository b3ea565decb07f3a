/**
 * Questions that stand outside of a quiz, or in one without their `### Q.`: read as sections, they would be published with their
 * answers. Where a heading asks, the question is read all the same, so that nothing is lost when the notes are mended.
 */

import { pushAll } from '../../lists.ts';
import { escapeHtml } from '../../model/html.ts';
import type { QuizBlock } from '../../model/topic.ts';
import type { HeadedPart, Heading } from '../markdown/headings.ts';
import type { Node } from '../markdown/nodes.ts';
import { type Context, indentOf, insertion, report } from '../source/context.ts';
import { hasAnswer } from './question.ts';
import { idOf, isNumbered, isQuestionHeading, isQuestionInQuiz } from './quiz.ts';
import { isTraced, tracesIn } from './traces.ts';

/** Whether questions stand below the part at `index`, before another heading of its level or above; `isFlush`: also at its level. */
export function hasQuestions(
  parts: HeadedPart[],
  index: number,
  isFlush: boolean,
  context: Context,
): boolean {
  const level = parts[index]?.heading?.level ?? 0;
  for (let at = index + 1; at < parts.length; at++) {
    const part = parts[at];
    const below = (part?.heading?.level ?? 0) - level;
    if (!part || below < 0 || (below === 0 && !isFlush)) return false;
    if (isQuestionInQuiz(part) || (below > 0 && isAsking(part, context))) return true;
    if (below === 0) return false;
  }
  return false;
}

/** In a quiz, a heading without `Q.` above an answer: `### 1. 무엇?`, `### 호스트와 함께 쓰는 것은?` */
export function isAsking({ heading, nodes }: HeadedPart, context: Context): boolean {
  if (!heading) return false;
  if (hasKey(nodes)) return true;
  return isAskingHeading(heading) && hasAnswer(nodes, context);
}

/** Whether the words of a heading ask by themselves, without `Q.` */
export const isAskingHeading = (heading: Heading): boolean =>
  isNumbered(heading) || ENDS_ASKING.test(heading.text);

/** Whether an answer stands there, or what follows one. */
export const hasTraces = (nodes: Node[], context: Context): boolean =>
  isTraced(nodes) || hasAnswer(nodes, context);

const ENDS_ASKING =
  /(?:[?？]|것은|시오|(?:고르|쓰|적|적으|잇|이으|맞추|연결하|나누|놓으|채우|분류하|답하)세요)[.:]?$/;

/** `### 정답` below a question is none. */
export const isAnswerHeading = ({ text }: Heading): boolean => /^[^\p{L}]{0,3}(?:정답|해설|힌트)/u.test(text);

export const hasKey = (nodes: readonly Node[]): boolean => tracesIn(nodes).key !== null;

/** Outside of a quiz, a heading that asks: `## Q. 무엇?` or `## 무엇인가?` above options; any heading with the id of a question. */
export function isOutside({ heading, nodes }: HeadedPart, context: Context): boolean {
  if (!heading) return false;
  if (idOf(heading, nodes) !== null) return true;
  if (isMarked({ heading, nodes }))
    return isTraced(nodes) || (hasAnswer(nodes, context) && !nodes.some(hasSentence));
  const { key, field } = tracesIn(nodes);
  return ENDS_ASKING.test(heading.text) && (key ?? field) !== null;
}

const isMarked = (part: HeadedPart & { heading: Heading }): boolean =>
  isQuestionHeading(part.heading) || isQuestionInQuiz(part);

/** `## Q. 왜 느린가요?` with sentences below it is a question that is answered; with a list or a word it may be one for learners. */
export function isDoubtful({ heading, nodes }: HeadedPart, context: Context): boolean {
  if (!heading || !isQuestionHeading(heading) || !/^[QＱ]/i.test(heading.text)) return false;
  return hasAnswer(nodes, context) || !nodes.some(hasSentence);
}

const hasSentence = ({ type: block, tokens, start, end }: Node): boolean =>
  block !== 'blockquote' &&
  tokens.slice(start, end).some(({ type, content }) => type === 'inline' && SENTENCE.test(content));

const SENTENCE = /(?:[다요죠][.!?)]*\s*$|[다요죠][.!?]\s|.{30})/;

/** The quiz that questions without one are read into. */
export const newQuiz = ({ line }: Heading): QuizBlock => ({
  kind: 'quiz',
  title: escapeHtml('확인 문제'),
  intro: [],
  questions: [],
  line: line + 1,
});

/** A question without a quiz above it; the heading is put in at its own level. */
export function outsideQuiz(heading: Heading, nodes: Node[], context: Context) {
  const { line, level } = heading;
  const head = `${'#'.repeat(level)} 확인 문제`;
  const fix = insertion(context, { line, column: 0 }, `${head}\n\n`, `위에 \`${head}\` 넣기`);
  if (!isMarked({ heading, nodes })) pushAll(fix.edits, withoutMark(heading, context).fix?.edits ?? []);
  return { line, column: indentOf(context, line), params: { slip: 'quiz' as const }, fix };
}

/** A question whose heading lacks its mark. */
export function withoutMark({ line, node }: Heading, context: Context) {
  const text = context.source.lines[line] ?? '';
  const column = /^ {0,3}#{1,6}\s+/.exec(text)?.[0].length;
  const isPlain = node.token.markup.startsWith('#') && column !== undefined;
  const fix = isPlain ? insertion(context, { line, column }, 'Q. ', '`Q.` 붙이기') : undefined;
  return { line, column: indentOf(context, line), params: { slip: 'mark' as const }, fix };
}

/**
 * Tells of a question in words that no heading asks: its answer would be printed. In a quiz any trace is one; elsewhere a ticked list
 * may be a list of things done and `[[글]]` a link, unless 해설 or `Q.` stands with it.
 */
export function checkUnasked(nodes: readonly Node[], isInQuiz: boolean, context: Context): void {
  const { key, answer, coded, field, asked, id } = tracesIn(nodes);
  const given = key ?? answer ?? coded;
  const traces = [asked, given, field].filter((line) => line !== null);
  const line = id ?? traces[0];
  const isSure = isInQuiz || id !== null || (traces.length > 1 && (asked ?? field) !== null);
  if (line === undefined || !isSure) return;
  report(context, 'question-outside', { line, params: { slip: isInQuiz ? 'heading' : 'quiz' } });
}
