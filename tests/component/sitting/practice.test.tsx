/** 문제: sets with their numbers, the address that holds the choice, and a sitting from it. */

import './set-up.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { cardItem, questionItem } from '../../../src/core/model/event.ts';
import { openStudy, useStudy } from '../../../src/store/study/study.ts';
import { translatePage } from '../../support/translate.ts';
import { renderAt, Site } from '../render.tsx';
import { answerOn, visit } from './course.ts';

const user = userEvent.setup();
const show = (search = '') => renderAt(`/practice/${search}`, <Site pages={visit.pages} />);
const link = (name: string | RegExp) => screen.findByRole('link', { name });
const stem = () => screen.findByRole('heading', { level: 2 });
/** Chooses X by keyboard and goes on to the end. */
const answerFalse = async () => {
  await stem();
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H2'));
  await user.keyboard('2{Enter}');
  await user.click(await screen.findByRole('button', { name: '마치기' }));
};

describe('choosing', () => {
  test('every set has its number, and none that is empty is offered', async () => {
    show();
    expect((await link(/^안 푼 문제/)).textContent).toContain('12문제');
    expect((await link(/^1 컨테이너/)).textContent).toContain('4문제');
    expect((await link(/^전체/)).textContent).toContain('12문제');
    expect(screen.queryByRole('link', { name: /^오답/ })).toBeNull();
    expect(screen.queryByRole('link', { name: /별표/ })).toBeNull();
  });

  test('오답 and 별표 appear with the record', async () => {
    await answerOn('2026-11-20', 'image', 'incorrect');
    await (await openStudy()).star(questionItem('t-short'), true);
    show();
    expect((await link(/^오답 확실했는데/)).textContent).toContain('1문제');
    expect((await link(/^별표한 문제/)).textContent).toContain('1문제');
    expect((await link(/^오답 목록/)).getAttribute('href')).toBe('/mistakes/');
    expect((await link(/^안 푼 문제/)).textContent).toContain('11문제');
  });

  test('오답 counts and asks the cards that were not recalled, too', async () => {
    const card = cardItem('컨테이너', '정의', '이미지');
    await answerOn('2026-11-20', 'image', 'incorrect', {
      kind: 'card',
      item: card,
      verdict: 'missed',
    } as never);
    await (await openStudy()).choose({ name: 'cards', value: ['컨테이너'] });
    const { unmount } = show();
    expect((await link(/^오답 확실했는데/)).textContent).toContain('1개');
    unmount();
    show(`?${new URLSearchParams({ item: card })}`);
    expect(await screen.findByRole('article', { name: /^카드 1/ })).toBeDefined();
  });

  test('a course without questions says so', async () => {
    useStudy.setState({ index: { format: 1, topics: [] } });
    show();
    expect(await screen.findByText('이 강의에는 아직 문제가 없습니다.')).toBeDefined();
  });
});

describe('a set', () => {
  test('of a section is asked in order of reading', async () => {
    show(`?topic=${encodeURIComponent('/container/')}&section=${encodeURIComponent('정의')}`);
    expect((await stem()).textContent).toBe('Container가 가상머신에 비해 더 적은 메모리를 쓰는 까닭은?');
    expect(screen.getByRole('img', { name: '2개 가운데 1번째' })).toBeDefined();
  });

  test('ten to find out are ten', async () => {
    show('?set=check');
    expect(await screen.findByRole('img', { name: '10개 가운데 1번째' })).toBeDefined();
  });

  test('what is answered right stays in the sitting; the end names the set, the day and the time', async () => {
    await answerOn('2026-11-20', 'container-hardware', 'incorrect');
    show('?set=wrong');
    await answerFalse();
    expect(
      await screen.findByRole('heading', { name: '1문제 가운데 1문제를 바로 맞혔습니다.' }),
    ).toBeDefined();
    expect(screen.getByText(/^오답 · 11월 24일 화요일 · \d+초$/)).toBeDefined();
    expect(screen.queryByText(/잊기 전에 복습에서/)).toBeNull();
  });

  test('after the first answer ever it is said why and when it comes back, and after the second no more', async () => {
    show('?topic=/container/');
    await stem();
    await user.click(await screen.findByRole('button', { name: '모르겠음' }));
    expect(await screen.findByText('내일, 잊을 때쯤 다시 묻습니다.')).toBeDefined();
    const figure = screen.getByRole('img', {
      name: /^예상 정답률 곡선\. 맞힐 때마다 간격이 1일, (\d+)일, (\d+)일로/,
    });
    const days = (figure.getAttribute('aria-label') ?? '').match(/\d+(?=일)/g)?.map(Number) ?? [];
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    await user.click(await screen.findByRole('button', { name: '다음 문제' }));
    await user.click(await screen.findByRole('button', { name: '모르겠음' }));
    expect(await screen.findByText('잠시 뒤 다시 나옵니다. 다음 복습 11월 25일 수요일')).toBeDefined();
    expect(screen.queryByText(/잊을 때쯤/)).toBeNull();
  });

  test('chosen again it is another sitting, not the end of the last one', async () => {
    show('?question=container-hardware');
    await answerFalse();
    await user.click(await link('다른 문제 고르기'));
    await user.click(await link(/^안 푼 문제/));
    expect(await screen.findByRole('img', { name: '11개 가운데 1번째' })).toBeDefined();
    await user.click(await screen.findByRole('button', { name: '문제 그만두기' }));
    expect(await screen.findByRole('heading', { level: 1, name: '문제' })).toBeDefined();
  });

  test('nothing in it, or no such question: it says so and leads on', async () => {
    show('?question=gone');
    expect(await screen.findByText('여기에는 지금 풀 문제가 없습니다.')).toBeDefined();
    expect((await link('다른 문제 고르기')).getAttribute('href')).toBe('/practice/');
  });

  test.each(['?set=nonsense', '?section=x', '?set='])(
    '%s names none, and the choice is shown',
    async (search) => {
      show(search);
      expect(await link('10문제로 실력 확인')).toBeDefined();
    },
  );
});

test('on a translated page the count of a sitting goes on', async () => {
  const stop = translatePage();
  show('?set=all');
  await stem();
  const main = () => screen.getByRole('main').textContent;
  for (const number of [1, 2, 3]) {
    await waitFor(() => expect(main()).toContain(`${number} / `));
    await user.click(await screen.findByRole('button', { name: '모르겠음' }));
    await user.click(await screen.findByRole('button', { name: /^다음/ }));
  }
  stop();
});
