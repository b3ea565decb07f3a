/** Topics on paper, as Chromium and Firefox print them: nothing cut, nothing over another, nothing torn from what it belongs to. */

import { expect, test } from '@playwright/test';
import { ENGINES } from '../support/engines.ts';
import { allAnswerable, at, DESK, open, site } from '../support/pages.ts';
import { NO_PDFTOTEXT, type PrintedLine, plain, printedPages } from '../support/printed.ts';

const MACHINE = at(site('course'), '/container/virtual-machine/');
const TYPES = at(site('quizzes'), '/types/');
const SHORT = at(site('foreign'), '/guide/harbour/');
/** Footnotes, folds, a diagram and formulas. */
const RARE = at(site('foreign'), '/rare/');
const RARE_WORDS = ['접힌글code와식', '안의글', '그림1코드에서클러스터까지', '둘째문단'];

/** A4 between margins of 16 mm, in points, and half of the edge of a box. */
const [LEFT, RIGHT] = [45, 551];

/** Lines that share ground; the boxes of lines one below the other touch. */
const overlaps = (a: PrintedLine, b: PrintedLine): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);

function expectUncut(pages: PrintedLine[][]): void {
  for (const lines of pages) {
    expect(lines.length).toBeGreaterThan(0);
    const cut = lines.filter(({ text, left, right }) => text && (left < LEFT - 14 || right > RIGHT));
    expect(cut).toEqual([]);
  }
}

function expectWhole(pages: PrintedLine[][]): void {
  expectUncut(pages);
  for (const lines of pages) {
    const over = lines.flatMap((line, at) =>
      lines.slice(at + 1).flatMap((other) => (overlaps(line, other) ? [[line.text, other.text]] : [])),
    );
    expect(over).toEqual([]);
    const last = lines.filter(({ text }) => text).at(-1)?.text;
    expect(last).not.toMatch(/^(확인문제|정답.*|\d+)$/);
  }
}

/** The parts of a formula share ground. */
function expectRare(pages: PrintedLine[][]): void {
  expectUncut(pages);
  const text = pages
    .flat()
    .map((line) => line.text)
    .join('');
  for (const words of RARE_WORDS) expect(text).toContain(words);
}

/** Each question's stem and its last choice, which have to stand on one page. */
const questionEnds = () =>
  [...document.querySelectorAll('.questions > li')].map((item) => {
    const own = item.cloneNode(true) as Element;
    for (const unseen of own.querySelectorAll('.visually-hidden, [aria-hidden], button')) unseen.remove();
    const choices = own.querySelectorAll('.option-text, tbody th, .order > li, .side, .stem');
    return [own.querySelector('.stem'), choices[choices.length - 1]].map((each) => each?.textContent ?? '');
  });

/** Letters that fit into one line. */
const START = 10;

function expectUnbroken(pages: PrintedLine[][], questions: string[][]): void {
  const pageOf = (text: string, from: number) =>
    pages.findIndex(
      (lines, at) =>
        at >= from &&
        lines.some((line) => line.text.includes(plain(text).replace(/^\d/, '').slice(0, START))),
    );
  expect(questions.length).toBeGreaterThan(5);
  let page = 0;
  for (const [stem = '', last = ''] of questions) {
    page = pageOf(stem, page);
    expect(page, stem).toBeGreaterThanOrEqual(0);
    expect(pageOf(last, page), last).toBe(page);
  }
}

test.skip(NO_PDFTOTEXT !== '', NO_PDFTOTEXT);

test.describe('Chromium', () => {
  test.use({ viewport: DESK });

  test('prints figures, questions and keys whole', async ({ page }) => {
    test.slow();
    for (const address of [MACHINE, TYPES]) {
      await open(page, address);
      await allAnswerable(page);
      const pages = printedPages(await page.pdf({ preferCSSPageSize: true }));
      expectWhole(pages);
      expectUnbroken(pages, await page.evaluate(questionEnds));
    }
    await open(page, SHORT);
    expect(printedPages(await page.pdf({ preferCSSPageSize: true }))).toHaveLength(1);
    await open(page, RARE);
    expectRare(printedPages(await page.pdf({ preferCSSPageSize: true })));
  });
});

const [firefox] = ENGINES;

test('Firefox prints figures, questions and keys whole', async () => {
  test.skip(firefox?.missing !== '', firefox?.missing);
  test.slow();
  const engine = await firefox?.start();
  if (!engine?.pdf) throw new Error('Firefox prints');
  try {
    for (const address of [MACHINE, TYPES]) {
      await engine.open(address);
      await expect
        .poll(() => engine.evaluate(() => document.querySelectorAll('.questions .question-key').length))
        .toBe(0);
      const pages = printedPages(await engine.pdf());
      expectWhole(pages);
      expectUnbroken(pages, await engine.evaluate(questionEnds));
      // The words in the boxes of both stacks.
      if (address === MACHINE)
        expect(pages[1]?.filter(({ text }) => text === '물리적하드웨어')).toHaveLength(2);
    }
    await engine.open(SHORT);
    expect(printedPages(await engine.pdf())).toHaveLength(1);
    await engine.open(RARE);
    expectRare(printedPages(await engine.pdf()));
  } finally {
    await engine.stop();
  }
});
