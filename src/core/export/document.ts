/**
 * The document that exports are made from: the questions and recall cards of a course, each as HTML and as text, collected from its pages;
 * and what no format can carry.
 */

import { pushAll } from '../lists.ts';
import type { Course, PageData } from '../model/course.ts';
import { questionItem } from '../model/event.ts';
import type { QuestionType } from '../model/question.ts';
import { shuffle } from '../quiz/shuffle.ts';
import { cardsOf } from '../study/cards.ts';
import { countedQuestions, isAnswerable, type PlacedQuestion, questionsOf } from '../study/questions.ts';
import { addressFrom, PlainHtml, type Rich, type Site } from './plain-html.ts';
import { list, object, orNull, part, type Schema, TEXT } from './type-export.ts';
import { EXPORTS, type ExportedAnswer, exportOf } from './types/exports.ts';

interface ExportedSource {
  label: string;
  /** Absolute; null when it is not known where the site is. */
  address: string | null;
  /** Words of the sentence that teaches the answer. */
  quote: string | null;
}

export interface ExportedQuestion {
  id: string;
  /** Whether the author has given the id; else it changes with the words. */
  isPermanent: boolean;
  type: QuestionType;
  /** The name of its pool in its topic; null in none, also where no other question has that name. */
  pool: string | null;
  /** Title of the section it checks; null for the whole topic. */
  section: string | null;
  line: number;
  title: Rich;
  /** What stands between the title and the answer. */
  stem: Rich | null;
  answer: ExportedAnswer;
  hints: Rich[];
  explanation: Rich | null;
  sources: ExportedSource[];
}

/** A term of the notes and what they say of it. */
interface ExportedCard {
  id: string;
  /** The nearest term above, or the section's title; empty directly under the topic's title. */
  facet: string;
  term: string;
  back: Rich;
}

interface ExportedTopic {
  /** Path of the page, `/docker/compose/`. */
  path: string;
  file: string;
  number: string | null;
  title: string;
  /** Titles of what it stands in, outermost first. */
  chapters: string[];
  questions: ExportedQuestion[];
  cards: ExportedCard[];
}

/** The JSON export; the schema below says the same for other tools. */
export interface ExportDocument {
  $schema: './questions.schema.json';
  format: 1;
  course: { id: string | null; title: string; description: string };
  topics: ExportedTopic[];
}

/** Something that a format cannot carry: what becomes of it, in Korean, and where, as `file:line`. */
export interface Loss {
  message: string;
  places: string[];
}

interface ExportedFile {
  name: string;
  text: string;
}

export interface Exported {
  /** None when there is nothing that the format carries. */
  files: ExportedFile[];
  losses: Loss[];
}

export const locationOf = ({ file }: ExportedTopic, { line }: ExportedQuestion): string => `${file}:${line}`;

/**
 * Everything that can be asked, in order of reading; drafts are left out, and of equal names the first one counts.
 * Losses here are those of every format.
 */
export function collect(course: Course, site: Site): { document: ExportDocument; losses: Loss[] } {
  const pictures: string[] = [];
  const unread: string[] = [];
  const repeated: string[] = [];
  const seen = new Set<string>();
  const isFirst = (id: string) => !seen.has(id) && seen.add(id);
  const topics = [...course.pages.values()].flatMap((page) => {
    if (page.file === null || page.draft) return [];
    pushAll(unread, unreadOf(page));
    const topic = topicOf(page, page.file, site, pictures);
    topic.cards = topic.cards.filter(({ id }) => isFirst(id));
    topic.questions = topic.questions.filter((question) => {
      if (isFirst(questionItem(question.id))) return true;
      repeated.push(locationOf(topic, question));
      return false;
    });
    return topic.questions.length + topic.cards.length > 0 ? [topic] : [];
  });
  const { id, title, description } = course;
  return {
    document: { $schema: './questions.schema.json', format: 1, course: { id, title, description }, topics },
    losses: [
      {
        message: '답을 읽을 수 없는 문제는 담지 않습니다. npm run check가 이유를 알려 줍니다.',
        places: unread,
      },
      {
        message: '아이디가 같은 문제는 앞의 것만 담습니다. npm run check -- --fix가 고칩니다.',
        places: repeated,
      },
      { message: '그림은 설명 글로 바뀝니다.', places: pictures },
    ].filter(({ places }) => places.length > 0),
  };
}

/** With one question of each pool, drawn by the seed: for paper, where the others would tell its answer. */
export const drawPools = (document: ExportDocument, seed: string): ExportDocument => ({
  ...document,
  topics: document.topics.map((topic) => {
    const pools = new Map<string, string>();
    for (const { id, pool } of shuffle(topic.questions, `pools ${seed}`))
      if (pool !== null) pools.set(pool, id);
    const isDrawn = ({ id, pool }: ExportedQuestion) => pool === null || pools.get(pool) === id;
    return { ...topic, questions: topic.questions.filter(isDrawn) };
  }),
});

/** Where the questions of pools stand. */
export const pooledIn = ({ topics }: ExportDocument): string[] =>
  topics.flatMap((topic) =>
    topic.questions.filter(({ pool }) => pool !== null).map((question) => locationOf(topic, question)),
  );

/** Part of a document. `only`: a folder or file of the notes; `count`: so many questions, drawn by the seed, one of a pool. */
export function select(
  document: ExportDocument,
  { only, count, seed }: { only: string | null; count: number | null; seed: string },
): ExportDocument {
  const within = document.topics.filter(
    ({ file }) => only === null || file === only || file === `${only}.md` || file.startsWith(`${only}/`),
  );
  if (count === null) return { ...document, topics: within };
  const { topics: counted } = drawPools({ ...document, topics: within }, seed);
  const drawn = new Set(
    shuffle(
      counted.flatMap(({ questions }) => questions.map(({ id }) => id)),
      `draw ${seed}`,
    ).slice(0, count),
  );
  const topics = within
    .map((topic) => ({ ...topic, questions: topic.questions.filter(({ id }) => drawn.has(id)), cards: [] }))
    .filter(({ questions }) => questions.length > 0);
  return { ...document, topics };
}

const unreadOf = ({ file, blocks, sections }: PageData): string[] =>
  [...sections.map((section) => section.blocks), blocks]
    .flat()
    .flatMap((block) => (block.kind === 'quiz' ? block.questions : []))
    .filter((question) => !isAnswerable(question))
    .map(({ line }) => `${file}:${line}`);

function topicOf(page: PageData, file: string, site: Site, pictures: string[]): ExportedTopic {
  const { path, number, titleText: title } = page;
  const chapters = page.crumbs.map((crumb) => crumb.title);
  const topic: ExportedTopic = { path, file, number, title, chapters, questions: [], cards: [] };
  const pooled = new Set(
    countedQuestions(page)
      .flatMap((all) => (all.length > 1 ? all : []))
      .map(({ id }) => id),
  );
  for (const placed of questionsOf(page)) {
    const question = questionOf(placed, site, path, () => pictures.push(`${file}:${placed.question.line}`));
    topic.questions.push(pooled.has(placed.id) ? question : { ...question, pool: null });
  }
  topic.cards = cardsOf(page).map(({ item, facet, term, entry }): ExportedCard => {
    const plain = new PlainHtml(site, path, () => pictures.push(`${file}:${entry.line}`));
    return { id: item, facet, term, back: plain.said(entry) };
  });
  return topic;
}

function questionOf(
  { id, question, section }: PlacedQuestion,
  site: Site,
  path: string,
  onPicture: () => void,
): ExportedQuestion {
  const plain = new PlainHtml(site, path, onPicture);
  const { type, line, title, stem, answer, hints, explanation, sources } = question;
  return {
    id,
    isPermanent: question.id !== null,
    type,
    pool: question.pool ?? null,
    section,
    line,
    title: plain.rich(title),
    stem: plain.blocks(stem),
    answer: exportOf(answer.type).toExport(answer, plain),
    hints: hints.map((hint) => plain.rich(hint)),
    explanation: explanation === null ? null : plain.rich(explanation),
    sources: sources.map(({ href, label, quote }) => ({
      label,
      address: href === null ? null : addressFrom(site, path, href),
      quote,
    })),
  };
}

/** Questions without an id: their name changes with their words, so importing them again makes new ones. */
export function withoutId(document: ExportDocument): string[] {
  return document.topics.flatMap((topic) =>
    topic.questions.filter(({ isPermanent }) => !isPermanent).map((question) => locationOf(topic, question)),
  );
}

/** The name of a question outside its course. */
export const globalId = ({ course }: ExportDocument, { id }: ExportedQuestion): string =>
  `${course.id ?? course.title}/${questionItem(id)}`;

/**
 * Where each topic stands in another program, from the course down: a deck or a category within others. `nameOf` writes a title as
 * it has to stand there. Of topics that would be one, the later ones are told apart by their address.
 */
export function placesOf(
  { course, topics }: ExportDocument,
  nameOf: (title: string) => string,
): Map<ExportedTopic, string[]> {
  const taken = new Set<string>();
  return new Map(
    topics.map((topic) => {
      const { chapters, title, path } = topic;
      const place = (last: string) => [course.title, ...chapters, last].map(nameOf);
      const isFree = (names: string[]) => {
        const key = names.join('\n').normalize('NFC').toLowerCase();
        return !taken.has(key) && taken.add(key);
      };
      const plain = place(title);
      return [topic, isFree(plain) ? plain : place(`${title} (${path.replace(/^\/|\/$/g, '')})`)];
    }),
  );
}

// The JSON Schema of the JSON export, for the tools that read it.

const NAME: Schema = { type: 'string', minLength: 1 };
const TEXT_OR_NULL: Schema = { type: ['string', 'null'] };

export function questionsSchema(): Schema {
  const document = object({
    $schema: { const: './questions.schema.json' },
    format: { const: 1 },
    course: object({ id: TEXT_OR_NULL, title: TEXT, description: TEXT }),
    topics: list(
      object({
        path: { type: 'string', pattern: '^/' },
        file: NAME,
        number: TEXT_OR_NULL,
        title: TEXT,
        chapters: list(TEXT),
        questions: list(part('question')),
        cards: list(part('card')),
      }),
    ),
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:lecture-study:questions:1',
    title: 'Questions and recall cards of a course',
    description:
      'What `npm run export -- --format json` writes. In every `html` there are no scripts, classes or pictures; `text` is what a reader reads of it.',
    ...document,
    $defs: {
      rich: object({ html: TEXT, text: TEXT }),
      item: object({ html: TEXT, text: TEXT, feedback: orNull(part('rich')) }),
      variants: { ...list(NAME), minItems: 1 },
      card: object({ id: NAME, facet: TEXT, term: NAME, back: part('rich') }),
      source: object({ label: TEXT, address: TEXT_OR_NULL, quote: TEXT_OR_NULL }),
      question: object({
        id: NAME,
        isPermanent: { type: 'boolean' },
        type: { enum: Object.keys(EXPORTS) },
        pool: orNull(NAME),
        section: TEXT_OR_NULL,
        line: { type: 'integer', minimum: 1 },
        title: part('rich'),
        stem: orNull(part('rich')),
        answer: part('answer'),
        hints: list(part('rich')),
        explanation: orNull(part('rich')),
        sources: list(part('source')),
      }),
      answer: {
        oneOf: Object.entries(EXPORTS).map(([type, { schema }]) =>
          object({ type: { const: type }, ...schema }),
        ),
      },
    },
  };
}
