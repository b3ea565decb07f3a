/** What our own export has made of questions for GIFT, and tagged by their types, becomes what it was. */

import { pushAll } from '../../core/lists.ts';
import { type Html, textOf } from '../../core/model/html.ts';
import type { BankAnswer, BankQuestion } from './bank.ts';

/** `(단위: GiB)` below what is asked, as our own export writes it. */
export function withUnit(question: Omit<BankQuestion, 'line'>): Omit<BankQuestion, 'line'> {
  const [task = '', unit] = /<p>\(단위: ([^<>]+)\)<\/p>$/.exec(question.stem) ?? [];
  if (unit === undefined || question.answer.type !== 'number') return question;
  const answer = { ...question.answer, unit: textOf(unit as Html) };
  return { ...question, stem: question.stem.slice(0, -task.length), answer };
}

type Pairs = Extract<BankAnswer, { type: 'matching' }>['pairs'];

/** Our own export makes pairs of three types, and tags them by their type. */
export function restored(all: Pairs, tag: string): BankAnswer {
  const pairs = all.filter(({ left }) => left !== '');
  if (tag === 'ordering' && all.every(({ right }, at) => right === String(at + 1)))
    return { type: 'ordering', items: pairs.map(({ left }) => ({ html: left, feedback: null })) };
  if (tag === 'categories') {
    const names = [...new Set(pairs.map(({ right }) => right))];
    const categories = names.map((name) => ({
      name,
      items: pairs.filter(({ right }) => right === name).map(({ left }) => ({ html: left, feedback: null })),
    }));
    return { type: 'categories', categories };
  }
  const decoys = all.filter(({ left }) => left === '').map(({ right }) => ({ html: right, feedback: null }));
  return { type: 'matching', pairs, decoys };
}

/** `<ul><li>왼쪽: 까닭</li></ul>` above the explanation, as our own export writes it, goes back to its items. */
export function withSaid(
  asked: Omit<BankQuestion, 'line' | 'answer'>,
  answer: BankAnswer,
): Omit<BankQuestion, 'line'> {
  const list = /^<ul>((?:<li>(?:(?!<\/?(?:li|ul|ol)>).)*<\/li>)+)<\/ul>/s.exec(asked.explanation);
  const said = [...(list?.[1] ?? '').matchAll(/<li>(.*?)<\/li>/gs)].map(([, words = '']) => words);
  const items =
    'pairs' in answer
      ? [
          ...answer.pairs.map((pair) => ({ pair, html: pair.left })),
          ...answer.decoys.map((pair) => ({ pair, html: pair.html })),
        ]
      : 'items' in answer
        ? answer.items.map((pair) => ({ pair, html: pair.html }))
        : 'categories' in answer
          ? answer.categories.flatMap((category) => category.items.map((pair) => ({ pair, html: pair.html })))
          : [];
  const found = said.map((words) => {
    for (let at = words.indexOf(': '); at >= 0; at = words.indexOf(': ', at + 1)) {
      const text = textOf(words.slice(0, at) as Html);
      const item = items.find(({ html }) => textOf(html as Html) === text);
      if (item) return { item, html: words.slice(0, at), feedback: words.slice(at + 2) };
    }
    return null;
  });
  if (list === null || found.some((each) => each === null)) return { ...asked, answer };
  for (const each of found) {
    if (!each) continue;
    each.item.pair.feedback = each.feedback;
    // A right side has lost its markup on the way.
    if ('html' in each.item.pair) each.item.pair.html = each.html;
  }
  return { ...asked, answer, explanation: asked.explanation.slice(list[0].length) };
}

/** The one blank of a text that our own export made a short answer of. */
export function withBlank(question: Omit<BankQuestion, 'line'>): Omit<BankQuestion, 'line'> {
  const { answer, stem } = question;
  const [before = '', after, ...more] = stem.split('_____');
  const start = before.lastIndexOf('<p>');
  const isLast = after?.endsWith('</p>') && !/<p>/.test(after);
  if (answer.type !== 'short' || after === undefined || more.length > 0 || start < 0 || !isLast)
    return question;
  const parts = [before.slice(start + 3), { variants: answer.variants }, after.slice(0, -4)];
  if (textOf(parts.filter((part) => typeof part === 'string').join('') as Html).includes('[['))
    return question;
  return {
    ...question,
    stem: before.slice(0, start),
    answer: { type: 'cloze', parts: parts.filter(isSaid) },
  };
}

/** Beside a blank at either end of its text there is nothing. */
const isSaid = (part: string | { variants: string[] }): boolean => part !== '';

/** The blanks of one paragraph, of which our own export made a question each, `id-1`, `id-2` …, are one question again. */
export function joinBlanks(
  questions: readonly BankQuestion[],
  tagOf: (question: BankQuestion) => string,
): BankQuestion[] {
  const joined: BankQuestion[] = [];
  for (let at = 0; at < questions.length; ) {
    const [, base] = /^(.+)-1$/.exec(questions[at]?.id ?? '') ?? [];
    const isNext = (question: BankQuestion, index: number) =>
      question.id === `${base}-${index + 1}` && tagOf(question) === 'cloze';
    const rest = base === undefined ? [] : questions.slice(at);
    const end = rest.findIndex((question, index) => !isNext(question, index));
    const parts = rest.slice(0, end < 0 ? undefined : end);
    const whole = base !== undefined && parts.length > 1 ? withBlanks(base, parts) : null;
    pushAll(joined, whole ? [whole] : questions.slice(at, at + 1));
    at += whole ? parts.length : 1;
  }
  return joined;
}

/** Null where the questions are not those of the blanks of their last paragraph. */
function withBlanks(id: string, parts: readonly BankQuestion[]): BankQuestion | null {
  const [first] = parts;
  const texts = parts.map(({ stem }, at) => {
    const task = `<p>(${at + 1})에 들어갈 말을 쓰세요.</p>`;
    return stem.endsWith(task) ? stem.slice(0, -task.length) : null;
  });
  const [text] = texts;
  const isSame = ({ title, explanation }: BankQuestion, at: number) =>
    texts[at] === text && title === first?.title && explanation === first.explanation;
  if (!first || !text?.endsWith('</p>') || !parts.every(isSame)) return null;
  const start = text.lastIndexOf('<p>');
  const words = text.slice(start + 3, -4).split(/\((\d+)\) _____/);
  const numbers = words.filter((_, at) => at % 2 === 1);
  const isWhole = numbers.length === parts.length && numbers.every((each, at) => each === String(at + 1));
  if (start < 0 || !isWhole || textOf(text as Html).includes('[[')) return null;
  const variants = parts.flatMap(({ answer }) => (answer.type === 'short' ? [answer.variants] : []));
  if (variants.length < parts.length) return null;
  const cloze = words.flatMap((word, at) =>
    at % 2 === 0 ? word : { variants: variants[(at - 1) / 2] ?? [] },
  );
  return { ...first, id, stem: text.slice(0, start), answer: { type: 'cloze', parts: cloze.filter(isSaid) } };
}
