/** `npm run import`: brings the questions of another program's bank into a note, after showing what would be written. */

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { parse } from '../../core/content/parse.ts';
import { idsIn } from '../../core/content/source/ids.ts';
import { hash64 } from '../../core/quiz/hash64.ts';
import { AuthorError, decodeNote, requireNotes } from '../folder.ts';
import { type Bank, type BankLoss, type BankQuestion, Unfit } from '../import/bank.ts';
import { BANK_FORMATS, type BankFormat, LARGEST_BANK, readBank } from '../import/read-bank.ts';
import { findPlace, isWholeWith, putIn, writeQuestion } from '../import/write-question.ts';
import { contentDir } from '../options.ts';
import { Workspace } from '../workspace.ts';
import { command } from './command.ts';
import { noteName } from './export.ts';
import { confirm, showFixes } from './fix.ts';
import { visible } from './report.ts';

const USAGE = `npm run import -- 파일 --into 노트.md[#절] [--format ${BANK_FORMATS.join('|')}] [--write]

다른 프로그램의 문제를 노트로 옮깁니다. 먼저 바뀔 줄을 보이고 묻습니다. 이미 있는 문제는 바꾸지 않습니다.

  --into    옮길 노트와 절. 예: docker/components.md#이미지. 절이 없으면 토픽 전체의 확인 문제
  --format  gift: Moodle의 GIFT, xml: Moodle XML, aiken: Aiken, csv: 표, anki: Anki의 텍스트. 적지 않으면 알아냅니다.
  --write   묻지 않고 씁니다.

노트 폴더는 환경 변수 CONTENT_DIR로 정합니다. 옮길 문제가 없으면 1, 실행할 수 없으면 2로 끝납니다.`;

const OPTIONS = {
  into: { type: 'string' },
  format: { type: 'string' },
  write: { type: 'boolean', default: false },
} as const;

/** Takes the arguments and returns the exit code. */
export const run = command(
  USAGE,
  OPTIONS,
  async ({ into, format, write }, [bank]) => {
    if (bank === undefined) throw new Error('옮길 파일을 쓰세요.');
    if (into === undefined)
      throw new Error('--into에 옮길 노트를 쓰세요. 예: --into docker/components.md#이미지');
    const wanted = BANK_FORMATS.find((each) => each === format) ?? null;
    if (format !== undefined && wanted === null) throw new Error(`모르는 형식입니다: ${format}`);
    return importBank(bank, into, wanted, write);
  },
  1,
);

async function importBank(
  name: string,
  into: string,
  format: BankFormat | null,
  isAgreed: boolean,
): Promise<number> {
  const bank = readBank(name, textOfBank(name), format);
  const dir = contentDir();
  requireNotes(dir);
  const workspace = new Workspace({ dir, base: '/', drafts: false });
  await workspace.load({ draws: false });
  const [, path = '', anchor] = /^([^#]*)(?:#(.*))?$/s.exec(into) ?? [];
  const file = noteName(dir, path);
  const [source, onDisk] = [workspace.sourceOf(file), workspace.noteOnDisk(file)];
  if (source === null || onDisk === null) throw new AuthorError(`그런 노트가 없습니다: ${file}`);
  if (!Buffer.from(source).equals(readFileSync(onDisk)))
    throw new AuthorError(`UTF-8이 아닌 노트에는 쓰지 않습니다: ${file}`);
  const place = findPlace(
    source,
    parse(source, { file }).value,
    anchor === undefined ? null : decodeAnchor(anchor),
  );
  const { texts, ids, losses } = written(bank, place.level, workspace.sources);
  for (const { line, message } of losses) console.log(visible(`${name}:${line}  ${message}`));
  if (texts.length === 0) {
    console.error('옮길 문제가 없습니다.');
    return 1;
  }
  const after = putIn(source, place, texts);
  if (!isWholeWith(file, source, after, ids))
    throw new AuthorError(`${file}에 쓰면 다른 글이 달라집니다. npm run check로 노트를 먼저 살펴보세요.`);
  showFixes({ files: [{ file, onDisk, before: source, after }] });
  const where = anchor === undefined ? file : `${file}#${anchor}`;
  const refusal = '쓰지 않았습니다. 그대로 쓰려면 --write를 붙여 다시 실행하세요.';
  if (!isAgreed && !(await confirm(`문제 ${texts.length}개를 ${where}에 쓸까요? (y/N) `, refusal))) return 0;
  writeFileSync(onDisk, after);
  console.log(`문제 ${texts.length}개를 ${where}에 썼습니다. npm run check로 살펴보세요.`);
  return 0;
}

function textOfBank(name: string): string {
  const stats = statSync(name, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new AuthorError(`그런 파일이 없습니다: ${name}`);
  const megabytes = (bytes: number) => `${Math.round(bytes / 104_857.6) / 10} MB`;
  if (stats.size > LARGEST_BANK)
    throw new AuthorError(
      `파일이 너무 큽니다: ${megabytes(stats.size)}. ${megabytes(LARGEST_BANK)}까지 옮깁니다.`,
    );
  return decodeNote(readFileSync(name)).text;
}

/** An anchor that was copied from the address of a page is percent-encoded. */
function decodeAnchor(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch (error) {
    if (error instanceof URIError) return anchor;
    throw error;
  }
}

/** The questions as markdown with their ids; what is there already is left alone. */
function written(bank: Bank, level: number, sources: ReadonlyMap<string, string>) {
  const homes = new Map<string, string>();
  for (const [file, text] of sources) for (const id of idsIn(text, 'q')) homes.set(id, file);
  const losses: BankLoss[] = [...bank.losses];
  const texts: string[] = [];
  const ids: string[] = [];
  for (const question of bank.questions) {
    const { line } = question;
    const id = idOf(question);
    const home = homes.get(id);
    if (home !== undefined) {
      losses.push({ line, message: `이미 있어 그대로 둡니다: ${id} (${home})` });
      continue;
    }
    try {
      texts.push(writeQuestion(question, id, level));
      ids.push(id);
      homes.set(id, '이 파일의 앞쪽');
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      losses.push({ line, message: `옮기지 않습니다. ${error.message}` });
    }
  }
  return { texts, ids, losses: losses.sort((a, b) => a.line - b.line) };
}

const LONGEST_ID = 64;

/** The source's own id, without the course that our exports put before it; else one made of the words, so that it comes again. */
function idOf({ id, pool: _pool, line: _, ...words }: BankQuestion): string {
  const own = (id ?? '')
    .normalize('NFC')
    .replace(/^.*\bquestion:/, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/--+/g, '-')
    .replace(/^[._-]+|-+$/g, '')
    .slice(0, LONGEST_ID);
  return own === '' ? `bank-${hash64(JSON.stringify(words)).slice(0, 10)}` : own;
}
