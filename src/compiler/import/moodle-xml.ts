/** Reads Moodle XML. Source: https://docs.moodle.org/en/Moodle_XML_format, and Moodle's own question/format/xml/format.php. */

import { SaxesParser } from 'saxes';
import {
  type Bank,
  BankBuilder,
  type BankQuestion,
  flaw,
  numberAnswer,
  optionsAnswer,
  typedAnswer,
  Unfit,
} from './bank.ts';
import { cleanHtml, divideAsked, htmlOfMarkdown, htmlOfText } from './markup.ts';

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  line: number;
  children: Element[];
  text: string;
}

const DEEPEST = 30;

export function readMoodleXml(text: string): Bank {
  const bank = new BankBuilder();
  const quiz = readTree(text);
  if (quiz?.name !== 'quiz')
    throw flaw(quiz?.line ?? 1, 'Moodle XML이 아닙니다. `<quiz>`로 시작해야 합니다.');
  const questions = quiz.children.filter(({ name }) => name === 'question');
  const categories = questions.filter(({ attributes }) => attributes.type === 'category').length;
  for (const question of questions)
    if (question.attributes.type !== 'category')
      bank.add(question.line, (lose) => readQuestion(question, lose));
  if (categories > 1)
    bank.losses.push({ line: 1, message: `범주 ${categories}개는 나누지 않고 모두 한 절에 옮깁니다.` });
  return bank;
}

/** The elements of a document; entities of its own are refused by saxes, so that none grows without end. */
function readTree(text: string): Element | null {
  const parser = new SaxesParser();
  const root: Element = { name: '', attributes: {}, line: 1, children: [], text: '' };
  const open = [root];
  const fail = (message: string): never => {
    throw flaw(parser.line, message);
  };
  parser.on('error', (error) =>
    fail(`XML로 읽을 수 없습니다. ${error.message.replace(/^.*?\d+:\d+: /, '')}`),
  );
  parser.on('doctype', () => fail('DOCTYPE이 든 파일은 읽지 않습니다.'));
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) fail('태그가 너무 깊이 겹쳐 있습니다.');
    const element = { name, attributes, line: parser.line, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const add = (words: string) => {
    const element = open.at(-1);
    if (element) element.text += words;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  return root.children[0] ?? null;
}

const childOf = ({ children }: Element, name: string): Element | undefined =>
  children.find((child) => child.name === name);
const allOf = ({ children }: Element, name: string): Element[] =>
  children.filter((child) => child.name === name);
/** `<answer><text>…</text></answer>`, or the words right within. */
const wordsOf = (element: Element): string => (childOf(element, 'text')?.text ?? element.text).trim();
const wordsIn = (element: Element, name: string): string => {
  const child = childOf(element, name);
  return child ? wordsOf(child) : '';
};

const TYPES: Readonly<Record<string, string>> = {
  essay: '서술형입니다. 노트에는 서술형이 없습니다.',
  description: '답이 없는 설명입니다.',
  cloze: '글에 답을 끼워 넣은 문제(Embedded answers)입니다.',
};

function readQuestion(question: Element, lose: (message: string) => void): Omit<BankQuestion, 'line'> {
  const type = question.attributes.type ?? '';
  const html = (parent: Element, name?: string): string => {
    const element = name === undefined ? parent : childOf(parent, name);
    if (!element) return '';
    const words = wordsOf(element);
    const { format } = element.attributes;
    if (format === 'plain_text') return htmlOfText(words);
    if (format === 'markdown') return htmlOfMarkdown(words);
    const lines = format === 'html' ? words : words.replaceAll('\n', '<br>');
    return cleanHtml(lines, () => lose('그림은 옮기지 않습니다. 설명만 글로 남습니다.'));
  };
  const answerOf = ANSWERS[type];
  if (!answerOf) throw new Unfit(TYPES[type] ?? `노트에 없는 유형입니다: ${type}`);
  return {
    id: wordsIn(question, 'idnumber') || null,
    ...divideAsked(html(question, 'questiontext'), wordsIn(question, 'name')),
    answer: answerOf(question, html, lose),
    hints: allOf(question, 'hint')
      .map((hint) => html(hint))
      .filter((hint) => hint !== ''),
    explanation: html(question, 'generalfeedback'),
  };
}

type ReadHtml = (parent: Element, name?: string) => string;

const shareOf = ({ attributes }: Element): number => Number(attributes.fraction ?? 0);

const ANSWERS: Readonly<
  Record<
    string,
    (question: Element, html: ReadHtml, lose: (message: string) => void) => BankQuestion['answer']
  >
> = {
  multichoice(question, html, lose) {
    const options = allOf(question, 'answer').map((answer) => ({
      html: html(answer),
      feedback: html(answer, 'feedback') || null,
      share: shareOf(answer),
    }));
    return optionsAnswer(options, !/^(?:false|0)$/.test(wordsIn(question, 'single')), lose);
  },
  truefalse(question, html, lose) {
    const right = allOf(question, 'answer').filter((answer) => shareOf(answer) === 100);
    const words = right[0] ? wordsOf(right[0]).toLowerCase() : '';
    if (right.length !== 1 || !/^(?:true|false)$/.test(words)) throw new Unfit('맞는 답이 하나가 아닙니다.');
    if (allOf(question, 'answer').some((answer) => html(answer, 'feedback') !== ''))
      lose('O와 X의 피드백은 옮기지 않습니다.');
    return { type: 'true-false', isTrue: words === 'true' };
  },
  shortanswer(question, html, lose) {
    const answers = allOf(question, 'answer');
    if (answers.some((answer) => html(answer, 'feedback') !== ''))
      lose('답마다 다른 피드백은 옮기지 않습니다.');
    if (wordsIn(question, 'usecase') === '1') lose('대소문자를 가리지 않게 됩니다.');
    return typedAnswer(
      answers.map((answer) => ({ text: wordsOf(answer), share: shareOf(answer) })),
      lose,
    );
  },
  numerical(question, html, lose) {
    const answers = allOf(question, 'answer');
    if (answers.some((answer) => html(answer, 'feedback') !== ''))
      lose('답마다 다른 피드백은 옮기지 않습니다.');
    if (childOf(question, 'units')) lose('단위는 옮기지 않습니다.');
    return numberAnswer(
      answers.map((answer) => ({
        number: wordsOf(answer),
        tolerance: wordsIn(answer, 'tolerance'),
        share: shareOf(answer),
      })),
      lose,
    );
  },
  matching(question, html) {
    const all = allOf(question, 'subquestion').map((each) => ({
      left: html(each),
      right: htmlOfText(wordsIn(each, 'answer')),
      feedback: null,
    }));
    const pairs = all.filter(({ left }) => left !== '');
    const decoys = all
      .filter(({ left }) => left === '')
      .map(({ right }) => ({ html: right, feedback: null }));
    return { type: 'matching', pairs, decoys };
  },
  ordering: (question, html) => ({
    type: 'ordering',
    items: allOf(question, 'answer').map((answer) => ({ html: html(answer), feedback: null })),
  }),
};
