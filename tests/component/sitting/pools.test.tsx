/** Questions of a pool, as a learner meets them: all on the page, one in every sitting and every number, each with a record of its own. */

import './set-up.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { parseTree } from '../../../src/core/content/written-tree.ts';
import { link } from '../../../src/core/course/compile-course.ts';
import { type ContentHash, questionItem } from '../../../src/core/model/event.ts';
import { studyIndexOf } from '../../../src/core/study/study-index.ts';
import { readExam } from '../../../src/store/study/sittings.ts';
import { useStudy } from '../../../src/store/study/study.ts';
import { renewTally } from '../../../src/store/study/tally.ts';
import { renderAt, Site } from '../render.tsx';
import { answerOn, visit } from './course.ts';

const README = '# 강의\n\n<!-- course: pools -->\n\n- [도커](docker.md)\n';
const question = (stem: string, comment: string) =>
  `#### Q. ${stem} <!-- q: ${comment} -->\n\n정답: O\n\n> 해설: 글\n\n`;
const DOCKER = `# 도커\n\n## 층\n\n글.\n\n### 확인 문제\n\n${question('첫째?', 'first pool: layers')}${question('홀로?', 'alone')}${question('둘째?', 'second pool: layers')}${question('셋째?', 'third pool: layers')}`;

const topics = new Map(
  Object.entries({ 'README.md': README, 'docker.md': DOCKER }).map(([file, source]) => [
    file,
    parse(source, { file }).value,
  ]),
);
const tree = parseTree(README, { file: 'README.md' });
const { pages } = link(topics, { tree, files: new Set(), drafts: false }).value;
const docker = pages.get('/docker/');
if (!docker) throw new Error('no page');

const user = userEvent.setup();
const show = (address: string) => renderAt(address, <Site pages={visit.pages} />);

beforeEach(() => {
  const course = { ...visit.pages[0]?.course, ...docker.course, id: visit.course, hasStudy: true as const };
  visit.pages = [...visit.pages, docker].map((each) => ({ ...each, course }));
  useStudy.setState({ index: studyIndexOf([docker]) });
});

const answer = (day: string, id: string, verdict: 'correct' | 'incorrect') =>
  answerOn(day, id, verdict, { contentHash: '' as ContentHash, confidence: 'unsure' });

test('the page shows each as it is written, with its own last answer and the numbers of the others', async () => {
  await answer('2026-11-20', 'second', 'incorrect');
  renewTally();
  show('/docker/');
  expect(await screen.findByRole('link', { name: '문제 2개 풀기' })).toBeDefined();
  const card = async (name: string) => within(await screen.findByRole('article', { name }));
  expect((await card('첫째?')).getByText('3, 4번과 한 문제로 셈')).toBeDefined();
  expect((await card('홀로?')).queryByText(/한 문제로 셈/)).toBeNull();
  expect(await (await card('둘째?')).findByText('11월 20일 틀림')).toBeDefined();
  expect((await card('첫째?')).queryByText(/11월/)).toBeNull();
});

test('a review asks the one seen least, and the day of all moves', async () => {
  await answer('2026-11-19', 'first', 'incorrect');
  await answer('2026-11-20', 'second', 'incorrect');
  show('/review/?go');
  expect(await screen.findByRole('heading', { level: 2, name: '셋째?' })).toBeDefined();
  expect(screen.getByText('1 / 1')).toBeDefined();
  await user.click(screen.getByRole('radio', { name: /^O/ }));
  await user.click(screen.getByRole('button', { name: '확실해요' }));
  await user.click(await screen.findByRole('button', { name: '마치기' }));
  expect(await screen.findByText('간격이 늘어난 문제')).toBeDefined();
  expect(useStudy.getState().state?.items.get(questionItem('first'))?.history).toHaveLength(3);
});

test('every set counts it once; 오답 shows the question that was missed', async () => {
  await answer('2026-11-20', 'first', 'correct');
  await answer('2026-11-24', 'second', 'incorrect');
  const { unmount } = show('/practice/');
  const named = async (name: RegExp) => (await screen.findByRole('link', { name })).textContent;
  expect(await named(/^전체/)).toContain('2문제');
  expect(await named(/^안 푼 문제/)).toContain('1문제');
  expect(await named(/확실했는데 틀린 문제부터/)).toContain('1문제');
  unmount();
  show('/mistakes/');
  expect(await screen.findByText('1문제', { selector: 'b' })).toBeDefined();
  expect(await screen.findByText('둘째?')).toBeDefined();
  expect(screen.getByRole('link', { name: '다시 풀기' }).getAttribute('href')).toContain('question=second');
});

test('an exam draws one and keeps it, whatever is answered meanwhile', async () => {
  await answer('2026-11-20', 'first', 'correct');
  const { unmount } = show('/practice/?set=exam');
  expect(await screen.findByRole('radio', { name: '전체 2' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: '모의고사 시작' }));
  const items = readExam()?.items;
  expect(items?.toSorted()).toEqual([questionItem('alone'), questionItem('second')]);
  unmount();
  await answer('2026-11-24', 'second', 'correct');
  show('/practice/?set=exam');
  const sheet = within(await screen.findByRole('navigation', { name: '답안지' }));
  expect(sheet.getAllByRole('button')).toHaveLength(2);
  expect(readExam()?.items).toEqual(items);
});

test('when the notes make a pool of what was answered before, or undo it, nothing is lost', async () => {
  const plain = studyIndexOf([docker]);
  useStudy.setState({ index: { ...plain, topics: [] } });
  await answer('2026-11-10', 'first', 'correct');
  await answer('2026-11-14', 'second', 'correct');
  const own = (id: string) => useStudy.getState().state?.items.get(questionItem(id))?.history.length;
  expect([own('first'), own('second')]).toEqual([1, 1]);
  useStudy.setState({ index: plain });
  await answer('2026-11-20', 'third', 'correct');
  expect(own('first')).toBe(3);
  useStudy.setState({ index: { ...plain, topics: [] } });
  await answer('2026-11-24', 'third', 'correct');
  expect([own('first'), own('second'), own('third')]).toEqual([1, 1, 2]);
});
