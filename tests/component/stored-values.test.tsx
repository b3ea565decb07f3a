/** Whatever the browser's storage does or holds, everything that stores something goes on as if nothing were there. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { prepaintScript } from '../../src/compiler/build/document.ts';
import type { Day } from '../../src/core/model/event.ts';
import { questionItem } from '../../src/core/model/event.ts';
import { DEFAULTS, setPreferences, startPreferences, usePreferences } from '../../src/store/preferences.ts';
import { recentSearches, rememberSearch } from '../../src/store/search/search.ts';
import { readUnsentAnswer, writeUnsentAnswer } from '../../src/store/study/answers.ts';
import { exportedAt, noteExport } from '../../src/store/study/persistence.ts';
import { deviceId } from '../../src/store/study/record.ts';
import {
  type Exam,
  readExam,
  readSitting,
  type StoredSitting,
  writeExam,
  writeSitting,
} from '../../src/store/study/sittings.ts';
import { noteDueDay } from '../../src/store/study/study-day.ts';

const TODAY = '2026-11-24' as Day;
const exam: Exam = {
  items: ['question:a'],
  seed: '1',
  startedAt: 5,
  minutes: 30,
  responses: { 'question:a': { type: 'short', text: '커널' } },
  elapsed: { 'question:a': 7 },
  isOver: false,
};
const sitting: StoredSitting = {
  startedAt: 5,
  day: TODAY,
  at: 0,
  isRepeating: true,
  turns: [{ item: 'question:a', round: 0, outcome: 'partial' }],
};
const answer = { response: { type: 'short' as const, text: '커널' }, hints: 1 };
let items = 0;
let item = questionItem('q');
const readPreferences = () => {
  startPreferences()();
  return usePreferences.getState();
};

interface User {
  name: string;
  key: () => string;
  area?: Storage;
  write: () => unknown;
  read: () => unknown;
  /** What is read after writing; a pattern for an id made of dice. */
  written: unknown;
  /** What is read where nothing is stored; for `inMemory` only before anything was written. */
  empty: unknown;
  inMemory?: boolean;
  /** The form in which an earlier version stored it. */
  earlier: string;
}

const USERS: User[] = [
  {
    name: 'preferences',
    key: () => 'study.preferences',
    write: () => setPreferences({ theme: 'dark' }),
    read: readPreferences,
    written: { ...DEFAULTS, theme: 'dark' },
    empty: DEFAULTS,
    earlier: '{"theme":"dark","text":"normal","width":"normal","shortcuts":true,"lastRead":null}',
  },
  {
    name: 'recent searches',
    key: () => 'study.searches',
    write: () => rememberSearch('볼륨'),
    read: recentSearches,
    written: ['볼륨'],
    empty: [],
    earlier: '["볼륨"]',
  },
  {
    name: 'an exam',
    key: () => 'study.exam/course',
    write: () => writeExam(exam),
    read: readExam,
    written: exam,
    empty: null,
    earlier: JSON.stringify(exam),
  },
  {
    name: 'a sitting',
    key: () => 'study.sitting/course/review',
    area: sessionStorage,
    write: () => writeSitting('review', sitting),
    read: () => readSitting('review', TODAY),
    written: sitting,
    empty: null,
    earlier: JSON.stringify(sitting),
  },
  {
    name: 'an unsent answer',
    key: () => `study.draft/course/${item}`,
    write: () => writeUnsentAnswer(item, answer),
    read: () => readUnsentAnswer(item),
    written: answer,
    empty: null,
    inMemory: true,
    earlier: JSON.stringify({ ...answer, at: 1_764_000_000_000 }),
  },
  {
    name: 'the last export',
    key: () => 'study.exported-at',
    write: () => noteExport(1_764_000_000_000),
    read: exportedAt,
    written: 1_764_000_000_000,
    empty: null,
    earlier: '1764000000000',
  },
  {
    name: 'the day something is due',
    key: () => 'study.due-day//',
    write: () => noteDueDay('/', '2000-01-01'),
    read: startsAtReview,
    written: true,
    empty: false,
    earlier: '2000-01-01',
  },
  {
    name: 'the device',
    key: () => 'study.device',
    write: deviceId,
    read: () => /^[0-9a-f-]{36}$/.test(deviceId()),
    written: true,
    empty: true,
    earlier: '4f1d0c9a-3c1b-4c55-9a86-6c1f3a9b5d10',
  },
];

/** Whether the script before the first paint leads the app on the home screen to 복습. */
function startsAtReview(): boolean {
  const replace = vi.spyOn(location, 'replace').mockImplementation(() => undefined);
  new Function(prepaintScript([], '/'))();
  document.documentElement.hidden = false;
  const leadsTo = replace.mock.calls.map(([address]) => address);
  replace.mockRestore();
  return leadsTo.includes('/review/');
}

const fail = (name: string) => () => {
  throw new DOMException('', name);
};

function replaceStorages(replace: (storage: Storage) => Storage): void {
  const [local, session] = [replace(localStorage), replace(sessionStorage)];
  vi.spyOn(globalThis, 'localStorage', 'get').mockReturnValue(local);
  vi.spyOn(globalThis, 'sessionStorage', 'get').mockReturnValue(session);
}

beforeEach(() => {
  items += 1;
  item = questionItem(`q${items}`);
  localStorage.clear();
  sessionStorage.clear();
  usePreferences.setState(DEFAULTS);
  history.replaceState(null, '', '/?app');
});
afterEach(() => vi.restoreAllMocks());

describe.each(USERS)(
  '$name',
  ({ key, area = localStorage, write, read, written, empty, inMemory, earlier }) => {
    test('is read as it was written, and as an earlier version wrote it', () => {
      expect(read()).toEqual(empty);
      write();
      expect(read()).toEqual(written);
      localStorage.clear();
      sessionStorage.clear();
      area.setItem(key(), earlier);
      expect(read()).toEqual(written);
      expect(area.getItem(key())).toBe(earlier);
    });

    test('is not there where storage is blocked', () => {
      replaceStorages(() => new Proxy({} as Storage, { get: fail('SecurityError') }));
      expect(read()).toEqual(empty);
      expect(write).not.toThrow();
      expect(read()).toEqual(inMemory ? written : empty);
    });

    test('is not there where even asking for the storage throws', () => {
      vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(fail('SecurityError'));
      vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(fail('SecurityError'));
      expect(write).not.toThrow();
      expect(read()).toEqual(inMemory ? written : empty);
    });

    test('is not kept where storage is full', () => {
      replaceStorages(
        (storage) =>
          new Proxy(storage, {
            get: (target, name) =>
              name === 'setItem' ? fail('QuotaExceededError') : Reflect.get(target, name),
          }),
      );
      expect(write).not.toThrow();
      expect(read()).toEqual(inMemory ? written : empty);
    });

    test.each([
      '',
      'nonsense',
      'null',
      '{}',
      '[]',
      '7',
      '"text"',
      '[{"items":1}]',
      '{"__proto__":{"turns":[]}}',
    ])('is read and written where %s is stored', (text) => {
      area.setItem(key(), text);
      expect(read).not.toThrow();
      expect(write).not.toThrow();
    });
  },
);

test('an exam begun by a clock that was ahead has begun by now', () => {
  writeExam({ ...exam, startedAt: Date.now() + 3_000 * 86_400_000 });
  expect(readExam()?.startedAt).toBeLessThanOrEqual(Date.now());
});

test('the day on which the app opens at 복습 begins at 4 in the morning', () => {
  noteDueDay('/', '2026-11-24');
  vi.useFakeTimers({ now: new Date(2026, 10, 24, 3, 59) });
  expect(startsAtReview()).toBe(false);
  vi.setSystemTime(new Date(2026, 10, 24, 4));
  expect(startsAtReview()).toBe(true);
  vi.useRealTimers();
});
