/** Finds out what a bank is, by its name and what it begins with, and reads it; of a hostile one nothing is read. */

import path from 'node:path';
import { AuthorError } from '../folder.ts';
import { readAiken } from './aiken.ts';
import { readAnki } from './anki.ts';
import { type Bank, flaw } from './bank.ts';
import { readCsv } from './csv.ts';
import { readGift } from './gift.ts';
import { readMoodleXml } from './moodle-xml.ts';

const READERS = {
  gift: readGift,
  aiken: readAiken,
  xml: readMoodleXml,
  csv: readCsv,
  anki: readAnki,
} as const;
export type BankFormat = keyof typeof READERS;
export const BANK_FORMATS = Object.keys(READERS) as BankFormat[];

const MOST_QUESTIONS = 1000;
export const LARGEST_BANK = 4 * 1024 * 1024;

/** `format` null: it is found out. */
export function readBank(name: string, text: string, format: BankFormat | null): Bank {
  const plain = text.replace(/^\uFEFF/, '');
  const control = /(?![\t\n\f\r])\p{Cc}/u.exec(plain);
  if (control) {
    const line = plain.slice(0, control.index).split('\n').length;
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw flaw(line, `글이 아닌 글자(U+${code})가 있습니다. 파일이 깨졌는지 살펴보세요.`);
  }
  const bank = READERS[format ?? formatOf(name, plain)](plain);
  if (bank.questions.length > MOST_QUESTIONS)
    throw new AuthorError(
      `문제가 ${bank.questions.length.toLocaleString('ko')}개입니다. 한 번에 ${MOST_QUESTIONS.toLocaleString('ko')}개까지 옮깁니다. 파일을 나누세요.`,
    );
  return bank;
}

function formatOf(name: string, text: string): BankFormat {
  const ending = path.extname(name).toLowerCase();
  if (ending === '.xml' || /^\s*<(?:\?xml|quiz)/.test(text)) return 'xml';
  if (ending === '.csv' || ending === '.tsv') return 'csv';
  if (/^#(?:separator|html|guid column|deck|tags|notetype|columns)/i.test(text)) return 'anki';
  if (ending === '.gift' || /\.gift\.txt$/i.test(name)) return 'gift';
  if (/^\s*ANSWER\s*:/im.test(text) && /^\s*A[.)]\s/m.test(text)) return 'aiken';
  if (/\{[^{}]*\}/.test(text)) return 'gift';
  throw new AuthorError(
    `무슨 형식인지 알 수 없습니다: ${name}\n--format을 적으세요: ${BANK_FORMATS.join(', ')}`,
  );
}
