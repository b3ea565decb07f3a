/** Keeping the record from being cleared: asked for once, when there is something to lose, and said plainly where it cannot be. */

import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fold } from '../../src/core/memory/record-state.ts';
import {
  askToKeep,
  clearsAfterAWeek,
  isReminderDue,
  keepPersistent,
  noteExport,
  noteReminder,
  recordSafety,
} from '../../src/store/study/persistence.ts';
import { useStudy } from '../../src/store/study/study.ts';
import { learned, showStudy } from './study-fixture.ts';

const persist = vi.fn(async () => false);
const persisted = vi.fn(async () => false);

beforeEach(() => {
  localStorage.clear();
  persist.mockClear();
  useStudy.setState({ state: null });
  vi.stubGlobal('navigator', { userAgent: '', storage: { persist, persisted } });
});
afterEach(() => vi.unstubAllGlobals());

const answers = (items: number) => {
  const all = learned();
  const chosen = new Set([...new Set(all.map((each) => ('item' in each ? each.item : '')))].slice(0, items));
  return all.filter((each) => 'item' in each && chosen.has(each.item));
};

test('nothing is asked while little was answered; then once, and never again', () => {
  keepPersistent();
  act(() => showStudy(answers(9)));
  expect(persist).not.toHaveBeenCalled();
  act(() => showStudy(answers(10)));
  act(() => showStudy(answers(11)));
  expect(persist).toHaveBeenCalledOnce();
  // Another visit.
  keepPersistent();
  act(() => showStudy(answers(12)));
  expect(persist).toHaveBeenCalledOnce();
});

test('a browser without the question is taken to clear the record', async () => {
  expect(await recordSafety()).toBe('evictable');
  persisted.mockResolvedValueOnce(true);
  expect(await recordSafety()).toBe('kept');
  vi.stubGlobal('navigator', { userAgent: '' });
  expect(await recordSafety()).toBe('evictable');
  keepPersistent();
  expect(() => act(() => showStudy(answers(12)))).not.toThrow();
});

test('Firefox, which would ask in a prompt, is asked on a press and not before', async () => {
  const query = vi.fn(async () => ({ state: 'prompt' }));
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  vi.stubGlobal('navigator', { userAgent, storage: { persist, persisted }, permissions: { query } });
  keepPersistent();
  act(() => showStudy(answers(12)));
  expect(persist).not.toHaveBeenCalled();
  expect(await recordSafety()).toBe('askable');
  persisted.mockResolvedValueOnce(true);
  expect(await askToKeep()).toBe('kept');
  expect(persist).toHaveBeenCalledOnce();
  query.mockResolvedValueOnce({ state: 'denied' });
  expect(await recordSafety()).toBe('evictable');
});

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    true,
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/130.0 Mobile/15E148 Safari/604.1',
    true,
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
    true,
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
    false,
  ],
  ['Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0', false],
])('%s clears after a week: %s', (userAgent, clears) => {
  vi.stubGlobal('navigator', { userAgent, storage: { persist, persisted } });
  expect(clearsAfterAWeek()).toBe(clears);
});

test('where the browser clears after a week, a copy is spoken of: once in two weeks, and not to who has one', () => {
  const DAY_MILLIS = 86_400_000;
  const now = 1_800_000_000_000;
  const state = (items: number) => fold(answers(items));
  const due = (items: number, at = now) => isReminderDue(state(items), at);
  expect(due(12)).toBe(false);
  vi.stubGlobal('navigator', {
    userAgent: 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
  });
  expect(due(9)).toBe(false);
  expect(due(12)).toBe(true);
  noteReminder(now);
  expect(due(12, now + 13 * DAY_MILLIS)).toBe(false);
  expect(due(12, now + 14 * DAY_MILLIS)).toBe(true);
  noteExport(now + 14 * DAY_MILLIS);
  expect(due(12, now + 20 * DAY_MILLIS)).toBe(false);
  // Exported by a clock that was years ahead: nobody knows when.
  noteExport(now + 3_000 * DAY_MILLIS);
  expect(due(12, now + 40 * DAY_MILLIS)).toBe(true);
});
