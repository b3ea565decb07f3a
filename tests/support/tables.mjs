/** Makes a small course with a table of 100 rows and 8 columns, and one that is the union of two topics. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const TABLES_DIR = 'node_modules/.cache/lecture-study/tables';

const WORDS =
  '커널을 공유 격리된 환경을 빠르게 생성 종속성 관리 이미지를 저장 볼륨을 연결 네트워크 설정 배포 자동화'.split(
    ' ',
  );

/** A sentence that is the same on every run. */
const sentence = (seed) =>
  Array.from({ length: 4 + (seed % 5) }, (_, at) => WORDS[(seed * 7 + at * 5) % WORDS.length]).join(' ');

const columns = Array.from({ length: 8 }, (_, at) => `도구 ${at + 1}`);
const rows = Array.from({ length: 100 }, (_, row) => {
  const cells = columns.map((_, at) => (row % 10 === 0 ? '모두 지원' : sentence(row * 8 + at)));
  return `| 관점 ${row + 1} | ${cells.join(' | ')} |`;
});

const FILES = {
  'README.md':
    '# 큰 표\n\n<!-- course: tables -->\n\n- [큰 표](large.md)\n- [합친 표](union.md)\n- [하나](one.md)\n- [둘](two.md)\n',
  'large.md': `# 큰 표\n\n<!-- compare: large -->\n\n| 비교 | ${columns.join(' | ')} |\n|${'---|'.repeat(9)}\n${rows.join('\n')}\n`,
  'union.md':
    '# 합친 표\n\n<!-- compare: union -->\n\n| 비교 | [하나](one.md) | [둘](two.md) |\n|---|---|---|\n',
  'one.md': '# 하나\n\n1. 정의: 첫째\n2. 주요 특징\n- 빠름: 아주\n',
  'two.md': '# 둘\n\n1. 정의: 둘째\n2. 목적: 배포\n3. 주요특징: 느림\n',
};

/** Writes the folder anew. */
export function makeTables(dir = TABLES_DIR) {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(dir, name), text);
}
