/** The course's own questions: written as an examiner would, enough of them, and none given away by its length. */

import { expect, test } from 'vitest';
import { checkItems, longestRight } from '../../src/core/content/lint/item-writing.ts';
import { parse } from '../../src/core/content/parse.ts';
import { pagePath, toHref } from '../../src/core/content/source/paths.ts';
import { parseTree } from '../../src/core/content/written-tree.ts';
import { checkNotes } from '../../src/core/course/apply-fixes.ts';
import { link } from '../../src/core/course/compile-course.ts';
import { meantText } from '../../src/core/model/html.ts';
import type { Block, Topic } from '../../src/core/model/topic.ts';
import { RULES } from '../../src/core/quiz/grade.ts';
import { questionsOf } from '../../src/core/study/questions.ts';
import { readNotes } from '../support/notes.ts';

const FEWEST_IN_ALL = 130;
const FEWEST_A_SECTION = 2;
/** Haladyna and others: with four options of like length a quarter are the longest. */
const MOST_LONGEST = 0.35;
/** Words in one run that a question and the notes of its page have in common: a sentence to be recognised, not understood. */
const WORDS_OF_A_SENTENCE = 4;
const MOST_REPEATING = 0.15;
/** Fewer statements than these have no balance to keep. */
const FEW_STATEMENTS = 4;

const notes = readNotes('content');
const sources = [...notes].map(([file, text]) => ({ file, text }));
const parsed = sources.map(({ file, text }) => parse(text, { file }));
const topics = new Map(parsed.map(({ value }) => [value.file, value]));
const root = sources.find(({ file }) => file === 'README.md');
const linked = link(topics, {
  tree: root ? parseTree(root.text, { file: root.file }) : null,
  files: new Set(),
  drafts: false,
});
const questions = [...topics.values()].flatMap((topic) =>
  questionsOf(topic).map(({ question, anchor }) => ({ question, topic, anchor })),
);

const areaOf = ({ file }: Topic): string => file.split('/').slice(0, -1).join('/');
const areas = [...new Set([...topics.values()].map(areaOf))].filter((area) => area !== '');

test('no file of the notes has anything to mend, so every question has its own id', () => {
  expect(checkNotes({ notes, files: new Set() })).toEqual([]);
});

test('nothing is told of how they are written, and every quoted source is there', () => {
  const items = parsed.flatMap(({ value }, at) => checkItems(value, sources[at]?.text ?? ''));
  const told = [...[...parsed, linked].flatMap(({ diagnostics }) => diagnostics), ...items];
  expect(told.filter(({ code }) => /^(?:item|question)-/.test(code))).toEqual([]);
});

test('picking the longest option does not work', () => {
  const choices = questions.flatMap(({ question: { answer } }) =>
    'options' in answer ? [answer.options] : [],
  );
  const longest = choices.filter((options) => longestRight(options) !== null);
  expect(choices.length).toBeGreaterThan(20);
  expect(longest.length / choices.length).toBeLessThanOrEqual(MOST_LONGEST);
});

test('answering always O, or always X, does not work, in no area', () => {
  const shares = areas.map((area) => {
    const statements = questions.flatMap(({ question: { answer }, topic }) =>
      answer?.type === 'true-false' && areaOf(topic) === area ? [answer.isTrue] : [],
    );
    return { area, right: statements.filter(Boolean).length, wrong: statements.filter((is) => !is).length };
  });
  const lopsided = shares.filter(
    ({ right, wrong }) =>
      right + wrong >= FEW_STATEMENTS && Math.max(right, wrong) > 2 * Math.min(right, wrong),
  );
  expect(lopsided).toEqual([]);
});

/** Words in a row, without marks: `"Pending"은 기다린다.` → Pending, 은, 기다린다 */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a page teaches: its words without those of questions and of addresses. */
function taughtWords(text: string): string {
  let [asks, isCode] = [false, false];
  const lines = text.split('\n').filter((line) => {
    if (/^(?:> ?)*`{3}/.test(line)) isCode = !isCode;
    if (!isCode && /^#+ /.test(line)) asks = /^#+ Q\. /.test(line);
    return !asks;
  });
  return ` ${wordsOf(lines.join('\n').replace(/\]\([^)]*\)|<!--.*?-->/g, ' ')).join(' ')} `;
}

/** What a question says rightly: its stem, and its key where that is chosen, connected, sorted or ordered. */
function saidRightly({ title, answer }: (typeof questions)[number]['question']): string[] {
  const stem = meantText(title);
  if (answer === null) return [stem];
  if ('options' in answer)
    return [stem, ...answer.options.filter(({ isRight }) => isRight).map(({ text }) => text)];
  if ('pairs' in answer) return [stem, ...answer.pairs.flatMap(({ left, right }) => [left.text, right.text])];
  if ('categories' in answer)
    return [stem, ...answer.categories.flatMap(({ items }) => items.map(({ text }) => text))];
  return 'items' in answer ? [stem, ...answer.items.map(({ text }) => text)] : [stem];
}

test('few questions repeat a sentence of their page', () => {
  const pages = new Map([...notes].map(([file, text]) => [file, taughtWords(text)]));
  const repeating = questions.filter(({ question, topic }) =>
    saidRightly(question).some((text) => {
      const words = wordsOf(text);
      const runs = words.map((_, at) => words.slice(at, at + WORDS_OF_A_SENTENCE));
      return runs.some(
        (run) => run.length === WORDS_OF_A_SENTENCE && pages.get(topic.file)?.includes(` ${run.join(' ')} `),
      );
    }),
  );
  expect(repeating.length / questions.length).toBeLessThanOrEqual(MOST_REPEATING);
});

test('every type is used', () => {
  expect(new Set(questions.map(({ question }) => question.type))).toEqual(new Set(Object.keys(RULES)));
});

/** How many questions are about each place: by their sources, and the section whose quiz they stand in. */
const about = new Map<string, number>();
const placeOf = (topic: Topic, anchor: string | null): string => toHref('/', pagePath(topic.file), anchor);
/** The title's anchor is the page. */
const pages = new Map(
  [...topics.values()].map((topic) => [placeOf(topic, topic.anchor), placeOf(topic, null)]),
);
for (const { question, topic, anchor } of questions) {
  const cited = question.sources.map(({ href }) =>
    href?.startsWith('#') ? placeOf(topic, decodeURIComponent(href.slice(1))) : (href ?? ''),
  );
  const places = [...cited, ...(anchor === null ? [] : [placeOf(topic, anchor)])];
  for (const place of new Set(places.map((each) => pages.get(each) ?? each)))
    about.set(place, (about.get(place) ?? 0) + 1);
}

const teaches = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind !== 'quiz');

test.each(areas)('%s: two or more for each section', (area) => {
  const missing = [...topics.values()]
    .filter((topic) => areaOf(topic) === area)
    .flatMap((topic) => [
      ...(teaches(topic.blocks) ? [placeOf(topic, null)] : []),
      ...topic.sections.filter(({ blocks }) => teaches(blocks)).map(({ anchor }) => placeOf(topic, anchor)),
    ])
    .filter((place) => (about.get(place) ?? 0) < FEWEST_A_SECTION);
  expect(missing.map(decodeURIComponent)).toEqual([]);
});

test('they are enough', () => {
  expect(questions.length).toBeGreaterThanOrEqual(FEWEST_IN_ALL);
});
