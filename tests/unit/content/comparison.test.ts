import { describe, expect, test } from 'vitest';
import type { ComparisonBlock } from '../../../src/core/model/topic.ts';
import { lines, read, shapeOf, told } from './notation.ts';

const tableOf = (source: string): ComparisonBlock =>
  read(`# 제목\n\n${source}`).value.blocks[0] as ComparisonBlock;
const TABLE = [
  '<!-- compare: tools -->',
  '| 비교 | [conda](conda.md#정의) | Pipenv |',
  '|:--|:-:|--:|',
  '| 환경 (환경관리, 환경격리) | | **격리** |',
  '| 언어 | – | Python |',
].join('\n');

describe('a table headed by 비교', () => {
  test('is a comparison with an id, rows, other names and targets', () => {
    const table = tableOf(TABLE);
    expect(table.id).toBe('tools');
    expect(table.columns.map(({ text, target }) => ({ text, target }))).toEqual([
      { text: 'conda', target: { file: 'area/conda.md', anchor: '정의' } },
      { text: 'Pipenv', target: null },
    ]);
    expect(table.rows.map(({ name, aliases }) => [name, ...aliases])).toEqual([
      ['환경', '환경관리', '환경격리'],
      ['언어'],
    ]);
  });

  test('tells typed, blank and purposely empty cells apart, each with its place', () => {
    const [first, second] = tableOf(TABLE).rows;
    expect(first?.cells).toMatchObject([
      { origin: 'blank', html: '', line: 6, column: 21 },
      { origin: 'typed', html: '<strong>격리</strong>', text: '격리', line: 6, column: 23 },
    ]);
    expect(second?.cells[0]).toMatchObject({ origin: 'none', line: 7, column: 8 });
  });

  test('takes a section of the same file as a target', () => {
    const { columns } = tableOf(
      '| 비교 | [여기](#가) | [a](a.md) [b](b.md) | [c](https://c.example) |\n|-|-|-|-|\n| r | | 1 | 2 |',
    );
    expect(columns.map((column) => column.target)).toEqual([
      { file: 'area/topic.md', anchor: '가' },
      null,
      null,
    ]);
  });

  test('keeps pipes in code and escaped ones', () => {
    const { rows } = tableOf('| 비교 | A | B |\n|-|-|-|\n| r | `a \\| b` | c \\| d |');
    expect(rows[0]?.cells.map((cell) => cell.text)).toEqual(['a | b', 'c | d']);
    expect(rows[0]?.cells[1]?.column).toBe(18);
  });

  test('is told from other tables by its first cell alone', () => {
    expect(shapeOf('| 이름 | 비교 |\n|-|-|\n| a | b |')).toBe('prose table: 이름 비교 a b');
    expect(shapeOf('| **비교** | A | B |\n|-|-|-|\n| r | 1 | 2 |')).toBe(
      lines('comparison A / B', '  r: 1 / 2'),
    );
  });

  test('gives alignment no style attribute', () => {
    const block = read('| 가 | 나 |\n|:-:|--:|\n| 1 | 2 |').value.blocks[0];
    expect(block).toMatchObject({ html: expect.stringMatching(/^(?!.*style).*class="ta-c".*class="ta-r"/s) });
  });
});

describe('what a comparison is told', () => {
  const toldOn = (table: string): string[] => told(`# 제목\n\n<!-- compare: x -->\n${table}`);

  test.each([
    ['comparison-columns 4:3', '| 비교 | A |\n|-|-|\n| r | 1 |'],
    ['comparison-ragged 6:3', '| 비교 | A | B |\n|-|-|-|\n| r | 1 |'],
    ['comparison-pipe 6:3', '| 비교 | A | B |\n|-|-|-|\n| r | a|b | 2 |'],
    ['comparison-row-repeated 7:3', '| 비교 | A | B |\n|-|-|-|\n| 환경 (격 리) | 1 | 2 |\n| 격리 | 1 | 2 |'],
    ['comparison-blank-unlinked 6:11', '| 비교 | A | B |\n|-|-|-|\n| r | 1 | |'],
  ])('%s', (expected, table) => {
    expect(
      toldOn(table).filter((each) => !each.startsWith('comparison-blank') || expected.includes('blank')),
    ).toContain(expected);
  });

  test('text right below becomes no row, and stays', () => {
    expect(shapeOf('| 비교 | A | B |\n|-|-|-|\n| r | 1 | 2 |\n바로 아래 글')).toBe(
      lines('comparison A / B', '  r: 1 / 2', 'prose p: 바로 아래 글'),
    );
    expect(toldOn('| 비교 | A | B |\n|-|-|-|\n| r | 1 | 2 |\n바로 아래 글')).toEqual([
      'comparison-text-row 7:1',
    ]);
  });

  test('an id is asked for', () => {
    expect(told('# 제목\n\n| 비교 | A | B |\n|-|-|-|\n| r | 1 | 2 |')).toEqual(['comparison-id-missing 3:3']);
  });
});
