/** A comparison by role and by keyboard: reading, differences, columns, covering, opening, grading. */

import './no-network.ts';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ContentHash, cellItem } from '../../src/core/model/event.ts';
import { trusted } from '../../src/core/model/html.ts';
import { latestGrade } from '../../src/store/recall.ts';
import { openStudy, useStudy } from '../../src/store/study/study.ts';
import { ComparisonTable } from '../../src/ui/comparison/comparison-table.tsx';
import { translatePage } from '../support/translate.ts';
import { comparisonOf, tools, toolsKey } from './comparison-fixture.ts';
import { renderAt } from './render.tsx';

let width = 1440;
const user = userEvent.setup();

beforeEach(() => {
  width = 1440;
  window.matchMedia = ((query: string) => ({
    matches: query.includes('max-width: 639px') && width < 640,
    addEventListener: () => {},
    removeEventListener: () => {},
  })) as unknown as typeof window.matchMedia;
  history.replaceState(null, '', '/');
});
afterEach(() => history.replaceState(null, '', '/'));

const show = (block = tools, search = '') => renderAt(`/${search}`, <ComparisonTable block={block} />);
const cell = (row: string, at: number) =>
  within(screen.getByRole('row', { name: new RegExp(`^${row}`) })).getAllByRole('cell')[at] as HTMLElement;
const films = () => screen.queryAllByRole('button', { name: /가려짐/ });
const film = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}, 가려짐`) });
const tally = () => screen.getByRole('status').textContent?.replace(/\s+/g, ' ');
const headers = () => screen.getAllByRole('columnheader').map((each) => each.textContent);

async function mode(name: '보기' | '차이' | '가리고 떠올리기') {
  await user.click(screen.getByRole('radio', { name }));
  await waitFor(() =>
    expect(screen.getByRole('table').dataset.mode).toBe(
      { 보기: undefined, 차이: 'diff', '가리고 떠올리기': 'recall' }[name],
    ),
  );
}

describe('before the scripts come', () => {
  const [conda, virtualenv, pipenv] = ['0', '1', '2'];
  test.each([
    { left: conda, right: pipenv, becomes: ['conda', 'Pipenv'] },
    { left: pipenv, right: virtualenv, becomes: ['Pipenv', 'Virtualenv'] },
    { left: virtualenv, right: pipenv, becomes: ['Virtualenv', 'Pipenv'] },
    // One column twice: as if chosen one after another.
    { left: virtualenv, right: virtualenv, becomes: ['Virtualenv', 'conda'] },
    { left: conda, right: conda, becomes: ['Virtualenv', 'conda'] },
    { left: pipenv, right: pipenv, becomes: ['Virtualenv', 'Pipenv'] },
  ])('columns $left and $right are chosen', async ({ left, right, becomes }) => {
    width = 390;
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = renderToString(<ComparisonTable block={tools} />);
    fireEvent.change(screen.getByRole('combobox', { name: '왼쪽 열' }), { target: { value: left } });
    fireEvent.change(screen.getByRole('combobox', { name: '오른쪽 열' }), { target: { value: right } });
    render(<ComparisonTable block={tools} />, { container, hydrate: true });
    await waitFor(() => expect(headers().slice(1)).toEqual(becomes));
  });
});

describe('reading', () => {
  test('is a table with a caption, column headers and row headers, also without scripts', () => {
    document.body.innerHTML = renderToString(<ComparisonTable block={tools} />);
    const table = screen.getByRole('table', { name: 'conda, Virtualenv, Pipenv 비교' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((each) => each.getAttribute('scope')),
    ).toEqual(Array(4).fill('col'));
    expect(within(table).getByRole('rowheader', { name: '정의' }).getAttribute('scope')).toBe('row');
    expect(cell('보안', 2).textContent).toBe('해시');
    expect(table.querySelector('[style]')).toBeNull();
    for (const control of document.querySelectorAll('button, input, select'))
      expect(control.closest('.needs-scripts')).not.toBeNull();
    cleanup();
    document.body.innerHTML = '';
  });

  test('a filled cell says where it comes from', () => {
    const block = comparisonOf('one', ['A', 'B'], { 정의: ['가', '나'] });
    const first = block.rows[0]?.cells[0];
    if (first)
      Object.assign(first, { origin: 'filled', source: { href: '/conda/#정의', label: 'conda › 정의' } });
    show(block);
    const source = screen.getByRole('link', { name: '출처 conda › 정의' });
    expect(source.getAttribute('href')).toBe('/conda/#정의');
  });
});

describe('differences', () => {
  test('rows say in words whether they agree, and words of one cell only are marked', async () => {
    const block = comparisonOf('marks', ['conda', 'Virtualenv', 'Pipenv'], {
      언어: ['Python과 R', 'Python', 'Python에서 사용'],
      플랫폼: ['Linux, macOS에서 작동', 'macOS, Linux', 'Linux macOS'],
      정의: ['패키지 관리 시스템', '가상환경 도구', '둘을 합친 것'],
      명령: ['conda create', 'virtualenv create', 'pipenv install'],
      보안: ['', '', '해시'],
    });
    show(block);
    await mode('차이');
    const flagOf = (name: RegExp) => screen.getByRole('rowheader', { name }).textContent;
    const marks = () => [...document.querySelectorAll('td mark')].map((each) => each.textContent);
    expect(flagOf(/언어/)).toBe('언어3개 중 2개 같음');
    expect(flagOf(/플랫폼/)).toBe('플랫폼모두 같음');
    expect(flagOf(/정의/)).toBe('정의서로 다른 내용');
    expect(flagOf(/명령/)).toBe('명령다름');
    expect(flagOf(/보안/)).toBe('보안');
    expect(marks()).toEqual(['R', 'conda', 'virtualenv']);
    expect(screen.getByText('형광펜은 다른 칸에 없는 낱말입니다.')).toBeDefined();
    await mode('보기');
    expect(document.querySelector('mark')).toBeNull();
    expect(screen.getByRole('rowheader', { name: '플랫폼' })).toBeDefined();
  });

  test('what the author set in bold is marked, and the note says so', async () => {
    const block = comparisonOf('bold', ['TCP', 'UDP'], { 연결: ['연결 지향 전송', '비연결 지향 전송'] });
    const first = block.rows[0]?.cells[0];
    if (first) first.html = trusted('연결 지향 <strong>전송</strong>');
    show(block);
    await mode('차이');
    expect([...document.querySelectorAll('td mark')].map((each) => each.textContent)).toEqual(['전송']);
    expect(screen.getByText('형광펜은 다른 칸에 없는 낱말이나 노트에 굵게 쓴 말입니다.')).toBeDefined();
  });
});

describe('columns', () => {
  test('are picked, kept in the address by name, and two always remain', async () => {
    show();
    await user.click(screen.getByRole('button', { name: '열 고르기' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Virtualenv' }));
    expect(headers()).toEqual(['관점', 'conda', 'Pipenv']);
    expect(new URLSearchParams(location.search).getAll(toolsKey)).toEqual(['conda', 'Pipenv']);
    expect((screen.getByRole('checkbox', { name: 'conda' }) as HTMLInputElement).disabled).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: 'Virtualenv' }));
    expect(headers()).toEqual(['관점', 'conda', 'Virtualenv', 'Pipenv']);
    expect(location.search).toBe('');
  });

  test('come from the address, and leave other tables’ columns there', async () => {
    show(tools, `?${toolsKey}=Pipenv&${toolsKey}=conda&cols-other=a&cols-other=b`);
    await waitFor(() => expect(headers()).toEqual(['관점', 'Pipenv', 'conda']));
    expect(location.search).toContain('cols-other=a');
  });

  test('names that are gone, or a single one, show all', async () => {
    show(tools, `?${toolsKey}=conda&${toolsKey}=uv`);
    await mode('차이');
    expect(headers()).toHaveLength(4);
  });

  test('on a phone two stand side by side, chosen and swapped', async () => {
    width = 390;
    show();
    await user.selectOptions(screen.getByRole('combobox', { name: '오른쪽 열' }), 'Pipenv');
    await waitFor(() => expect(headers()).toEqual(['관점', 'conda', 'Pipenv']));
    await user.click(screen.getByRole('button', { name: '왼쪽과 오른쪽 바꾸기' }));
    expect(headers()).toEqual(['관점', 'Pipenv', 'conda']);
    await user.selectOptions(screen.getByRole('combobox', { name: '왼쪽 열' }), 'conda');
    expect(headers()).toEqual(['관점', 'conda', 'Pipenv']);
  });
});

describe('long tables', () => {
  const rows = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`행 ${at + 1}`, [`${40 - at}`, '같음']]),
  );
  const long = comparisonOf('long', ['A', 'B'], rows);
  const first = () => screen.getAllByRole('rowheader')[0]?.textContent;

  test('are sorted by a column, say so, and go back to the order of the notes', async () => {
    show(long);
    await user.click(screen.getByRole('button', { name: '순서' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: '행의 순서' }), 'A 가나다순');
    expect(first()).toBe('행 40');
    expect(screen.getByRole('columnheader', { name: 'A' }).getAttribute('aria-sort')).toBe('ascending');
    await user.selectOptions(screen.getByRole('combobox', { name: '행의 순서' }), '노트 순서');
    expect(first()).toBe('행 1');
  });

  test('are covered bit by bit, down to the last row', async () => {
    show(long);
    await mode('가리고 떠올리기');
    await waitFor(() => expect(films()).toHaveLength(80));
  });
});

describe('covering and recalling', () => {
  test('covers every cell that says something; names and what is covered are told', async () => {
    show();
    await mode('가리고 떠올리기');
    expect(films()).toHaveLength(10);
    expect(film('정의, conda').textContent).toBe('떠올린 뒤 열기');
    expect(tally()).toContain('10칸 중 0칸');
  });

  test('Space or Enter opens, 1 to 3 grade, arrows move by cell', async () => {
    show();
    await mode('가리고 떠올리기');
    film('정의, conda').focus();
    await user.keyboard(' ');
    expect(document.activeElement).toBe(cell('정의', 0));
    await user.keyboard('1');
    expect(within(cell('정의', 0)).getByRole('img', { name: '떠올림' })).toBeDefined();
    expect(document.activeElement).toBe(film('정의, Virtualenv'));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(film('플랫폼, Virtualenv'));
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(cell('정의', 0));
    await user.keyboard('{ArrowRight}{Enter}');
    await user.keyboard('2');
    expect(tally()).toBe('10칸 중 2칸떠올림 1가물가물 1못 떠올림 0');
    await user.keyboard('1');
    expect(tally()).toContain('10칸 중 2칸');
  });

  test('only the next film is a tab stop', async () => {
    show();
    await mode('가리고 떠올리기');
    expect(films().filter((each) => each.tabIndex === 0)).toEqual([film('정의, conda')]);
  });

  test('a click opens any film and buttons grade; opening another covers the ungraded one again', async () => {
    show();
    await mode('가리고 떠올리기');
    await user.click(film('라이선스, Pipenv'));
    expect(films()).toHaveLength(9);
    await user.click(film('보안, Pipenv'));
    expect(film('라이선스, Pipenv')).toBeDefined();
    await user.click(within(cell('보안', 2)).getByRole('button', { name: '못 떠올림' }));
    expect(tally()).toContain('못 떠올림 1');
  });

  test('what was missed comes again, then the result; the record knows cells by name', async () => {
    show({ ...tools, id: 'again' });
    await mode('가리고 떠올리기');
    await user.selectOptions(screen.getByRole('combobox', { name: '가릴 곳' }), '보안');
    expect(films()).toHaveLength(1);
    film('보안, Pipenv').focus();
    await user.keyboard('{Enter}3');
    expect(film('보안, Pipenv')).toBeDefined();
    expect(tally()).toContain('못 떠올린 1칸을 다시 가렸습니다.');
    await user.keyboard('{Enter}1');
    const result = screen.getByRole('region', { name: '떠올리기 결과' });
    expect(document.activeElement).toBe(result);
    expect(result.textContent).toContain('1칸 중 0칸을 바로 떠올렸습니다.다시 보고 떠올린 칸 1개');
    expect(latestGrade('again', '보안', 'Pipenv')).toBe('missed');

    await user.click(within(result).getByRole('button', { name: '다시 볼 1칸만' }));
    expect(films().map((each) => each.getAttribute('aria-label'))).toEqual([
      '보안, Pipenv, 가려짐, 떠올린 뒤 열기',
    ]);
    expect(document.activeElement).toBe(film('보안, Pipenv'));
    await user.keyboard('{Enter}1');
    await user.click(screen.getByRole('button', { name: '마치기' }));
    expect(films()).toEqual([]);
    expect((screen.getByRole('radio', { name: '보기' }) as HTMLInputElement).checked).toBe(true);
  });

  test('cells of a table with an id are answered into the record, those of another are not', async () => {
    const historyOf = (id: string) =>
      useStudy
        .getState()
        .state?.items.get(cellItem(id, '보안', 'Pipenv'))
        ?.history.map(({ event }) => event) ?? [];
    for (const id of ['recorded', null]) {
      show({ ...tools, id });
      await mode('가리고 떠올리기');
      await user.selectOptions(screen.getByRole('combobox', { name: '가릴 곳' }), '보안');
      film('보안, Pipenv').focus();
      await user.keyboard('{Enter}2');
      cleanup();
    }
    await waitFor(() => expect(historyOf('recorded')).toHaveLength(1));
    expect(historyOf('recorded')[0]).toMatchObject({
      kind: 'cell',
      verdict: 'vague',
      answer: null,
      score: 0.5,
    });
    const cells = [...(useStudy.getState().state?.items.keys() ?? [])].filter((item) =>
      item.startsWith('cell:'),
    );
    expect(cells.filter((item) => !/^cell:(?:recorded|again|tools)/.test(item))).toEqual([]);
  });

  test('what was not known on its latest day in the record can be chosen alone', async () => {
    const record = await openStudy();
    const given = { kind: 'cell', contentHash: '' as ContentHash, answer: null, hints: 0 } as const;
    const item = cellItem('earlier', '정의', 'conda');
    await record.answer({ ...given, item, verdict: 'missed', score: 0, confidence: 'sure', elapsedMillis: 1 })
      .stored;
    await record.answer({ ...given, item, verdict: 'known', score: 1, confidence: 'sure', elapsedMillis: 1 })
      .stored;
    show({ ...tools, id: 'earlier' });
    await mode('가리고 떠올리기');
    await user.selectOptions(screen.getByRole('combobox', { name: '가릴 곳' }), '다시 볼 칸');
    expect(films().map((each) => each.getAttribute('aria-label'))).toEqual([
      '정의, conda, 가려짐, 떠올린 뒤 열기',
    ]);
  });

  test('a column can be covered alone', async () => {
    show();
    await mode('가리고 떠올리기');
    await user.selectOptions(screen.getByRole('combobox', { name: '가릴 곳' }), 'Pipenv');
    expect(films().map((each) => each.getAttribute('aria-label')?.split(', ')[1])).toEqual(
      Array(4).fill('Pipenv'),
    );
    expect(cell('정의', 0).textContent).toBe('패키지 관리 시스템');
  });

  test('on a phone each column gets its turn, graded in the foot', async () => {
    width = 390;
    show();
    await mode('가리고 떠올리기');
    expect(headers()).toEqual(['관점', 'conda', 'Virtualenv']);
    for (let at = 0; at < 6; at++) {
      const foot = screen.getByRole('group', { name: /, (conda|Virtualenv)$/ });
      await user.click(within(foot).getByRole('button', { name: '떠올린 뒤 열기' }));
      const buttons = within(screen.getByRole('group', { name: /, (conda|Virtualenv)$/ }));
      await user.click(buttons.getByRole('button', { name: '떠올림' }));
    }
    expect(headers()).toEqual(['관점', 'Virtualenv', 'Pipenv']);
    expect(films()).toHaveLength(4);
    expect(tally()).toContain('10칸 중 6칸');
  });

  test('keys with a modifier, and while a syllable is composed, grade nothing', async () => {
    show();
    await mode('가리고 떠올리기');
    film('정의, conda').focus();
    await user.keyboard('{Enter}');
    fireEvent.keyDown(cell('정의', 0), { key: '1', ctrlKey: true });
    fireEvent.keyDown(cell('정의', 0), { key: '1', isComposing: true });
    expect(tally()).toContain('10칸 중 0칸');
  });
});

test('on a translated page the counts of what was recalled go on', async () => {
  const stop = translatePage();
  show();
  await mode('가리고 떠올리기');
  film('정의, conda').focus();
  await user.keyboard(' 1');
  await waitFor(() => expect(tally()).toContain('10칸 중 1칸떠올림 1'));
  await user.keyboard(' 2');
  await waitFor(() => expect(tally()).toBe('10칸 중 2칸떠올림 1가물가물 1못 떠올림 0'));
  stop();
});
