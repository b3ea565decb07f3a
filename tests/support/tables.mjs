/** Notes with a table of 100 rows and 8 columns, as large as comparisons get. */

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

/** The files of it, below `tables/`. */
export const tableNotes = () => ({
  'tables/large.md': `# 큰 표\n\n<!-- compare: large -->\n\n| 비교 | ${columns.join(' | ')} |\n|${'---|'.repeat(9)}\n${rows.join('\n')}\n`,
});
