/** Edits while the author looks on: answers that overtake each other never bring back an older state. */

import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { BrowserRouter } from 'react-router';
import { beforeEach, expect, test, vi } from 'vitest';
import type { PageData, TreeNode } from '../../src/core/model/course.ts';
import { conda, tree } from './fixtures.ts';

/** Requests under way, oldest first; a test answers them in the order it likes. */
let asked: { address: string; answer: (data: unknown) => void }[];
let pages: typeof import('../../src/store/pages.ts');

beforeEach(async () => {
  asked = [];
  vi.resetModules();
  pages = await import('../../src/store/pages.ts');
  vi.stubGlobal('fetch', (address: string) => {
    return new Promise<Response>((resolve) => {
      asked.push({ address, answer: (data) => resolve(Response.json(data)) });
    });
  });
});

const draft: TreeNode = { number: '', title: '새 글', path: null, anchor: null, draft: true, children: [] };
const titled = (titleText: string): PageData => ({
  ...conda,
  titleText,
  title: titleText as PageData['title'],
  revision: titleText,
});
const waiting = (end: string) => asked.filter(({ address }) => address.endsWith(end));
const answer = (request: { answer: (data: unknown) => void } | undefined, data: unknown) =>
  act(async () => {
    request?.answer(data);
    await new Promise((resolve) => setTimeout(resolve));
  });
/** Also those that are asked for only after an answer. */
async function answerTrees() {
  for (let at = 0; at < waiting('tree.json').length; at++) await answer(waiting('tree.json')[at], tree);
}
const rail = () => within(screen.getByRole('navigation', { name: '차례' }));

async function show() {
  history.replaceState(null, '', conda.path);
  pages.putPages([titled('처음')]);
  const { App } = await import('../../src/ui/app.tsx');
  render(
    <BrowserRouter>
      <App />
    </BrowserRouter>,
  );
  await screen.findByRole('heading', { level: 1, name: '처음' });
}
const edited = () => act(async () => void pages.refreshPages(conda.path));

test('an answer that is overtaken by a later edit is dropped, and asked for again', async () => {
  await show();
  await edited();
  await edited();
  await answer(waiting('conda.json')[0], titled('먼저'));
  await answerTrees();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('처음');
  await answer(waiting('conda.json')[1], titled('나중'));
  await answerTrees();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('나중');
});

test('hundreds of edits at once ask for the page twice, not hundreds of times', async () => {
  await show();
  for (let edits = 0; edits < 300; edits++) await edited();
  expect(waiting('conda.json')).toHaveLength(1);
  expect(waiting('tree.json')).toHaveLength(1);
  await answer(waiting('conda.json')[0], titled('먼저'));
  await answerTrees();
  await answer(waiting('conda.json')[1], titled('나중'));
  await answerTrees();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('나중');
  expect(waiting('conda.json')).toHaveLength(2);
});

test('a draft that is saved while the tree is on its way comes into the rail', async () => {
  await show();
  fireEvent.click(rail().getByRole('button', { name: 'Docker 목록' }));
  const [before] = waiting('tree.json');
  await edited();
  await answer(waiting('conda.json')[0], titled('처음'));
  await answer(before, tree);
  for (const request of waiting('tree.json').slice(1)) await answer(request, [...tree, draft]);
  expect(rail().getByText('새 글')).toBeDefined();
});

test('no topic stands in the rail twice while the numbers of areas change', async () => {
  await show();
  fireEvent.click(rail().getByRole('button', { name: 'Docker 목록' }));
  await answer(waiting('tree.json')[0], tree);
  const [first, ...others] = tree;
  if (!first) throw new Error('the fixture has areas');
  const moved = { ...first, number: '4' };
  await edited();
  await answer(waiting('conda.json')[0], { ...titled('옮김'), area: moved });
  expect(rail().getAllByRole('link', { name: /환경관리 툴$/ })).toHaveLength(1);
  await answer(
    waiting('tree.json')[1],
    [...others, moved].map((node, index) => ({ ...node, number: `${index + 1}` })),
  );
  expect(rail().getAllByRole('link', { name: /환경관리 툴$/ })).toHaveLength(1);
  expect(rail().getByRole('link', { name: /환경관리 툴$/ }).textContent).toMatch(/^4/);
});
