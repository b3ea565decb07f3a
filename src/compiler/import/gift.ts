/**
 * Reads Moodle's GIFT. Questions are parted by blank lines and read one by one, so that each message has its line and one slip
 * costs one question. What gift-pegjs lets pass is caught in `bank.ts`.
 */

import { type GIFTQuestion, type Numerical, parse, type TextChoice, type TextFormat } from 'gift-pegjs';
import {
  type Bank,
  type BankAnswer,
  BankBuilder,
  type BankItem,
  type BankQuestion,
  numberAnswer,
  optionsAnswer,
  typedAnswer,
  Unfit,
} from './bank.ts';
import { cleanHtml, divideAsked, htmlOfMarkdown, htmlOfText } from './markup.ts';
import { joinBlanks, restored, withBlank, withSaid, withUnit } from './own-export.ts';

export function readGift(text: string): Bank {
  const bank = new BankBuilder();
  const tags = new Map<number, string>();
  let categories = 0;
  for (const { line, lines } of partsOf(text)) {
    const comments = lines.filter(isComment).join('\n');
    const source = lines.filter((each) => !isComment(each)).join('\n');
    if (source.trim() === '') continue;
    if (source.trimStart().startsWith('$CATEGORY:')) categories++;
    else {
      tags.set(line, tagOf(comments));
      bank.add(line, (lose) => readQuestion(source, comments, lose));
    }
  }
  if (categories > 1)
    bank.losses.push({ line: 1, message: `범주 ${categories}개는 나누지 않고 모두 한 절에 옮깁니다.` });
  return { ...bank, questions: joinBlanks(bank.questions, ({ line }) => tags.get(line) ?? '') };
}

/** Our own export tags questions by the type that they were. */
const tagOf = (comments: string): string => /\[tag:([^\]\n]+)\]/.exec(comments)?.[1]?.trim() ?? '';

/** Moodle drops these lines wherever they stand; its ids and tags are in them. */
const isComment = (line: string): boolean => /^\s*\/\//.test(line);

/** Runs of lines without a blank one, and a category by itself. */
function partsOf(text: string): { line: number; lines: string[] }[] {
  const parts: { line: number; lines: string[] }[] = [];
  let open: { line: number; lines: string[] } | null = null;
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') open = null;
    else if (line.startsWith('$CATEGORY:')) {
      parts.push({ line: at + 1, lines: [line] });
      open = null;
    } else if (open) open.lines.push(line);
    else {
      open = { line: at + 1, lines: [line] };
      parts.push(open);
    }
  }
  return parts;
}

function readQuestion(
  source: string,
  comments: string,
  lose: (message: string) => void,
): Omit<BankQuestion, 'line'> {
  const question = parsed(source);
  const html = htmlOf(lose);
  const id = /\[id:([^\]\n]+)\]/.exec(comments)?.[1]?.trim() ?? null;
  const pool = /\[tag:pool:([\p{L}\p{N}][\p{L}\p{N}._-]{0,63})\]/u.exec(comments)?.[1];
  const tag = tagOf(comments);
  if (question.type === 'Category' || question.type === 'Description')
    throw new Unfit('답이 없는 설명입니다.');
  if (question.type === 'Essay') throw new Unfit('서술형입니다. 노트에는 서술형이 없습니다.');
  const { title, stem } = divideAsked(html(question.stem), question.title ?? '');
  const explanation = question.globalFeedback ? html(question.globalFeedback) : '';
  const asked = { id, ...(pool && { pool }), title, stem, hints: [], explanation };
  if (question.type === 'TF') {
    const said = [question.trueFeedback, question.falseFeedback].flatMap((each) => (each ? html(each) : []));
    const all = [...said.map((each) => (each.startsWith('<p>') ? each : `<p>${each}</p>`)), explanation];
    return { ...asked, answer: { type: 'true-false', isTrue: question.isTrue }, explanation: all.join('') };
  }
  if (question.type === 'Numerical') return withUnit({ ...asked, answer: numberOf(question, source, lose) });
  if (question.type === 'Matching') {
    const pairs = question.matchPairs.map(({ subquestion, subanswer }) => ({
      left: html(subquestion),
      right: htmlOfText(decoded(subanswer)),
      feedback: null,
    }));
    return withSaid(asked, restored(pairs, tag));
  }
  if (question.type === 'MC') {
    const isSingle = question.choices.some(({ isCorrect }) => isCorrect);
    const options = question.choices.map((choice) => ({ ...itemOf(choice, html), share: shareOf(choice) }));
    return { ...asked, answer: optionsAnswer(options, isSingle, lose) };
  }
  if (question.choices.some(({ feedback }) => feedback)) lose('답마다 다른 피드백은 옮기지 않습니다.');
  const answer = typedAnswer(
    question.choices.map((choice) => ({ text: choice.text.text, share: shareOf(choice) })),
    lose,
  );
  return tag === 'cloze' ? withBlank({ ...asked, answer }) : { ...asked, answer };
}

/** gift-pegjs reads into binary numbers; such as lose something are not in the source. */
function numberOf({ choices }: Numerical, source: string, lose: (message: string) => void): BankAnswer {
  const all = Array.isArray(choices)
    ? choices
    : [{ isCorrect: true, weight: null, text: choices, feedback: null }];
  const written = (number: number | undefined) => {
    if (!source.includes(String(number))) throw new Unfit('수를 그대로 읽을 수 없습니다.');
    return String(number);
  };
  const [only, ...more] = all.filter(({ isCorrect }) => isCorrect);
  if (only && more.length === 0 && only.text.type === 'high-low')
    return {
      type: 'number',
      low: written(only.text.numberLow),
      high: written(only.text.numberHigh),
      unit: '',
    };
  return numberAnswer(
    all.map(({ isCorrect, weight, text: { number, range } }) => ({
      number: number === undefined ? '' : written(number),
      tolerance: range === undefined ? '' : written(range),
      share: weight ?? (isCorrect ? 100 : 0),
    })),
    lose,
  );
}

function parsed(source: string): GIFTQuestion {
  try {
    const [question, ...others] = parse(escapedWhereNeeded(source));
    if (question && others.length === 0) return question;
  } catch (error) {
    if (!(error instanceof Error) || !('location' in error)) throw error;
  }
  throw new Unfit('GIFT로 읽을 수 없습니다. 중괄호와 `~` `=` `#` `:` 앞의 역슬래시를 살펴보세요.');
}

/** Moodle takes these signs as they are in what is asked, a colon in a name or an answer, too; gift-pegjs wants them escaped. */
function escapedWhereNeeded(source: string): string {
  const escapedIn = (text: string, signs: string) =>
    text.replace(/\\.|[:=~#]/gs, (each) => (each.length === 1 && signs.includes(each) ? `\\${each}` : each));
  const [title = ''] = /^\s*::(?:\\.|[^\\])*?::/s.exec(source) ?? [];
  const braces = [...source.slice(title.length).matchAll(/\\.|[{}]/gs)].filter(([each]) => each.length === 1);
  const open = braces.find(([each]) => each === '{');
  const close = braces.findLast(([each]) => each === '}');
  const from = open ? title.length + open.index : source.length;
  const to = close && open && close.index > open.index ? title.length + close.index : source.length;
  const inner = source.slice(from, to);
  const name = /^(\s*::)(.*)(::)$/s.exec(title);
  return [
    name ? `${name[1]}${escapedIn(name[2] ?? '', ':=~#')}${name[3]}` : title,
    escapedIn(source.slice(title.length, from), ':=~#'),
    /^\{\s*#/.test(inner) ? inner : escapedIn(inner, ':'),
    escapedIn(source.slice(to), ':=~#'),
  ].join('');
}

const shareOf = ({ isCorrect, weight }: TextChoice): number => weight ?? (isCorrect ? 100 : 0);

const itemOf = ({ text, feedback }: TextChoice, html: (text: TextFormat) => string): BankItem => ({
  html: html(text),
  feedback: feedback && feedback.text !== '' ? html(feedback) : null,
});

/** Moodle's own format is HTML in which lines count. */
const htmlOf =
  (lose: (message: string) => void) =>
  ({ format, text }: TextFormat): string => {
    if (format === 'plain') return htmlOfText(text);
    if (format === 'markdown') return htmlOfMarkdown(text);
    const lines = format === 'moodle' ? text.replaceAll('\n', '<br>') : text;
    return cleanHtml(lines, () => lose('그림은 옮기지 않습니다. 설명만 글로 남습니다.'));
  };

/** gift-pegjs leaves the escapes of right sides as they are within. */
const decoded = (text: string): string =>
  text.replace(/&&(\d{3});?/g, (whole, code: string) =>
    [10, 35, 58, 61, 92, 123, 125, 126].includes(Number(code)) ? String.fromCharCode(Number(code)) : whole,
  );
