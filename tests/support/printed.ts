/**
 * What stands on the pages of a PDF and where, as poppler's `pdftotext` reads it; and that topics on paper are whole: nothing cut, nothing
 * over another, nothing torn from what it belongs to.
 */

import { spawnSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { at, site } from './pages.ts';

const POPPLER = 'pdftotext';

/** Says what has to be installed first; '' for nothing. */
export const NO_PDFTOTEXT = spawnSync(POPPLER, ['-v']).error
  ? 'pdftotext is not installed (Debian: poppler-utils)'
  : '';

/** A line of one page: its words without spaces, which Firefox's files do not tell, and its box in points. */
interface PrintedLine {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The lines of each page, from the top down. */
function printedPages(pdf: Uint8Array): PrintedLine[][] {
  const { stdout } = spawnSync(POPPLER, ['-bbox-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  const attribute = (tag: string, name: string) => Number(new RegExp(`${name}="([\\d.]+)"`).exec(tag)?.[1]);
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<line ([^>]*)>(.*?)<\/line>/gs)]
        .map(([, tag = '', words = '']) => ({
          text: plain(words.replace(/<[^>]*>/g, '')),
          left: attribute(tag, 'xMin'),
          top: attribute(tag, 'yMin'),
          right: attribute(tag, 'xMax'),
          bottom: attribute(tag, 'yMax'),
        }))
        .sort((a, b) => a.top - b.top),
    );
}

/** The letters and digits of a text, so that what two programs make of spaces and marks can be compared. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/&#?\w+;/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

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

/** A browser that prints: opens a page and waits until every question of it is as it will stay. */
interface Printer {
  open: (address: string) => Promise<unknown>;
  pdf: () => Promise<Uint8Array>;
  evaluate: <T>(run: () => T) => Promise<T>;
}

/** Figures, questions, keys and what few notes have are whole on the paper of a browser; returns the pages of the figures. */
export async function expectWholePaper({ open, pdf, evaluate }: Printer): Promise<PrintedLine[][]> {
  const print = async (address: string) => {
    await open(address);
    return printedPages(await pdf());
  };
  const ofQuestions = async (address: string) => {
    const pages = await print(address);
    expectWhole(pages);
    expectUnbroken(pages, await evaluate(questionEnds));
    return pages;
  };
  await ofQuestions(TYPES);
  expect(await print(SHORT)).toHaveLength(1);
  expectRare(await print(RARE));
  return ofQuestions(MACHINE);
}
