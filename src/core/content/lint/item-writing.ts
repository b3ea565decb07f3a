/**
 * Item writing: tells the author what gives an answer away or teaches nothing. Source: Haladyna, Downing & Rodriguez (2002), A Review of
 * Multiple-Choice Item-Writing Guidelines, doi:10.1207/S15324818AME1503_5.
 */

import { greatest, least } from '../../lists.ts';
import { blocksOf, questionsIn } from '../../model/blocks.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Html, meantText, trusted } from '../../model/html.ts';
import type { Answer, AnswerOf, AnswerOption, QuestionType } from '../../model/question.ts';
import type { ReadQuestion, Topic } from '../../model/topic.ts';
import { findBlanks } from '../quiz/blanks.ts';
import { type Context, indentOf, newContext, report } from '../source/context.ts';
import { offsetAt } from '../source/source.ts';

// A topic is never changed once it is parsed.
const cache = new WeakMap<Topic, Diagnostic[]>();

/**
 * What an examiner would say of a topic's questions that can be answered; `source` is the text it was parsed from.
 */
export function checkItems(topic: Topic, source: string): Diagnostic[] {
  const diagnostics = cache.get(topic) ?? readItems(topic, source);
  cache.set(topic, diagnostics);
  return diagnostics;
}

function readItems(topic: Topic, source: string): Diagnostic[] {
  const questions = questionsIn(blocksOf(topic));
  if (questions.length === 0) return [];
  const context = newContext(source, { file: topic.file });
  for (const question of questions) if (question.answer) checkItem(question, context);
  return context.diagnostics;
}

/** The check of a type's answer; null where a type has none. */
const CHECKS: { [T in QuestionType]: ((answer: AnswerOf<T>, context: Context) => void) | null } = {
  single: checkOptions,
  multiple: checkOptions,
  'true-false': null,
  short: null,
  number: null,
  output: null,
  cloze: checkParticles,
  matching: checkDecoys,
  ordering: null,
  categories: null,
  fix: null,
};

function checkItem(question: ReadQuestion, context: Context): void {
  const { answer } = question;
  checkStem(question, context);
  // The table pairs each type with its own check, which a lookup by a union cannot tell.
  (CHECKS[answer.type] as ((answer: Answer, context: Context) => void) | null)?.(answer, context);
  checkSupport(question, context);
}

/** An answer is to be learnt from: why it is right, where it is taught. */
function checkSupport({ explanation, sources, line }: ReadQuestion, context: Context): void {
  const column = indentOf(context, line - 1);
  if (explanation === null) report(context, 'item-explanation-missing', { line: line - 1, column });
  if (sources.length === 0) report(context, 'item-source-missing', { line: line - 1, column });
}

/** A decoy that reads like a right side is one. */
function checkDecoys({ pairs, decoys }: AnswerOf<'matching'>, context: Context): void {
  for (const { text, line } of decoys) {
    const twin = pairs.find(({ right }) => right.text === text);
    if (twin)
      report(context, 'item-options-alike', {
        line: line - 1,
        params: {
          option: text,
          other: twin.right.text,
          line: twin.line,
        },
      });
  }
}

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

/** A negative without emphasis, and a stem that asks for one answer where several are right or the reverse. */
function checkStem(question: ReadQuestion, context: Context): void {
  const { answer, title, stem, line } = question;
  const said = [title, ...stem.flatMap((block) => (block.kind === 'prose' ? [block.html] : []))];
  const tell = (code: 'item-negative-plain' | 'item-stem-plural' | 'item-stem-singular', words: string) =>
    report(context, code, { line: line - 1, params: { words } });
  const negative = answer.type === 'true-false' ? NEGATED : NEGATIVE;
  const plain = find(negative, said.map(withoutEmphasis));
  if (plain !== null) tell('item-negative-plain', plain);
  const sentences = said.map(meantText);
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
  meantText(trusted(html.replace(/<(em|strong)>[\s\S]*?<\/\1>/g, EMPHASISED)));

/** After a batchim, after a vowel, and for both. 이다, 이며 and 입니다 fit both in writing. */
const PARTICLES: [closed: string, open: string, both: string][] = [
  ['을', '를', '을(를)'],
  ['은', '는', '은(는)'],
  ['이', '가', '이(가)'],
  ['과', '와', '와(과)'],
  ['으로', '로', '(으)로'],
  ['이라는', '라는', '(이)라는'],
  ['이라고', '라고', '(이)라고'],
  ['이란', '란', '(이)란'],
  ['이나', '나', '(이)나'],
  ['이랑', '랑', '(이)랑'],
  ['이에요', '예요', '이에요(예요)'],
];
/** What may follow a particle before the word ends: 으로는, 로부터, 과의. */
const TAIL = '(?:서|써|부터|는|도|만|의)?(?![\\p{L}\\p{N}(])';
const PARTICLE = new RegExp(
  `^(${PARTICLES.map(([closed, open]) => `${closed}|${open}`).join('|')})${TAIL}`,
  'u',
);
/** Marks of inline markup between the blank and the particle. */
const MARKS = /^(?:[*_~]+|`+)?/;

/**
 * A particle after a blank that fits only one kind of ending gives the answer away: `[[커널]]을` → `[[커널]]을(를)`. Checks what stands
 * behind each blank, in the lines of the source.
 */
function checkParticles({ parts }: AnswerOf<'cloze'>, context: Context): void {
  const lines = new Set(parts.flatMap((part) => (part.kind === 'blank' ? [part.line - 1] : [])));
  for (const line of lines) {
    const text = context.source.lines[line] ?? '';
    for (const { end } of findBlanks(text).blanks) checkParticle(text, end, line, context);
  }
}

function checkParticle(text: string, end: number, line: number, context: Context): void {
  const column = end + (MARKS.exec(text.slice(end))?.[0].length ?? 0);
  const particle = PARTICLE.exec(text.slice(column))?.[1];
  const both = PARTICLES.find(([closed, open]) => particle === closed || particle === open)?.[2];
  if (particle === undefined || both === undefined) return;
  const start = offsetAt(context.source, line, column);
  const stop = offsetAt(context.source, line, column + particle.length);
  const fix = { label: `「${both}」로 바꾸기`, edits: [{ start, end: stop, text: both }] };
  report(context, 'item-blank-particle', { line, column, params: { particle, both }, fix });
}

// The options of a choice question: the right one must not be the longest by far, none may stand for others (「위의 모두」), no two may say the
// same.

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

function checkOptions({ type, options }: Choice, context: Context): void {
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
