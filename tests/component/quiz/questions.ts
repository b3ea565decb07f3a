/** The questions of the fixture course, read from its markdown, one of each type. */

import { readFileSync } from 'node:fs';
import { parse } from '../../../src/core/content/parse.ts';
import { parseTree } from '../../../src/core/content/written-tree.ts';
import { link } from '../../../src/core/course/compile-course.ts';
import type { PageData } from '../../../src/core/model/course.ts';
import type { QuestionType } from '../../../src/core/model/question.ts';
import type { Topic } from '../../../src/core/model/topic.ts';
import { type PlacedQuestion, questionsOf } from '../../../src/core/study/questions.ts';

const FOLDER = 'tests/fixtures/quizzes/';
const read = (file: string) => readFileSync(FOLDER + file, 'utf8');
// The last one is no page of the site that journeys count the questions of.
const files = ['README.md', 'container.md', 'types.md', 'more-types.md'];

const topics = new Map<string, Topic>(
  files.map((file) => [file, parse(read(file), { file, base: '/' }).value]),
);
const { pages } = link(topics, {
  tree: parseTree(read('README.md'), { file: 'README.md' }),
  files: new Set(),
  drafts: true,
  base: '/',
}).value;

export function pageAt(path: string): PageData {
  const page = pages.get(path);
  if (!page) throw new Error(`no page ${path} among ${[...pages.keys()].join(', ')}`);
  return page;
}

export function placedOf(id: string): PlacedQuestion {
  const placed = [...pages.values()].flatMap(questionsOf).find((each) => each.id === id);
  if (!placed) throw new Error(`no question ${id}`);
  return placed;
}

export const TYPES: QuestionType[] = [
  'single',
  'multiple',
  'true-false',
  'short',
  'cloze',
  'matching',
  'ordering',
  'categories',
  'number',
  'output',
  'fix',
];

export const ofType = (type: QuestionType): PlacedQuestion => placedOf(`t-${type}`);
