/**
 * Cuts the pages of a course into the documents that are searched: titles, terms, sentences, rows, stems and code; and the types of that
 * data.
 */

import { inWords } from '../content/diagrams/diagram-html.ts';
import { walkBlocks } from '../model/blocks.ts';
import type { PageData } from '../model/course.ts';
import { type Html, shownText } from '../model/html.ts';
import type { Block, ComparisonBlock, QuizBlock } from '../model/topic.ts';
import { isAnswerable, questionAnchor, questionIdOf } from '../study/questions.ts';
import { foldText } from './words.ts';

interface Cut {
  places: SearchPlace[];
  documents: SearchDocument[];
}

/** Where words are found. A label outline at the top of a page opens a place of its own for each entry, with an anchor. */
interface Spot {
  place: number;
  isTop: boolean;
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

  const addBlocks = (blocks: readonly Block[], spot: Spot): void => {
    walkBlocks(blocks, spot, {
      // Searched below by its intro and the titles of its questions: more would give answers away.
      without: ['quiz'],
      block: (block, { place, isTop }) => {
        for (const [kind, title, text] of ownDocuments(block)) add(place, kind, title, text);
        return { place, isTop: isTop && block.kind === 'outline' && block.list === 'label' };
      },
      entry: ({ termText, text, anchor }, { place: outer, isTop }) => {
        const place = isTop && termText !== null ? open(termText, anchor ?? null) : outer;
        add(place, termText ? 'term' : 'text', termText ?? '', text ? shownText(text) : '', anchor);
        return { place, isTop: false };
      },
    });
    for (const block of blocks) if (block.kind === 'quiz') addQuiz(block, spot.place);
  };
  const addQuiz = ({ intro, questions }: QuizBlock, place: number): void => {
    addBlocks(intro, { place, isTop: false });
    for (const question of questions) {
      const anchor = isAnswerable(question) ? questionAnchor(questionIdOf(question)) : undefined;
      add(place, 'question', '', shownText(question.title), anchor);
    }
  };

  const top = open('', null);
  add(top, 'topic', topic, '');
  addBlocks(page.blocks, { place: top, isTop: true });
  for (const { anchor, titleText, blocks } of page.sections) {
    const place = open(titleText, anchor);
    add(place, 'section', titleText, '');
    addBlocks(blocks, { place, isTop: false });
  }
}

/** What a block itself is found by, without the blocks and entries within it: kind, title and text. */
function ownDocuments(block: Block): [kind: SearchKind, title: string, text: string][] {
  switch (block.kind) {
    case 'prose':
      return pieces(block.html).map((piece) => ['text', '', piece]);
    case 'code':
      return [['code', block.title ?? '', block.code]];
    case 'comparison':
      return rowsOf(block).map(([title, text]) => ['row', title, text]);
    case 'stacks':
      return block.stacks.map(({ name, layers }) => [
        'text',
        name,
        layers.map(({ text }) => text).join(', '),
      ]);
    default:
      return [];
  }
}

/** `<p>가</p><ul><li>나</li></ul>` → `가`, `나`: a paragraph, or each item or cell of a list or table. */
const pieces = (html: Html): string[] =>
  inWords(html)
    .split(/<\/(?:p|li|td|th|dd|dt|blockquote|summary|h\d)>/)
    .map((piece) => shownText(piece as Html))
    .filter((piece) => piece !== '');

/** Name and words of each row. Filled cells are left out: they are found where the notes say them. */
const rowsOf = ({ rows, columns }: ComparisonBlock): [title: string, text: string][] =>
  rows.map((row) => [
    row.name,
    row.cells
      .flatMap(({ origin, text }, at) => (origin === 'typed' ? [`${columns[at]?.text ?? ''} ${text}`] : []))
      .join(' · '),
  ]);

/**
 * `topic`, `section`: a title. `term`: a term with its explanation. `text`: a sentence or paragraph. `row`: a row of a
 * comparison. `question`: a stem, never its answer. `code`: a listing.
 */
export type SearchKind = 'topic' | 'section' | 'term' | 'text' | 'row' | 'question' | 'code';

/** A place one can be led to: a section or facet of a page. */
export interface SearchPlace {
  path: string;
  anchor: string | null;
  /** Title of the area the page is in; empty for the course map. */
  area: string;
  /** Number and title of the page. */
  number: string | null;
  topic: string;
  /** Title of the section or facet; empty at the top of a page. */
  section: string;
}

/** NFC. `title` is what stands above all (a heading, a term), `text` what it says. */
export interface SearchDocument {
  place: number;
  kind: SearchKind;
  title: string;
  text: string;
  /** Id of the term in its page, nearer than the place's. */
  anchor?: string;
}

/** Written to course/search.json. The word index is made of it where it is searched. */
export interface SearchData {
  format: 2;
  places: SearchPlace[];
  documents: SearchDocument[];
  /** Groups of names for one thing, folded. */
  synonyms: string[][];
}

// Reads the course's own list of synonyms, `synonyms.md`: `- 도커 / Docker` is one group.

/** Where it lies in the content folder. */
export const SYNONYMS_FILE = 'synonyms.md';

const ITEM = /^\s{0,3}[-*+]\s+(.*\S)\s*$/;
const MOST_GROUPS = 2_000;

/** Groups of two names or more; null when the file is not such a list but an ordinary note. */
export function parseSynonyms(source: string): string[][] | null {
  const items = source.split(/\r\n?|\n/).flatMap((line) => ITEM.exec(line)?.[1] ?? []);
  const groups = items.map((item) =>
    item
      .split(/\s+\/\s+/)
      .map((name) => name.replace(/[`*]/g, '').normalize('NFC').trim())
      .filter((name) => name !== ''),
  );
  const isList = groups.length > 0 && groups.every((names) => names.length > 1);
  return isList ? groups.slice(0, MOST_GROUPS) : null;
}
