/** What the frame says of versions, of the network and of edited notes, by role and keyboard. */

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OfflineCopy } from '../../src/core/offline/plan.ts';
import { useNotes } from '../../src/store/offline/seen-notes.ts';
import { useOfflineCopy } from '../../src/store/offline/service-worker.ts';
import { leaveForUpdate, useUpdate } from '../../src/store/pages.ts';
import { useSourceVisit } from '../../src/store/source-visit.ts';
import { CourseMap } from '../../src/ui/pages/course-map.tsx';
import { FootState, OfflineTag, UpdateNotice } from '../../src/ui/version/version-notices.tsx';
import { conda, home } from './fixtures.ts';
import { renderAt } from './render.tsx';

const PAGES = { '/environment-tools/conda/': 'c1', '/environment-tools/pipenv/': 'p1', '/docker/': 'd1' };
const pages: Record<string, string> = PAGES;

const setOnline = (isOnline: boolean) =>
  act(() => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
    dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
  });

beforeEach(() => {
  localStorage.clear();
  useOfflineCopy.setState({ copy: null });
  useUpdate.setState({ isReady: false });
  useNotes.setState({ known: [], added: [], changed: [] });
});
afterEach(() => {
  vi.restoreAllMocks();
  delete document.documentElement.dataset.sitting;
});

test('the footer says which notes these are, and what can be read without a network', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () =>
    Response.json({ format: 1, content: 'abc123', pages }),
  );
  const { container: foot } = renderAt(conda.path, <FootState page={conda} />);
  await waitFor(() => expect(foot.textContent).toContain('노트 abc123'));
  const tell = (kept: OfflineCopy) => act(() => useOfflineCopy.setState({ copy: kept }));
  const area = conda.area?.path ?? '';
  tell({ thrift: 'area', area, isWhole: false });
  expect(foot.textContent).toContain('· 이 영역과 열어 본 페이지는 오프라인에서도 볼 수 있습니다');
  // The area before, or none of this one.
  for (const kept of [
    { thrift: 'area', area: '/docker/', isWhole: false },
    { thrift: 'visited', area, isWhole: false },
  ] as const) {
    tell(kept);
    expect(foot.textContent).toContain('· 열어 본 페이지는 오프라인에서도 볼 수 있습니다');
  }
  tell({ thrift: 'everything', area, isWhole: true });
  expect(foot.textContent).toContain('· 오프라인에서도 볼 수 있습니다');
  setOnline(false);
  expect(foot.textContent).toContain('오프라인입니다');
});

test('a tab that was open before a publish names the notes that it shows, and those only are seen', async () => {
  const old = { format: 1, content: 'old', pages };
  const fresh = { format: 1, content: 'new', pages: { ...pages, [conda.path]: 'c2' } };
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(old));
  const shown = (noteHash: string) => <FootState key={noteHash} page={{ ...conda, noteHash }} />;
  const { container: foot, rerender } = renderAt(conda.path, shown('c1'));
  await waitFor(() => expect(foot.textContent).toContain('노트 old'));
  fetched.mockImplementation(async () => Response.json(fresh));
  // Another page of the same version asks for nothing; one of the new version does, and going back names the old one.
  rerender(shown('c2'));
  await waitFor(() => expect(foot.textContent).toContain('노트 new'));
  rerender(shown('c1'));
  await waitFor(() => expect(foot.textContent).toContain('노트 old'));
  await waitFor(() => expect(useNotes.getState().changed).toEqual([conda.path]));
  rerender(shown('c0'));
  await waitFor(() => expect(foot.textContent).not.toContain('노트'));
});

test('the top bar says that there is no network, and says no more when there is', () => {
  renderAt('/', <OfflineTag />);
  const tag = screen.getByRole('status');
  expect(tag.textContent).toBe('');
  setOnline(false);
  expect(tag.textContent).toBe('오프라인');
  setOnline(true);
  expect(tag.textContent).toBe('');
});

test('a new version is told, can be put aside by keyboard, and is not told again', async () => {
  const user = userEvent.setup();
  renderAt('/', <UpdateNotice />);
  expect(screen.queryByRole('button')).toBeNull();
  act(() => useUpdate.setState({ isReady: true }));
  expect(screen.getByRole('status').textContent).toContain('새 버전이 있습니다.');
  expect(screen.getByRole('button', { name: '새로 고침' })).toBeDefined();
  screen.getByRole('button', { name: '알림 닫기' }).focus();
  await user.keyboard('{Enter}');
  expect(screen.queryByText('새 버전이 있습니다.')).toBeNull();
});

test('the next page is loaded to take a new version, but not out of a sitting or away from a source', () => {
  const assign = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
  expect(leaveForUpdate('/docker/')).toBe(false);
  useUpdate.setState({ isReady: true });
  document.documentElement.dataset.sitting = '';
  expect(leaveForUpdate('/docker/')).toBe(false);
  delete document.documentElement.dataset.sitting;
  const back = { href: '/review/', id: 'q', label: '문제 1로' };
  useSourceVisit.setState({ visit: { path: '/docker/', anchor: null, quote: null, name: '근거', back } });
  expect(leaveForUpdate('/docker/')).toBe(false);
  useSourceVisit.setState({ visit: null });
  expect(assign).not.toHaveBeenCalled();
  expect(leaveForUpdate('/docker/')).toBe(true);
  expect(assign).toHaveBeenCalledExactlyOnceWith('/docker/');
});

test('edited notes are listed on the course map and in its rows, until they are opened or all are known', async () => {
  const user = userEvent.setup();
  useNotes.setState({
    added: ['/environment-tools/pipenv/'],
    changed: ['/environment-tools/conda/'],
  });
  renderAt('/', <CourseMap page={home} />);
  // Versions come last of all.
  const region = within(await screen.findByRole('region', { name: '고쳐진 노트' }));
  expect(region.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '1.3 conda고쳐짐',
    '1.5 Pipenv새 토픽',
  ]);
  expect(region.getByRole('link', { name: /conda/ }).getAttribute('href')).toBe('/environment-tools/conda/');
  await waitFor(() => expect(screen.getAllByText('고쳐짐')).toHaveLength(2));
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () =>
    Response.json({ format: 1, content: 'abc123', pages }),
  );
  await user.click(region.getByRole('button', { name: '모두 확인' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: '고쳐진 노트' })).toBeNull());
});
