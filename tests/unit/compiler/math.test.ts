/** Formulas become MathML without styles or colours, and what cannot be read is told in plain words. */

import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMathWriter } from '../../../src/compiler/math.ts';

const writer = createMathWriter();
beforeAll(() => writer.prepare('$x$'));

function draw(tex: string, isDisplay = false): string {
  const formula = writer.draw?.(tex, isDisplay);
  if (!formula || 'flaw' in formula) throw new Error(JSON.stringify(formula));
  return formula.mathml;
}

test('nothing is loaded for notes without a formula', async () => {
  const idle = createMathWriter();
  await idle.prepare('# 제목\n\n글과 `code`, ```js\nmath\n```\n');
  expect(idle.draw).toBeUndefined();
  await idle.prepare('```math\nx\n```\n');
  expect(idle.draw).toBeDefined();
});

test('a formula brings its source', () => {
  expect(draw('E=mc^2')).toBe(
    '<math data-tex="E=mc^2"><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow></math>',
  );
  expect(draw('a<b\\text{"글"}')).toContain('data-tex="a&lt;b\\text{&quot;글&quot;}"');
  expect(draw('x', true)).toContain('<math data-tex="x" display="block">');
});

test('a long formula in the text may break, one in a frame scrolls', () => {
  const long = 'a+b+c+d+e+f+g+h+i+j+k+l+m';
  expect(draw(long)).toContain(' class="fx-long"');
  expect(draw(long, true)).not.toContain('fx-long');
});

/** One of each kind that temml draws with styles or classes of its own. */
const STYLED = String.raw`
\begin{aligned}a&=b\\c&=d\end{aligned}
\begin{align}a&=b\\c&=d\end{align}
\begin{equation}x\end{equation}
x \tag{1}
\begin{array}{|r|l|}\hline a&b\\\hdashline c&d\\\hline\end{array}
\begin{cases}1&x>0\\0&\text{그 밖}\end{cases}
\begin{smallmatrix}a&b\\c&d\end{smallmatrix}
\begin{CD}A@>>>B\end{CD}
\boxed{x} \cancel{x} \bcancel{x} \xcancel{x} \sout{x} \overline{x} \underline{x} \cancelto{0}{x}
\color{red}{x} \textcolor{blue}{x} \colorbox{yellow}{x} \rule{1em}{1em}
a\!b \hspace{-1em} \raisebox{1em}{x} \mathllap{x} \reflectbox{x} \smash{x} \phantom{x}
\vec{x} \widehat{xyz} \widetilde{xy} \dot x x'' \mathcal{L} \mathscr{A} \mathbf{x} \boldsymbol{\alpha}
\large x \tiny x \bigl( x \bigr) \left(\frac ab\right) \binom nk \cfrac12
\angl{n} \phase{x} \longdiv{x} \textcircled{a} \ce{H2O} \xrightarrow{abc}`
  .trim()
  .split('\n');

const ELEMENTS =
  /^(?:math|m(?:row|i|n|o|s|text|space|frac|sqrt|root|sub|sup|subsup|under|over|underover|multiscripts|prescripts|table|tr|td|style|padded|phantom)|none)$/;

test.each(STYLED)('%s is well formed and has elements, attributes and classes from a list', (tex) => {
  for (const isDisplay of [false, true]) {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      expect(name).toMatch(ELEMENTS);
      for (const [attribute, value] of Object.entries(attributes)) {
        expect(attribute).not.toMatch(/^(?:style|on.*|href|id|.*color|.*background|src)$/);
        if (attribute === 'class') expect(value).toMatch(/^fx-[a-z-]+(?: fx-[a-z-]+)*$/);
        else if (attribute !== 'data-tex') expect(value).toMatch(/^[\w .%+-]*$/);
      }
    });
    parser.write(draw(tex, isDisplay)).close();
  }
});

describe('styles that carry meaning become classes', () => {
  test.each([
    ['\\boxed{x}', 'fx-box'],
    ['\\cancel{x}', 'fx-up'],
    ['\\bcancel{x}', 'fx-down'],
    ['\\xcancel{x}', 'fx-cross'],
    ['\\sout{x}', 'fx-through'],
    ['\\overline{x}', 'fx-above'],
    ['\\underline{x}', 'fx-below'],
    ['\\begin{aligned}a&=b\\end{aligned}', 'fx-tight-start fx-tight-end fx-end'],
    ['\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}', 'fx-below'],
    ['\\begin{array}{c|c}a&b\\end{array}', 'fx-after'],
  ])('%s: %s', (tex, name) => {
    expect(draw(tex)).toContain(name);
  });

  test('a strike is drawn once, by the class', () => {
    expect(draw('\\cancel{x}')).toBe(
      '<math data-tex="\\cancel{x}"><mrow class="fx-up"><mi>x</mi></mrow></math>',
    );
  });
});

test('equations are not numbered but by the author, as on GitHub', () => {
  expect(draw('\\begin{equation}x\\end{equation}', true)).not.toMatch(/<mtext|fx-whole/);
  expect(draw('x\\tag{가}', true)).toContain('가');
});

describe('what cannot be read', () => {
  test.each([
    ['\\foo{x}', { kind: 'command', word: '\\foo', position: 0 }],
    ['x + \\fooo', { kind: 'command', word: '\\fooo', position: 4 }],
    ['\\href{javascript:alert(1)}{x}', { kind: 'command', word: '\\href', position: 0 }],
    ['\\includegraphics{a.png}', { kind: 'command', word: '\\includegraphics', position: 0 }],
    ['\\class{x}{y}', { kind: 'command', word: '\\class', position: 0 }],
    ['\\style{color:red}{y}', { kind: 'command', word: '\\style', position: 0 }],
    ['\\begin{matix}a\\end{matix}', { kind: 'environment', word: 'matix', position: 6 }],
    ['\\frac{a', { kind: 'missing', word: '}', position: 7 }],
    ['\\left( a', { kind: 'missing', word: '\\right', position: 8 }],
    ['\\begin{pmatrix}a', { kind: 'missing', word: '\\end', position: 16 }],
    ['a}', { kind: 'stray', word: '}', position: 1 }],
    ['a & b', { kind: 'stray', word: '&', position: 2 }],
    ['x^2^3', { kind: 'script', word: '', position: 3 }],
    ['\\hline', { kind: 'other', word: '', position: 0 }],
  ])('%s', (tex, flaw) => {
    expect(writer.draw?.(tex, false)).toEqual({ flaw });
  });

  test('a macro that never ends is stopped', () => {
    expect(writer.draw?.('\\def\\a{\\a\\a}\\a', false)).toHaveProperty('flaw');
  });
});
