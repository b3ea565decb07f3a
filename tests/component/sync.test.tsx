/** 다른 기기와 맞추기: every state of the block in words and roles, and how many runs an answer takes where several pages are open. */

import 'fake-indexeddb/auto';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BrowserRouter } from 'react-router';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ListedFile } from '../../src/core/sync/plan.ts';
import { groupsOf, keyLink, keyText } from '../../src/core/sync/sync-key.ts';
import { setCourse } from '../../src/store/site.ts';
import { useStudy } from '../../src/store/study/study.ts';
import { RemoteError } from '../../src/store/sync/remote.ts';
import { leaveSync, type Sync, type SyncProblem, useSync } from '../../src/store/sync/sync.ts';
import { SyncSection } from '../../src/ui/progress/sync/sync-section.tsx';
import { index, showStudy } from './study-fixture.ts';

/** What the server is asked for, and what is wrong with it. */
const server = vi.hoisted(() => ({
  files: new Map<string, Uint8Array>(),
  lists: 0,
  problem: null as SyncProblem | null,
  /** Awaited by each writing. */
  writing: Promise.resolve(),
}));
vi.mock('../../src/store/sync/remote.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/sync/remote.ts')>()),
  openRemote: () => {
    const answer = () => {
      if (server.problem) throw new RemoteError(server.problem as never);
    };
    return {
      list: async (): Promise<ListedFile[]> => {
        server.lists += 1;
        answer();
        return [...server.files].map(([name, { length }]) => ({ name, size: length, at: '1' }));
      },
      get: async (name: string) => server.files.get(name) ?? null,
      put: async (name: string, bytes: Uint8Array) => {
        await server.writing;
        answer();
        server.files.set(name, bytes);
      },
      clockAhead: () => null,
    };
  },
}));

vi.mock('../../src/store/study/study-index.ts', () => ({
  loadStudyIndex: async () => index,
  forgetStudyIndex: () => undefined,
}));

const COURSE = 'mlops-infra';
const KEY = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
const STORED = `study.sync/${COURSE}`;

beforeEach(async () => {
  vi.stubEnv('SYNC_URL', '/sync/');
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: {
      request: async (_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: object) => unknown)({}),
    },
  });
  server.files.clear();
  Object.assign(server, { lists: 0, problem: null, writing: Promise.resolve() });
  setCourse({ id: COURSE, title: 'MLOps 인프라', areas: [], hasStudy: true } as never);
  showStudy([]);
  await leaveSync('stop');
  localStorage.clear();
});

function show(hash = '') {
  history.replaceState(null, '', `/progress/${hash}`);
  render(<SyncSection />, { wrapper: BrowserRouter });
  return userEvent.setup();
}

const block = () => within(screen.getByRole('region', { name: '다른 기기와 맞추기' }));
const head = () => screen.getByRole('heading', { name: '다른 기기와 맞추기' });
const button = (name: string) => block().getByRole('button', { name });
/** What is said of the last run. */
const status = () => block().getAllByRole('status')[0]?.textContent;

/** As a run would have left it; none follows. */
const setSync = (change: Partial<Sync>) =>
  act(() => useSync.setState({ key: KEY, at: Date.now(), failure: null, ...change }));

test('off, it says what is shared and what the server sees, and begins with a link', async () => {
  const user = show();
  expect(block().getByText('꺼짐')).toBeDefined();
  await user.click(block().getByText('서버가 보는 것'));
  expect(
    block()
      .getAllByRole('columnheader')
      .map((cell) => cell.textContent),
  ).toEqual(['서버가 볼 수 있는 것', '볼 수 없는 것']);
  await user.click(button('맞추기 시작'));
  expect(document.activeElement).toBe(head());
  expect(block().getByRole('img', { name: '이 기록의 링크를 담은 QR 코드' })).toBeDefined();
  expect(await block().findByText('맞춤: 방금')).toBeDefined();
  await user.click(button('닫기'));
  expect(block().getAllByRole('listitem')).toHaveLength(1);
  // Of one device there is nothing to explain.
  expect(block().queryByText(/다른 기기의 시각/)).toBeNull();
});

test('a key with a slip leads back to its field, and the right one to the words before joining', async () => {
  const user = show();
  await user.click(block().getByText('인쇄한 열쇠가 있으면'));
  const field = block().getByRole('textbox', { name: '네 글자씩 열세 묶음' });
  await user.type(field, '7K3M 9XTQ');
  await user.click(button('열쇠 열기'));
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(described?.textContent).toMatch(/^열쇠가 맞지 않습니다/);
  await user.clear(field);
  await user.type(field, groupsOf(KEY).join(' ').toLowerCase());
  await user.click(button('열쇠 열기'));
  expect(document.activeElement).toBe(head());
  expect(block().getByText(/어느 쪽도 지우거나 덮어쓰지 않습니다/)).toBeDefined();
});

test('a link that was opened is joined without a word of being off', async () => {
  const user = show(new URL(keyLink('http://localhost/progress/', KEY)).hash);
  expect(location.hash).toBe('');
  expect(
    await block().findByText('이 링크로 올라온 기록이 아직 없습니다. 링크가 맞는지 보세요.'),
  ).toBeDefined();
  const said: string[] = [];
  const watch = new MutationObserver(() => said.push(document.body.textContent ?? ''));
  watch.observe(document.body, { childList: true, characterData: true, subtree: true });
  await user.click(button('기록 합치기'));
  expect(await block().findByText('맞춤: 방금')).toBeDefined();
  watch.disconnect();
  expect(said.filter((text) => text.includes('꺼짐'))).toEqual([]);
  expect(document.activeElement).toBe(head());
  expect(status()).toBe('기록을 맞추었습니다.');
});

test('a link that was cut, the own link, and a server that is silent are told before anything is joined', async () => {
  server.problem = 'silent';
  const user = show(new URL(keyLink('http://localhost/progress/', KEY)).hash);
  expect(
    await block().findByText(/서버가 답하지 않아 맞추지 못했습니다. 이 기기의 기록은 그대로 있습니다/),
  ).toBeDefined();
  server.problem = null;
  await user.click(button('다시 하기'));
  expect(document.activeElement).toBe(head());
  expect(await block().findByText('합친 뒤')).toBeDefined();
  await user.click(button('합치지 않기'));
  expect(document.activeElement).toBe(head());
  expect(block().getByText('꺼짐')).toBeDefined();
});

test.each([
  [`#sync=${'a'.repeat(20)}`, null, '링크가 온전하지 않습니다'],
  [`#sync=${keyText(KEY)}`, KEY, '이 링크로 이미 맞추고 있습니다'],
])('%s is no link to join', async (hash, key, words) => {
  if (key) localStorage.setItem(STORED, JSON.stringify({ key: keyText(key), at: 1 }));
  useSync.setState({ key });
  const user = show(hash);
  expect(await block().findByText(new RegExp(words))).toBeDefined();
  await user.click(button('닫기'));
  expect(block().queryByText(new RegExp(words))).toBeNull();
});

test.each<[SyncProblem, RegExp, string | null]>([
  ['silent', /서버가 답하지 않아 8분 뒤에/, null],
  ['busy', /서버가 바빠 8분 뒤에/, null],
  ['strange', /서버 대신 다른 화면이 답해 8분 뒤에/, '와이파이에 로그인해야 하는지 보세요'],
  ['closed', /서버가 이 주소에서는 받지 않아 8분 뒤에/, '강사에게 알려 주세요'],
  ['missing', /서버에 맞추기가 켜져 있지 않아 8분 뒤에/, '강사에게 알려 주세요'],
  ['large', /서버가 이만한 파일을 받지 않아 8분 뒤에/, '강사에게 알려 주세요'],
  ['full', /서버의 자리가 모자라 8분 뒤에/, '강사에게 알려 주세요'],
  ['broken', /이 브라우저가 기록을 잠그거나 열지 못해 8분 뒤에/, '다른 탭을 닫고'],
])('a failure, %s, is told with what to do, and said once', (problem, words, remedy) => {
  show();
  setSync({ failure: { problem, againAt: Date.now() + 480_000 }, unsent: 12 });
  expect(block().getByText(words).textContent).toContain('기록 12건이 이 기기에 안전하게 있습니다.');
  expect(status()).toMatch(/맞추지 못했습니다\.$/);
  if (remedy) {
    expect(block().getByText('이유와 할 일')).toBeDefined();
    expect(block().getByRole('row').textContent).toContain(remedy);
  } else expect(block().queryByRole('table')).toBeNull();
});

test('what was skipped, and a clock that is wrong, stand each with what to do', () => {
  show();
  setSync({ skipped: { foreign: 2, unreadable: 2, newer: 1, large: 1 }, clockAhead: 2 * 86_400_000 });
  const rows = block().getAllByRole('row');
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    '더 새로운 판에서 만든 파일이 1개 있습니다.',
    '읽지 못한 파일이 3개 있습니다.',
    '이 앱의 것이 아닌 파일이 2개 있습니다.',
    '이 기기의 시계가 2일 빠릅니다.',
  ]);
});

test('the devices are told apart by when they last wrote', () => {
  show();
  setSync({
    devices: [
      { device: 'a', kind: 'computer', at: null, isOwn: true },
      { device: 'b', kind: 'computer', at: 'Sat, 28 Nov 2020 14:10:00 GMT', isOwn: false },
    ],
  });
  const [own, other] = block().getAllByRole('listitem');
  expect(own?.textContent).toContain('컴퓨터이 기기방금');
  expect(other?.textContent).toContain('2020년 11월 28일');
  expect(block().getByText(/다른 기기의 시각은 기록을 마지막으로 올린 때입니다/)).toBeDefined();
});

test('tried again by hand it tells how it went, and who pressed is not lost', async () => {
  const user = show();
  setSync({ failure: { problem: 'busy', againAt: Date.now() + 480_000 } });
  server.problem = 'full';
  await user.click(button('지금 다시'));
  await waitFor(() => expect(status()).toBe('서버의 자리가 모자라 맞추지 못했습니다.'));
  expect(document.activeElement).toBe(button('지금 다시'));
  server.problem = null;
  await user.click(button('지금 다시'));
  await waitFor(() => expect(status()).toBe('기록을 맞추었습니다.'));
  await waitFor(() => expect(document.activeElement).toBe(head()));
});

test('leaving is chosen by the keyboard; where the files cannot be emptied, nothing is left', async () => {
  const user = show();
  await user.click(button('맞추기 시작'));
  await block().findByText('맞춤: 방금');
  await user.click(button('닫기'));
  await user.click(button('맞추기 그만두기'));
  expect(document.activeElement).toBe(head());
  const ways = block().getByRole('group', { name: '그만두는 방법' });
  expect(within(ways).getAllByRole('radio')).toHaveLength(3);
  await user.tab();
  expect(document.activeElement).toBe(block().getByRole('radio', { name: /이 기기만/ }));
  await user.click(block().getByRole('radio', { name: /파일도 비우기/ }));
  server.problem = 'silent';
  await user.click(button('그만두기'));
  expect(await block().findByText(/비우지 못해 그만두지 않았습니다/)).toBeDefined();
  expect(document.activeElement).toBe(button('그만두기'));
  server.problem = null;
  await user.click(button('그만두기'));
  expect(await block().findByText('꺼짐')).toBeDefined();
  expect([...server.files.values()].map(({ length }) => length)).toEqual([0]);
  expect(document.activeElement).toBe(head());
});

test('what another page has sent is not asked for once more', async () => {
  const user = show();
  await user.click(button('맞추기 시작'));
  await block().findByText('맞춤: 방금');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.now() });
  try {
    const stored = JSON.parse(localStorage.getItem(STORED) ?? '{}');
    const before = server.lists;
    /** An answer comes; the other page's run begins so long after it. */
    const answered = (otherAfter: number) => {
      const at = Date.now() + otherAfter;
      act(() => useStudy.setState(({ state }) => ({ state: state && { ...state } })));
      vi.advanceTimersByTime(3_900);
      localStorage.setItem(STORED, JSON.stringify({ ...stored, at }));
      act(() => void dispatchEvent(new StorageEvent('storage', { key: STORED })));
      vi.advanceTimersByTime(10_000);
    };
    answered(3_800);
    expect(server.lists).toBe(before);
    // That run may have missed it.
    answered(100);
    vi.useRealTimers();
    await waitFor(() => expect(server.lists).toBe(before + 1));
  } finally {
    vi.useRealTimers();
  }
});
