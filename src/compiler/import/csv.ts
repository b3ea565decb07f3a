/**
 * Reads a table of questions (CSV), a row each. Columns are known by their names, which the guide lists; what the cells hold decides
 * the type: options with 정답 as their numbers, O or X, or words.
 */

import { type Options, parse } from 'csv-parse/sync';
import { type Bank, BankBuilder, flaw, Hostile, optionsAnswer, Unfit } from './bank.ts';
import { divideAsked, htmlOfText } from './markup.ts';

const COLUMNS: Readonly<Record<string, RegExp>> = {
  question: /^(?:문제|질문|question)$/i,
  answer: /^(?:정답|답|answer)$/i,
  option: /^(?:보기|option)\s*\d{1,2}$/i,
  hint: /^(?:힌트|hint)$/i,
  explanation: /^(?:해설|설명|explanation)$/i,
  id: /^(?:아이디|id)$/i,
};

interface Row {
  record: string[];
  /** The line on which it ends. */
  lines: number;
}

/** The rows of a table, of any number of cells, with their lines. */
export function readRows(text: string, options: Options): Row[] {
  const rows: Row[] = [];
  parse(text, {
    relax_column_count: true,
    skip_empty_lines: true,
    ...options,
    on_record: (record: string[], { lines }) => void rows.push({ record, lines }),
  });
  return rows;
}

export function readCsv(text: string): Bank {
  const bank = new BankBuilder();
  const [head, ...rows] = rowsOf(text);
  if (!head) return bank;
  const columns = head.record.map((name) => kindOf(name));
  for (const kind of ['question', 'answer'])
    if (!columns.includes(kind))
      throw flaw(
        1,
        `「${kind === 'question' ? '문제' : '정답'}」 열이 없습니다. 첫 줄에 열의 이름을 쓰세요: 문제, 보기1, 보기2, 정답, 해설, 힌트, 아이디`,
      );
  head.record.forEach((name, at) => {
    if (columns[at] === null && name.trim() !== '')
      bank.losses.push({ line: 1, message: `모르는 열은 옮기지 않습니다: ${name.trim()}` });
  });
  let line = head.lines + 1;
  for (const { record, lines } of rows) {
    const cells = (kind: string) => record.filter((_, at) => columns[at] === kind).map((cell) => cell.trim());
    bank.add(line, (lose) => questionOf(record, cells, lose));
    line = lines + 1;
  }
  return bank;
}

const kindOf = (name: string): string | null =>
  Object.entries(COLUMNS).find(([, names]) => names.test(name.trim()))?.[0] ?? null;

function rowsOf(text: string): Row[] {
  try {
    const first = text.slice(0, text.search(/[\r\n]|$/));
    const delimiter = [',', '\t', ';'].reduce((a, b) =>
      first.split(b).length > first.split(a).length ? b : a,
    );
    return readRows(text, { delimiter });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    throw flaw(line, '표로 읽을 수 없습니다. 따옴표가 닫혔는지 살펴보세요.');
  }
}

/** A cell that a spreadsheet would run: `=1+1`, `@SUM(A1)`, `=cmd|' /C calc'!A0`. `--name`, `-1` and `==` are answers. */
const FORMULA = /^\s*(?:=[^=\s>]|[=+\-@]\s*[A-Z][A-Z0-9._]*\(|[=+\-@][^\n]*\|[^\n]*!)/i;

function questionOf(record: string[], cells: (kind: string) => string[], lose: (message: string) => void) {
  const formula = record.find((cell) => FORMULA.test(cell));
  if (formula !== undefined) throw new Hostile(`수식이 든 칸이 있습니다: ${formula.trim().slice(0, 40)}`);
  const [question = ''] = cells('question');
  const [answer = ''] = cells('answer');
  const options = cells('option').filter((option) => option !== '');
  if (question === '') throw new Unfit('「문제」 칸이 비어 있습니다.');
  if (answer === '') throw new Unfit('「정답」 칸이 비어 있습니다.');
  return {
    id: cells('id')[0] || null,
    ...divideAsked(htmlOfText(question), ''),
    answer: options.length > 0 ? chosen(options, answer, lose) : written(answer),
    hints: cells('hint')
      .filter((hint) => hint !== '')
      .map(htmlOfText),
    explanation: htmlOfText(cells('explanation')[0] ?? ''),
  };
}

/** `2`, `1, 3`, or the words of an option. */
function chosen(options: string[], answer: string, lose: (message: string) => void) {
  const byWords = options.indexOf(answer);
  const numbers = byWords >= 0 ? [byWords + 1] : answer.split(/[,;/\s]+/).map(Number);
  if (numbers.some((number) => !Number.isInteger(number) || number < 1 || number > options.length))
    throw new Unfit(`「정답」이 보기의 번호가 아닙니다: ${answer}`);
  const items = options.map((option, at) => ({
    html: htmlOfText(option),
    feedback: null,
    share: numbers.includes(at + 1) ? 100 / numbers.length : 0,
  }));
  return optionsAnswer(items, numbers.length === 1, lose);
}

function written(answer: string) {
  if (/^[OXㅇ○×]$/i.test(answer)) return { type: 'true-false', isTrue: /^[Oㅇ○]$/i.test(answer) } as const;
  if (/^-?\d+(?:\.\d+)?$/.test(answer))
    return { type: 'number', low: answer, high: answer, unit: '' } as const;
  return { type: 'short', variants: answer.split(/\s+\/\s+/).map((each) => each.trim()) } as const;
}
