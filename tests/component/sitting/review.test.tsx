/** A review: what is due, one thing a screen by keyboard, once more what was missed, and what it changed. */

import './set-up.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { questionItem } from '../../../src/core/model/event.ts';
import { loadPage } from '../../../src/store/pages.ts';
import { useSourceVisit } from '../../../src/store/source-visit.ts';
import { openStudy, useStudy } from '../../../src/store/study/study.ts';
import { renderAt, Site } from '../render.tsx';
import { answerOn, index, pageOf, startVisit, visit } from './course.ts';

const user = userEvent.setup();
const show = () => renderAt('/review/', <Site pages={visit.pages} />);
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const stem = (name: string | RegExp) => screen.findByRole('heading', { level: 2, name });

describe('before a review', () => {
  test('with an empty record it invites to practise', async () => {
    show();
    expect(await screen.findByText(/아직 복습할 것이 없습니다/)).toBeDefined();
    expect(screen.getByRole('link', { name: '문제 풀기' }).getAttribute('href')).toBe('/practice/');
  });

  test('with nothing due it says when the next is', async () => {
    await answerOn('2026-11-24', 'image', 'incorrect');
    show();
    expect(
      await screen.findByText('오늘 복습할 것이 없습니다. 다음 복습은 내일, 1문제입니다.'),
    ).toBeDefined();
  });

  test('it names how many are due, of which topics', async () => {
    await answerOn('2026-11-20', 'image', 'incorrect');
    await answerOn('2026-11-20', 't-short', 'incorrect');
    show();
    expect(await screen.findByText('2문제', { selector: 'b' })).toBeDefined();
    const topics = within(screen.getByRole('list', { name: '복습할 토픽' })).getAllByRole('link');
    expect(topics.map((each) => each.textContent)).toEqual(['1 컨테이너1개', '2.1 출처1개']);
    expect(screen.queryByRole('button', { name: /10분만/ })).toBeNull();
  });

  test('without the index of the course it does not say that nothing is due', async () => {
    await answerOn('2026-11-20', 'image', 'incorrect');
    useStudy.setState({ index: null });
    show();
    expect(await screen.findByText(/문제 목록을 불러오지 못했습니다/)).toBeDefined();
    expect(screen.queryByText(/복습할 것이 없습니다/)).toBeNull();
  });
});

describe('a review', () => {
  test('by keyboard alone: answered, missed, asked once more, and summed up', async () => {
    await answerOn('2026-11-20', 'container-hardware', 'incorrect');
    show();
    await user.click(await button('복습 시작'));
    const asked = await stem('Container는 하드웨어를 가상화한다.');
    await waitFor(() => expect(document.activeElement).toBe(asked));
    // O is wrong.
    await user.keyboard('1{Enter}');
    expect(await screen.findByText(/아쉽습니다, 정답은 X/)).toBeDefined();
    // It comes back in a moment, and the next day again: both are said, so that neither is untrue.
    expect(await screen.findByText('다음 복습 11월 25일 수요일')).toBeDefined();
    expect(screen.getByText('잠시 뒤 다시 나옵니다.')).toBeDefined();
    expect(screen.getByRole('img', { name: /^예상 정답률 곡선\. 간격은 1일 그대로/ })).toBeDefined();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('다시 풀기')).toBeDefined();
    expect(screen.getByRole('img', { name: '다시 풀 것 1개' })).toBeDefined();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H2'));
    await user.keyboard('2{Enter}');
    expect(await screen.findByText('다음 복습 11월 25일 수요일')).toBeDefined();
    expect(await button('마치기')).toBeDefined();
    await user.keyboard('{Enter}');
    const end = await screen.findByRole('heading', { name: '오늘 복습을 마쳤습니다' });
    await waitFor(() => expect(document.activeElement).toBe(end));
    expect(screen.getByText('1문제 중 0문제를 기억하고 있었습니다.')).toBeDefined();
    expect(screen.getByText('내일 다시 볼 문제').closest('div')?.textContent).toContain('1개');
    expect(screen.getByText('내일 1문제')).toBeDefined();
    expect(screen.getByRole('button', { name: '여기까지' }).className).toContain('button-main');
  });

  test('of one topic asks what is due there, and ends with the way back to it', async () => {
    await answerOn('2026-11-20', 'container-hardware', 'incorrect');
    await answerOn('2026-11-20', 't-short', 'incorrect');
    await (await openStudy()).choose({ name: 'daily-limit', value: 1 });
    renderAt(`/review/?topic=${encodeURIComponent('/container/')}&go`, <Site pages={visit.pages} />);
    await waitFor(async () =>
      expect(document.activeElement).toBe(await stem('Container는 하드웨어를 가상화한다.')),
    );
    expect(screen.getByRole('img', { name: '1개 가운데 1번째' })).toBeDefined();
    await user.keyboard('2{Enter}');
    await user.click(await button('마치기'));
    expect(await screen.findByText('1문제를 모두 기억하고 있었습니다.')).toBeDefined();
    await user.click(await button('노트로 돌아가기'));
    expect(await screen.findByRole('heading', { level: 1, name: '컨테이너' })).toBeDefined();
    await (await openStudy()).choose({ name: 'daily-limit', value: null });
  });

  test('of many twenty are asked, then ten more; the means are those of what grew', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `many-${at}`);
    const [first] = index.topics;
    if (!first) throw new Error('no topic');
    const question = first.questions[0] as (typeof first.questions)[number];
    const many = { ...first, questions: [...first.questions, ...ids.map((id) => ({ ...question, id }))] };
    useStudy.setState({ index: { format: 1, topics: [many] } });
    await Promise.all(
      ids.map((id) => answerOn('2026-11-20', 'image', 'correct', { item: questionItem(id) })),
    );
    await answerOn('2026-11-20', 'container-hardware', 'correct');
    // Nineteen of them are answered, the last one by hand.
    const asked = ids.slice(0, 19);
    await Promise.all(
      asked.map((id) => answerOn('2026-11-24', 'image', 'correct', { item: questionItem(id) })),
    );
    const turns = [...asked, 'container-hardware'].map((id, at) => ({
      item: questionItem(id),
      round: 0,
      outcome: at < 19 ? 'right' : null,
    }));
    const stored = { startedAt: 1, day: '2026-11-24', at: 19, isRepeating: true, turns };
    sessionStorage.setItem(`study.sitting/${visit.course}/review`, JSON.stringify(stored));
    show();
    await stem('Container는 하드웨어를 가상화한다.');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H2'));
    await user.keyboard('2{Enter}');
    await user.click(await button('마치기'));
    await screen.findByRole('heading', { level: 1, name: '20문제를 모두 기억하고 있었습니다' });
    const grown = screen.getByText('간격이 늘어난 문제').closest('div')?.textContent;
    expect(grown).toMatch(/^간격이 늘어난 문제20개 · 평균 3일 → \d+일$/);
    expect(screen.getByText('오늘 남은 복습').closest('div')?.textContent).toBe('오늘 남은 복습11개');
    const more = await button('10개 더');
    expect(more.className).toContain('button-main');
    await user.click(more);
    expect(await screen.findByRole('img', { name: '10개 가운데 1번째' })).toBeDefined();
    // Nothing of these is answered: it is left at once, and begun anew takes all that is due.
    await user.click(await button('복습 그만두기'));
    await user.click(await button('복습 시작'));
    expect(await screen.findByRole('img', { name: '11개 가운데 1번째' })).toBeDefined();
  }, 20_000);

  test('paused, it asks what is left', async () => {
    await answerOn('2026-11-20', 'container-hardware', 'incorrect');
    await answerOn('2026-11-20', 't-true-false', 'incorrect');
    show();
    await user.click(await button('복습 시작'));
    await screen.findByRole('img', { name: '2개 가운데 1번째' });
    await user.click(await screen.findByRole('radio', { name: /O/ }));
    await user.click(await button('확실해요'));
    await button('다음 문제');
    await user.click(await button('복습 그만두기'));
    expect(await screen.findByRole('heading', { name: '1문제에서 멈췄습니다' })).toBeDefined();
    expect(screen.getByText('남은 1개는 복습에 그대로 있습니다.')).toBeDefined();
    await user.click(await button('복습 그만두기'));
    expect(await screen.findByText('1문제', { selector: 'b' })).toBeDefined();
  });

  test('coming back from the notes, the graded question is as it was left', async () => {
    await answerOn('2026-11-20', 'container-hardware', 'incorrect');
    show();
    await user.click(await button('복습 시작'));
    await user.click(await screen.findByRole('radio', { name: /O/ }));
    await user.click(await button('확실해요'));
    await user.click(await screen.findByRole('link', { name: '노트에서 보기' }));
    await screen.findByRole('heading', { level: 1, name: '컨테이너' });
    // As from a source, there is a way back.
    expect(useSourceVisit.getState().visit?.back.label).toBe('문제 1로');
    history.back();
    expect(await screen.findByText(/아쉽습니다, 정답은 X/)).toBeDefined();
    expect(screen.queryByRole('button', { name: '확실해요' })).toBeNull();
  });

  test('a reload goes on where one was, with what was missed still to come', async () => {
    await answerOn('2026-11-20', 'container-hardware', 'incorrect');
    await answerOn('2026-11-20', 't-true-false', 'incorrect');
    const { unmount } = show();
    await user.click(await button('복습 시작'));
    const first = (await screen.findByRole('heading', { level: 2 })).textContent;
    await user.click(await button('모르겠음'));
    await button('다음 문제');
    const stored = sessionStorage.getItem(`study.sitting/${visit.course}/review`);
    unmount();
    // Another visit has nothing in memory, only what the tab has stored.
    await startVisit();
    sessionStorage.setItem(`study.sitting/${visit.course}/review`, stored ?? '');
    show();
    expect(await screen.findByRole('img', { name: '2개 가운데 2번째' })).toBeDefined();
    expect((await screen.findByRole('heading', { level: 2 })).textContent).not.toBe(first);
  });

  test.each([
    '{',
    '[]',
    '{"startedAt":1,"day":"2026-11-23","at":0,"turns":[{"item":"question:image","round":0,"outcome":null}]}',
    '{"startedAt":1,"day":"2026-11-24","at":-1,"turns":[{"item":"question:image"}]}',
    '{"startedAt":1,"day":"2026-11-24","at":0,"turns":[{"item":"__proto__"},null,7]}',
  ])('a stored sitting that is broken, of another day or of nothing known is none: %s', async (stored) => {
    sessionStorage.setItem(`study.sitting/${visit.course}/review`, stored);
    show();
    expect(await screen.findByText(/아직 복습할 것이 없습니다/)).toBeDefined();
  });

  test('a page whose data does not come says so, and is asked for again', async () => {
    await answerOn('2026-11-20', 'container-hardware', 'incorrect');
    vi.mocked(loadPage).mockRejectedValueOnce(new TypeError('offline'));
    show();
    await user.click(await button('복습 시작'));
    expect((await screen.findByRole('alert')).textContent).toContain('문제를 불러오지 못했습니다');
    await user.click(await button('다시 시도'));
    expect(await stem('Container는 하드웨어를 가상화한다.')).toBeDefined();
  });

  test('a question that left the notes is passed over', async () => {
    await answerOn('2026-11-20', 'container-hardware', 'incorrect');
    const page = await pageOf('/container/');
    vi.mocked(loadPage).mockResolvedValue(page && { ...page, blocks: [], sections: [] });
    show();
    await user.click(await button('복습 시작'));
    expect(await screen.findByText('노트에서 없어진 문제입니다.')).toBeDefined();
    await user.click(await button('다음 문제'));
    expect(await screen.findByRole('heading', { name: /^오늘 복습을 마쳤습니다|^0문제/ })).toBeDefined();
  });

  test('a question that left the notes counts neither as asked nor as recalled', async () => {
    await answerOn('2026-11-20', 'container-hardware', 'incorrect');
    await answerOn('2026-11-20', 't-true-false', 'incorrect');
    vi.mocked(loadPage).mockImplementation(async (path) => {
      const page = await pageOf(path);
      return page && path === '/container/' ? { ...page, blocks: [], sections: [] } : page;
    });
    show();
    await user.click(await button('복습 시작'));
    for (let turn = 0; turn < 2; turn += 1) {
      const way = await button(/^(?:모르겠음|다음 문제)$/);
      await user.click(way);
      if (way.textContent === '모르겠음') await user.click(await button('다음 문제'));
    }
    // What was missed is asked once more.
    await user.click(await screen.findByRole('radio', { name: /O/ }));
    await user.click(await button('확실해요'));
    await user.click(await button(/마치기|다음 문제/));
    // The other one is still due, as far as the index knows.
    expect(
      await screen.findByRole('heading', { name: '1문제 중 0문제를 기억하고 있었습니다' }),
    ).toBeDefined();
  });
});
