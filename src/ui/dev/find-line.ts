/**
 * Finds the line of the notes that says what an element of the page shows. Pages carry few lines, so the words around the element
 * are looked for in the source: as in the page, one sentence follows the other there, whatever markup stands between them.
 */

import { blocksOf, comparisonsIn, questionsIn } from '../../core/model/blocks.ts';
import type { PageData } from '../../core/model/course.ts';
import type { Html } from '../../core/model/html.ts';
import type { Block } from '../../core/model/topic.ts';

/** A place in the page's file, and what stands there. */
export interface SourceLine {
  element: Element;
  line: number;
  what: '절' | '문제' | '보기' | '칸' | '행' | '항목' | '글' | '코드' | '페이지';
}

/** The place of an element in the source of the page's file; null outside the notes. */
export function findLine(target: Element, page: PageData, source: string): SourceLine | null {
  const main = target.closest('main');
  if (!main || page.file === null || target.closest('nav, .question-mark')) return null;
  const blocks = blocksOf(page);
  const cell = cellAt(target, blocks);
  if (cell) return cell;
  const around = questionAt(target, blocks) ?? sectionAt(target, main, page);
  if (!around || target.matches('.section-head, .section-head *')) return around;
  const next = startsOf(page, blocks)
    .filter((line) => line > around.line)
    .sort((a, b) => a - b)[0];
  const region = readLetters(source, around.line, next);
  for (let piece = target.closest(PIECES); piece && main.contains(piece); piece = outer(piece)) {
    const words = wordsFrom(piece, target);
    if (words.own === 0) continue;
    const before = countBetween(around.element, piece);
    const line = lineOf(words, before, region) ?? lineOf(words, before, readLetters(source, 1));
    return line === null ? around : { element: piece, line, what: nameOf(piece) };
  }
  return around;
}

/** What is written by itself in the notes. */
const PIECES =
  'li, dt, dd, p, pre, td, th, tr, label, blockquote, figcaption, summary, h1, h2, h3, h4, h5, h6';

const outer = (piece: Element): Element | null => piece.parentElement?.closest(PIECES) ?? null;

function nameOf(piece: Element): SourceLine['what'] {
  if (piece.matches('.stem')) return '문제';
  if (piece.matches('.question :is(label, li, th, tr)')) return '보기';
  if (piece.matches('td, th')) return '칸';
  if (piece.matches('tr')) return '행';
  if (piece.matches('pre')) return '코드';
  return piece.matches('li, li > *, dt, dd, dd > *, .name') ? '항목' : '글';
}

/** Where sections, quizzes and questions begin. */
export const startsOf = (page: PageData, blocks: readonly Block[]): number[] => [
  ...page.sections.map(({ line }) => line),
  ...blocks
    .flatMap((block) => (block.kind === 'quiz' ? [block, ...block.questions] : []))
    .map(({ line }) => line),
];

function questionAt(target: Element, blocks: readonly Block[]): SourceLine | null {
  const element = target.closest('.question');
  if (!element) return null;
  const shown = withoutSpaces(element.textContent);
  const question = questionsIn(blocks).find(({ title }) => shown.includes(withoutSpaces(textOf(title))));
  return question ? { element, line: question.line, what: '문제' } : null;
}

/** A cell of a comparison may show words of another file; its own place is known. */
function cellAt(target: Element, blocks: readonly Block[]): SourceLine | null {
  const element = target.closest('.comparison td, .comparison th');
  const row = element?.closest('tr');
  const table = row?.closest('table');
  if (!element || !row || !table) return null;
  const name = withoutSpaces(row.querySelector('th')?.textContent);
  const heads = [...table.querySelectorAll('thead th')].map((head) => withoutSpaces(head.textContent));
  const head = heads[[...row.children].indexOf(element)] ?? '';
  for (const block of comparisonsIn(blocks)) {
    const column = block.columns.findIndex(({ text }) => withoutSpaces(text) === head);
    const written = block.rows.find((each) => withoutSpaces(each.name) === name);
    const cell = written?.cells[column];
    if (cell) return { element, line: cell.line, what: '칸' };
    if (written) return { element, line: written.line, what: '행' };
    if (element.closest('thead') && block.columns[column])
      return { element, line: block.columns[column].line, what: '칸' };
  }
  return null;
}

/** The last heading at or before an element. */
function sectionAt(target: Element, main: Element, page: PageData): SourceLine | null {
  let place: SourceLine | null = null;
  const title = page.anchor ? main.querySelector(`#${CSS.escape(page.anchor)}`) : null;
  if (title) place = { element: title, line: 1, what: '페이지' };
  for (const { anchor, line } of page.sections) {
    const heading = document.getElementById(anchor);
    if (!heading) continue;
    const order = heading.compareDocumentPosition(target);
    const isBehind =
      heading === target ||
      (order & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) > 0;
    const isAround =
      (order & Node.DOCUMENT_POSITION_CONTAINS) > 0 && target.matches('header, .section-title');
    if (isBehind || isAround) place = { element: heading.closest('header') ?? heading, line, what: '절' };
  }
  return place;
}

/** Letters and digits of some lines in one row, and the line of each. */
interface Letters {
  text: string;
  lines: number[];
  /** Whether each is the first of its line. */
  isFirst: boolean[];
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** From a line, counted from 1, up to another one. */
function readLetters(source: string, from: number, to = Number.POSITIVE_INFINITY): Letters {
  const letters: Letters = { text: '', lines: [], isFirst: [] };
  let fence: string | null = null;
  for (const [at, line] of source.split(/\r\n?|\n/).entries()) {
    const [, mark = null] = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/.exec(line) ?? [];
    const isCode = fence !== null;
    if (mark !== null && fence === null) fence = mark;
    else if (mark !== null && fence !== null && mark.startsWith(fence)) fence = null;
    if (at + 1 < from || at + 1 >= to) continue;
    const words = lettersOf(isCode ? line : withoutMarkup(line));
    for (let index = 0; index < words.length; index++) {
      letters.lines.push(at + 1);
      letters.isFirst.push(index === 0);
    }
    letters.text += words;
  }
  return letters;
}

/** What markdown does not show of a line: `- [x] [글](a.md) <!-- q: b -->` is 글. */
const withoutMarkup = (line: string): string =>
  line
    .replace(/<!--.*?-->|<\/?[a-z][^<>]*>/gi, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\]\([^)]*\)|\]\[[^\]]*\]/g, '')
    .replace(/^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:\[[ x]\]\s+)?/i, '')
    .replace(/^\s*#{1,6}\s+(?:(?:Q\s?\d*|문제\s?\d*)[.:)]\s*)?/i, '');

/** What the app says beside the words of the notes. */
const APP_WORDS =
  'button, input, [aria-hidden="true"], .visually-hidden, .list-number, .position, .permalink, .copied, .verdict-tag, .tone, .ask, .supplement > b, .question-mark';

/** As many letters tell one place from another. */
const ENOUGH = 60;

interface Words {
  text: string;
  /** How many of them are the piece's own; the others come after it in the page. */
  own: number;
}

/** The letters that the page shows from a piece on: of code from what is pointed at, of a table's cell from its row, which is a line. */
function wordsFrom(piece: Element, target: Element): Words {
  const row = piece.matches('.question *') ? null : piece.closest('tr');
  const start = piece.matches('pre') ? target : (row ?? piece);
  const words: Words = { text: '', own: 0 };
  for (const node of textsFrom(start)) {
    words.text += lettersOf(node.data);
    if (start.contains(node)) words.own = words.text.length;
    else if (words.own === 0 || words.text.length >= ENOUGH) break;
  }
  return { text: words.text.slice(0, ENOUGH), own: Math.min(words.own, ENOUGH) };
}

/** The words of the notes from the beginning of an element to the end of the page. */
function* textsFrom(start: Element): Generator<Text> {
  const walker = document.createTreeWalker(start.closest('main') ?? start, NodeFilter.SHOW_TEXT);
  walker.currentNode = start;
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest(APP_WORDS)) yield node as Text;
}

/** How many letters the page shows from the beginning of one element to that of another. */
function countBetween(from: Element, to: Element): number {
  let count = 0;
  for (const node of textsFrom(from)) {
    if (!(to.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)) break;
    count += lettersOf(node.data).length;
  }
  return count;
}

/** A line begins with what is looked for more often than not. */
const FIRST = 8;

/** The line with the longest run of the same words; of several, the one as far from the beginning as in the page. */
function lineOf({ text, own }: Words, before: number, letters: Letters): number | null {
  let best: { at: number; score: number } | null = null;
  const first = text[0] ?? '';
  for (let at = letters.text.indexOf(first); at >= 0; at = letters.text.indexOf(first, at + 1)) {
    let run = 1;
    while (run < text.length && text[run] === letters.text[at + run]) run++;
    if (run < Math.min(own, 4)) continue;
    const score = run + (letters.isFirst[at] ? FIRST : 0);
    const isNearer = best !== null && Math.abs(at - before) < Math.abs(best.at - before);
    if (best === null || score > best.score || (score === best.score && isNearer)) best = { at, score };
  }
  return best === null ? null : (letters.lines[best.at] ?? null);
}

const textOf = (html: Html): string =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';

const withoutSpaces = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, '');
