/** What is a formula and what is money, where formulas may stand, and that one which cannot be read is shown and told. */

import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import type { Formula, ParseOptions } from '../../../src/core/content/source/context.ts';
import { escapeHtml, textOf, trusted } from '../../../src/core/model/html.ts';
import { htmlOf } from './notation.ts';

/** Draws `x` as ⟨x⟩, and cannot read what has a `!`. */
const math = (tex: string, isDisplay: boolean): Formula => {
  const position = tex.indexOf('!');
  if (position >= 0) return { flaw: { kind: 'command', word: '!', position } };
  const mark = isDisplay ? ' display="block"' : '';
  return { mathml: trusted(`<math data-tex="${escapeHtml(tex)}"${mark}><mi>${escapeHtml(tex)}</mi></math>`) };
};

const read = (source: string, options: Partial<ParseOptions> = { math }) =>
  parse(`# 제목\n\n${source}`, { file: 'area/topic.md', ...options });

/** The text with formulas as ⟨x⟩, those in a line of their own as ⟨⟨x⟩⟩. */
const shown = (source: string): string =>
  htmlOf(read(source).value)
    .slice(1)
    .map((html) =>
      textOf(
        trusted(
          html.replace(
            /<math data-tex="([^"]*)"( display="block")?.*?<\/math>/gs,
            (_, tex: string, display?: string) => (display ? `⟨⟨${tex}⟩⟩` : `⟨${tex}⟩`),
          ),
        ),
      ),
    )
    .join(' | ');

describe('in a line', () => {
  test.each([
    ['값은 $x^2$이다.', '값은 ⟨x^2⟩이다.'],
    ['($x$), **$y$**, $z$', '(⟨x⟩), ⟨y⟩, ⟨z⟩'],
    ['$O(n \\log n)$ 정렬', '⟨O(n \\log n)⟩ 정렬'],
    ['$2x+1$과 $5$와 $10^3$', '⟨2x+1⟩과 ⟨5⟩와 ⟨10^3⟩'],
    ['$a_1$와 $a_2$, $*$와 $*$', '⟨a_1⟩와 ⟨a_2⟩, ⟨*⟩와 ⟨*⟩'],
    ['$\\{x\\}$ $a\\$b$', '⟨\\{x\\}⟩ ⟨a\\$b⟩'],
    ['$`a`$와 $`x $ y`$', '⟨a⟩와 ⟨x $ y⟩'],
    ['글 $$x$$ 글', '글 ⟨⟨x⟩⟩ 글'],
    ['$a\nb$', '⟨a b⟩'],
    ['[$x$](b.md)', '⟨x⟩'],
  ])('%s', (source, text) => {
    expect(shown(source)).toBe(text);
  });
});

describe('money and what else is none', () => {
  test.each([
    '커피는 $5, 케이크는 $10다.',
    '$5와 $10, US$20에서 US$30',
    '$20,000~$30,000',
    '5$에서 10$까지',
    '$ x $와 $x $와 $ x$',
    'echo $HOME/bin:$PATH',
    '$A,$B',
    `\`\${a}\`-\${b}와 \${c}-\${d}`,
    '\\$x\\$와 \\$5',
    '`$x$` `$5`',
    '$',
    '$$',
    '$$$',
    '$x',
    '글 $x\n\ny$ 글',
    'a$b$c',
  ])('%s', (source) => {
    expect(shown(source)).not.toContain('⟨');
    expect(read(source).diagnostics.filter(({ code }) => code === 'math-invalid')).toEqual([]);
  });
});

describe('in a line of its own', () => {
  test.each([
    ['$$\na = b\n$$', '⟨⟨a = b⟩⟩'],
    ['$$a = b$$', '⟨⟨a = b⟩⟩'],
    ['$$ a\n= b $$', '⟨⟨a = b⟩⟩'],
    ['```math\na = b\n\nc\n```', '⟨⟨a = b c⟩⟩'],
    ['글\n$$\na\n- b\n===\n$$\n글', '글 | ⟨⟨a - b ===⟩⟩ | 글'],
    ['- 가\n\n  $$\n  a\n  $$\n\n- 나', '가 ⟨⟨a⟩⟩ 나'],
    ['> $$\n> a\n> $$', '⟨⟨a⟩⟩'],
    ['$$a$$와 $$b$$', '⟨⟨a⟩⟩와 ⟨⟨b⟩⟩'],
    ['    $$a$$', '$$a$$'],
    ['````\n$$\na\n$$\n````', '$$ a $$'],
  ])('%s', (source, text) => {
    expect(shown(source)).toBe(text);
  });

  test('that nothing closes is text, and told', () => {
    const { diagnostics } = read('$$\na\n\n글 $$b');
    expect(shown('$$\na\n\n글 $$b')).toBe('$$ a | 글 $$b');
    expect(diagnostics).toMatchObject([{ code: 'math-unclosed', line: 3, column: 1 }]);
  });

  test('scrolls in a frame that keys reach', () => {
    expect(htmlOf(read('$$a$$').value)[1]).toBe(
      '<div class="scroll formula" role="group" aria-label="수식" tabindex="0"><math data-tex="a" display="block"><mi>a</mi></math></div>\n',
    );
  });
});

describe('one that cannot be read', () => {
  test('is shown as code, and told at its line', () => {
    const { value, diagnostics } = read('글 $a!$ 글\n그리고 $b$\n\n$$\na\n= b!\n$$\n\n```math\nx\ny!\n```');
    expect(htmlOf(value).slice(1)).toEqual([
      '<p>글 <code>a!</code> 글\n그리고 <math data-tex="b"><mi>b</mi></math></p>\n',
      '<pre><code>a\n= b!</code></pre>\n',
      '<pre><code>x\ny!</code></pre>\n',
    ]);
    expect(diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
      'math-invalid 3:5',
      'math-invalid 8:4',
      'math-invalid 13:2',
    ]);
  });

  test('is code where nothing draws, and nothing is told', () => {
    const { value, diagnostics } = read('$x$\n\n$$y$$', {});
    expect(htmlOf(value).slice(1)).toEqual(['<p><code>x</code></p>\n', '<pre><code>y</code></pre>\n']);
    expect(diagnostics).toEqual([]);
  });

  test('of enormous length is not even tried', () => {
    expect(htmlOf(read(`$${'x'.repeat(6000)}$`).value)[1]).toContain('<code>');
  });
});

describe('within the notes', () => {
  test('is a term, a title and a cell', () => {
    const { value } = read(
      '- $O(n)$: 선형\n\n## $x^2$의 미분\n\n| 비교 | A | B |\n|-|-|-|\n| 식 | $a$ | $b$ |',
    );
    expect(value.blocks[0]).toMatchObject({ entries: [{ termText: 'O(n)', text: '선형' }] });
    expect(value.sections[0]).toMatchObject({ titleText: 'x^2의 미분', anchor: 'x2의-미분' });
    expect(value.sections[0]?.blocks[0]).toMatchObject({ rows: [{ cells: [{ text: 'a' }, { text: 'b' }] }] });
  });

  test('stands between the entries of an outline, as code does', () => {
    const { value } = read('1. 정의\n- 가\n$$\na\n$$\n2. 장점\n- 나');
    expect(value.blocks).toMatchObject([{ kind: 'outline', entries: [{}, {}] }]);
  });

  test('makes two options of `1/2` and `12` two answers', () => {
    const { value } = read('## 확인 문제\n\n### Q. 값은?\n\n- [x] $\\frac{1}{2}$\n- [ ] $12$');
    expect(JSON.stringify(value)).toContain('"text":"\\\\frac{1}{2}"');
  });

  test('hides its marks from those who look for slips', () => {
    expect(read('$a*b*c$와 $x_1$, $[^1]$, $1~2$ 그리고 $3~4$').diagnostics).toEqual([]);
  });
});
