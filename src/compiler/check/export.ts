/** `npm run export`: writes the questions and cards of a folder of notes for other programs and for paper. */

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toAnki } from '../../core/export/anki.ts';
import {
  collect,
  type ExportDocument,
  type Exported,
  type Loss,
  questionsSchema,
  select,
} from '../../core/export/document.ts';
import { toGift } from '../../core/export/gift.ts';
import { toPrint } from '../../core/export/print.ts';
import { requireNotes } from '../folder.ts';
import { contentDir, siteBase, siteOrigin } from '../options.ts';
import { Workspace } from '../workspace.ts';
import { command } from './command.ts';

const USAGE = `npm run export -- --format anki|gift|json|print [--only PATH] [--count N] [--seed WORD] [--out DIR]

  --format  anki: Anki에서 가져올 텍스트. 다시 가져오면 새로 생기지 않고 바뀝니다.
            gift: Moodle 문제 은행의 GIFT.
            json: 다른 도구가 읽을 JSON과 그 JSON Schema.
            print: 인쇄할 시험지(exam.html)와 정답지(answers.html).
  --only    노트의 폴더나 파일 하나. 예: docker, docker/compose.md
  --count   문제를 이만큼만 뽑습니다. 용어 카드는 빠집니다.
  --seed    뽑는 문제와 보기의 차례를 정하는 말. 같은 말이면 같은 시험지입니다. 예: B형
  --out     쓸 폴더. 적지 않으면 export

노트 폴더는 환경 변수 CONTENT_DIR로 정합니다. SITE_URL과 BASE_PATH가 있으면 사이트로 가는 링크가 살아 있습니다.
담을 것이 없으면 1, 실행할 수 없으면 2로 끝납니다.`;

const OPTIONS = {
  format: { type: 'string' },
  only: { type: 'string' },
  count: { type: 'string' },
  seed: { type: 'string', default: '' },
  out: { type: 'string', default: 'export' },
} as const;

const FORMATS: Record<string, (document: ExportDocument, seed: string) => Exported> = {
  anki: toAnki,
  gift: toGift,
  json: (document) => ({
    files: [
      { name: 'questions.json', text: jsonOf(document) },
      { name: 'questions.schema.json', text: jsonOf(questionsSchema()) },
    ],
    losses: [],
  }),
  print: toPrint,
};

const PLACES_SHOWN = 5;

/** Takes the arguments and returns the exit code. */
export const run = command(USAGE, OPTIONS, async (values) => {
  const { format: name = '' } = values;
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!format) throw new Error(name === '' ? '--format을 적으세요.' : `모르는 형식입니다: ${name}`);
  const count = values.count === undefined ? null : countOf(values.count);
  return write(format, { ...values, only: values.only ?? null, count });
});

async function write(
  format: (document: ExportDocument, seed: string) => Exported,
  options: { only: string | null; count: number | null; seed: string; out: string },
): Promise<number> {
  const dir = contentDir();
  requireNotes(dir);
  const base = siteBase();
  const workspace = new Workspace({ dir, base, drafts: false });
  await workspace.load();
  const collected = collect(workspace.compiled.course, { origin: siteOrigin(), base });
  const only = options.only === null ? null : noteName(dir, options.only);
  const document = select(collected.document, { ...options, only });
  const questions = document.topics.flatMap((topic) => topic.questions).length;
  const cards = document.topics.flatMap((topic) => topic.cards).length;
  const { files, losses } = format(document, options.seed);
  const messages = [...collected.losses, ...losses].map(formatLoss);
  if (files.length === 0 || questions + cards === 0) {
    const nothing = only === null ? '내보낼 문제가 없습니다.' : `${only}에는 내보낼 문제가 없습니다.`;
    console.error([nothing, ...messages].join('\n'));
    return 1;
  }
  mkdirSync(options.out, { recursive: true });
  for (const { name, text } of files) writeFileSync(path.join(options.out, name), text);
  const names = files.map(({ name }) => path.join(options.out, name)).join(', ');
  console.log(`문제 ${questions}개, 용어 카드 ${cards}개에서 만들었습니다: ${names}`);
  if (messages.length > 0) console.log(`\n이 형식에 그대로 담지 못한 것\n${messages.join('\n')}`);
  return 0;
}

function formatLoss({ message, places }: Loss): string {
  const rest = places.length - PLACES_SHOWN;
  const shown = places.slice(0, PLACES_SHOWN).join(', ');
  if (places.length === 0) return `- ${message}`;
  return `- ${message}\n  ${places.length}곳: ${shown}${rest > 0 ? ` 외 ${rest}곳` : ''}`;
}

/** A folder or file as the course names it, also when the shell has completed its path from here. */
export function noteName(dir: string, argument: string): string {
  const fromHere = path.relative(dir, path.resolve(argument));
  const name = fromHere.startsWith('..') ? argument : fromHere;
  return name
    .split(path.sep)
    .join('/')
    .normalize('NFC')
    .replace(/^\/+|\/+$/g, '');
}

function countOf(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--count에는 1 이상의 수를 적으세요: ${text}`);
  return Number(text);
}

const jsonOf = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;
