/** The search by role and keyboard: a combobox whose focus stays in the field; the worker is played by the index itself. */

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { parse } from '../../src/core/content/parse.ts';
import { link } from '../../src/core/course/compile-course.ts';
import { cutPages } from '../../src/core/search/documents.ts';
import { find, loadSearch, type SearchResults } from '../../src/core/search/find.ts';
import { DEFAULTS, usePreferences } from '../../src/store/preferences.ts';
import { SearchPage } from '../../src/ui/search/search-page.tsx';
import { SearchButton, TopBar } from '../../src/ui/shell/top-bar.tsx';
import { translatePage } from '../support/translate.ts';
import { renderAt } from './render.tsx';

const notes = {
  'docker.md':
    '# Docker\n\n## 이미지\n\n컨테이너의 틀이다.\n\n## 볼륨\n\n컨테이너보다 오래 남는다.\n\n## 네트워크\n\n컨테이너를 잇는다.\n',
  'conda.md': '# conda\n\n1. 정의\n- 환경을 나누는 도구\n',
};
const topics = new Map(Object.entries(notes).map(([file, text]) => [file, parse(text, { file }).value]));
const course = link(topics, { tree: null, files: new Set(), drafts: false }).value;
const loaded = loadSearch(cutPages(course.pages.values(), []));
const searchPage = course.pages.get('/search/');
if (!searchPage) throw new Error('no search page');

let answer: (query: string) => Promise<SearchResults | null>;
vi.mock('../../src/store/search/search.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/search/search.ts')>()),
  search: (query: string) => answer(query),
}));

beforeEach(() => {
  localStorage.clear();
  usePreferences.setState(DEFAULTS);
  answer = async (query) => find(loaded, query);
});

const field = () => screen.findByRole('combobox', { name: /찾을 말/ });

async function openDialog() {
  const user = userEvent.setup();
  renderAt('/', <SearchButton />);
  await user.keyboard('/');
  return { user, input: await field() };
}

test('the slash opens it, the arrows move through the hits, and the focus stays in the field', async () => {
  const { user, input } = await openDialog();
  expect(document.activeElement).toBe(input);
  await user.type(input, '컨테이너');
  const options = await screen.findAllByRole('option');
  expect(options).toHaveLength(3);
  expect(screen.getByRole('group', { name: /Docker/ })).toBeTruthy();
  const current = () => document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
  expect(current()).toBe(options[0]);
  await user.keyboard('{ArrowDown}');
  expect(current()).toBe(options[1]);
  expect(options[1]?.getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(current()).toBe(options[0]);
  expect(document.activeElement).toBe(input);
});

test('a keyboard laid over the page leaves the sheet what is seen; zooming by hand does not', async () => {
  const seen = Object.assign(new EventTarget(), { height: 420, offsetTop: 12, scale: 1 });
  vi.stubGlobal('visualViewport', seen);
  await openDialog();
  const { style } = screen.getByRole('dialog', { name: '찾기' });
  const size = () => [style.getPropertyValue('--seen-top'), style.getPropertyValue('--seen-height')];
  expect(size()).toEqual(['12px', '420px']);
  Object.assign(seen, { scale: 2, height: 300 }).dispatchEvent(new Event('resize'));
  expect(size()).toEqual(['', '']);
  Object.assign(seen, { scale: 1, height: window.innerHeight }).dispatchEvent(new Event('resize'));
  expect(size()).toEqual(['', '']);
  vi.unstubAllGlobals();
});

test('what matches is marked, and the number of hits is announced', async () => {
  const { user, input } = await openDialog();
  await user.type(input, 'ㅂㄹ');
  const option = await screen.findByRole('option');
  expect(within(option).getByText('볼륨', { selector: 'mark' })).toBeTruthy();
  expect(screen.getByText(/초성 ‘ㅂㄹ’을/)).toBeTruthy();
  await waitFor(() => expect(screen.getByText('결과 1개')).toBeTruthy());
});

test('Enter while a syllable is being composed opens nothing', async () => {
  const { user, input } = await openDialog();
  await user.type(input, '볼륨');
  const option = await screen.findByRole('option');
  const follow = vi.fn((event: Event) => event.preventDefault());
  option.addEventListener('click', follow);
  fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
  fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
  expect(follow).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  expect(follow).toHaveBeenCalledOnce();
  expect(JSON.parse(localStorage.getItem('study.searches') ?? '[]')).toEqual(['볼륨']);
});

vi.mock('../../src/store/pages.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/pages.ts')>()),
  loadTree: async () => [
    {
      title: 'Docker',
      children: [
        { title: '한 줄', children: [] },
        { title: 'CI와 종속성 관리', children: [] },
      ],
    },
  ],
}));

test('opened empty it says that initial consonants do, with a word of the course', async () => {
  const { user, input } = await openDialog();
  await user.click(await screen.findByRole('button', { name: 'ㅈㅅㅅ' }));
  expect((input as HTMLInputElement).value).toBe('ㅈㅅㅅ');
  expect(screen.queryByText(/초성으로도 찾습니다/)).toBeNull();
});

test.each([
  ['컨테미너', /^오타 ‘컨테미너’를 컨테이너로 읽었습니다\.$/],
  ['콘테이너', /^다른 표기 ‘콘테이너’를 컨테이너로 읽었습니다\.$/],
  ['볼륨 없는말', /^‘없는말’은 노트에 없습니다\. 나머지로 찾았습니다\.$/],
  ['볼륨 conda', /^모두 들어 있는 곳이 없어, 일부만 있는 곳을 찾았습니다\.$/],
])('%s: what was not taken as typed is said before the hits', async (query, words) => {
  const { user, input } = await openDialog();
  await user.type(input, query);
  await waitFor(() => expect(document.querySelector('.search-note')?.textContent?.trim()).toMatch(words));
  expect(screen.getAllByRole('option').length).toBeGreaterThan(0);
});

test('the nearest word keeps its particle on its line', async () => {
  const { user, input } = await openDialog();
  await user.type(input, '네토워쿠스');
  const nearest = await screen.findByRole('button', { name: '네트워크' });
  expect(nearest.parentElement?.textContent).toBe('네트워크를');
});

test('recent searches can be taken up and forgotten', async () => {
  localStorage.setItem('study.searches', JSON.stringify(['볼륨', 3, '이미지']));
  const { user, input } = await openDialog();
  await user.click(screen.getByRole('button', { name: '이미지' }));
  expect((input as HTMLInputElement).value).toBe('이미지');
  await user.clear(input);
  await user.click(screen.getByRole('button', { name: '지우기' }));
  expect(screen.queryByRole('button', { name: '볼륨' })).toBeNull();
  expect(localStorage.getItem('study.searches')).toBe('[]');
});

test('nothing found says so; no network says what to do', async () => {
  const { user, input } = await openDialog();
  await user.type(input, '없는낱말뭉치');
  expect(await screen.findByText(/검색 결과가 없습니다/)).toBeTruthy();
  answer = async () => null;
  await user.clear(input);
  await user.type(input, '볼륨');
  expect(await screen.findByText(/불러오지 못했습니다/)).toBeTruthy();
});

test('the keys can be switched off, and never take a slash that is being typed', async () => {
  const user = userEvent.setup();
  renderAt(
    '/',
    <>
      <SearchButton />
      <input aria-label="답" />
    </>,
  );
  await user.type(screen.getByRole('textbox', { name: '답' }), 'CI/CD');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '답' }).value).toBe('CI/CD');
  (document.activeElement as HTMLElement).blur();
  usePreferences.setState({ shortcuts: false });
  await user.keyboard('/');
  await user.keyboard('{Control>}k{/Control}');
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('a key that comes before the shut dialog has said so opens it again', async () => {
  const { user, input } = await openDialog();
  const dialog = input.closest('dialog') as HTMLDialogElement;
  // Browsers shut it at once and send its event in a later task.
  vi.spyOn(dialog, 'close').mockImplementation(() => dialog.removeAttribute('open'));
  await user.click(screen.getByRole('button', { name: '찾기 닫기' }));
  await user.keyboard('{Control>}k{/Control}');
  act(() => void dialog.dispatchEvent(new Event('close')));
  const again = await field();
  expect(again.closest('dialog')?.open).toBe(true);
  expect(document.activeElement).toBe(again);
  await user.click(screen.getByRole('button', { name: '찾기 닫기' }));
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('a question mark shows the keys; typed into a field, or with keys switched off, it does not', async () => {
  const user = userEvent.setup();
  renderAt(
    '/',
    <>
      <TopBar
        course={null}
        path="/"
        treePage={null}
        tree={{ nodes: [], isWhole: true, hasFailed: false, load() {} }}
      />
      <input aria-label="답" />
    </>,
  );
  await user.type(screen.getByRole('textbox', { name: '답' }), '?');
  expect(screen.queryByRole('dialog', { name: '단축키' })).toBeNull();
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: '단축키' });
  expect(
    within(dialog)
      .getAllByRole('term')
      .map((term) => term.textContent),
  ).toEqual(['/', 'CtrlK', '?', 'Esc']);
  await user.keyboard('/');
  expect(screen.queryByRole('combobox')).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: '단축키 닫기' }));
  expect(screen.queryByRole('dialog', { name: '단축키' })).toBeNull();
  usePreferences.setState({ shortcuts: false });
  await user.keyboard('?');
  expect(screen.queryByRole('dialog', { name: '단축키' })).toBeNull();
});

test('the page of results reads its query from the address and shows every hit as a link', async () => {
  renderAt('/search/?q=컨테이너', <SearchPage page={searchPage} />);
  const results = await screen.findAllByRole('list');
  const links = results.flatMap((list) => within(list).getAllByRole('link'));
  expect(links).toHaveLength(3);
  expect(links[0]?.getAttribute('href')).toContain('/docker/#');
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('컨테이너');
});

test('the page of results opened without a query offers what the dialog does', async () => {
  localStorage.setItem('study.searches', JSON.stringify(['볼륨']));
  renderAt('/search/', <SearchPage page={searchPage} />);
  expect(await screen.findByText(/초성으로도 찾습니다/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '볼륨' }));
  expect(await screen.findAllByRole('link')).toHaveLength(1);
  expect(screen.queryByText(/초성으로도 찾습니다/)).toBeNull();
});

test('on a translated page the hits and their number go on with the query', async () => {
  const { input } = await openDialog();
  const stop = translatePage();
  const status = () => [...document.querySelectorAll('[role=status]')].map((each) => each.textContent).join();
  for (const [query, words, hits] of [
    ['컨테이너', '결과 3개', 3],
    ['볼륨', '결과 1개', 1],
    ['zzzz', '「zzzz」에 대한 검색 결과가 없습니다.', 0],
  ] as const) {
    fireEvent.change(input, { target: { value: query } });
    await waitFor(() => expect(status()).toContain(words));
    expect(screen.queryAllByRole('option')).toHaveLength(hits);
  }
  stop();
});
