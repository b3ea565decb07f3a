/** 모의고사: without feedback until it is handed in, kept through a reload, graded by topic, recorded once. */

import './set-up.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { questionItem } from '../../../src/core/model/event.ts';
import type { Response } from '../../../src/core/model/question.ts';
import { loadPage } from '../../../src/store/pages.ts';
import { type Exam, readExam, writeExam } from '../../../src/store/study/sittings.ts';
import { useStudy } from '../../../src/store/study/study.ts';
import { holdWriting } from '../hold-writing.ts';
import { renderAt, Site } from '../render.tsx';
import { pageOf, visit } from './course.ts';

const user = userEvent.setup();
const show = () => renderAt('/practice/?set=exam', <Site pages={visit.pages} />);
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const sheet = async () => within(await screen.findByRole('navigation', { name: '답안지' }));
const stem = () => screen.findByRole('heading', { level: 2 });
const answersTo = (id: string) => useStudy.getState().state?.items.get(questionItem(id))?.history ?? [];
const handIn = async () => {
  await stem();
  const [inBar] = screen.getAllByRole('button', { name: '제출' });
  if (inBar) await user.click(inBar);
  await user.click(
    within(await screen.findByRole('dialog', { name: '모의고사 제출' })).getByRole('button', {
      name: '제출',
    }),
  );
};
const unfold = async (title: string) => {
  const row = (await screen.findByText(title)).closest('details');
  if (!row) throw new Error(`no row ${title}`);
  act(() => {
    row.open = true;
    row.dispatchEvent(new Event('toggle'));
  });
};

/** An exam of three, as it is kept: O/X, single and short. */
const exam = (responses: Record<string, Response> = {}, more: Partial<Exam> = {}): Exam => ({
  items: ['container-hardware', 'container-memory', 't-short'].map(questionItem),
  seed: '1',
  startedAt: Date.now(),
  minutes: null,
  responses: Object.fromEntries(Object.entries(responses).map(([id, each]) => [questionItem(id), each])),
  elapsed: {},
  isOver: false,
  ...more,
});

describe('setting up', () => {
  test('areas and size decide what is asked', async () => {
    show();
    await user.click(await screen.findByRole('checkbox', { name: '2 유형' }));
    expect(screen.getByRole('radio', { name: '전체 4' })).toHaveProperty('checked', true);
    await user.click(await button('모의고사 시작'));
    expect((await sheet()).getAllByRole('button')).toHaveLength(4);
    expect(readExam()?.items).toHaveLength(4);
  });

  test('begun by keyboard, the first question has the focus; one that is gone on with leaves it alone', async () => {
    const { unmount } = show();
    (await button('모의고사 시작')).focus();
    await user.keyboard('{Enter}');
    const first = await stem();
    await waitFor(() => expect(document.activeElement).toBe(first));
    unmount();
    show();
    expect(document.activeElement).not.toBe(await stem());
  });

  test('without an area it cannot begin, and says why', async () => {
    show();
    await user.click(await screen.findByRole('checkbox', { name: '1 컨테이너' }));
    await user.click(await screen.findByRole('checkbox', { name: '2 유형' }));
    expect(screen.getByText('영역을 하나 이상 고르세요.')).toBeDefined();
    await user.click(await button('모의고사 시작'));
    expect(readExam()).toBeNull();
  });
});

describe('answering', () => {
  test('by keyboard: digits choose, Enter goes on, nothing is told', async () => {
    writeExam(exam());
    show();
    (await stem()).focus();
    await user.keyboard('1{Enter}');
    await waitFor(async () => expect((await stem()).textContent).toMatch(/^2번/));
    expect((await sheet()).getByRole('button', { name: '1번, 답함' })).toBeDefined();
    expect(screen.queryByText(/해설|틀림|맞음/)).toBeNull();
    expect(answersTo('container-hardware')).toHaveLength(0);
  });

  test('a question can be reported, which tells nothing and answers nothing', async () => {
    writeExam(exam());
    show();
    await user.click(await button('문제 오류 신고'));
    await user.click(await button('신고할 내용 복사'));
    expect(await navigator.clipboard.readText()).toContain('id: container-hardware');
    expect((await sheet()).queryByRole('button', { name: '1번, 답함' })).toBeNull();
    expect(screen.queryByText(/해설|틀림|맞음/)).toBeNull();
    await user.click(await button('다음'));
    expect((await button('문제 오류 신고')).getAttribute('aria-expanded')).toBe('false');
  });

  test('a reload goes on at the first open one with every answer', async () => {
    writeExam(exam());
    const { unmount } = show();
    await user.click(await screen.findByRole('radio', { name: /X/ }));
    unmount();
    show();
    expect((await stem()).textContent).toMatch(/^2번/);
    await user.click((await sheet()).getByRole('button', { name: '1번, 답함' }));
    expect(await screen.findByRole('radio', { name: /X/ })).toHaveProperty('checked', true);
  });

  test('another tab’s answers are taken over', async () => {
    writeExam(exam());
    show();
    await sheet();
    act(() => {
      writeExam(exam({ 't-short': { type: 'short', text: '커널' } }));
      dispatchEvent(new StorageEvent('storage', { key: `study.exam/${visit.course}` }));
    });
    expect((await sheet()).getByRole('button', { name: '3번, 답함' })).toBeDefined();
  });

  test('where nothing can be kept it says so and goes on', async () => {
    writeExam(exam());
    show();
    const choice = await screen.findByRole('radio', { name: /X/ });
    const full = vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await user.click(choice);
    full.mockRestore();
    expect(await screen.findByText(/답을 저장할 수 없습니다/)).toBeDefined();
    expect((await sheet()).getByRole('button', { name: '1번, 답함' })).toBeDefined();
  });
});

describe('handing in', () => {
  test('names what is open, and can be taken back', async () => {
    writeExam(exam({ 't-short': { type: 'short', text: '커널' } }));
    show();
    await user.click(await button('제출'));
    const dialog = within(await screen.findByRole('dialog', { name: '모의고사 제출' }));
    expect(dialog.getByText(/아직 답하지 않은 문제가 2개 있습니다/).textContent).toContain('1, 2번');
    await user.click(dialog.getByRole('button', { name: '계속 풀기' }));
    expect(answersTo('t-short')).toHaveLength(0);
  });

  test('records each answer once, none for what is open, and tells by topic', async () => {
    writeExam(
      exam(
        {
          't-short': { type: 'short', text: '하이퍼바이저' },
          'container-hardware': { type: 'true-false', isTrue: true },
        },
        { items: ['t-short', 'container-hardware', 'container-memory'].map(questionItem) },
      ),
    );
    show();
    await handIn();
    const heading = await screen.findByRole('heading', { name: '모의고사 결과' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(await screen.findByText('3문제 중 1문제 맞음', { selector: 'b' })).toBeDefined();
    const row = within(screen.getByRole('row', { name: /컨테이너/ }));
    expect(row.getByRole('img', { name: '틀림' }).parentElement?.textContent).toBe('1');
    expect(row.getByRole('img', { name: '답 없음' }).parentElement?.textContent).toBe('1');
    // What was missed comes first, under the number it had.
    const numbers = [...document.querySelectorAll('.exam-number')].map(({ textContent }) => textContent);
    expect(numbers).toEqual(['2', '3', '1']);
    expect(screen.getByRole('row', { name: /2.1 출처/ }).textContent).toContain('100%');
    expect(answersTo('t-short').map(({ verdict }) => verdict)).toEqual(['correct']);
    expect(answersTo('container-hardware').map(({ verdict }) => verdict)).toEqual(['incorrect']);
    expect(answersTo('container-memory')).toHaveLength(0);
  });

  test('each question then has its full feedback, and is not recorded again by looking at it', async () => {
    writeExam(exam({ 'container-hardware': { type: 'true-false', isTrue: true } }));
    show();
    await handIn();
    await unfold('Container는 하드웨어를 가상화한다.');
    expect(await screen.findByText(/하드웨어가 아니라 운영체제를 가상화한다/)).toBeDefined();
    expect(screen.getByRole('link', { name: /하드웨어 대신 운영체제를 가상화/ })).toBeDefined();
    expect(answersTo('container-hardware')).toHaveLength(1);
  });

  test('a miss is in 오답, and nowhere as sure: nobody was asked how sure they were', async () => {
    writeExam(exam({ 'container-hardware': { type: 'true-false', isTrue: true } }));
    const { unmount } = show();
    await handIn();
    await unfold('Container는 하드웨어를 가상화한다.');
    expect(await screen.findByText(/하드웨어가 아니라 운영체제를 가상화한다/)).toBeDefined();
    expect(screen.queryByText(/확실했는데|헷갈림/)).toBeNull();
    const [{ event, rating } = { event: null, rating: null }] = answersTo('container-hardware');
    expect(event).toMatchObject({ confidence: null, schema: 2 });
    expect(rating).toBe('again');
    unmount();
    renderAt('/mistakes/', <Site pages={visit.pages} />);
    expect(await screen.findByText('Container는 하드웨어를 가상화한다.')).toBeDefined();
    expect(screen.queryByText(/확실했는데/)).toBeNull();
  });

  test('a near miss is claimed afterwards, and counts', async () => {
    writeExam(exam({ image: { type: 'short', text: '이미자' } }, { items: [questionItem('image')] }));
    const { unmount } = show();
    await handIn();
    expect(await screen.findByText('1문제 중 0문제 맞음', { selector: 'b' })).toBeDefined();
    await unfold('컨테이너를 만드는 틀은?');
    await user.click(await button('네, 오타입니다'));
    expect(await screen.findByText('1문제 중 1문제 맞음', { selector: 'b' })).toBeDefined();
    unmount();
    show();
    expect(await screen.findByText('1문제 중 1문제 맞음', { selector: 'b' })).toBeDefined();
  });

  test('is over once its answers are written: a tab that is closed before goes on with it', async () => {
    writeExam(exam({ 't-short': { type: 'short', text: '커널' } }));
    show();
    const { given, write } = await holdWriting();
    await handIn();
    await waitFor(() => expect(given).toHaveBeenCalledOnce());
    await act(async () => {});
    expect(readExam()?.isOver).toBe(false);
    expect(screen.queryByRole('heading', { name: '모의고사 결과' })).toBeNull();
    write();
    await screen.findByRole('heading', { name: '모의고사 결과' });
    expect(readExam()?.isOver).toBe(true);
    given.mockRestore();
  });

  test('without a network nothing is recorded, it says so, and can be tried again', async () => {
    writeExam(exam({ 't-short': { type: 'short', text: '커널' } }));
    show();
    await stem();
    vi.mocked(loadPage).mockRejectedValue(new TypeError('offline'));
    await handIn();
    expect(await screen.findByText(/채점하지 못했습니다/)).toBeDefined();
    expect(answersTo('t-short')).toHaveLength(0);
    vi.mocked(loadPage).mockImplementation(pageOf);
    await user.click(
      within(screen.getByRole('dialog', { name: '모의고사 제출' })).getByRole('button', { name: '제출' }),
    );
    await screen.findByRole('heading', { name: '모의고사 결과' });
    expect(answersTo('t-short')).toHaveLength(1);
  });

  test('when the time is up it hands itself in, after a reload too', async () => {
    const late = { minutes: 1, startedAt: Date.now() - 120_000 };
    writeExam(exam({ 't-short': { type: 'short', text: '커널' } }, late));
    show();
    expect(await screen.findByRole('heading', { name: '모의고사 결과' })).toBeDefined();
    expect(answersTo('t-short')).toHaveLength(1);
  });
});

describe('what is kept is read without trust', () => {
  test.each([
    'null',
    '{',
    '[]',
    '{"items":"x","startedAt":1}',
    '{"items":["__proto__"],"startedAt":1}',
    '{"items":["question:a"],"startedAt":"now"}',
    '{"items":["question:a"],"startedAt":1e999}',
  ])('%s is none', (text) => {
    localStorage.setItem(`study.exam/${visit.course}`, text);
    expect(readExam()).toBeNull();
  });

  test('what is wrong in it is dropped, the rest stays', () => {
    const kept = {
      items: ['question:a', 'question:a', 3],
      startedAt: 5,
      minutes: -1,
      responses: { 'question:a': { type: 'single', option: 7 } },
      elapsed: { 'question:a': -3 },
    };
    localStorage.setItem(`study.exam/${visit.course}`, JSON.stringify(kept));
    expect(readExam()).toEqual({
      items: ['question:a'],
      seed: '',
      startedAt: 5,
      minutes: null,
      responses: { 'question:a': { type: 'single', option: null } },
      elapsed: {},
      isOver: false,
    });
  });
});
