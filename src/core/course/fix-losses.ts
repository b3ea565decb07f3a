/**
 * What a change of the notes would lose. A fix may add and move; it must not take a question, an id, an address, a card, a
 * cell, a page or a word of the author away, nor change what answers a question.
 */

import { josa } from 'es-hangul';
import { withoutComments } from '../content/markdown/code-spans.ts';
import { blocksOf, questionsIn, walkBlocks } from '../model/blocks.ts';
import type { Course } from '../model/course.ts';
import {
  applyEdits,
  compatible,
  type Diagnostic,
  type DiagnosticCode,
  type Fix,
  type Parsed,
} from '../model/diagnostic.ts';
import { type Html, meantText } from '../model/html.ts';
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
  const lacks = (kind: 'ids' | 'answers' | 'anchors' | 'cards' | 'cells') =>
    lacking(writtenOf(had, kind), has[kind]).some((each) => !(isSplitting && isSplit(each, has.names)));
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
  return losesWords(had, has, codes.includes('question-answer-options')) ? '글' : null;
}

/** A title that nobody wrote cannot be lost; it comes first among anchors and texts. */
const writtenOf = <K extends 'ids' | 'answers' | 'anchors' | 'cards' | 'cells' | 'shown'>(
  had: Holdings,
  kind: K,
) => (had.isTitled || (kind !== 'anchors' && kind !== 'shown') ? had[kind] : had[kind].slice(1));

/** What of a list another one does not have, or not as often. */
function lacking(had: readonly string[], has: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const each of has) left.set(each, (left.get(each) ?? 0) + 1);
  return had.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}

/** Whether a word is shown less often, and does not stand in an address instead; `isNamed`: whether it is shown no more at all. */
function losesWords(had: Holdings, has: Holdings, isNamed: boolean): boolean {
  const textsOf = (all: readonly string[]) => all.map((html) => meantText(html as Html));
  const lost = lacking(writtenOf(had, 'shown'), has.shown);
  if (lost.length === 0) return false;
  // What both show needs no counting, and that is nearly all.
  const words = countWords(textsOf(lost));
  const found = countWords(textsOf(isNamed ? has.shown : lacking(has.shown, had.shown)));
  const linked = countWords(has.hrefs);
  return [...words].some(
    ([word, count]) => (isNamed ? 1 : count) > (found.get(word) ?? 0) + (linked.get(word) ?? 0),
  );
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

type Fixable = Diagnostic & { fix: Fix };

/**
 * The diagnostics of a note; a fix that would lose something of it is not offered. They are tried when the first one is asked
 * for, since each trial reads the whole file once more, and most are never looked at.
 */
export function withSafeFixes(note: Read, source: string, read: (source: string) => Read): Diagnostic[] {
  let safe: ReadonlySet<Diagnostic> | null = null;
  return note.diagnostics.map((one) => {
    if (one.fix === undefined) return one;
    const { fix, ...told } = one;
    const get = () => {
      safe ??= safeFixes(note, source, read);
      return safe.has(one) ? fix : undefined;
    };
    return Object.defineProperty(told, 'fix', { get, enumerable: true });
  });
}

function safeFixes(note: Read, source: string, read: (source: string) => Read): Set<Diagnostic> {
  const fixable = note.diagnostics.filter((one): one is Fixable => one.fix !== undefined);
  const isSafe = (fixes: readonly Fixable[]) => {
    const edits = fixes.flatMap(({ fix }) => fix.edits);
    const codes = fixes.map(({ code }) => code);
    return lossIn(note, read(applyEdits(source, edits)), codes) === null;
  };
  const safe = new Set<Diagnostic>();
  // Of very many, the rest is offered when those before are mended.
  let trials = 0;
  const tryOut = (fixes: readonly Fixable[]): void => {
    if (fixes.length === 0 || trials >= MOST_TRIED) return;
    trials++;
    if (isSafe(fixes)) for (const one of fixes) safe.add(one);
    else if (fixes.length > 1) {
      tryOut(fixes.slice(0, fixes.length / 2));
      tryOut(fixes.slice(fixes.length / 2));
    }
  };
  // Mostly all are safe, and one trial tells so. What does not go with the others has a trial of its own.
  for (let left = fixable; left.length > 0; ) {
    const together = new Set(compatible(left));
    tryOut([...together]);
    left = left.filter((one) => !together.has(one));
  }
  return safe;
}

interface Holdings {
  /** `q one`, `compare tools`, `course mine`. */
  ids: string[];
  questions: number;
  /** Of each question that can be answered: its words, its type, and its answer where one line says it. */
  answers: string[];
  /** Whether the title is written, and not the name of the file. */
  isTitled: boolean;
  /** Of the title, of sections and of terms. */
  anchors: string[];
  /** Topic, facet and term, each on a line. */
  cards: string[];
  /** The letters of all names: of the topic, its sections and entries. */
  names: ReadonlySet<string>;
  /** Row and column of each cell that says something. */
  cells: string[];
  /** All texts that are shown, the title first, and the addresses of links. */
  shown: Html[];
  hrefs: string[];
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
    ...questions.flatMap(({ id, pool }) => (pool === undefined ? [] : [`pool ${pool} of ${id}`])),
    ...tables.flatMap(({ id }) => (id === null ? [] : [`compare ${id}`])),
    ...(topic.courseId === null ? [] : [`course ${topic.courseId}`]),
  ];
  const answers = questions.flatMap((question) =>
    question.answer ? [`${meantText(question.title)} ${answerKeyOf(question.answer)}`] : [],
  );
  const cells = tables.flatMap(({ rows, columns }) =>
    rows.flatMap(({ name, cells }) =>
      cells.flatMap(({ origin }, at) => (origin === 'typed' ? [`${name} · ${columns[at]?.text ?? ''}`] : [])),
    ),
  );
  return {
    ids,
    questions: questions.length,
    answers,
    isTitled: !diagnostics.some(({ code }) => code === 'title-missing'),
    anchors: [topic.anchor, ...topic.sections.map(({ anchor }) => anchor), ...termAnchorsOf(topic)],
    cards: cardsOf(topic).map(({ facet, term }) => `${topic.titleText}\n${facet}\n${term}`),
    names: new Set(
      [topic.titleText, ...topic.sections.map(({ titleText }) => titleText), ...headsIn(topic)].map(
        lettersOf,
      ),
    ),
    cells,
    shown: shownIn([topic.title, topic.blocks, topic.sections]),
    hrefs: topic.links.map(({ href }) => href),
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
  'termText titleText anchor id pool kind type list pointList step tone origin language href target'.split(
    ' ',
  ),
);

/** The texts among the fields of parsed blocks, however deep. */
function shownIn(value: unknown, found: Html[] = []): Html[] {
  if (typeof value === 'string') found.push(value as Html);
  else if (Array.isArray(value)) for (const each of value) shownIn(each, found);
  else if (value !== null && typeof value === 'object') {
    const isTwice = 'html' in value;
    for (const [name, inner] of Object.entries(value))
      if (!UNSHOWN.has(name) && !(isTwice && (name === 'text' || name === 'code'))) shownIn(inner, found);
  }
  return found;
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
