/** `npm run new -- folder`: makes a small course of one's own from `docs/starter/`, which has every type of question. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AuthorError, listFolder } from '../folder.ts';
import { contentDir } from '../options.ts';
import { command } from './command.ts';

const USAGE = `npm run new -- 폴더

작은 강의를 새 폴더에 만듭니다. 글과 비교표, 모든 유형의 문제가 하나씩 들어 있어 고쳐 쓰면 됩니다.
이미 있는 파일은 덮어쓰지 않습니다. 만들 수 없으면 2로 끝납니다.`;

const STARTER = 'docs/starter';
/** What stands in the starter in place of an id of its own. */
const COURSE_ID = '<!-- course: my-course -->';

/** Takes the arguments and returns the exit code. */
export const run = command(USAGE, {}, (_, words) => makeCourse(words), Number.POSITIVE_INFINITY);

async function makeCourse([folder, ...others]: string[]): Promise<number> {
  if (folder === undefined) throw new Error('만들 폴더의 이름을 쓰세요. 예: npm run new -- my-course');
  if (others.length > 0)
    throw new Error(
      `폴더는 하나만 쓰세요. 이름에 빈칸이 있으면 따옴표로 감쌉니다: "${[folder, ...others].join(' ')}"`,
    );
  const dir = path.resolve(folder);
  makeFolder(dir, folder);
  const { files: starter } = await listFolder(path.resolve(STARTER));
  for (const [file, onDisk] of starter) {
    const target = path.join(dir, file);
    const text = readFileSync(onDisk, 'utf8').replace(COURSE_ID, `<!-- course: ${courseIdFor(dir)} -->`);
    try {
      mkdirSync(path.dirname(target), { recursive: true });
      // Should it have come meanwhile.
      writeFileSync(target, text, { flag: 'wx' });
    } catch (cause) {
      throw new AuthorError(`파일을 쓸 수 없습니다: ${target}`, { cause });
    }
  }
  console.log(nextSteps(folder, dir, starter.size));
  return 0;
}

/** An empty folder may be there, such as one that was just made, or is under git. */
function makeFolder(dir: string, folder: string): void {
  try {
    mkdirSync(dir, { recursive: true });
  } catch (cause) {
    throw new AuthorError(
      `폴더를 만들 수 없습니다: ${folder}\n같은 이름의 파일이 있는지 보고, 다른 이름을 쓰세요.`,
      { cause },
    );
  }
  const [used] = readdirSync(dir).filter((name) => !name.startsWith('.'));
  if (used !== undefined)
    throw new AuthorError(
      `비어 있지 않은 폴더입니다: ${folder} (${used} …)\n덮어쓰지 않으니 다른 이름을 쓰거나 먼저 비우세요.`,
    );
}

/** Two courses on one origin keep two records, so their ids differ even where their folders are named alike. */
function courseIdFor(dir: string): string {
  const name = path
    .basename(dir)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const letters = Math.random().toString(36).slice(2, 6).padEnd(4, '0');
  return `${name.slice(0, 40) || 'course'}-${letters}`;
}

function nextSteps(folder: string, dir: string, count: number): string {
  const isUsual = dir === contentDir();
  const isWindows = process.platform === 'win32';
  const setting = isUsual ? '' : isWindows ? `$env:CONTENT_DIR='${folder}'; ` : `CONTENT_DIR='${folder}' `;
  return [
    `${folder}에 강의를 만들었습니다. 파일 ${count}개`,
    '',
    `  ${setting}npm run dev`,
    '    http://localhost:5173 에서 열어 두고 고칩니다. 저장할 때마다 바뀝니다.',
    `  ${setting}npm run check`,
    '    고칠 곳을 알려 줍니다.',
    '',
    `제목과 소개는 ${path.join(folder, 'README.md')}에 있습니다. 더 읽기: docs/guide/own-course.md`,
  ].join('\n');
}
