/** What stands in place of a page that did not come: tries again with a network, after a while, and when asked to. */

import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadPage } from '../../src/store/pages.ts';
import { LoadFailed } from '../../src/ui/shell/trouble.tsx';
import { renderAt } from './render.tsx';

const asked = vi.fn<typeof fetch>();

beforeEach(() => {
  asked.mockReset().mockRejectedValue(new TypeError('no network'));
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('asks again when the network is back, and until it truly is', async () => {
  vi.useFakeTimers();
  const { unmount } = renderAt('/gone/', <LoadFailed path="/gone/" />);
  expect(asked).toHaveBeenCalledTimes(0);
  await act(async () => void dispatchEvent(new Event('online')));
  expect(asked).toHaveBeenCalledTimes(1);
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(asked).toHaveBeenCalledTimes(2);
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(asked).toHaveBeenCalledTimes(2);
  unmount();
  dispatchEvent(new Event('online'));
  expect(asked).toHaveBeenCalledTimes(2);
});

test('asks again by the button, and what comes then is there', async () => {
  const user = userEvent.setup();
  renderAt('/gone/', <LoadFailed path="/gone/" />);
  const page = { format: 1, path: '/gone/' };
  asked.mockImplementation(async () => Response.json(page));
  await user.click(screen.getByRole('button', { name: '다시 시도' }));
  expect(await loadPage('/gone/')).toEqual(page);
  expect(asked).toHaveBeenCalledTimes(1);
});
