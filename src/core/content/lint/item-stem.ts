/** The stem of a question: a negative without emphasis, and a stem that asks for one answer where several are right or the reverse. */

import { type Html, textOf, trusted } from '../../model/html.ts';
import type { ReadQuestion } from '../../model/topic.ts';
import { type Context, report } from '../source/context.ts';

/** Stands for emphasised words: no rule reads over it. */
const EMPHASISED = '\u0001';
const ASKED = String.raw`(?:모두\s*|하나를?\s*)?(?:무엇(?!이?라)|어느 [것쪽]|어떤 것|고르|골라|찾|쓰세요|[?.]|$)`;
/** 아닌 것은?, 하지 않는 일은 무엇인가요?, 틀린 설명을 고르세요: a negative, what it belongs to, and the question. */
const NEGATIVE = new RegExp(
  String.raw`(아닌|않은|않는|않을|못하는|없는(?=\s+것)|틀린|잘못된|잘못 [가-힣]+|그른|거리가 먼|제외한)\s+` +
    String.raw`(?:[^\s?.]+\s+)?[^\s?.]*(?:것|[은는을를이가])(?:은|는|을|를)?\s*${ASKED}`,
);
/** A statement to be judged that ends in a negation. */
const NEGATED = /(아니다|않는다|않다|않았다|못한다|아닙니다|않습니다|못합니다)[.\s]*$/;
const SEVERAL =
  /모두\s*(?:고르|골라|선택|찾)|(?:[두세네]|다섯|여러|[2-9])\s*(?:가지|개)(?:를|을|만)?\s*(?:모두\s*)?(?:고르|골라|선택|찾)|것들[은을]/;
const ONE =
  /가장\s+(?:알맞|옳|올바|적절|적합|맞는|가까운|거리가 먼)|(?:하나|한 가지)(?:를|만)?\s*(?:고르|골라|선택|찾)/;

export function checkStem(question: ReadQuestion, context: Context): void {
  const { answer, title, stem, line } = question;
  const said = [title, ...stem.flatMap((block) => (block.kind === 'prose' ? [block.html] : []))];
  const tell = (code: 'item-negative-plain' | 'item-stem-plural' | 'item-stem-singular', words: string) =>
    report(context, code, { line: line - 1, params: { words } });
  const negative = answer.type === 'true-false' ? NEGATED : NEGATIVE;
  const plain = find(negative, said.map(withoutEmphasis));
  if (plain !== null) tell('item-negative-plain', plain);
  const sentences = said.map(textOf);
  const [several, one] = [find(SEVERAL, sentences), find(ONE, sentences)];
  if (answer.type === 'single' && several !== null) tell('item-stem-plural', several);
  if (answer.type === 'multiple' && one !== null && several === null) tell('item-stem-singular', one);
}

/** The words a pattern catches first, in any sentence. */
function find(pattern: RegExp, texts: readonly string[]): string | null {
  for (const sentence of texts.flatMap((text) => text.split(/(?<=[.?!])\s+/))) {
    const match = pattern.exec(sentence);
    if (match) return match[1] ?? match[0];
  }
  return null;
}

const withoutEmphasis = (html: Html): string =>
  textOf(trusted(html.replace(/<(em|strong)>[\s\S]*?<\/\1>/g, EMPHASISED)));
