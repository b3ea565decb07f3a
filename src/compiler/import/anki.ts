/**
 * Reads the text that Anki exports: a note each line, its fields parted as the head says. A short back is a short answer, and
 * `{{c1::커널}}` a blank; Anki grades nothing, so that longer backs have no place.
 * Source: https://docs.ankiweb.net/importing/text-files.html
 */

import { type Html, textOf } from '../../core/model/html.ts';
import { type Bank, type BankAnswer, BankBuilder, type BankQuestion, flaw, Unfit } from './bank.ts';
import { readRows } from './csv.ts';
import { cleanHtml, divideAsked, htmlOfText } from './markup.ts';

const SEPARATORS: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
};
/** A back that nobody would type. */
const LONGEST_ANSWER = 40;

export function readAnki(text: string): Bank {
  const bank = new BankBuilder();
  const head = /^(?:#.*(?:\r\n?|\n|$))*/.exec(text)?.[0] ?? '';
  const settings = new Map(
    [...head.matchAll(/^#([^:\r\n]+):([^\r\n]*)/gm)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const named = settings.get('separator')?.trim().toLowerCase() ?? 'tab';
  const column = (name: string) => Number(settings.get(`${name} column`) ?? 0);
  const meta = new Set(['guid', 'deck', 'tags', 'notetype'].map(column));
  const isHtml = settings.get('html')?.trim() !== 'false';
  let line = head.split(/\r\n?|\n/).length;
  for (const { record, lines } of rowsOf(text.slice(head.length), SEPARATORS[named] ?? named, line)) {
    bank.add(line, (lose) => {
      const [front = '', back = ''] = record.filter((_, at) => !meta.has(at + 1));
      const html = (field: string) =>
        isHtml
          ? cleanHtml(field, () => lose('그림은 옮기지 않습니다. 설명만 글로 남습니다.'))
          : htmlOfText(field);
      return { ...noteOf(html(front), html(back)), id: record[column('guid') - 1] || null };
    });
    line = head.split(/\r\n?|\n/).length + lines;
  }
  return bank;
}

function rowsOf(text: string, delimiter: string, line: number) {
  try {
    return readRows(text, { delimiter, comment: '#', comment_no_infix: true });
  } catch {
    throw flaw(line, 'Anki의 텍스트로 읽을 수 없습니다. 따옴표가 닫혔는지 살펴보세요.');
  }
}

const CLOZE = /\{\{c\d+::((?:(?!::|\}\}).)+)(?:::(?:(?!\}\}).)*)?\}\}/gs;

function noteOf(front: string, back: string): Omit<BankQuestion, 'line' | 'id'> {
  if (textOf(front as Html) === '') throw new Unfit('앞면이 비어 있습니다.');
  const pieces = front.replace(/^<p>|<\/p>$/g, '').split(CLOZE);
  if (pieces.length > 1) {
    if (
      pieces.some(
        (piece, at) =>
          /<\/?(?:p|ul|ol|pre|table|blockquote)\b/.test(piece) || (at % 2 === 1 && /[<[\]]/.test(piece)),
      )
    )
      throw new Unfit('빈칸이 든 글이 한 문단이 아닙니다.');
    const parts = pieces.map((piece, at) => (at % 2 === 1 ? { variants: [textOf(piece as Html)] } : piece));
    return {
      title: '빈칸을 채우세요.',
      stem: '',
      answer: { type: 'cloze', parts },
      hints: [],
      explanation: back,
    };
  }
  const words = textOf(back as Html);
  if (words === '') throw new Unfit('뒷면이 비어 있습니다.');
  if (words.length > LONGEST_ANSWER || /<(?:p|ul|ol|pre|table|br)\b/.test(back.replace(/^<p>/, '')))
    throw new Unfit(`뒷면이 길어 단답이 되지 않습니다(한 줄, ${LONGEST_ANSWER}자까지).`);
  const answer: BankAnswer = { type: 'short', variants: words.split(/\s+\/\s+/) };
  return { ...divideAsked(front, ''), answer, hints: [], explanation: '' };
}
