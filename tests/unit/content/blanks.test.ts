import { expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { mend, read, shapeOf, told, toldOf } from './notation.ts';

const NBSP = '\u00A0';
const ZERO = '\u200B';

test.each([
  ['##', '## 절\n\n글', `##${NBSP}절\n\n글`],
  ['-', '- 하나\n- 둘', `-${NBSP}하나\n-${NBSP}둘`],
  ['1.', '1. 정의\n- 용어: 설명', `1.${NBSP}정의\n-${NBSP}용어: 설명`],
  ['>', '> 인용', `>${NBSP}인용`],
  ['[x]', '- [x] 하나\n- [ ] 둘', `-${NBSP}[x] 하나\n- [${NBSP}]${NBSP}둘`],
  ['> [!NOTE]', '> [!NOTE]\n> 글', `>${NBSP}[!NOTE]${NBSP}\n> 글`],
  ['an indent', '- 하나\n  - 둘', `- 하나\n${NBSP}${NBSP}- 둘`],
  [
    'a delimiter row',
    '| 가 | 나 |\n| - | - |\n| 1 | 2 |',
    `| 가 | 나 |\n|${NBSP}-${NBSP}|${NBSP}-${NBSP}|\n| 1 | 2 |`,
  ],
  ['the end of a fence', '```\n글\n```\n\n글', `\`\`\`\n글\n\`\`\`${NBSP}\n\n글`],
  ['an ideographic space', '- 하나', '-\u3000하나'],
  ['zero width before a mark', '## 절\n\n글', `${ZERO}## 절\n\n글`],
  ['zero width within a word', '컨테이너', `컨${ZERO}테이너`],
])('a blank nobody sees is a blank: %s', (_, plain, odd) => {
  expect(shapeOf(odd)).toBe(shapeOf(plain));
  expect(told(`# 제목\n\n${odd}`)).toEqual(told(`# 제목\n\n${plain}`));
});

test('a title', () => {
  expect(read(`#${NBSP}제목`).value.titleText).toBe('제목');
});

test('blanks in words and in code stay as they are', () => {
  expect(read(`10${NBSP}GB`).value.blocks).toMatchObject([{ html: `<p>10${NBSP}GB</p>\n` }]);
  expect(read(`글\n\n${NBSP}${NBSP}들여 쓴 글`).value.blocks).toMatchObject([
    {},
    { html: `<p>${NBSP}${NBSP}들여 쓴 글</p>\n` },
  ]);
  const { blocks } = read(`\`\`\`\n-${NBSP}a\n\`\`\``).value;
  expect(blocks).toMatchObject([{ kind: 'code', code: `-${NBSP}a` }]);
});

test('places and fixes are those of the file', () => {
  const source = `# 제목\n\n가${ZERO}나${ZERO}다 설ㄹ치\n\n${ZERO}##절\n`;
  expect(parse(source, { file: 'a.md' }).diagnostics).toMatchObject([
    { code: 'jamo-stray', line: 3, column: 8 },
    { code: 'mark-left', line: 5, column: 2 },
  ]);
  const [left] = toldOf(source, 'mark-left');
  expect(left && mend(source, left)).toBe(`# 제목\n\n가${ZERO}나${ZERO}다 설ㄹ치\n\n${ZERO}## 절\n`);
});

test('emoji keep what joins them', () => {
  expect(shapeOf('👩\u200D💻')).toBe('prose p: 👩\u200D💻');
});
