/** 학습 기록: figures with their tables, invitations where there is nothing, and the record going out, in, and away. */

import 'fake-indexeddb/auto';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forecast } from '../../src/core/memory/due-day.ts';
import { questionItem, type StudyEvent } from '../../src/core/model/event.ts';
import { questionItems } from '../../src/core/study/exercises.ts';
import { databaseName } from '../../src/store/log/database.ts';
import { setCourse } from '../../src/store/site.ts';
import { useStudy } from '../../src/store/study/study.ts';
import { ConfidenceFigure } from '../../src/ui/progress/figures/calibration-figure.tsx';
import { ForecastFigure } from '../../src/ui/progress/figures/forecast-figure.tsx';
import { ProgressPage } from '../../src/ui/progress/progress-page.tsx';
import { recordFile } from '../support/learned.ts';
import { page } from './fixtures.ts';
import { renderAt } from './render.tsx';
import { dayAfter, index, learned, showStudy, TODAY } from './study-fixture.ts';

const COURSE = 'mlops-infra';
const progress = page({
  kind: 'progress',
  path: '/progress/',
  titleText: '학습 기록',
  course: { id: COURSE, title: 'MLOps 인프라', areas: [], hasStudy: true },
});

vi.mock('../../src/store/study/study-day.ts', () => ({
  dayAt: () => TODAY,
  followDay: () => () => undefined,
}));
vi.mock('../../src/store/study/study-index.ts', () => ({
  loadStudyIndex: async () => index,
  forgetStudyIndex: () => undefined,
}));
vi.mock('../../src/store/pages.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/pages.ts')>()),
  prefetchPage: vi.fn(),
  loadPage: vi.fn(async () => null),
}));

/** The page over the record, which is one for all tests here, as it is one for a visit. */
async function showProgress() {
  const shown = renderAt('/progress/', <ProgressPage page={progress} />);
  await screen.findByRole('heading', { name: '기록' });
  return shown;
}

const fileOf = (text: string, name = 'record.json') => new File([text], name, { type: 'application/json' });
const chooseFile = (user: ReturnType<typeof userEvent.setup>, file: File) =>
  user.upload(screen.getByLabelText('기록 가져오기'), file);

beforeEach(() => {
  setCourse(progress.course);
  localStorage.clear();
  showStudy([]);
});

test('a reminder is saved as a calendar file for the time chosen', async () => {
  let saved = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved = blob as Blob;
    return 'blob:reminder';
  });
  await showProgress();
  fireEvent.change(screen.getByLabelText('복습 알림'), { target: { value: '07:30' } });
  fireEvent.click(screen.getByRole('button', { name: '캘린더 파일 저장' }));
  expect(saved.type).toBe('text/calendar');
  const calendar = await saved.text();
  expect(calendar).toMatch(/DTSTART:\d{8}T073000\r\n/);
  expect(calendar).toContain('SUMMARY:MLOps 인프라 복습');
  expect(calendar).toContain('/review/?go');
});

describe('the record without a server', () => {
  test('is handed to a messenger as a file that the page reads back', async () => {
    const shared: File[] = [];
    Object.assign(navigator, {
      canShare: ({ files }: ShareData) => files?.every(({ type }) => type === 'text/plain'),
      share: async ({ files }: ShareData) => void shared.push(...(files ?? [])),
    });
    await showProgress();
    fireEvent.click(screen.getByRole('button', { name: '기록 보내기' }));
    await screen.findByText(/파일로 내보냈습니다/);
    expect(shared[0]?.name).toMatch(/^study-record-mlops-infra-.*\.txt$/);
    expect(JSON.parse((await shared[0]?.text()) ?? '')).toMatchObject({ course: COURSE, version: 1 });
    for (const name of ['canShare', 'share']) Reflect.deleteProperty(navigator, name);
  });

  test('that came by the share sheet is looked at, and merged when asked', async () => {
    const file = new Blob([
      recordFile(
        COURSE,
        learned()
          .slice(0, 3)
          .map((event) => ({ ...event, id: `handed-${event.id}` })),
      ),
    ]);
    const deleted: string[] = [];
    vi.stubGlobal('caches', {
      match: async () => new Response(file),
      delete: async (name: string) => deleted.push(name),
    });
    await showProgress();
    await screen.findByRole('button', { name: '합치기' });
    expect(deleted).toEqual(['lecture-study:handed:/']);
    vi.unstubAllGlobals();
  });
});

describe('figures', () => {
  test('while nothing was answered the page invites, and says where a record comes from', async () => {
    await showProgress();
    expect(screen.getByRole('heading', { name: '아직 푼 문제가 없습니다' })).toBeDefined();
    expect(screen.getByRole('link', { name: '10문제로 실력 확인' })).toBeDefined();
    expect(screen.queryByRole('figure')).toBeNull();
    expect(screen.getByText(/아직 답이 없습니다/)).toBeDefined();
  });

  test('the surely wrong are counted among 오답, not among what is due', async () => {
    const [first] = learned();
    const missed = [0, 0, 2].map((ago, at) => ({
      ...first,
      id: `missed-${at}`,
      item: questionItem(`/environment-tools/conda/-${at}`),
      day: dayAfter(-ago),
      at: Date.parse(TODAY) - ago * 86_400_000 + at,
      verdict: 'incorrect',
      confidence: at === 0 ? 'unsure' : 'sure',
    }));
    await showProgress();
    act(() => showStudy(missed as StudyEvent[]));
    expect(screen.getByRole('link', { name: '그중 확실했는데 틀림 1개' })).toBeDefined();
  });

  test('a large record has its figures at once', async () => {
    const [first] = learned();
    const days = Array.from({ length: 1_200 }, (_, at) => ({
      ...first,
      id: `many-${at}`,
      item: questionItem(`/environment-tools/conda/-${at % 6}`),
      at: Date.parse(TODAY) - (1_200 - at) * 3_600_000,
    }));
    await showProgress();
    act(() => showStudy(days as StudyEvent[]));
    expect(screen.getByRole('img', { name: /문제를 푼 날의 달력/ })).toBeDefined();
    expect(screen.getByText(/문제 6개에 답 1200번/)).toBeDefined();
  });

  test('answers of a clock that was ahead are told with their day, and are in no figure', async () => {
    await showProgress();
    const [first] = learned();
    const ahead = [dayAfter(1), dayAfter(9), '2035-01-01'].map((day, at) => ({
      ...first,
      id: `ahead-${at}`,
      day,
    }));
    act(() => showStudy([...learned(), ...ahead] as StudyEvent[]));
    expect(
      screen.getByText(
        '기기의 시계가 2035년 1월 1일까지 앞서 있을 때 푼 답 2개는 복습 날짜를 정할 때 쓰지 않습니다.',
      ),
    ).toBeDefined();
    act(() => showStudy([...learned(), ...ahead.slice(0, 1)] as StudyEvent[]));
    expect(screen.queryByText(/시계가/)).toBeNull();
  });

  test('every picture has a name and the same numbers as a table', async () => {
    const { container } = await showProgress();
    act(() => showStudy(learned()));
    const { state } = useStudy.getState();
    if (!state) throw new Error('no state');
    const figures = screen.getAllByRole('figure');
    expect(figures).toHaveLength(4);
    for (const figure of figures) {
      expect(within(figure).getByRole('img').getAttribute('aria-label')).not.toBe('');
      expect(within(figure).getByText('표로 보기')).toBeDefined();
    }
    const days = forecast(state, index.topics.flatMap(questionItems), TODAY, 30);
    const rows = within(figures[0] as HTMLElement).getAllByRole('row', { hidden: true });
    expect(rows).toHaveLength(31);
    expect(rows[1]?.textContent).toBe(`11월 24일 화${days[0]?.due}`);
    const bars = container.querySelectorAll('.plot .bar-due');
    expect(bars.length).toBeGreaterThanOrEqual(days.filter(({ due }) => due > 0).length);
    expect(container.querySelector('[style]')).toBeNull();
  });

  test('an exam ahead shows what is new each day until its eve', async () => {
    await showProgress();
    act(() => showStudy(learned()));
    const { state } = useStudy.getState();
    if (!state) throw new Error('no state');
    act(() =>
      useStudy.setState({ state: { ...state, settings: { ...state.settings, examDay: dayAfter(5) } } }),
    );
    const [figure] = screen.getAllByRole('figure');
    expect(within(figure as HTMLElement).getByText('시험')).toBeDefined();
    const rows = within(figure as HTMLElement).getAllByRole('row', { hidden: true });
    const cells = rows
      .slice(1)
      .map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent)));
    expect(cells).toHaveLength(5);
    expect(cells.reduce((sum, [, fresh = 0]) => sum + fresh, 0)).toBeGreaterThan(0);
    expect(cells.at(-1)?.[1]).toBe(0);
  });

  test.each([
    [[9, 0], [0, 4], /5개씩 모이면/],
    [[5, 5], [3, 3], /똑같이 맞았습니다/],
    [[9, 1], [3, 3], /확신한 답이 더 자주 맞았습니다/],
    [[3, 3], [9, 1], /헷갈린 답이 오히려/],
    [[9, 1], [0, 0], /「헷갈려요」로 내면/],
  ] as const)(
    'sure %j and unsure %j, right and wrong, are judged as far as they go',
    (sure, unsure, words) => {
      const table = ([right, wrong]: readonly [number, number]) => ({ right, wrong });
      render(<ConfidenceFigure table={{ sure: table(sure), unsure: table(unsure) }} />);
      expect(screen.getByText(words)).toBeDefined();
    },
  );

  test('without the list of questions only the calendar stands, and says why', async () => {
    await showProgress();
    act(() => showStudy(learned(), { index: null, isIndexMissing: true }));
    expect(screen.getAllByRole('figure')).toHaveLength(1);
    expect(screen.getByText(/문제 목록을 불러오지 못해/)).toBeDefined();
  });
});

describe('the record', () => {
  const events = learned();

  test('a file is previewed, merged, and changes nothing the second time', async () => {
    const user = userEvent.setup();
    await showProgress();
    await chooseFile(user, fileOf(recordFile(COURSE, events)));
    expect(await screen.findByText(new RegExp(`새 기록 ${events.length}건을 더합니다`))).toBeDefined();
    expect(useStudy.getState().state?.items.size).toBe(0);
    await user.click(screen.getByRole('button', { name: '합치기' }));
    expect(await screen.findByText(`새 기록 ${events.length}건을 합쳤습니다.`)).toBeDefined();
    await waitFor(() => expect(useStudy.getState().state?.items.size).toBeGreaterThan(0));
    const before = useStudy.getState().state;
    await chooseFile(user, fileOf(recordFile(COURSE, events)));
    expect(await screen.findByText('모두 이미 있는 기록이라 바뀐 것이 없습니다.')).toBeDefined();
    expect(useStudy.getState().state).toBe(before);
  });

  test('cancelling adds nothing', async () => {
    const user = userEvent.setup();
    await showProgress();
    const more = events.map((event) => ({ ...event, id: `other-${event.id}` as typeof event.id }));
    await chooseFile(user, fileOf(recordFile(COURSE, more)));
    const before = useStudy.getState().state;
    await user.click(await screen.findByRole('button', { name: '취소' }));
    expect(screen.queryByRole('button', { name: '합치기' })).toBeNull();
    expect(useStudy.getState().state).toBe(before);
  });

  test.each([
    ['cut off', recordFile(COURSE, events).slice(0, -40), /깨졌거나 끝까지 저장되지/],
    ['another program’s', '{"answers":[1,2,3]}', /학습 기록 파일이 아닙니다/],
    ['another course’s', recordFile('linux', []), /다른 강의의 학습 기록입니다/],
    ['nested deeply', `${'['.repeat(100_000)}`, /학습 기록 파일이 아닙니다/],
  ])('a file that is %s is told, and the page goes on', async (_, text, message) => {
    const user = userEvent.setup();
    await showProgress();
    await chooseFile(user, fileOf(text));
    expect(await screen.findByText(message)).toBeDefined();
    expect(screen.queryByRole('button', { name: '합치기' })).toBeNull();
  });

  test.each([
    ['nothing', [], /^파일에 기록이 없습니다\.$/],
    ['what cannot be read', [{ id: 'x' }], /^가져올 수 있는 기록이 없습니다\. 읽을 수 없는 기록 1건은/],
    ['that and what is known', [{ id: 'x' }, events[0]], /읽을 수 없는 기록 1건은.* 나머지는 이미 있는 기록/],
  ])('a file that holds only %s says so, and not what is not so', async (_, entries, message) => {
    const user = userEvent.setup();
    await showProgress();
    await chooseFile(user, fileOf(recordFile(COURSE, events.slice(0, 1))));
    const merge = await screen.findByText(/건을 더합니다|모두 이미 있는/);
    if (/더합니다/.test(merge.textContent ?? ''))
      await user.click(screen.getByRole('button', { name: '합치기' }));
    await screen.findByText(/합쳤습니다|모두 이미 있는/);
    await chooseFile(user, fileOf(recordFile(COURSE, entries)));
    expect(await screen.findByText(message)).toBeDefined();
    expect(screen.queryByText(/모두 이미 있는/)).toBeNull();
    expect(screen.queryByRole('button', { name: '합치기' })).toBeNull();
  });

  test('a record that JSON cannot hold is exported as text, and told', async () => {
    const user = userEvent.setup();
    await showProgress();
    const database = await openDB(databaseName(COURSE));
    const number = await database.add('events', { id: 'big', count: 12n });
    let saved = new Blob();
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved = blob as Blob;
      return 'blob:record';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await user.click(screen.getByRole('button', { name: '기록 내보내기' }));
    expect(await screen.findByText(/내보냈습니다\. 읽을 수 없는 기록 1건도 파일에/)).toBeDefined();
    expect(JSON.parse(await saved.text()).unreadable).toEqual([expect.stringContaining('12n')]);
    vi.mocked(URL.createObjectURL).mockImplementation(() => {
      throw new Error('memory');
    });
    await user.click(screen.getByRole('button', { name: '기록 내보내기' }));
    expect(await screen.findByText(/내보내지 못했습니다/)).toBeDefined();
    await database.delete('events', number);
    database.close();
    vi.restoreAllMocks();
  });
});

describe('what one can do with the record', () => {
  /** With everything in the log that the tests above have put there or not. */
  const openWith = async (user: ReturnType<typeof userEvent.setup>) => {
    await showProgress();
    const file = fileOf(recordFile(COURSE, learned()));
    await chooseFile(user, file);
    const merge = await screen.findByText(/건을 더합니다|이미 있는 기록/);
    if (/더합니다/.test(merge.textContent ?? ''))
      await user.click(screen.getByRole('button', { name: '합치기' }));
    act(() => showStudy(learned()));
  };
  const answersTold = () => screen.getByText(/^문제 \d+개에 답 \d+번|^아직 답이 없습니다/).textContent;

  test('exporting saves a file that the app itself takes back whole', async () => {
    const user = userEvent.setup();
    await openWith(user);
    let saved: Blob | null = null;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved = blob as Blob;
      return 'blob:record';
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await user.click(screen.getByRole('button', { name: '기록 내보내기' }));
    expect(await screen.findByText(/기록 \d+건을 파일로 내보냈습니다/)).toBeDefined();
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe(
      `study-record-${COURSE}-${TODAY}.json`,
    );
    const text = await (saved as unknown as Blob).text();
    expect(JSON.parse(text)).toMatchObject({ format: 'lecture-study-record', version: 1, course: COURSE });
    const ids = (JSON.parse(text) as { events: { id: string }[] }).events.map(({ id }) => id);
    for (const { id } of learned()) expect(ids).toContain(id);
    vi.restoreAllMocks();
    expect(screen.getByText(/마지막으로 내보낸 때 오늘/)).toBeDefined();
  });

  test('a topic is erased but for what is left out, by keyboard, and comes back on request', async () => {
    const user = userEvent.setup();
    await openWith(user);
    const before = answersTold();
    screen.getByRole('button', { name: '지울 기록 고르기' }).focus();
    await user.keyboard('{Enter}');
    const dialog = within(screen.getByRole('dialog', { name: '기록 지우기' }));
    await user.selectOptions(dialog.getByLabelText('지울 범위'), '/environment-tools/conda/');
    const boxes = dialog.getAllByRole('checkbox');
    expect(boxes).toHaveLength(6);
    await user.click(boxes[0] as HTMLElement);
    expect(dialog.getByText(/^문제 5개의 답 \d+번을 지웁니다\.$/)).toBeDefined();
    await user.click(dialog.getByRole('button', { name: '지우기' }));
    expect(await screen.findByText('지웠습니다. 아래에서 되돌릴 수 있습니다.')).toBeDefined();
    expect(answersTold()).not.toBe(before);
    await user.click(screen.getByRole('button', { name: /^되돌리기 ?: 문제 5개$/ }));
    await waitFor(() => expect(answersTold()).toBe(before));
    expect(screen.queryByRole('button', { name: /되돌리기/ })).toBeNull();
  });

  test('everything is erased, and an older file does not bring it back', async () => {
    const user = userEvent.setup();
    await openWith(user);
    await user.click(screen.getByRole('button', { name: '지울 기록 고르기' }));
    await user.click(screen.getByRole('button', { name: '지우기' }));
    expect(await screen.findByRole('heading', { name: '아직 푼 문제가 없습니다' })).toBeDefined();
    const [first] = learned();
    const late = recordFile(COURSE, [{ ...first, id: 'from-an-older-file' } as typeof first & { id: never }]);
    await chooseFile(user, fileOf(late));
    await user.click(await screen.findByRole('button', { name: '합치기' }));
    await screen.findByText('새 기록 1건을 합쳤습니다.');
    expect(screen.getByRole('heading', { name: '아직 푼 문제가 없습니다' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: /^되돌리기 ?: 전체 기록$/ }));
    await waitFor(() =>
      expect(screen.queryByRole('heading', { name: '아직 푼 문제가 없습니다' })).toBeNull(),
    );
  });

  test('of very many erasures the latest can be undone, the others on demand', async () => {
    const user = userEvent.setup();
    await showProgress();
    const [first] = learned();
    const erase = { type: 'erase', scope: { by: 'items', items: [questionItem('gone')] }, before: 1 };
    const erases = Array.from({ length: 5_000 }, (_, at) => ({ ...first, ...erase, id: `erase-${at}` }));
    act(() => showStudy([...learned(), ...(erases as unknown as StudyEvent[])]));
    const buttons = () => screen.getAllByRole('button', { name: /^되돌리기/ });
    expect(buttons()).toHaveLength(20);
    await user.click(screen.getByRole('button', { name: '이전에 지운 것 더 보기 4980건' }));
    expect(buttons()).toHaveLength(40);
  });

  test('settings are kept as the learner’s own events', async () => {
    const user = userEvent.setup();
    await openWith(user);
    await user.selectOptions(screen.getByLabelText('하루 복습'), '20');
    const slider = screen.getByLabelText<HTMLInputElement>('목표 정답률');
    expect([slider.min, slider.max, slider.step]).toEqual(['0.8', '0.95', '0.01']);
    fireEvent.change(slider, { target: { value: '0.85' } });
    expect(slider.getAttribute('aria-valuetext')).toBe('85%');
    await user.click(screen.getByText('용어 카드'));
    await user.click(screen.getByRole('checkbox', { name: /1\.3 conda/ }));
    await waitFor(() =>
      expect(useStudy.getState().state?.settings).toMatchObject({
        dailyLimit: 20,
        retention: 0.85,
        cardTopics: ['conda'],
      }),
    );
    await user.click(screen.getByRole('checkbox', { name: /1\.3 conda/ }));
    await waitFor(() => expect(useStudy.getState().state?.settings.cardTopics).toEqual([]));
  });
});

test.each([
  ['the dated days and the fullest one', { 0: 4, 7: 2, 12: 9, 14: 3, 20: 1, 28: 2 }, ['4', '2', '9', '2']],
  ['today, though nothing is due', { 1: 6, 8: 2 }, ['0']],
])('그림 1 has numbers over %s', (_, due: Record<number, number>, numbers) => {
  const days = Array.from({ length: 30 }, (_, at) => ({ day: dayAfter(at), due: due[at] ?? 0, fresh: 0 }));
  const { container } = render(<ForecastFigure days={days} exam={null} />);
  expect([...container.querySelectorAll('.bar-number')].map((each) => each.textContent)).toEqual(numbers);
});
