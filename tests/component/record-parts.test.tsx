/** What the frame shows of the record: gauges and their words, the count due, today's row, the exam's date, trouble. */

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ItemState } from '../../src/core/memory/item.ts';
import { EMPTY, fold } from '../../src/core/memory/record-state.ts';
import { questionItem, type StudyEvent } from '../../src/core/model/event.ts';
import type { Block, ReadQuestion } from '../../src/core/model/topic.ts';
import { slow } from '../../src/store/log/log-state.ts';
import { setPreferences, usePreferences } from '../../src/store/preferences.ts';
import { DEFAULTS } from '../../src/store/preferences-format.ts';
import { setCourse } from '../../src/store/site.ts';
import { useGauges } from '../../src/store/study/gauges.ts';
import { openStudy, useStudy } from '../../src/store/study/study.ts';
import { StorageNotice } from '../../src/ui/progress/record/storage-notice.tsx';
import { SectionMargin } from '../../src/ui/progress/section-margin.tsx';
import { ExamDay } from '../../src/ui/progress/settings/exam-day.tsx';
import { area, conda, entry, home, html, outline, page, section, tree } from './fixtures.ts';
import { renderAt, Site } from './render.tsx';
import { dayAfter, learned, showStudy, TODAY } from './study-fixture.ts';

const choose = vi.fn(async () => ({ added: 1, state: { status: 'ok', message: '', cause: null } }));
const retry = vi.fn(async () => undefined);

vi.mock('../../src/store/pages.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/pages.ts')>()),
  loadTree: vi.fn(async () => tree),
  prefetchPage: vi.fn(),
}));
vi.mock('../../src/store/study/study.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/study/study.ts')>()),
  openStudy: vi.fn(),
}));

const study = { ...home.course, hasStudy: true as const };
const pages = [home, area, conda].map((each) => ({ ...each, course: study }));
const homePage = pages[0] as typeof home;

beforeEach(() => {
  vi.mocked(openStudy).mockResolvedValue({ choose, retry } as unknown as Awaited<
    ReturnType<typeof openStudy>
  >);
  choose.mockClear();
  retry.mockClear();
  localStorage.clear();
  setCourse(study);
  usePreferences.setState(DEFAULTS);
  useStudy.setState({ state: null, index: null, log: null });
});

/** The parts as they are once the page has been idle. */
const showParts = async (path: string) => {
  const shown = renderAt(path, <Site pages={pages} />);
  await waitFor(() => expect(vi.mocked(openStudy)).toHaveBeenCalled(), { timeout: 4_000 });
  return shown;
};

test('before the record is read, and while nothing was answered, there are no gauges', async () => {
  const { container } = await showParts(conda.path);
  expect(container.querySelector('.gauge')).toBeNull();
  act(() => showStudy([]));
  expect(container.querySelector('.gauge')).toBeNull();
  act(() => showStudy(learned()));
  await waitFor(() =>
    expect(container.querySelectorAll('.rail .tree-gauge .gauge').length).toBeGreaterThan(2),
  );
});

test('a row says its predicted recall and what is due; nothing is styled by attribute', async () => {
  showStudy(learned());
  const { container } = await showParts(conda.path);
  const rail = within(screen.getByRole('navigation', { name: '차례' }));
  const row = await rail.findByRole('link', { name: /1\.3 conda ?, 예상 정답률 \d+%/ });
  const summary = useGauges.getState().gauges?.of(tree[0]?.children[2] as never);
  expect(row.textContent).toContain(`${Math.round((summary?.recall ?? 0) * 100)}%`);
  if (summary?.due) expect(row.textContent).toContain(`복습할 문제 ${summary.due}개`);
  expect(container.querySelector('[style]')).toBeNull();
});

test('복습 in the menus says how many are due', async () => {
  showStudy(learned());
  await showParts(conda.path);
  const due = useGauges.getState().gauges?.all.due ?? 0;
  expect(due).toBeGreaterThan(0);
  const links = await screen.findAllByRole('link', { name: new RegExp(`^복습 ?, 복습할 문제 ${due}개`) });
  expect(links).toHaveLength(2);
});

test('the icon of the installed app says the same number, and where that is refused nothing happens', async () => {
  const setAppBadge = vi.fn(async (_: number) => undefined);
  const clearAppBadge = vi.fn(async () => Promise.reject(new DOMException('', 'NotAllowedError')));
  Object.assign(navigator, { setAppBadge, clearAppBadge });
  await showParts(conda.path);
  expect(setAppBadge).not.toHaveBeenCalled();
  act(() => showStudy(learned()));
  const [link] = await screen.findAllByRole('link', { name: /^복습 ?, 복습할 문제 \d+개/ });
  await waitFor(() => expect(setAppBadge).toHaveBeenCalled());
  expect(link?.textContent).toContain(`복습할 문제 ${setAppBadge.mock.lastCall?.[0]}개`);
  act(() => showStudy([]));
  await waitFor(() => expect(clearAppBadge).toHaveBeenCalledOnce());
  Reflect.deleteProperty(navigator, 'setAppBadge');
});

test('the course map has one row for today, and keeps the place one read', async () => {
  showStudy(learned());
  setPreferences({
    lastRead: { path: conda.path, anchor: null, title: 'conda', number: '1.3', at: 0 },
  });
  renderAt('/', <Site pages={[homePage]} />);
  expect(await screen.findByRole('heading', { name: /오늘 복습/ })).toBeDefined();
  expect(screen.getByRole('link', { name: '복습 시작' }).getAttribute('href')).toBe('/review/?go');
  expect(screen.getByRole('link', { name: '이어서 읽기' }).getAttribute('href')).toBe(conda.path);
  expect(screen.queryByText('처음이신가요?')).toBeNull();
});

test('with nothing due but new ones before an exam, a day is told by those', async () => {
  showStudy([]);
  const begun = fold([{ ...learned()[0], day: TODAY } as StudyEvent]);
  useStudy.setState({ state: { ...begun, settings: { ...begun.settings, examDay: dayAfter(4) } } });
  renderAt('/', <Site pages={[homePage]} />);
  const heading = await screen.findByRole('heading', { name: /오늘 복습/ });
  expect(heading.nextElementSibling?.textContent).toMatch(/^새 문제 [1-9]\d*개 · 약 \d+분$/);
});

test('the exam is set, changed and removed by keyboard, and says what the days will hold', async () => {
  const user = userEvent.setup();
  showStudy(learned());
  renderAt('/', <ExamDay />);
  await user.click(screen.getByRole('button', { name: '시험일 정하기' }));
  const day = screen.getByLabelText('날짜');
  expect(screen.getByRole('button', { name: '이대로 정하기' }).hasAttribute('disabled')).toBe(true);
  await user.type(day, dayAfter(10));
  const words = [
    ...(screen
      .getByText(/남았습니다/)
      .closest('[role=status]')
      ?.querySelectorAll('p') ?? []),
  ];
  expect(words[0]?.textContent).toMatch(/^하루 \d+(–\d+)?개, 약 \d+분씩입니다\.$/);
  expect(words[1]?.textContent).toMatch(
    /^10일 남았습니다\. 복습 \d+개와 새 문제 \d+개를 시험 전날까지 나눕니다\. 새로 풀거나 틀린 문제는 그 사이에 더 나옵니다\.$/,
  );
  // The days as they would be: each with its number, up to the flag.
  const plot = screen.getByRole('img', {
    name: /^시험 전날까지 하루에 풀 문제의 수\. 오늘 \d+개, 내일 \d+개, /,
  });
  expect(plot.querySelectorAll('.tick')).toHaveLength(10);
  expect(within(plot).getByText('시험')).toBeDefined();
  const numbers = [...plot.querySelectorAll('.bar-number')].map((each) => Number(each.textContent));
  const [due = 0, fresh = 0] = words[1]?.textContent?.match(/\d+(?=개)/g)?.map(Number) ?? [];
  expect(numbers.reduce((sum, each) => sum + each, 0)).toBe(due + fresh);
  await user.click(screen.getByRole('button', { name: '이대로 정하기' }));
  expect(choose).toHaveBeenCalledWith({ name: 'exam-day', value: dayAfter(10) });

  const state = useStudy.getState().state ?? EMPTY;
  act(() =>
    useStudy.setState({ state: { ...state, settings: { ...state.settings, examDay: dayAfter(10) } } }),
  );
  await user.click(screen.getByRole('button', { name: /D-10/ }));
  await user.click(screen.getByRole('button', { name: '시험일 없음' }));
  expect(choose).toHaveBeenLastCalledWith({ name: 'exam-day', value: null });
});

test('an exam today or long ahead is not taken', async () => {
  const user = userEvent.setup();
  showStudy([]);
  renderAt('/', <ExamDay />);
  await user.click(screen.getByRole('button', { name: '시험일 정하기' }));
  await user.type(screen.getByLabelText('날짜'), dayAfter(0));
  expect(screen.getByText('내일부터 2년 안의 날짜를 고르세요.')).toBeDefined();
  expect(screen.getByRole('button', { name: '이대로 정하기' }).hasAttribute('disabled')).toBe(true);
});

test('storage trouble is told where answers are given, tried again on demand, and closes', async () => {
  const user = userEvent.setup();
  showStudy([], { log: slow() });
  const practice = page({ kind: 'practice', path: '/practice/', titleText: '문제', course: study });
  renderAt('/practice/', <StorageNotice page={practice} />);
  expect(screen.getByRole('status').textContent).toContain('저장소가 아직 열리지 않습니다');
  await user.click(screen.getByRole('button', { name: '다시 시도' }));
  expect(retry).toHaveBeenCalledOnce();
  await user.click(screen.getByRole('button', { name: '알림 닫기' }));
  expect(screen.getByRole('status').textContent).toBe('');
});

test('who only reads is not told of storage', () => {
  showStudy([], { log: slow() });
  renderAt(conda.path, <StorageNotice page={conda} />);
  expect(screen.getByRole('status').textContent).toBe('');
});

describe('the margin of a section', () => {
  const question = (id: string, sources: ReadQuestion['sources'] = []): ReadQuestion => ({
    id,
    type: 'true-false',
    title: html(`${id}?`),
    stem: [],
    answer: { type: 'true-false', isTrue: true },
    hints: [],
    explanation: null,
    sources,
    line: 1,
  });
  const source = { href: `#${encodeURIComponent('정의')}`, label: '정의', quote: null, line: 1 };
  const quizOf = (questions: ReadQuestion[]): Block => ({
    kind: 'quiz',
    title: html('확인 문제'),
    intro: [],
    questions,
    line: 1,
  });
  const terms = ['격리', '재현', '공유', '배포', '확장'].map((term) => entry(term, '설명'));
  const about = page({
    path: '/docker/',
    titleText: 'Docker',
    sections: [
      section(2, '정의', [outline('ordered', terms), quizOf([question('own'), question('known')])]),
      section(2, '실행', [quizOf([question('elsewhere', [source]), question('other')])]),
    ],
  });
  const missed = (...ids: string[]) =>
    useStudy.setState({
      state: {
        ...EMPTY,
        items: new Map(ids.map((id) => [questionItem(id), { isWrong: true } as ItemState])),
      },
    });
  const show = (blocks: readonly Block[] = about.sections[0]?.blocks ?? []) =>
    renderAt('/docker/', <SectionMargin page={about} blocks={blocks} anchor="정의" />);

  test('has what was missed of it, wherever on the page it was asked, and its terms', () => {
    missed('own', 'elsewhere', 'other');
    show();
    const links = within(screen.getByRole('list', { name: '이 절의 오답' })).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual(['own?', 'elsewhere?']);
    expect(links[0]?.getAttribute('href')).toBe(`#${encodeURIComponent('q:own')}`);
    const list = screen.getByRole('list', { name: '이 절의 용어' });
    expect(
      within(list)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['격리', '재현', '공유', '배포', '확장']);
  });

  test('is empty without misses and with the few terms one sees anyway', () => {
    missed();
    show([outline('ordered', terms.slice(0, 3))]);
    expect(screen.queryByRole('list')).toBeNull();
  });
});
