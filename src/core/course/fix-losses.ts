/**
 * What a change of the notes would lose. A fix may add and move; it must not take a question, an id, an address, a card, a
 * cell, a page or a word of the author away, nor change what answers a question.
 */

import { josa } from 'es-hangul';
import { withoutComments } from '../content/markdown/code-spans.ts';
import { applyEdits, compatible } from '../content/source/edits.ts';
import { meantText } from '../content/words.ts';
import { blocksOf, questionsIn, walkBlocks } from '../model/blocks.ts';
import type { Course } from '../model/course.ts';
import type { Diagnostic, DiagnosticCode, Fix, Parsed } from '../model/diagnostic.ts';
import type { Html } from '../model/html.ts';
import type { Answer } from '../model/question.ts';
import type { Topic } from '../model/topic.ts';
import { cardsOf, tablesOn } from '../study/cards.ts';
import { lettersOf } from './course-fixes.ts';

/** Kinds of loss, as the author is told of them. */
export type Loss = '페이지' | '아이디' | '문제' | '정답' | '절의 주소' | '카드' | '비교표의 칸' | '글';

/** Why a fix is refused, for the author. */
export const refusalOf = (loss: Loss | null): string =>
  loss === null
    ? '고치면 다른 진단이 생겨 그대로 두었습니다. 직접 고치세요.'
    : `고치면 ${josa(loss, '이/가')} 없어지거나 바뀌어 그대로 두었습니다. 직접 고치세요.`;

type Read = Parsed<Topic>;

/** What gets lost of one note by fixes for some diagnostics; null when all is still there. */
export function lossIn(before: Read, after: Read, codes: readonly DiagnosticCode[]): Loss | null {
  const [had, has] = [holdingsOf(before), holdingsOf(after)];
  const isSplitting = codes.some((code) => code === 'list-marker' || code === 'list-swallowed');
  const lacks = (kind: 'ids' | 'answers' | 'anchors' | 'cards' | 'cells') => {
    const left = [...has[kind]];
    return had[kind].some((each) => {
      const at = left.indexOf(each);
      if (at >= 0) left.splice(at, 1);
      return at < 0 && !(isSplitting && isSplit(each, has.names));
    });
  };
  if (had.questions > has.questions) return '문제';
  // What is said of a question's own answer is mended in its answer.
  const isAboutAnswers = codes.some((code) => /^question-(?!id-)/.test(code));
  if (had.answers.length > has.answers.length || (!isAboutAnswers && lacks('answers'))) return '정답';
  if (!codes.some((code) => GIVES_NEW_IDS.has(code)) && lacks('ids')) return '아이디';
  if (lacks('cards')) return '카드';
  if (lacks('anchors')) return '절의 주소';
  if (lacks('cells')) return '비교표의 칸';
  // Below a fence that is closed at last, labels and marks are read and shown no more.
  if (codes.includes('fence-unclosed')) return null;
  // `정답: 가` names an option, which is ticked instead.
  const isNamed = codes.includes('question-answer-options');
  const isGone = ([word, count]: [string, number]) =>
    (isNamed ? 1 : count) > (has.words.get(word) ?? 0) + (has.linked.get(word) ?? 0);
  return [...had.words].some(isGone) ? '글' : null;
}

/**
 * Whether a name is there in two, which a slip had glued together (`장점 -재현성` below `1. 장점`), or, of a card, under the
 * facet that the slip had hidden from it.
 */
function isSplit(key: string, names: ReadonlySet<string>): boolean {
  const lines = key.split('\n');
  const name = lettersOf(lines.at(-1) ?? '');
  if (lines.length > 1 && names.has(name)) return true;
  return [...name].some((_, at) => at > 0 && names.has(name.slice(0, at)) && names.has(name.slice(at)));
}

/** A copy's id is taken from the copy alone; over the course it must still be there. */
const GIVES_NEW_IDS: ReadonlySet<DiagnosticCode> = new Set([
  'question-id-repeated',
  'comparison-id-repeated',
]);

/** A compiled course, and the notes it was compiled from. */
interface CompiledNotes {
  course: Course;
  notes: ReadonlyMap<string, Read>;
}

/** What gets lost from one state of a course to another by fixes for some diagnostics; null when all is still there. */
export function lossOf(
  before: CompiledNotes,
  after: CompiledNotes,
  fixed: readonly Pick<Diagnostic, 'file' | 'code'>[],
): Loss | null {
  for (const path of before.course.pages.keys()) if (!after.course.pages.has(path)) return '페이지';
  for (const [file, note] of before.notes) {
    const next = after.notes.get(file);
    if (next === note) continue;
    const codes = fixed.filter((one) => one.file === file).map(({ code }) => code);
    const loss = next ? lossIn(note, next, codes) : '페이지';
    if (loss) return loss;
  }
  const idsOf = (notes: CompiledNotes['notes']) =>
    [...notes.values()].flatMap((note) => holdingsOf(note).ids);
  const ids = new Set(idsOf(after.notes));
  return idsOf(before.notes).every((id) => ids.has(id)) ? null : '아이디';
}

const MOST_TRIED = 50;

/** The diagnostics of a note; a fix that would lose something of it is not offered. */
export function withSafeFixes(note: Read, source: string, read: (source: string) => Read): Diagnostic[] {
  const fixable = note.diagnostics.filter((one): one is Diagnostic & { fix: Fix } => one.fix !== undefined);
  const isSafe = (fixes: typeof fixable) =>
    lossIn(
      note,
      read(
        applyEdits(
          source,
          fixes.flatMap(({ fix }) => fix.edits),
        ),
      ),
      fixes.map(({ code }) => code),
    ) === null;
  const together = compatible(fixable);
  // Mostly all are: one more reading of the file tells.
  if (fixable.length === 0 || (together.length === fixable.length && isSafe(together)))
    return note.diagnostics;
  // Each by itself reads the whole file once more: of very many, the rest is offered when those before are mended.
  const unsafe = new Set<Diagnostic>(fixable.filter((one, at) => at >= MOST_TRIED || !isSafe([one])));
  return note.diagnostics.map((one) => {
    if (!unsafe.has(one)) return one;
    const { fix, ...told } = one;
    return told;
  });
}

interface Holdings {
  /** `q one`, `compare tools`, `course mine`. */
  ids: string[];
  questions: number;
  /** Of each question that can be answered: its words, its type, and its answer where one line says it. */
  answers: string[];
  /** Of the title, where one is written, of sections and of terms. */
  anchors: string[];
  /** Topic, facet and term, each on a line. */
  cards: string[];
  /** The letters of all names: of the topic, its sections and entries. */
  names: ReadonlySet<string>;
  /** Row and column of each cell that says something. */
  cells: string[];
  /** How often each word is shown, and how often it stands in an address. */
  words: Map<string, number>;
  linked: Map<string, number>;
}

// A note is never changed once it is read.
const cache = new WeakMap<Read, Holdings>();

function holdingsOf(note: Read): Holdings {
  const holdings = cache.get(note) ?? readHoldings(note);
  cache.set(note, holdings);
  return holdings;
}

function readHoldings({ value: topic, diagnostics }: Read): Holdings {
  const questions = questionsIn(blocksOf(topic));
  const tables = tablesOn(topic).map(({ table }) => table);
  const ids = [
    ...questions.flatMap(({ id }) => (id === null ? [] : [`q ${id}`])),
    ...tables.flatMap(({ id }) => (id === null ? [] : [`compare ${id}`])),
    ...(topic.courseId === null ? [] : [`course ${topic.courseId}`]),
  ];
  const answers = questions.flatMap((question) =>
    question.answer ? [`${meantText(question.title)} ${answerKeyOf(question.answer)}`] : [],
  );
  const hasTitle = !diagnostics.some(({ code }) => code === 'title-missing');
  const cells = tables.flatMap(({ rows, columns }) =>
    rows.flatMap(({ name, cells }) =>
      cells.flatMap(({ origin }, at) => (origin === 'typed' ? [`${name} · ${columns[at]?.text ?? ''}`] : [])),
    ),
  );
  return {
    ids,
    questions: questions.length,
    answers,
    anchors: [
      ...(hasTitle ? [topic.anchor] : []),
      ...topic.sections.map(({ anchor }) => anchor),
      ...termAnchorsOf(topic),
    ],
    cards: cardsOf(topic).map(({ facet, term }) => `${topic.titleText}\n${facet}\n${term}`),
    names: new Set(
      [topic.titleText, ...topic.sections.map(({ titleText }) => titleText), ...headsIn(topic)].map(
        lettersOf,
      ),
    ),
    cells,
    words: countWords(shownIn([topic.blocks, topic.sections, hasTitle ? topic.title : ''])),
    linked: countWords(topic.links.map(({ href }) => href)),
  };
}

/** Of lists only the type: an item that a slip had glued to another one is the slip, not the answer. */
const answerKeyOf = (answer: Answer): string =>
  answer.type === 'short' || answer.type === 'number' || answer.type === 'true-false'
    ? JSON.stringify(answer).replace(/\\+/g, '')
    : answer.type;

function headsIn(topic: Topic): string[] {
  const heads: string[] = [];
  walkBlocks(blocksOf(topic), null, {
    entry: ({ termText, text }) => {
      heads.push(termText ?? (text === null ? '' : meantText(text)));
      return undefined;
    },
  });
  return heads;
}

function termAnchorsOf(topic: Topic): string[] {
  const anchors: string[] = [];
  walkBlocks(blocksOf(topic), null, {
    entry: ({ anchor }) => {
      if (anchor !== undefined) anchors.push(anchor);
      return undefined;
    },
  });
  return anchors;
}

/** Fields that say again what another says, names of our own, and where links lead. */
const UNSHOWN = new Set(
  'termText titleText anchor id kind type list pointList step tone origin language href target'.split(' '),
);

/** The texts among the fields of parsed blocks, however deep. */
function shownIn(value: unknown): string[] {
  if (typeof value === 'string') return [meantText(value as Html)];
  if (Array.isArray(value)) return value.flatMap(shownIn);
  if (value === null || typeof value !== 'object') return [];
  const isTwice = 'html' in value;
  return Object.entries(value).flatMap(([name, inner]) =>
    UNSHOWN.has(name) || (isTwice && (name === 'text' || name === 'code')) ? [] : shownIn(inner),
  );
}

/** A mark of an option (`[v]`, `[ㅌ]`), a label and a particle's other form are no words of the notes. */
const MARKS = /^(?:[a-zㅌ]|정답|해설|힌트|출처|문제|비교|보충)$/i;

function countWords(texts: readonly string[]): Map<string, number> {
  const words = new Map<string, number>();
  for (const text of texts)
    for (const [word] of withoutComments(text, ' ').matchAll(/\p{L}[\p{L}\p{M}]*/gu))
      if (!MARKS.test(word)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}
