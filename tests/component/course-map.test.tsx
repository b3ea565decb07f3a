/** The course map: first visit, a visit with a record, large courses, and what a search for a lost page offers. */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { beforeEach, expect, test, vi } from 'vitest';
import type { TreeNode } from '../../src/core/model/course.ts';
import { DEFAULTS, setPreferences, usePreferences } from '../../src/store/preferences.ts';
import { formatWhen } from '../../src/ui/days.ts';
import { CourseMap } from '../../src/ui/pages/course-map.tsx';
import { nearestTopics } from '../../src/ui/pages/nearest-topics.ts';
import { NotFound } from '../../src/ui/pages/not-found.tsx';
import { TreeRows } from '../../src/ui/pages/tree-rows.tsx';
import { home, html, tree } from './fixtures.ts';
import { renderAt } from './render.tsx';

vi.mock('../../src/store/pages.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/pages.ts')>()),
  loadTree: vi.fn(),
  prefetchPage: vi.fn(),
}));
beforeEach(() => {
  localStorage.clear();
  usePreferences.setState(DEFAULTS);
});

test('a first visit starts with the first numbered row', () => {
  renderAt('/', <CourseMap page={home} />);
  const start = within(screen.getByRole('region', { name: '처음이신가요?' }));
  expect(start.getAllByRole('listitem').map((step) => step.textContent)).toEqual([
    '읽기 노트 한 토픽, 2분쯤 걸립니다.',
  ]);
  const way = screen.getByRole('link', { name: '1.1부터 읽기' });
  expect(decodeURIComponent(way.getAttribute('href') ?? '')).toBe('/environment-tools/#정의');
});

test('what the course is stands once: below the title, and not again among what else its page says', () => {
  const prose = (text: string) => ({ kind: 'prose' as const, line: 3, html: html(`<p>${text}</p>\n`) });
  const linked = prose('소개와 <a href="https://example.org/">링크</a>');
  renderAt('/', <CourseMap page={{ ...home, description: '소개.', blocks: [prose('소개.'), linked] }} />);
  expect(screen.getAllByText('소개.')).toHaveLength(1);
  expect(screen.getByRole('link', { name: '링크' })).toBeDefined();
});

test('with a record one goes on where one was', () => {
  setPreferences({
    lastRead: { path: '/environment-tools/pipenv/', anchor: null, title: 'Pipenv', number: '1.5', at: 0 },
  });
  renderAt('/', <CourseMap page={home} />);
  expect(screen.getByRole('link', { name: '이어서 읽기' }).getAttribute('href')).toBe(
    '/environment-tools/pipenv/',
  );
  expect(screen.getByRole('link', { name: /1\.5\s*Pipenv\s*읽던 곳/ })).toBeDefined();
});

test('prerendering shows the first visit, whatever this browser has kept', () => {
  setPreferences({ lastRead: { path: '/docker/', anchor: null, title: 'Docker', number: '3', at: 0 } });
  const markup = renderToString(
    <StaticRouter location="/">
      <CourseMap page={home} />
    </StaticRouter>,
  );
  expect(markup).toContain('처음이신가요?');
  expect(markup).not.toContain('style=');
});

test('the map shows every area with its time, and what each page holds', () => {
  const questions = { '/environment-tools/conda/': 10, '/container/': 3 };
  const map = { tree, first: null, minutes: home.map?.minutes ?? {}, questions };
  const { container } = renderAt('/', <CourseMap page={{ ...home, map }} />);
  expect([...container.querySelectorAll('.area-extent')].map((extent) => extent.textContent)).toEqual([
    '토픽 5개 · 7분 · 문제 10개',
    '토픽 4개 · 11분 · 문제 3개',
    '토픽 4개 · 5분',
    '토픽 3개 · 7분',
  ]);
  const row = screen.getByRole('link', { name: /1\.3\s*conda\s*10문제/ });
  // A dot for each question from the start, so that nothing moves when the record draws them.
  expect(row.querySelector('.strokes')?.getAttribute('width')).toBe('10em');
  expect(row.querySelector('.stroke-new')?.getAttribute('d')?.match(/M/g)).toHaveLength(10);
  expect(screen.getByRole('link', { name: /1\.5\s*Pipenv\s*\d분/ })).toBeDefined();
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(4);
  // Until there is a record the frame of the numbers is not shown, and has none.
  expect(container.querySelector('.tally:not(.is-known)')?.textContent).not.toMatch(
    /\d+(?=기억|복습|오답|안 풂)/,
  );
});

test('a very large course shows its areas folded, with counts', () => {
  const large: TreeNode[] = tree.map((area) => ({
    ...area,
    children: Array.from({ length: 100 }, (_, index) => ({
      number: `${area.number}.${index + 1}`,
      title: `글 ${index + 1}`,
      path: `${area.path}${index + 1}/`,
      anchor: null,
      draft: false,
      children: [],
    })),
  }));
  renderAt(
    '/',
    <CourseMap page={{ ...home, map: { tree: large, first: null, minutes: {}, questions: {} } }} />,
  );
  const summary = screen.getByText('Container의 글 100개');
  expect(summary.closest('details')?.open).toBe(false);
});

test('a column of numbers has room for the longest of them', () => {
  const numbered = (...numbers: string[]): TreeNode[] =>
    numbers.map((number) => ({
      number,
      title: number,
      path: `/${number}/`,
      anchor: null,
      draft: false,
      children: [],
    }));
  const widths = [
    ['1.9'],
    ['9.9', '9.10'],
    ['10.9', '10.10'],
    ['10.2.1'],
    ['10.21.2', '9.1'],
    ['3.14.2.11'],
    [''],
  ].map((numbers) => {
    const { container, unmount } = renderAt('/', <TreeRows nodes={numbered(...numbers)} minutes={null} />);
    const width = container.querySelector<HTMLElement>('ol')?.dataset.wide;
    unmount();
    return width;
  });
  expect(widths).toEqual(['0', '0', '1', '1', '2', '3', '0']);
});

test('a lost address offers the pages nearest to it', async () => {
  renderAt('/environment-tools/cond/', <NotFound path="/environment-tools/cond/" tree={tree} />);
  expect(await screen.findByRole('link', { name: /1\.3\s*conda/ })).toBeDefined();
  expect(screen.getByRole('link', { name: '차례로' }).getAttribute('href')).toBe('/');
});

test('a lost address leads to the search', async () => {
  renderAt('/lost/', <NotFound path="/lost/" tree={tree} />);
  const user = userEvent.setup();
  await user.type(screen.getByRole('searchbox', { name: /찾을 말/ }), '컨테이너{Enter}');
  expect(location.pathname + location.search).toBe(`/search/?q=${encodeURIComponent('컨테이너')}`);
});

test.each([
  ['/docker/compse/', 'Compose'],
  ['/pipenv/', 'Pipenv'],
  ['/네트워킹/', '네트워킹과 볼륨 관리'],
  [encodeURI('/컨테이너/비교/'), '세 도구 비교'],
  ['/containers/virtual_machine/', 'Virtual Machine과의 차이'],
])('%s is nearest to %s', (path, title) => {
  expect(nearestTopics(path, tree)[0]?.title).toBe(title);
});

test('nothing alike offers nothing, and broken addresses do not throw', () => {
  expect(nearestTopics('/zzzzzz/', tree)).toEqual([]);
  expect(nearestTopics('/%E0%A4%A/', tree)).toEqual([]);
});

test('moments are told from today', () => {
  const now = new Date(2026, 10, 23, 12);
  expect(formatWhen(new Date(2026, 10, 23, 9, 5).getTime(), now)).toBe('오늘 오전 9시 5분');
  expect(formatWhen(new Date(2026, 10, 22, 21, 40).getTime(), now)).toBe('어제 오후 9시 40분');
  expect(formatWhen(new Date(2026, 10, 16, 4, 0).getTime(), now)).toBe('11월 16일 월요일');
});
