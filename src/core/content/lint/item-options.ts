/**
 * The options of a choice question: the right one must not be the longest by far, none may stand for others (「위의 모두」), no two
 * may say the same.
 */

import { greatest, least } from '../../lists.ts';
import type { Answer, AnswerOption } from '../../model/question.ts';
import { type Context, report } from '../source/context.ts';

type Choice = Extract<Answer, { options: AnswerOption[] }>;

/** By how much, as a share and in characters, a right option has to exceed the longest wrong one to catch the eye. */
const CONSPICUOUS = { share: 1.3, characters: 4 };
const FEWEST = 3;

const ALL =
  /^(?:(?:위|앞|보기)(?:의것|의보기|에|의)?|이상(?:의것|의보기)?)?(?:(?:모두|전부|전체)(?:가|는|다)?(?=$|[맞옳정해])|다(?=[맞옳정해]))(?:맞다|맞음|맞습니다|옳다|옳음|옳습니다|정답|정답이다|정답입니다|해당|해당한다|해당됨|해당됩니다|해당합니다)?$/;
const NONE =
  /^(?:(?:위|앞|보기)(?:의것|의보기|에|의)?(?:중에?)?)?(?:(?:정답|답|맞는것|옳은것|해당하는것|해당사항)[이은는]?없[다음습니]+|없[다음습니]+|(?:모두|전부|다)(?:아니다|아님|아닙니다|틀리다|틀렸다|틀림|해당없음|해당하지않는다))$/;
const BOTH = /^(?:둘|셋|넷)다(?:맞다|옳다|아니다|정답|정답이다|해당한다)?$/;
const ENGLISH = /^(?:all|none|both|neither)(?:of(?:the)?(?:above|these|them))?$/;
/** (가), 가와 나, ①, ③: the numbers of other options instead of words. */
const COMBINED = /^[①-⑨ㄱ-ㅎ](?:(?:와|과|,|및|·)[①-⑨ㄱ-ㅎ])+$/;

export function checkOptions({ type, options }: Choice, context: Context): void {
  const at = ({ line }: { line: number }) => ({ line: line - 1 });
  const first = options[0];
  if (first && options.length === FEWEST - 1) report(context, 'item-options-few', at(first));
  for (const option of options)
    if (standsForOthers(option.text))
      report(context, 'item-all-or-none', { ...at(option), params: { option: option.text } });
  const longest = longestRight(options, CONSPICUOUS);
  if (longest) report(context, 'item-right-longest', at(longest));
  for (const [option, twin] of twinsIn(options, type))
    report(context, 'item-options-alike', {
      ...at(option),
      params: { option: option.text, other: twin.text, line: twin.line },
    });
  // Why the others are wrong is to be learnt too.
  for (const option of options)
    if (!option.isRight && option.feedback === null)
      report(context, 'item-feedback-missing', { ...at(option), params: { option: option.text } });
}

/**
 * The longest right option when every right one is longer than every wrong one, so that picking by length works; null
 * otherwise. `share` and `characters` say by how much at least, and nothing says by anything.
 */
export function longestRight(
  options: readonly AnswerOption[],
  { share, characters } = { share: 1, characters: 1 },
): AnswerOption | null {
  const lengths = (isRight: boolean) =>
    options.filter((option) => option.isRight === isRight).map(({ text }) => lengthOf(text));
  const [right, wrong] = [lengths(true), lengths(false)];
  if (right.length === 0 || wrong.length === 0) return null;
  const [shortest, limit] = [least(right), greatest(wrong)];
  if (shortest < limit * share || shortest < limit + characters) return null;
  return options.reduce((a, b) => (b.isRight && (!a.isRight || lengthOf(b.text) > lengthOf(a.text)) ? b : a));
}

/** Spaces do not catch the eye. */
const lengthOf = (text: string): number => [...text.replace(/\s/g, '')].length;

function standsForOthers(text: string): boolean {
  const letters = text.toLowerCase().replace(/[\s.!()「」]/g, '');
  return [ALL, NONE, BOTH, ENGLISH, COMBINED].some((pattern) => pattern.test(letters));
}

/** Nobody reads more options: of further ones only those of the very same words are found. */
const MOST_COMPARED = 50;

/** Options that say the same as one before them, each with the first such. */
function twinsIn(options: readonly AnswerOption[], type: Choice['type']): [AnswerOption, AnswerOption][] {
  const byText = new Map<string, AnswerOption>();
  const read: ReadOption[] = [];
  return options.flatMap((option): [AnswerOption, AnswerOption][] => {
    const own = readOption(option);
    if (own.text === '') return [];
    const alike = read.find((other) => areAlike(own, other, type))?.option;
    const twin = alike ?? byText.get(own.text);
    if (!byText.has(own.text)) byText.set(own.text, option);
    if (read.length < MOST_COMPARED) read.push(own);
    return twin ? [[option, twin]] : [];
  });
}

/** What of an option is compared, read once. */
interface ReadOption {
  option: AnswerOption;
  text: string;
  isSentence: boolean;
  /** 10~20 GB: the words around two numbers, and these. */
  range: { words: string; from: number; to: number } | null;
}

const RANGE = /^(\D*)(\d+(?:\.\d+)?)(?:\D*?)[~–-]\s*(\d+(?:\.\d+)?)(\D*)$/;

function readOption(option: AnswerOption): ReadOption {
  const text = option.text
    .replace(/\s+/g, ' ')
    .replace(/[.。]$/, '')
    .trim();
  const range = RANGE.exec(text.replaceAll(',', ''));
  return {
    option,
    text,
    isSentence: lengthOf(text) >= 10 && /[가-힣] /.test(text),
    range: range && { words: `${range[1]}\n${range[4]}`, from: Number(range[2]), to: Number(range[3]) },
  };
}

function areAlike(a: ReadOption, b: ReadOption, type: Choice['type']): boolean {
  if (a.text === b.text) return true;
  // 10~20 GB and 15~30 GB meet.
  if (
    a.range &&
    b.range &&
    a.range.words === b.range.words &&
    a.range.from <= b.range.to &&
    b.range.from <= a.range.to
  )
    return true;
  const [short, long] = a.text.length < b.text.length ? [a, b] : [b, a];
  // `docker run` and `docker run -d` are two things, as are 이미지 and 이미지 레지스트리; a sentence within another is not.
  if (short.isSentence && long.text.includes(short.text)) return true;
  const rest = long.text.startsWith(short.text) ? long.text.slice(short.text.length) : '';
  return type === 'single' && /^(?:와|과|,| 및| 그리고)\s+\S/.test(rest);
}
