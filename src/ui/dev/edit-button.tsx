/**
 * 「편집」 beside the section, question, cell or notice under the pointer or the focus, and the line of the notes where that begins;
 * Alt+E does the same.
 */

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { walkBlocks } from '../../core/model/blocks.ts';
import type { PageData } from '../../core/model/course.ts';
import type { Html } from '../../core/model/html.ts';
import type { Block, ComparisonBlock, NoticeBlock, Question } from '../../core/model/topic.ts';
import { loadPage, toPath } from '../../store/pages.ts';
import type { SourceLocation } from './editor.tsx';

interface ButtonTarget extends SourceLine {
  file: string;
}

export function EditButton({ base, onOpen }: { base: string; onOpen: (place: SourceLocation) => void }) {
  const [shown, setShown] = useState<ButtonTarget | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    let last: EventTarget | null = null;
    // Only on movement: scrolling under a resting pointer is not pointing.
    const show = async ({ target }: Event) => {
      if (target === last) return;
      last = target;
      if (!(target instanceof Element) || button.current?.contains(target)) return;
      const page = await loadPage(toPath(location.pathname.slice(base.length - 1))).catch(() => null);
      const place = page ? findLine(target, page) : null;
      if (!place || !page?.file) return;
      const { file } = page;
      setShown((now) =>
        now?.element === place.element && now.line === place.line ? now : { ...place, file },
      );
    };
    addEventListener('pointermove', show);
    addEventListener('focusin', show);
    return () => {
      removeEventListener('pointermove', show);
      removeEventListener('focusin', show);
    };
  }, [base]);

  // In a layout effect, so that Alt+E right after the button has moved opens the new place and not the one before.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyE' || !shown) return;
      event.preventDefault();
      onOpen({ file: shown.file, line: shown.line, column: 1 });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [shown, onOpen]);

  useLayoutEffect(() => {
    const place = () => {
      if (!shown || !button.current) return;
      const box = shown.element.getBoundingClientRect();
      const { offsetWidth, style } = button.current;
      style.top = `${scrollY + box.top}px`;
      style.left = `${Math.min(scrollX + box.right, innerWidth - 12) - offsetWidth}px`;
    };
    place();
    addEventListener('resize', place);
    return () => removeEventListener('resize', place);
  }, [shown]);

  if (!shown?.element.isConnected) return null;
  return (
    <button
      ref={button}
      className="button button-small edit-here screen-only"
      type="button"
      aria-label={`편집: 이 ${shown.what}, ${shown.line}행`}
      title={`${shown.file}:${shown.line} (Alt+E)`}
      onClick={() => onOpen({ file: shown.file, line: shown.line, column: 1 })}
    >
      편집
    </button>
  );
}

/** A place in the page's file, and what stands there. */
interface SourceLine {
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
function findLine(target: Element, page: PageData): SourceLine | null {
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
      else if (block.kind === 'quiz') for (const question of block.questions) all.questions.push(question);
      return undefined;
    },
  });
}

const textOf = (html: Html): string =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';

const withoutSpaces = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, '');
