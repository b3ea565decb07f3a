/** The reader's settings: radios, storage that may be broken or blocked, other tabs. */

import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  DEFAULTS,
  PREFERENCES_KEY,
  setPreferences,
  startPreferences,
  usePreferences,
} from '../../src/store/preferences.ts';
import { setCourse } from '../../src/store/site.ts';
import { Settings } from '../../src/ui/shell/settings.tsx';
import { home } from './fixtures.ts';

const root = document.documentElement;
const stored = () => JSON.parse(localStorage.getItem(PREFERENCES_KEY) ?? 'null');
let stop = () => {};

beforeEach(() => {
  localStorage.clear();
  usePreferences.setState(DEFAULTS);
  for (const name of ['theme', 'text', 'width']) delete root.dataset[name];
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

test('choosing by keyboard shows at once and is kept', async () => {
  const user = userEvent.setup();
  render(<Settings />);
  await user.click(screen.getByRole('button', { name: '보기 설정' }));
  const theme = await screen.findByRole('group', { name: '화면' });
  expect(screen.getAllByRole('radio', { checked: true })).toHaveLength(4);
  await user.click(screen.getByRole('radio', { name: '어둡게' }));
  expect(root.dataset.theme).toBe('dark');
  expect(stored()).toMatchObject({ theme: 'dark', text: 'normal' });
  await user.click(screen.getByRole('radio', { name: '시스템' }));
  expect(root.dataset.theme).toBeUndefined();
  await user.click(screen.getByRole('radio', { name: '크게' }));
  await user.click(screen.getByRole('radio', { name: '좁게' }));
  expect({ ...root.dataset }).toMatchObject({ text: 'large', width: 'narrow' });
  expect(theme.querySelectorAll('input')).toHaveLength(3);
});

test('what the schedule is set by is one link away', async () => {
  const user = userEvent.setup();
  setCourse({ ...home.course, hasStudy: true });
  render(<Settings />);
  await user.click(screen.getByRole('button', { name: '보기 설정' }));
  const link = await screen.findByRole('link', { name: '복습과 시험 설정' });
  expect(link.getAttribute('href')).toBe('/progress/#settings');
});

test.each([
  ['nothing', null],
  ['no JSON', '{"theme":'],
  ['a list', '[1]'],
  ['null', 'null'],
  [
    'wrong values',
    '{"theme":"pink","text":3,"width":null,"lastRead":{"path":"//evil.example/","title":"x"}}',
  ],
])('storage with %s gives the defaults', (_, text) => {
  if (text !== null) localStorage.setItem(PREFERENCES_KEY, text);
  stop = startPreferences();
  expect(usePreferences.getState()).toEqual(DEFAULTS);
});

test('one broken field does not take the others with it', () => {
  const text = '{"theme":"dark","text":"huge","lastRead":{"path":"/docker/","title":"Docker","at":"x"}}';
  localStorage.setItem(PREFERENCES_KEY, text);
  stop = startPreferences();
  expect(usePreferences.getState()).toEqual({
    ...DEFAULTS,
    theme: 'dark',
    lastRead: { path: '/docker/', anchor: null, title: 'Docker', number: null, at: 0 },
  });
});

test('blocked storage is no error: the choice holds for the visit', () => {
  vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  stop = startPreferences();
  setPreferences({ theme: 'light' });
  expect(root.dataset.theme).toBe('light');
  expect(usePreferences.getState().theme).toBe('light');
});

test('another tab is followed, and what it wrote is not lost', () => {
  stop = startPreferences();
  const newValue = JSON.stringify({ theme: 'dark', later: 1 });
  localStorage.setItem(PREFERENCES_KEY, newValue);
  act(() => void dispatchEvent(new StorageEvent('storage', { key: PREFERENCES_KEY, newValue })));
  expect(root.dataset.theme).toBe('dark');
  setPreferences({ text: 'small' });
  expect(stored()).toMatchObject({ theme: 'dark', text: 'small', later: 1 });
});

test('the browser’s own bar has the colour of the chosen theme', () => {
  for (const scheme of ['light', 'dark']) {
    const meta = document.createElement('meta');
    meta.name = 'theme-color';
    meta.setAttribute('media', `(prefers-color-scheme: ${scheme})`);
    document.head.append(meta);
  }
  const media = () =>
    [...document.querySelectorAll('meta[name=theme-color]')].map((meta) => meta.getAttribute('media'));
  const bySystem = media();
  setPreferences({ theme: 'dark' });
  expect(media()).toEqual(['not all', 'all']);
  setPreferences({ theme: 'light' });
  expect(media()).toEqual(['all', 'not all']);
  setPreferences({ theme: 'system' });
  expect(media()).toEqual(bySystem);
});
