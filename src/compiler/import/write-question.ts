/**
 * Writes a question of a bank as the notes have it, and reads it back: what would come out as something else is not brought in; and finds
 * its place in a note.
 */

import { parse } from '../../core/content/parse.ts';
import { variantsOf } from '../../core/content/quiz/blanks.ts';
import { htmlToMarkdown } from '../../core/export/html-to-markdown.ts';
import { PlainHtml } from '../../core/export/plain-html.ts';
import { blocksOf, questionsIn } from '../../core/model/blocks.ts';
import { escapeHtml, type Html, textOf } from '../../core/model/html.ts';
import type { Answer, AnswerItem } from '../../core/model/question.ts';
import type { QuizBlock, ReadQuestion, Section, Topic } from '../../core/model/topic.ts';
import { nearestTo } from '../../core/quiz/near-miss.ts';
import { AuthorError } from '../folder.ts';
import { type BankAnswer, type BankItem, type BankQuestion, Unfit } from './bank.ts';

/** Markdown of a question, with its heading of some level. */
export function writeQuestion(question: BankQuestion, id: string, level: number): string {
  const { title, stem, answer, pool } = question;
  const identity = pool === undefined ? id : `${id} pool: ${pool}`;
  const head = `${'#'.repeat(level)} Q. ${inline(title)} <!-- q: ${identity} -->`;
  const parts = [head, htmlToMarkdown(stem), answerOf(answer), fieldsOf(question)].filter(
    (part) => part !== '',
  );
  const text = parts.join('\n\n');
  checkReadBack(question, text);
  return text;
}

const inline = (html: string): string => htmlToMarkdown(html).replace(/\s*\n\s*/g, ' ');

const indented = (text: string, first: string, others: string): string =>
  text
    .split('\n')
    .map((line, at) => `${at === 0 ? first : others}${line}`.trimEnd())
    .join('\n');

/** A list item with what is said of it. */
function item(mark: string, text: string, feedback: string | null): string {
  const indent = ' '.repeat(mark.startsWith('- ') ? 2 : mark.length);
  const said = feedback === null ? '' : htmlToMarkdown(feedback);
  const quote = said === '' ? [] : [indented(said, `${indent}> `, `${indent}> `)];
  return [indented(text, mark, indent), ...quote].join('\n');
}

const itemOf = (mark: string, { html, feedback }: BankItem): string =>
  item(mark, htmlToMarkdown(html), feedback);

function answerOf(answer: BankAnswer): string {
  switch (answer.type) {
    case 'options':
      return answer.options.map((option) => itemOf(option.isRight ? '- [x] ' : '- [ ] ', option)).join('\n');
    case 'true-false':
      return `정답: ${answer.isTrue ? 'O' : 'X'}`;
    case 'short':
      return `정답: ${writeVariants(answer.variants)}`;
    case 'number':
      return `정답: ${answer.low}${answer.low === answer.high ? '' : `..${answer.high}`} ${answer.unit}`.trimEnd();
    case 'cloze':
      return answer.parts
        .map((part) => {
          if (typeof part !== 'string') return `[[${writeVariants(part.variants)}]]`;
          const [start, end] = [/^\s/.test(part) ? ' ' : '', /\S\s+$/.test(part) ? ' ' : ''];
          return `${start}${inline(part)}${end}`;
        })
        .join('')
        .trim();
    case 'matching':
      return [
        ...answer.pairs.map(({ left, right, feedback }) =>
          item('- ', `${inline(left)} -> ${inline(right)}`, feedback),
        ),
        ...answer.decoys.map(({ html, feedback }) => item('- ', `-> ${inline(html)}`, feedback)),
      ].join('\n');
    case 'ordering':
      return answer.items.map((each, at) => itemOf(`${at + 1}. `, each)).join('\n');
    case 'categories':
      return answer.categories
        .map(({ name, items }) =>
          [`- ${inline(name)}`, ...items.map((each) => indented(itemOf('- ', each), '  ', '  '))].join('\n'),
        )
        .join('\n');
    default:
      return answer satisfies never;
  }
}

/** As code where its signs would part it or be read as markup, and where a number would be read as one. */
const writeVariants = (variants: readonly string[]): string =>
  variants
    .map((variant) => {
      const isPlain =
        variantsOf(variant).join('\n') === variant && !/[[\]*_~$<&\\|`]|^[-+±.]?\p{N}/u.test(variant);
      return isPlain ? variant : htmlToMarkdown(`<code>${escapeHtml(variant)}</code>`);
    })
    .join(' / ');

/** Paragraphs that begin with 출처 are sources, as our own exports write them. */
const SOURCE = /<p>(출처: (?:(?!<\/p>).)*)<\/p>/gs;

function fieldsOf({ hints, explanation }: BankQuestion): string {
  const said = htmlToMarkdown(explanation.replace(SOURCE, ''));
  const fields = [
    ...hints.map((hint) => `힌트: ${htmlToMarkdown(hint)}`),
    ...(said === '' ? [] : [`해설: ${/^(?:```|[-+>|] |\d+\. )/.test(said) ? '\n\n' : ''}${said}`]),
    ...[...explanation.matchAll(SOURCE)].map(([, words = '']) => inline(words)),
  ];
  const joint = fields.some((field) => field.includes('\n')) ? '\n\n' : '\n';
  return fields.length === 0 ? '' : indented(fields.join(joint), '> ', '> ');
}

function checkReadBack(question: BankQuestion, markdown: string): void {
  const { value, diagnostics } = parse(`# t\n\n글.\n\n## 확인 문제\n\n${markdown.replace(/^#+/, '###')}\n`, {
    file: 't.md',
  });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error) throw new Unfit(`노트에 쓰면 오류가 됩니다. ${error.message}`);
  const questions = value.blocks.flatMap((block) => (block.kind === 'quiz' ? block.questions : []));
  const [read] = questions;
  const isSame =
    questions.length === 1 &&
    read?.answer !== undefined &&
    sameAnswer(asBank(read.answer), question.answer) &&
    wordsOf(read) === wordsOfBank(question);
  if (!isSame) throw new Unfit('노트의 형식으로 쓰면 다른 문제로 읽힙니다.');
}

const PLAIN = new PlainHtml({ origin: '', base: '/' }, '/', () => undefined);

const sameAnswer = (read: BankAnswer | null, meant: BankAnswer): boolean =>
  read !== null && keyOf(read) === keyOf(meant);

const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
const words = (html: string): string => squeezed(textOf(html as Html));

/** An answer by its words alone. */
const keyOf = (answer: BankAnswer): string =>
  JSON.stringify(answer, (name, value: unknown) => {
    if (name === 'variants' && Array.isArray(value))
      return value.map((variant) => escapeHtml(String(variant)));
    return typeof value === 'string' ? words(value) : value;
  });

/** An answer of the notes as a bank would have it. */
function asBank(answer: Answer): BankAnswer | null {
  const html = (each: { html: Html }) => PLAIN.inline(each.html);
  const saidOf = ({ feedback }: { feedback: Html | null }) =>
    feedback === null ? null : PLAIN.inline(feedback);
  const itemIn = (each: AnswerItem): BankItem => ({ html: html(each), feedback: saidOf(each) });
  switch (answer.type) {
    case 'single':
    case 'multiple':
      return {
        type: 'options',
        options: answer.options.map((option) => ({ ...itemIn(option), isRight: option.isRight })),
      };
    case 'true-false':
    case 'short':
      return answer;
    case 'number':
      return { type: 'number', low: answer.low, high: answer.high, unit: answer.unit };
    case 'cloze':
      return {
        type: 'cloze',
        parts: answer.parts.flatMap((part) =>
          part.kind === 'text' ? html(part) : part.kind === 'blank' ? { variants: part.variants } : [],
        ),
      };
    case 'matching':
      return {
        type: 'matching',
        pairs: answer.pairs.map((pair) => ({
          left: html(pair.left),
          right: html(pair.right),
          feedback: saidOf(pair),
        })),
        decoys: answer.decoys.map(itemIn),
      };
    case 'ordering':
      return { type: 'ordering', items: answer.items.map(itemIn) };
    case 'categories':
      return {
        type: 'categories',
        categories: answer.categories.map(({ name, items }) => ({
          name: html(name),
          items: items.map(itemIn),
        })),
      };
    default:
      return null;
  }
}

function wordsOf({ title, stem, hints, explanation, sources }: ReadQuestion): string {
  return [
    words(PLAIN.inline(title)),
    words(PLAIN.blocks(stem)?.html ?? ''),
    ...hints.map((hint) => words(PLAIN.inline(hint))),
    explanation === null ? '' : words(PLAIN.inline(explanation)),
    ...sources.map(({ label, quote }) => squeezed(label + (quote ?? '')).replace(/["“”「」]/g, '')),
  ].join('\n');
}

function wordsOfBank({ title, stem, hints, explanation }: BankQuestion): string {
  return [
    words(title),
    words(stem),
    ...hints.map(words),
    words(explanation.replace(SOURCE, '')),
    ...[...explanation.matchAll(SOURCE)].map(([, source = '']) =>
      words(source.slice('출처: '.length)).replace(/["“”「」]/g, ''),
    ),
  ].join('\n');
}

// Finds where questions go in a note: to the end of the quiz of a section or of the whole topic, which is begun where there is none.

interface Place {
  /** Behind the last line above. */
  offset: number;
  /** The heading of a quiz that is begun; null where there is one. */
  heading: string | null;
  /** Of the headings of questions. */
  level: number;
}

const DEEPEST = 6;

/** `anchor` null: the quiz of the whole topic. */
export function findPlace(source: string, topic: Topic, anchor: string | null): Place {
  const lines = source.split('\n');
  const levelOf = (line: number, otherwise: number) =>
    /^ {0,3}(#{1,6})\s/.exec(lines[line - 1] ?? '')?.[1]?.length ?? otherwise;
  const owner = anchor === null ? null : sectionOf(topic, anchor);
  const quiz = (owner ?? topic).blocks.findLast((block) => block.kind === 'quiz');
  const heads = [...topic.sections, ...quizzesOf(topic)].map(({ line }) => line).sort((a, b) => a - b);
  const endOf = (line: number) => endOfText(lines, heads.find((each) => each > line) ?? lines.length + 1);
  if (quiz) {
    const [first] = quiz.questions;
    const level = levelOf(first?.line ?? 0, levelOf(quiz.line, 2) + 1);
    return { offset: endOf(quiz.line), heading: null, level };
  }
  const above = owner ? levelOf(owner.line, owner.level) : 1;
  if (above + 2 > DEEPEST)
    throw new AuthorError('제목이 너무 깊어 그 아래에 확인 문제를 둘 수 없습니다. 더 높은 절을 고르세요.');
  const offset = owner ? endOf(owner.line) : endOfText(lines, lines.length + 1);
  return { offset, heading: `${'#'.repeat(above + 1)} 확인 문제`, level: above + 2 };
}

function sectionOf({ sections, file }: Topic, wanted: string): Section {
  const name = wanted.normalize('NFC').trim();
  const section =
    sections.find(({ anchor }) => anchor === name) ?? sections.find(({ titleText }) => titleText === name);
  if (section) return section;
  const anchors = sections.map(({ anchor }) => anchor);
  const near = nearestTo(name, anchors) ?? anchors.find((anchor) => anchor.includes(name));
  const help =
    near === undefined ? `쓸 수 있는 절: ${anchors.slice(0, 12).join(', ')}` : `혹시 #${near}인가요?`;
  throw new AuthorError(`${file}에 그런 절이 없습니다: #${name}\n${help}`);
}

const quizzesOf = ({ blocks, sections }: Topic): QuizBlock[] =>
  [blocks, ...sections.map((section) => section.blocks)].flat().filter((block) => block.kind === 'quiz');

/** The offset behind the last line with words above a line, which counts from 1. */
function endOfText(lines: readonly string[], line: number): number {
  const text = lines.slice(0, line - 1).join('\n');
  return text.trimEnd().length;
}

/** A note with questions put in, in the line ends of the note. */
export function putIn(source: string, { offset, heading }: Place, questions: readonly string[]): string {
  const text = ['', ...(heading === null ? [] : [heading]), ...questions].join('\n\n');
  const after = source.slice(offset);
  const ending = source.includes('\r\n') ? '\r\n' : '\n';
  return `${source.slice(0, offset)}${text.replaceAll('\n', ending)}${after.trim() === '' ? ending : after}`;
}

/** Whether a note with questions put in says all that it said, the new questions, and no error more. */
export function isWholeWith(file: string, before: string, after: string, ids: readonly string[]): boolean {
  const [old, now] = [before, after].map((text) => parse(text, { file })) as [
    ReturnType<typeof parse>,
    ReturnType<typeof parse>,
  ];
  const errors = ({ diagnostics }: typeof old) =>
    diagnostics.filter(({ severity }) => severity === 'error').length;
  const withoutLines = (value: unknown) =>
    JSON.stringify(value, (name, each: unknown) => (name === 'line' ? 0 : each));
  const isNew = ({ id }: { id: string | null }) => id !== null && ids.includes(id);
  const questions = (topic: Topic) => questionsIn(blocksOf(topic));
  const shape = ({ sections }: Topic) =>
    sections.map(({ anchor, blocks }) => [anchor, blocks.filter(({ kind }) => kind !== 'quiz')]);
  return (
    errors(now) <= errors(old) &&
    withoutLines(shape(now.value)) === withoutLines(shape(old.value)) &&
    withoutLines(questions(now.value).filter((each) => !isNew(each))) ===
      withoutLines(questions(old.value)) &&
    questions(now.value).filter((each) => isNew(each) && each.answer !== undefined).length === ids.length
  );
}
