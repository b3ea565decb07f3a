/** 오답: what is wrong now, the sure ones first, how far each is, and the ways on. */

import 'fake-indexeddb/auto';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { loadPage } from '../../../src/store/pages.ts';
import { renderAt, Site } from '../render.tsx';
import { answerOn, pageOf, startVisit, visit } from './course.ts';

vi.mock('../../../src/store/study/clock.ts', async () => {
  const { clock: shown } = await import('./course.ts');
  return { dayAt: () => shown.today, followDay: () => () => undefined };
});
vi.mock('../../../src/store/study/study-index.ts', async () => {
  const { index: known } = await import('./course.ts');
  return { loadStudyIndex: async () => known, forgetStudyIndex: () => undefined };
});
vi.mock('../../../src/store/pages.ts', async (original) => ({
  ...(await original<typeof import('../../../src/store/pages.ts')>()),
  prefetchPage: vi.fn(),
  loadTree: async () => [],
  loadPage: vi.fn(),
}));

const show = () => renderAt('/mistakes/', <Site pages={visit.pages} />);
const listUnder = async (name: string) => {
  const section = (await screen.findByRole('heading', { level: 2, name })).closest('section');
  if (!section) throw new Error(`no section ${name}`);
  return within(section);
};

beforeEach(async () => {
  vi.mocked(loadPage).mockImplementation(pageOf);
  await startVisit();
});

test('an empty list invites', async () => {
  show();
  expect(await screen.findByText(/지금은 오답이 없습니다/)).toBeDefined();
  expect(screen.getByRole('link', { name: '문제 풀기' })).toBeDefined();
  expect(screen.queryByRole('button', { name: '인쇄' })).toBeNull();
});

test('the sure ones come first, the others by topic, each with its ways on', async () => {
  await answerOn('2026-11-20', 't-short', 'incorrect', { confidence: 'unsure' });
  await answerOn('2026-11-21', 'container-hardware', 'incorrect');
  show();
  const sure = await listUnder('확실했는데 틀린 문제');
  expect(await sure.findByText('Container는 하드웨어를 가상화한다.')).toBeDefined();
  expect(sure.getByText(/11월 21일에 틀림/)).toBeDefined();
  const types = await listUnder('2 유형');
  const again = await types.findByRole('link', { name: '다시 풀기' });
  expect(again.getAttribute('href')).toBe('/practice/?question=t-short');
  expect(types.getByRole('link', { name: '노트에서 보기' }).getAttribute('href')).toMatch(/^\/types\/#/);
  expect(screen.getByText('2문제')).toBeDefined();
  const all = screen.getByRole('link', { name: '오답 다시 풀기' });
  expect(all.getAttribute('href')).toBe('/practice/?set=wrong');
});

test('right on one day it says how far it is; right on another it is gone', async () => {
  await answerOn('2026-11-20', 'image', 'incorrect');
  await answerOn('2026-11-22', 'image', 'correct');
  const { unmount } = show();
  expect(await screen.findByText(/한 번 더 맞히면 사라집니다/)).toBeDefined();
  unmount();
  await answerOn('2026-11-22', 'image', 'correct');
  show();
  expect(await screen.findByText(/한 번 더 맞히면 사라집니다/)).toBeDefined();
  await answerOn('2026-11-23', 'image', 'correct');
  expect(await screen.findByText(/지금은 오답이 없습니다/)).toBeDefined();
});

test('without a network it does not say that nothing is wrong', async () => {
  await answerOn('2026-11-20', 'image', 'incorrect');
  vi.mocked(loadPage).mockRejectedValue(new TypeError('offline'));
  show();
  expect(await screen.findByText(/네트워크에 연결되면 모두 나타납니다/)).toBeDefined();
  expect(screen.queryByText(/오답이 없습니다/)).toBeNull();
  vi.mocked(loadPage).mockImplementation(pageOf);
  dispatchEvent(new Event('online'));
  expect(await screen.findByText('컨테이너를 만드는 틀은?')).toBeDefined();
  expect(screen.queryByText(/네트워크에 연결되면/)).toBeNull();
});
