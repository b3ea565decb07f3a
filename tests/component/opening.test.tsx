/** Whatever fails while the record is opened, the pages about it say so, let the record be exported, and can try again. */

import 'fake-indexeddb/auto';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { foldItem } from '../../src/core/memory/item.ts';
import { mergeEvents } from '../../src/core/memory/merge-events.ts';
import { fold } from '../../src/core/memory/record-state.ts';
import { type AnswerEvent, questionItem } from '../../src/core/model/event.ts';
import { openLog } from '../../src/store/log/event-log.ts';
import { setCourse } from '../../src/store/site.ts';
import * as record from '../../src/store/study/record.ts';
import { openStudy, useStudy } from '../../src/store/study/study.ts';
import { loadStudyIndex } from '../../src/store/study/study-index.ts';
import { ProgressPage } from '../../src/ui/progress/progress-page.tsx';
import { RecordWaiting, StorageNotice } from '../../src/ui/progress/storage-notice.tsx';
import { answer } from '../unit/memory/events.ts';
import { page } from './fixtures.ts';
import { renderAt } from './render.tsx';
import { index, TODAY } from './study-fixture.ts';

vi.mock('../../src/store/study/study-index.ts', () => ({
  loadStudyIndex: vi.fn(async () => index),
  forgetStudyIndex: () => undefined,
}));
vi.mock('../../src/store/study/record.ts', { spy: true });
/** An item that the fold throws at, as at a fault of ours. */
const poison = vi.hoisted(() => ({ item: '' }));
vi.mock('../../src/core/memory/item.ts', async (original) => {
  const real = await original<{ foldItem: typeof foldItem }>();
  const poisoned: typeof foldItem = (item, ...rest) => {
    if (item === poison.item) throw new Error('fold');
    return real.foldItem(item, ...rest);
  };
  return { ...real, foldItem: poisoned };
});

let courses = 0;
let course = '';
beforeEach(() => {
  courses += 1;
  course = `opening-${courses}`;
  useStudy.setState({ state: null, index: null, log: null, today: TODAY, isIndexMissing: false });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const mlops = 'mlops';
const progress = () =>
  page({
    kind: 'progress',
    path: '/progress/',
    titleText: '학습 기록',
    course: { id: mlops, title: 'MLOps 인프라', areas: [], hasStudy: true },
  });

test('an opening that fails is told, also to who answers; trying again opens', async () => {
  const user = userEvent.setup();
  const site = progress();
  setCourse(site.course);
  vi.mocked(record.openRecord).mockRejectedValueOnce(new Error('chunk'));
  renderAt(
    '/progress/',
    <>
      <StorageNotice page={site} />
      <ProgressPage page={site} />
    </>,
  );
  expect(screen.getByText('학습 기록을 여는 중입니다.')).toBeDefined();
  expect(await screen.findByText(/학습 기록을 열지 못했습니다/)).toBeDefined();
  expect(useStudy.getState().log?.status).toBe('memory-only');
  await user.click(screen.getByRole('button', { name: '다시 시도' }));
  expect(await screen.findByRole('heading', { name: '기록' })).toBeDefined();
  expect(screen.getByRole('heading', { name: '아직 푼 문제가 없습니다' })).toBeDefined();
  expect((await openStudy()).course).toBe(mlops);
});

test('an opening that hangs is told after some seconds, with a way to try again', () => {
  vi.useFakeTimers();
  render(<RecordWaiting />);
  expect(screen.getByRole('status').textContent).toBe('');
  act(() => void vi.advanceTimersByTime(2_000));
  expect(screen.getByRole('status').textContent).toBe('학습 기록을 읽는 중입니다.');
  expect(screen.queryByRole('button')).toBeNull();
  act(() => void vi.advanceTimersByTime(9_000));
  expect(screen.getByRole('status').textContent).toContain('아직 열리지 않습니다');
  expect(screen.getByRole('button', { name: '다시 시도' })).toBeDefined();
});

test('a course index that does not come is asked for again, by one call at a time, however often it failed', async () => {
  const load = vi.mocked(loadStudyIndex).mockRejectedValue(new TypeError('no network'));
  const opened = await record.openRecord(course, useStudy);
  expect(useStudy.getState().isIndexMissing).toBe(true);
  // The database that stands in here goes on by itself.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await opened.retry();
  for (let tries = 0; tries < 5; tries += 1) {
    await act(async () => void dispatchEvent(new Event('online')));
    await vi.advanceTimersByTimeAsync(9_000);
  }
  load.mockClear();
  await act(async () => void dispatchEvent(new Event('online')));
  expect(load).toHaveBeenCalledTimes(1);
  load.mockResolvedValue(index);
  await vi.advanceTimersByTimeAsync(9_000);
  expect(useStudy.getState()).toMatchObject({ index, isIndexMissing: false });
  load.mockClear();
  await act(async () => void dispatchEvent(new Event('online')));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).not.toHaveBeenCalled();
});

test('events that cannot be folded are told and exported; all others count, and a mended fold takes them', async () => {
  const log = await openLog(course);
  const bad = questionItem('bad');
  await log.append([answer('a', 0), answer('b', 1, { item: bad }), answer('c', 2)]);
  poison.item = bad;
  const opened = await record.openRecord(course, useStudy);
  expect(useStudy.getState().state?.items.size).toBe(1);
  expect(useStudy.getState().log).toMatchObject({ status: 'read-only', cause: 'fold' });
  expect(useStudy.getState().log?.message).toContain('1건');
  expect((await opened.contents()).events).toHaveLength(3);
  await opened.answer({ ...answer('d', 3), item: questionItem('e') }).stored;
  expect(useStudy.getState().state?.items.size).toBe(2);
  poison.item = '';
  await opened.retry();
  await waitFor(() => expect(useStudy.getState().log?.status).toBe('ok'));
  expect(useStudy.getState().state?.items.size).toBe(3);
});

test.each([
  ['asking for IndexedDB', 'indexedDB'],
  ['a channel to other tabs', 'BroadcastChannel'],
  ['storage of the tab', 'localStorage'],
] as const)('where %s throws, the record opens and takes answers', async (_, name) => {
  vi.spyOn(globalThis, name as never, 'get').mockImplementation((() => {
    throw new DOMException('blocked', 'SecurityError');
  }) as never);
  const opened = await record.openRecord(course, useStudy);
  expect(useStudy.getState().state).not.toBeNull();
  expect(useStudy.getState().log).not.toBeNull();
  await opened.answer(answer('a', 0)).stored;
  expect((await opened.contents()).events).toHaveLength(1);
  expect(useStudy.getState().state?.items.size).toBe(1);
});

test('what follows the record and throws does not keep it from opening, nor an answer from being stored', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const stop = useStudy.subscribe(({ state, log }, before) => {
    if (state !== before.state || log !== before.log) throw new Error('follower');
  });
  const opened = await record.openRecord(course, useStudy);
  await opened.answer(answer('a', 0)).stored;
  stop();
  expect((await opened.contents()).events).toHaveLength(1);
  expect(useStudy.getState().state?.items.size).toBe(1);
});

test('a database that opens late is read then', async () => {
  const log = await openLog(course);
  await log.append([answer('a', 0)]);
  await log.close();
  const { open } = IDBFactory.prototype;
  const refused = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('gone', 'UnknownError');
  });
  const opened = await record.openRecord(course, useStudy);
  expect(useStudy.getState().state?.items.size).toBe(0);
  expect(useStudy.getState().log).toMatchObject({ status: 'memory-only', cause: 'UnknownError' });
  refused.mockImplementation(open);
  await opened.retry();
  expect(useStudy.getState().state?.items.size).toBe(1);
  expect(useStudy.getState().log?.status).toBe('ok');
});

test('one id with another content, merged here or in another tab, is folded in place of the first', async () => {
  const [here, elsewhere] = [await record.openRecord(course, useStudy), await openLog(course)];
  const contents = [
    answer('a', 0),
    answer('a', 5, { verdict: 'incorrect', score: 0, item: questionItem('z') }),
  ];
  const winner = mergeEvents([contents[0] as AnswerEvent], [contents[1] as AnswerEvent])[0] as AnswerEvent;
  const loser = contents.find((each) => each !== winner) as AnswerEvent;
  await here.merge([loser, answer('b', 1)]);
  await waitFor(() => expect(useStudy.getState().state?.items.get(loser.item)).toBeDefined());
  await elsewhere.merge([winner]);
  await waitFor(() => expect(useStudy.getState().state).toEqual(fold([winner, answer('b', 1)])));
});
