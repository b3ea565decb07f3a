/** Code that comes late, or not: what waits for it says so, and nothing else of the page is lost. */

import { act, fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lazyPart } from '../../src/ui/lazy.tsx';
import { ErrorBoundary } from '../../src/ui/shell/trouble.tsx';
import { renderAt } from './render.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const pass = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));

test('a script that hangs is said, and shown when it comes after all', async () => {
  let come = () => {};
  const Part = lazyPart(
    () =>
      new Promise<() => string>((resolve) => {
        come = () => resolve(() => '들어온 부분');
      }),
  );
  const Trouble = () => Part.useHasFailed() && <p role="alert">없음</p>;
  await act(async () => {
    render(
      <>
        <Suspense fallback={null}>
          <Part />
        </Suspense>
        <Trouble />
      </>,
    );
  });
  await pass(1_000);
  expect(screen.queryByRole('alert')).toBeNull();
  await pass(30_000);
  expect(screen.getByRole('alert')).toBeDefined();
  come();
  await pass(100);
  expect(screen.getByText('들어온 부분')).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a page whose script hangs is given up, and comes with another try', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const load = vi.fn((): Promise<() => string> => new Promise(() => {}));
  const Page = lazyPart(load, { throwsOnFailure: true });
  await act(async () => {
    renderAt(
      '/',
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Page />
        </Suspense>
      </ErrorBoundary>,
    );
  });
  await pass(30_000);
  expect(load).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('페이지를 보여 드리지 못했습니다');
  load.mockResolvedValue(() => '들어온 페이지');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '다시 시도' })));
  await pass(100);
  expect(screen.getByText('들어온 페이지')).toBeDefined();
});

test('the search that does not come leaves the page, and comes with another try', async () => {
  vi.useRealTimers();
  const dialog = vi.fn<() => object>(() => {
    throw new Error('no network');
  });
  vi.resetModules();
  vi.doMock('../../src/ui/search/search-dialog.tsx', () => dialog());
  const { TopBar } = await import('../../src/ui/shell/top-bar.tsx');
  const tree = { nodes: [], isWhole: true, hasFailed: false, load: () => undefined };
  await act(async () => void renderAt('/', <TopBar course={null} path="/" treePage={null} tree={tree} />));
  const button = screen.getByRole('button', { name: '노트와 문제에서 찾기' });
  await act(async () => void fireEvent.click(button));
  expect((await screen.findByRole('alert')).textContent).toContain('찾기를 불러오지 못했습니다.');
  dialog.mockReturnValue({ SearchDialog: () => <p>찾기 창</p> });
  vi.doMock('../../src/ui/search/search-dialog.tsx', () => dialog());
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '다시 시도' })));
  expect(await screen.findByText('찾기 창')).toBeDefined();
  vi.doUnmock('../../src/ui/search/search-dialog.tsx');
});
