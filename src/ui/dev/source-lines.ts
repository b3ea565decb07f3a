/**
 * Finds the line of the notes that a part of the page comes from. It is found by its text, so that published pages need not
 * carry line numbers.
 */

import { walkBlocks } from '../../core/model/blocks.ts';
import type { PageData } from '../../core/model/course.ts';
import type { Html } from '../../core/model/html.ts';
import type { Block, ComparisonBlock, NoticeBlock, Question } from '../../core/model/topic.ts';

/** A place in the page's file, and what stands there. */
export interface SourceLine {
  element: Element;
  line: number;
  what: '절' | '문제' | '칸' | '행' | '알림' | '페이지';
}

interface PageBlocks {
  notices: NoticeBlock[];
  questions: Question[];
  tables: ComparisonBlock[];
}

/** The place of the innermost section, question, cell or notice around an element; null outside the notes. */
export function findLine(target: Element, page: PageData): SourceLine | null {
  const main = target.closest('main');
  if (!main || page.file === null || target.closest('nav')) return null;
  const all: PageBlocks = { notices: [], questions: [], tables: [] };
  for (const { blocks } of [page, ...page.sections]) collect(blocks, all);
  return (
    noticeAt(target, all) ?? questionAt(target, all) ?? cellAt(target, all) ?? sectionAt(target, main, page)
  );
}

function noticeAt(target: Element, { notices }: PageBlocks): SourceLine | null {
  const element = target.closest('.supplement, .notice');
  if (!element) return null;
  const shown = withoutSpaces(element.textContent);
  const notice = notices.find(({ blocks }) => {
    const words = withoutSpaces(
      blocks.map((block) => (block.kind === 'prose' ? textOf(block.html) : '')).join(''),
    );
    return words !== '' && shown.includes(words);
  });
  return notice ? { element, line: notice.line, what: '알림' } : null;
}

function questionAt(target: Element, { questions }: PageBlocks): SourceLine | null {
  const element = target.closest('.question');
  if (!element) return null;
  const shown = withoutSpaces(element.textContent);
  const question = questions.find(({ title }) => shown.includes(withoutSpaces(textOf(title))));
  return question ? { element, line: question.line, what: '문제' } : null;
}

function cellAt(target: Element, { tables }: PageBlocks): SourceLine | null {
  const element = target.closest('.comparison td, .comparison th');
  const row = element?.closest('tr');
  const table = row?.closest('table');
  if (!element || !row || !table) return null;
  const name = withoutSpaces(row.querySelector('th')?.textContent);
  const heads = [...table.querySelectorAll('thead th')].map((head) => withoutSpaces(head.textContent));
  const head = heads[[...row.children].indexOf(element)] ?? '';
  for (const block of tables) {
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

function collect(blocks: readonly Block[], all: PageBlocks): void {
  walkBlocks(blocks, null, {
    block: (block) => {
      if (block.kind === 'notice') all.notices.push(block);
      else if (block.kind === 'comparison') all.tables.push(block);
      else if (block.kind === 'quiz') all.questions.push(...block.questions);
      return undefined;
    },
  });
}

const textOf = (html: Html): string =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';

const withoutSpaces = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, '');
