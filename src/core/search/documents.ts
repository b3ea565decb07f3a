/** Cuts the pages of a course into the documents that are searched: titles, terms, sentences, rows, stems and code. */

import type { PageData } from '../model/course.ts';
import { textOf } from '../model/html.ts';
import type { SearchData, SearchDocument, SearchKind, SearchPlace } from '../model/search.ts';
import type { Block, ComparisonBlock, Entry, Html } from '../model/topic.ts';
import { isAnswerable, questionAnchor, questionIdOf } from '../study/questions.ts';
import { foldText } from './words.ts';

interface Cut {
  places: SearchPlace[];
  documents: SearchDocument[];
}

/** In order of reading, as plain JSON. Drafts and pages without notes are left out. */
export function cutPages(pages: Iterable<PageData>, synonyms: string[][]): SearchData {
  const cut: Cut = { places: [], documents: [] };
  for (const page of pages) if (page.file !== null && !page.draft) cutPage(page, cut);
  return { format: 2, ...cut, synonyms };
}

function cutPage(page: PageData, { places, documents }: Cut): void {
  const { path, number, titleText: topic } = page;
  const area = foldText(page.area?.title ?? '');
  const open = (section: string, anchor: string | null): number =>
    places.push({ path, anchor, area, number, topic: foldText(topic), section: foldText(section) }) - 1;
  const add = (place: number, kind: SearchKind, title: string, text: string, anchor?: string) => {
    if (title === '' && text === '') return;
    documents.push({ place, kind, title: foldText(title), text: foldText(text), ...(anchor && { anchor }) });
  };

  const walk = (blocks: readonly Block[], place: number, isTop: boolean): void => {
    for (const block of blocks) {
      switch (block.kind) {
        case 'prose':
          for (const piece of pieces(block.html)) add(place, 'text', '', piece);
          break;
        case 'outline':
          for (const entry of block.entries) {
            // A label at the top of a page is its heading and has an anchor of its own.
            const isFacet = isTop && block.list === 'label' && entry.termText !== null;
            const inner = isFacet ? open(entry.termText ?? '', entry.anchor ?? null) : place;
            visit(entry, inner);
          }
          break;
        case 'case':
          for (const { entry } of block.steps) visit(entry, place);
          break;
        case 'notice':
          walk(block.blocks, place, false);
          break;
        case 'code':
          add(place, 'code', block.title ?? '', block.code);
          break;
        case 'comparison':
          for (const [title, text] of rowsOf(block)) add(place, 'row', title, text);
          break;
        case 'stacks':
          for (const { name, layers } of block.stacks) {
            add(place, 'text', name, layers.map(({ text }) => text).join(', '));
          }
          break;
        case 'quiz':
          walk(block.intro, place, false);
          for (const question of block.questions) {
            const anchor = isAnswerable(question) ? questionAnchor(questionIdOf(question)) : undefined;
            add(place, 'question', '', textOf(question.title), anchor);
          }
          break;
        default:
          block satisfies never;
      }
    }
  };
  const visit = (entry: Entry, place: number): void => {
    const term = entry.termText ?? '';
    add(place, term === '' ? 'text' : 'term', term, entry.text ? textOf(entry.text) : '', entry.anchor);
    walk(entry.blocks, place, false);
    for (const point of entry.points) visit(point, place);
  };

  const top = open('', null);
  add(top, 'topic', topic, '');
  walk(page.blocks, top, true);
  for (const { anchor, titleText, blocks } of page.sections) {
    const place = open(titleText, anchor);
    add(place, 'section', titleText, '');
    walk(blocks, place, false);
  }
}

/** `<p>가</p><ul><li>나</li></ul>` → `가`, `나`: a paragraph, or each item or cell of a list or table. */
const pieces = (html: Html): string[] =>
  html
    .split(/<\/(?:p|li|td|th|dd|dt|blockquote|h\d)>/)
    .map((piece) => textOf(piece as Html))
    .filter((piece) => piece !== '');

/** Name and words of each row. Filled cells are left out: they are found where the notes say them. */
const rowsOf = ({ rows, columns }: ComparisonBlock): [title: string, text: string][] =>
  rows.map((row) => [
    row.name,
    row.cells
      .flatMap(({ origin, text }, at) => (origin === 'typed' ? [`${columns[at]?.text ?? ''} ${text}`] : []))
      .join(' · '),
  ]);
