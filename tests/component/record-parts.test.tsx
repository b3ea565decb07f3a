/** What the frame shows of the record: gauges and their words, the count due, today's row, the exam's date, trouble. */

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forecast } from '../../src/core/memory/due-day.ts';
import { EMPTY, fold } from '../../src/core/memory/record-state.ts';
import { cardItem, questionItem, type StudyEvent } from '../../src/core/model/event.ts';
import { STANDING_NAMES, STANDINGS, tallyWords } from '../../src/core/model/study.ts';
import type { Block, ReadQuestion } from '../../src/core/model/topic.ts';
import { questionItems } from '../../src/core/study/exercises.ts';
import { slow } from '../../src/store/log/log-state.ts';
import { DEFAULTS, setPreferences, usePreferences } from '../../src/store/preferences.ts';
import { setCourse } from '../../src/store/site.ts';
import { openStudy, useStudy } from '../../src/store/study/study.ts';
import { useTally } from '../../src/store/study/tally.ts';
import { ExamDay } from '../../src/ui/progress/exam-day.tsx';
import { SectionMargin } from '../../src/ui/progress/record-parts.tsx';
import { StorageNotice } from '../../src/ui/progress/storage-notice.tsx';
import { answer } from '../unit/memory/events.ts';
import { area, conda, entry, home, html, outline, page, section, tree } from './fixtures.ts';
import { renderAt, Site } from './render.tsx';
import { dayAfter, index, learned, showStudy, TODAY } from './study-fixture.ts';

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
const homePage: typeof home = {
  ...home,
  course: study,
  map: {
    tree,
    first: home.map?.first ?? null,
    minutes: home.map?.minutes ?? {},
    questions: Object.fromEntries(
      index.topics.flatMap(({ path, questions }) => [
        [path, questions.length],
        ...(questions[0]?.anchor ? [[`${path}#${questions[0].anchor}`, questions.length]] : []),
      ]),
    ),
  },
};

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
  await waitFor(() => expect(vi.mocked(openStudy)).toHaveBeenCalled());
  return shown;
};

test('before the record is read, and while nothing was answered, no row tells anything of it', async () => {
  const { container } = await showParts(conda.path);
  expect(container.querySelector('.remembered')).toBeNull();
  act(() => showStudy([]));
  expect(container.querySelector('.remembered')).toBeNull();
  act(() => showStudy(learned()));
  await waitFor(() =>
    expect(container.querySelectorAll('.rail .tree-count .remembered').length).toBeGreaterThan(2),
  );
});

const tallyNow = () => {
  const { tally, plan } = useTally.getState();
  if (!tally || !plan) throw new Error('no tally');
  return { tally, plan };
};

test('a row says where its questions stand, as its numbers do; nothing is styled by attribute', async () => {
  showStudy(learned());
  const { container } = await showParts(conda.path);
  const rail = within(screen.getByRole('navigation', { name: '차례' }));
  const row = await rail.findByRole('link', { name: /1\.3 conda ?, 6문제 중 기억/ });
  const own = tallyNow().tally.of(tree[0]?.children[2] as never);
  if (!own) throw new Error('no tally of conda');
  expect(row.textContent).toContain(tallyWords(own));
  expect(row.textContent).toContain(`${own.remembered} / ${own.all}`);
  expect(container.querySelector('[style]')).toBeNull();
});

test('복습 in the menus says how many questions are due; a dot where only a card is', async () => {
  showStudy(learned());
  await showParts(conda.path);
  const { due } = tallyNow().tally.all;
  expect(due).toBeGreaterThan(0);
  const links = await screen.findAllByRole('link', { name: new RegExp(`^복습 ?, 복습할 것 ${due}문제`) });
  expect(links).toHaveLength(2);
  const [first] = learned();
  const card = { ...first, kind: 'card', verdict: 'known', item: cardItem('conda', '정의', '환경') };
  act(() =>
    showStudy([card, { ...card, id: 'cards', type: 'setting', name: 'cards', value: ['conda'] }] as never),
  );
  const [dotted] = await screen.findAllByRole('link', { name: /^복습 ?, 복습할 것 카드 1장/ });
  expect(dotted?.textContent).toContain('•');
});

test('the icon of the installed app says the same number, and where that is refused nothing happens', async () => {
  const setAppBadge = vi.fn(async (_: number) => undefined);
  const clearAppBadge = vi.fn(async () => Promise.reject(new DOMException('', 'NotAllowedError')));
  Object.assign(navigator, { setAppBadge, clearAppBadge });
  await showParts(conda.path);
  expect(setAppBadge).not.toHaveBeenCalled();
  act(() => showStudy(learned()));
  await screen.findAllByRole('link', { name: /^복습 ?, 복습할 것 \d+문제/ });
  await waitFor(() => expect(setAppBadge).toHaveBeenCalled());
  expect(setAppBadge.mock.lastCall?.[0]).toBe(tallyNow().tally.all.due);
  act(() => showStudy([]));
  await waitFor(() => expect(clearAppBadge).toHaveBeenCalledOnce());
  Reflect.deleteProperty(navigator, 'setAppBadge');
});

/** The strokes of a picture, of each kind. */
const strokesIn = (element: Element | null) =>
  Object.fromEntries(
    STANDINGS.map((each) => [
      each,
      [
        ...(
          element?.querySelector('.strokes')?.querySelector(`.stroke-${each}`)?.getAttribute('d') ?? ''
        ).matchAll(/M/g),
      ].length,
    ]),
  );

test('the map draws and says the same numbers as the badge', async () => {
  showStudy(learned());
  const { container } = renderAt('/', <Site pages={[homePage]} />);
  await waitFor(() => expect(container.querySelector('.tally.is-known')).not.toBeNull());
  const head = screen.getByRole('region', { name: '18문제 중' });
  const { tally, plan } = tallyNow();
  const { all } = tally;
  expect(plan.due.question).toBe(all.due);
  const said = [...head.querySelectorAll('dl > div')].map((each) => each.textContent);
  expect(said).toEqual(STANDINGS.map((each) => `${STANDING_NAMES[each]}${all[each]}`));
  const runs = within(head).getAllByRole('link');
  const drawn = runs.map((run) => strokesIn(run));
  for (const each of STANDINGS) expect(drawn.reduce((sum, run) => sum + (run[each] ?? 0), 0)).toBe(all[each]);
  expect(runs[0]?.getAttribute('href')).toBe('#area-1');
  const row = screen.getByRole('link', { name: /^1\.3 ?conda ?6문제 중 기억/ });
  const { all: count, ...own } = tally.page(conda.path) ?? { all: 0 };
  expect(strokesIn(row)).toEqual(own);
  expect(row.textContent).toContain(`/ ${count}`);
  expect(screen.getAllByText('복습', { selector: '.places a, .tabs a' })[0]?.textContent).toContain(
    `${all.due}`,
  );
  expect(container.querySelector('[style]')).toBeNull();
});

test('what a stroke is stands there once, and afterwards behind a button', async () => {
  const user = userEvent.setup();
  showStudy(learned());
  const first = renderAt('/', <Site pages={[homePage]} />);
  expect((await screen.findByText(/한 칸이 한 문제입니다/)).hidden).toBe(false);
  expect(screen.queryByRole('button', { name: '막대 읽는 법' })).toBeNull();
  first.unmount();
  renderAt('/', <Site pages={[homePage]} />);
  await user.click(await screen.findByRole('button', { name: '막대 읽는 법' }));
  expect(screen.getByText(/한 칸이 한 문제입니다/).hidden).toBe(false);
});

const rows = async () => {
  const start = await screen.findByRole('region', { name: '이어서 할 것' });
  return [...start.querySelectorAll('.start-row')].map((row) => ({
    words: row.querySelector('h2')?.textContent,
    what: row.querySelector('p')?.textContent ?? '',
    way: row.querySelector('a')?.textContent,
    href: row.querySelector('a')?.getAttribute('href'),
    isMain: row.querySelector('a')?.classList.contains('button-main'),
  }));
};
const read = { path: conda.path, anchor: null, title: 'conda', number: '1.3', at: 0 };
const ofToday = (nth: number, more = {}) => {
  const [first] = learned();
  const item = questionItem(`${conda.path}-${nth}`);
  return { ...first, id: `t${nth}`, item, day: TODAY, verdict: 'correct', score: 1, ...more } as StudyEvent;
};

describe('the first screen leads on', () => {
  test('with reviews due: these first, then where one was', async () => {
    showStudy(learned());
    setPreferences({ lastRead: read });
    renderAt('/', <Site pages={[homePage]} />);
    const [review, reading] = await rows();
    const { all } = tallyNow().tally;
    expect(review).toMatchObject({ words: '오늘 복습', way: '복습 시작', href: '/review/?go', isMain: true });
    expect(review?.what).toMatch(new RegExp(`^${all.due}문제약 \\d+분$`));
    expect(reading).toMatchObject({ words: '읽던 곳', href: conda.path, isMain: false });
    expect(screen.queryByRole('region', { name: '처음이신가요?' })).toBeNull();
  });

  test('with more than twenty due: twenty of them', async () => {
    const many = {
      ...index,
      topics: index.topics.map((topic) => ({ ...topic, questions: topic.questions.slice() })),
    };
    const [topic] = many.topics;
    const [question] = topic?.questions ?? [];
    if (!topic || !question) throw new Error('no topic');
    topic.questions = Array.from({ length: 30 }, (_, at) => ({ ...question, id: `m${at}` }));
    const old = topic.questions.map(({ id }) =>
      ofToday(0, { id, item: questionItem(id), day: '2026-09-01' }),
    );
    showStudy(old, { index: many });
    renderAt('/', <Site pages={[homePage]} />);
    expect((await rows())[0]).toMatchObject({ what: '30문제20개씩 나누어 풉니다', way: '20개 복습' });
  });

  test('with nothing due: reading first, and when the next review is', async () => {
    showStudy([ofToday(0)]);
    renderAt('/', <Site pages={[homePage]} />);
    const [reading, review] = await rows();
    expect(reading).toMatchObject({ words: '읽기', what: '1.1 정의', way: '처음부터 읽기', isMain: true });
    expect(review).toMatchObject({ words: '오늘 복습', way: '새 문제 10개', isMain: false });
    expect(review?.what).toMatch(/^오늘은 없습니다.+ 1문제$/);
  });

  test('with nothing due but mistakes: these are named', async () => {
    showStudy([ofToday(0, { verdict: 'incorrect', score: 0 })]);
    setPreferences({ lastRead: read });
    renderAt('/', <Site pages={[homePage]} />);
    const [reading, review] = await rows();
    expect(reading).toMatchObject({ words: '읽던 곳', isMain: true });
    expect(review).toMatchObject({ way: '오답 1문제', href: '/practice/?set=wrong' });
  });

  test('before an exam: the days, what is due, and the new ones apart', async () => {
    showStudy([ofToday(0, { day: '2026-09-01' })]);
    const { state } = useStudy.getState();
    if (!state) throw new Error('no state');
    act(() =>
      useStudy.setState({ state: { ...state, settings: { ...state.settings, examDay: dayAfter(4) } } }),
    );
    renderAt('/', <Site pages={[homePage]} />);
    await waitFor(async () => expect((await rows())[0]?.words).toBe('시험까지'));
    const { fresh, due } = tallyNow().plan;
    const [exam] = await rows();
    expect([due.question, fresh.question > 0]).toEqual([1, true]);
    expect(exam).toMatchObject({
      what: `4일복습 1문제 · 새 ${fresh.question}문제`,
      way: `${1 + fresh.question}문제 풀기`,
      isMain: true,
    });
    expect(screen.getAllByText('복습', { selector: '.places a, .tabs a' })[0]?.textContent).toContain('1');
  });
});

test('at the side of the map: the days of this week, the next seven, and 오답 by topic', async () => {
  showStudy([ofToday(0), ofToday(1, { verdict: 'incorrect', score: 0 })]);
  renderAt('/', <Site pages={[homePage]} />);
  const week = within(await screen.findByRole('region', { name: '이번 주 푼 문제' }));
  expect(week.getAllByRole('listitem').map((day) => day.textContent)).toEqual([
    '–월',
    '2화, 오늘',
    '–수',
    '–목',
    '–금',
    '–토',
    '–일',
  ]);
  const coming = within(screen.getByRole('region', { name: '다음 7일 복습' }));
  expect(coming.getAllByRole('listitem')[0]?.textContent).toBe('1내일');
  const mistakes = within(screen.getByRole('region', { name: '오답 1문제' }));
  expect(mistakes.getByRole('link', { name: /^1\.3 conda ?, 오답 1문제$/ })).toBeDefined();
  expect(mistakes.getByRole('link', { name: '오답만 다시 풀기' })).toBeDefined();
});

test.each([
  [3, '시험 전날까지', ['오늘', '내일', '모레']],
  [20, '앞으로 7일', ['오늘', '내일', '모레', '금', '토', '일', '월']],
])(
  '%i days before an exam the side of the map has first what each day asks: %s',
  async (left, title, names) => {
    const exam = { ...ofToday(0), id: 'exam', type: 'setting', name: 'exam-day', value: dayAfter(left) };
    const events = [ofToday(0), ofToday(1, { verdict: 'incorrect', score: 0 }), exam as never];
    showStudy(events);
    renderAt('/', <Site pages={[homePage]} />);
    const region = await screen.findByRole('region', { name: title });
    const days = within(region).getAllByRole('listitem');
    expect(days.map((day) => day.textContent?.replace(/^[\d–]+/, ''))).toEqual(names);
    const plan = forecast(fold(events), index.topics.flatMap(questionItems), TODAY, names.length);
    const totals = plan.map(({ due, fresh }) => due + fresh);
    expect(days.map((day) => Number.parseInt(day.textContent ?? '', 10) || 0)).toEqual(totals);
    expect(region.textContent).toContain(`시험. 하루 ${Math.min(...totals)}–${Math.max(...totals)}문제, 약 `);
    expect(screen.queryByRole('region', { name: '다음 7일 복습' })).toBeNull();
    expect(screen.getByRole('link', { name: '나의 오답 노트' }).getAttribute('href')).toBe('/mistakes/');
  },
);

test('the exam is set, changed and removed by keyboard, and says what the days will hold', async () => {
  const user = userEvent.setup();
  // A card that is switched on is counted neither here nor in 그림 1.
  const cards = { ...learned()[0], id: 'cards', type: 'setting', name: 'cards', value: ['conda'] };
  showStudy([...learned(), cards as never]);
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
  expect(words[0]?.textContent).toMatch(/^하루 \d+(–\d+)?문제, 약 \d+분씩입니다\.$/);
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
  const { settings, ...known } = useStudy.getState().state ?? EMPTY;
  const exam = { ...known, settings: { ...settings, examDay: dayAfter(10) } };
  const days = forecast(exam, index.topics.flatMap(questionItems), TODAY, 10);
  expect(numbers).toEqual(
    days.map((each) => each.due + each.fresh).filter((total, at) => at === 0 || total > 0),
  );
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

test.each([
  [5, /^오늘 15문제, 내일부터 하루 \d(–\d)?문제, 약 \d+분씩입니다\.$/],
  // Alone before the exam, it is the day itself.
  [1, /^하루 15문제, 약 \d+분씩입니다\.$/],
])('what is overdue is due today: %i days before the exam today is told apart', async (left, words) => {
  const user = userEvent.setup();
  // All but three were to be reviewed weeks ago.
  const items = index.topics.flatMap(questionItems);
  showStudy(
    items.map((item, at) =>
      ofToday(at, { item, id: `long-ago-${at}`, day: at < 15 ? dayAfter(-60) : TODAY }),
    ),
  );
  renderAt('/', <ExamDay />);
  await user.click(screen.getByRole('button', { name: '시험일 정하기' }));
  await user.type(screen.getByLabelText('날짜'), dayAfter(left));
  expect(screen.getByText(/씩입니다/).textContent).toMatch(words);
});

test('without the list of questions an exam is set, and nothing is said of the days before it', async () => {
  const user = userEvent.setup();
  showStudy(learned(), { index: null });
  renderAt('/', <ExamDay />);
  await user.click(screen.getByRole('button', { name: '시험일 정하기' }));
  await user.type(screen.getByLabelText('날짜'), dayAfter(10));
  expect(screen.getByRole('status').textContent).toMatch(/^시험 전 열흘 동안/);
  await user.click(screen.getByRole('button', { name: '이대로 정하기' }));
  expect(choose).toHaveBeenLastCalledWith({ name: 'exam-day', value: dayAfter(10) });
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
      state: fold(ids.map((id) => answer(id, 0, { item: questionItem(id), verdict: 'incorrect' }))),
    });
  const show = (blocks: readonly Block[] = about.sections[0]?.blocks ?? []) =>
    renderAt('/docker/', <SectionMargin page={about} blocks={blocks} anchor="정의" />);

  test('has what was missed of it, wherever on the page it was asked, and its terms', () => {
    missed('own', 'elsewhere', 'other');
    show();
    const links = within(screen.getByRole('list', { name: '이 절에서 틀린 문제' })).getAllByRole('link');
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
