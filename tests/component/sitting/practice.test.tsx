/** 문제: sets with their numbers, the address that holds the choice, and a sitting from it. */

import './set-up.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { cardItem, questionItem } from '../../../src/core/model/event.ts';
import { openStudy, useStudy } from '../../../src/store/study/study.ts';
import { missedWords } from '../../../src/ui/sitting/practice/check-end.tsx';
import { translatePage } from '../../support/translate.ts';
import { TYPES } from '../quiz/questions.ts';
import { renderAt, Site } from '../render.tsx';
import { answerOn, index, visit } from './course.ts';

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

const giveUp = async () => {
  await user.click(await screen.findByRole('button', { name: '모르겠음' }));
  await user.click(await screen.findByRole('button', { name: /^(?:다음 문제|마치기)$/ }));
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

  test('an area’s own page goes by its sections, as on the map, or by a name that is not the area’s', async () => {
    const [own, other] = index.topics;
    if (!own || !other) throw new Error('no topics');
    const beside = { ...other, area: own.area, number: `${own.area}.3` };
    useStudy.setState({ index: { ...index, topics: [own, beside] } });
    const { unmount } = show();
    expect((await link('1 이 영역의 첫 글 4문제')).getAttribute('href')).toContain('topic=%2Fcontainer%2F');
    unmount();
    const anchors = [...new Set(own.questions.map(({ anchor }) => anchor ?? ''))];
    const sections = anchors.map((anchor, at) => ({ number: `1.${at + 1}`, title: `절 ${at + 1}`, anchor }));
    useStudy.setState({ index: { ...index, topics: [{ ...own, sections }, beside] } });
    show();
    expect((await link(/^1.1 절 1/)).getAttribute('href')).toContain('section=');
    expect(screen.queryByRole('link', { name: /첫 글/ })).toBeNull();
  });

  test('so go the lists of what is due and what was missed: 「1 환경 관리 툴」 would stand for the whole area', async () => {
    const [own, other] = index.topics;
    if (!own || !other) throw new Error('no topics');
    const [a = '', b = ''] = [...new Set(own.questions.map(({ anchor }) => anchor ?? ''))];
    const sections = [a, b].map((anchor, at) => ({ number: `1.${at + 1}`, title: `절 ${at + 1}`, anchor }));
    const beside = { ...other, area: own.area, number: `${own.area}.3` };
    const at = (anchor: string) => own.questions.find((question) => question.anchor === anchor)?.id ?? '';
    for (const id of [at(a), at(b)]) await answerOn('2026-11-20', id, 'incorrect', { confidence: 'unsure' });
    const names = () =>
      [...document.querySelectorAll('.study-rows li > a > :first-child, .mistakes section > h2')].map(
        ({ textContent }) => textContent?.trim(),
      );
    useStudy.setState({ index: { ...index, topics: [{ ...own, sections }, beside] } });
    const { unmount } = renderAt('/review/', <Site pages={visit.pages} />);
    await waitFor(() => expect(names()).toEqual(['1.1 절 1', '1.2 절 2']));
    unmount();
    const list = renderAt('/mistakes/', <Site pages={visit.pages} />);
    await waitFor(() => expect(names()).toEqual(['1.1 절 1', '1.2 절 2']));
    list.unmount();
    // Without such sections it has a name that is not the area's.
    useStudy.setState({ index: { ...index, topics: [own, beside] } });
    renderAt('/review/', <Site pages={visit.pages} />);
    await waitFor(() => expect(names()).toEqual([`1 ${own.title}의 첫 글`]));
  });

  test.each(['area=all', 'area=__proto__', 'topic=/nowhere/'])(
    'an address that names no part of the course (%s) has no name for it either',
    async (where) => {
      show(`?set=check&${where}`);
      const heading = await screen.findByRole('heading', { level: 1 });
      expect(heading.textContent).toBe('10문제로 실력 확인');
      expect(screen.getByText('여기에는 지금 풀 문제가 없습니다.')).toBeTruthy();
    },
  );

  test('오답 and 별표 appear with the record', async () => {
    await answerOn('2026-11-24', 'image', 'incorrect');
    await (await openStudy()).star(questionItem('t-short'), true);
    show();
    expect((await link(/^오답 확실했는데/)).textContent).toContain('1문제');
    expect((await link(/^별표한 문제/)).textContent).toContain('1문제');
    expect((await link(/^오답 목록/)).getAttribute('href')).toBe('/mistakes/');
    expect((await link(/^안 푼 문제/)).textContent).toContain('11문제');
  });

  test('오답 counts and asks the cards that were not recalled, too', async () => {
    const card = cardItem('컨테이너', '정의', '이미지');
    await answerOn('2026-11-24', 'image', 'incorrect', {
      kind: 'card',
      item: card,
      verdict: 'missed',
    } as never);
    await (await openStudy()).choose({ name: 'cards', value: ['컨테이너'] });
    const { unmount } = show();
    expect((await link(/^오답 확실했는데/)).textContent).toContain('카드 1장');
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

  test.each([
    [1, 1, '틀린 문제가 「conda」에서 나왔습니다. 여기부터 읽으면 됩니다.'],
    [3, 3, '틀린 3문제가 「conda」에서 나왔습니다. 여기부터 읽으면 됩니다.'],
    [2, 3, '틀린 3문제 가운데 2문제가 「conda」에서 나왔습니다. 여기부터 읽으면 됩니다.'],
    [1, 3, '틀린 문제가 여러 토픽에 있습니다. 「conda」부터 읽으면 됩니다.'],
  ])('%i misses of %i in the weakest place are told truly', (here, all, words) => {
    expect(missedWords(here, all, 'conda')).toBe(words);
  });

  test('ten to find out are ten, with misses among them, and end with where to begin', async () => {
    show('?set=check');
    for (let at = 1; at <= 10; at += 1) {
      expect(await screen.findByRole('img', { name: `10개 가운데 ${at}번째` })).toBeDefined();
      await giveUp();
    }
    const end = await screen.findByRole('heading', { level: 1, name: '10문제 중 0문제를 맞혔습니다' });
    await waitFor(() => expect(document.activeElement).toBe(end));
    const rows = within(screen.getByRole('list', { name: '영역별 결과' })).getAllByRole('listitem');
    expect(rows.map((row) => within(row).getAllByRole('img', { name: '틀림' }).length)).toEqual([4, 6]);
    expect(rows[1]?.textContent).toContain('여기부터: 2.1 출처');
    const why = '틀린 10문제 가운데 6문제가 「2.1 출처」에서 나왔습니다. 여기부터 읽으면 됩니다.';
    expect(screen.getByText(why)).toBeDefined();
    expect((await link('2.1 출처부터 읽기')).getAttribute('href')).toBe(
      `/types/#${encodeURIComponent('출처')}`,
    );
    expect((await link('차례로')).getAttribute('href')).toBe('/');
    // What was missed is asked anew, now until it is right.
    await user.click(screen.getByRole('button', { name: '틀린 10문제 다시' }));
    for (let at = 1; at <= 10; at += 1) {
      expect(await screen.findByRole('img', { name: `10개 가운데 ${at}번째` })).toBeDefined();
      await giveUp();
    }
    // They are still ten: what comes again is counted down, and one that is missed again adds none.
    expect(await screen.findByRole('img', { name: '다시 풀 것 10개' })).toBeDefined();
    expect(screen.getByText('다시 10')).toBeDefined();
    await giveUp();
    expect(await screen.findByRole('img', { name: '다시 풀 것 10개' })).toBeDefined();
  }, 30_000);

  test('all ten right, it leads to new ones', async () => {
    const items = [
      'image',
      'container-memory',
      ...TYPES.slice(0, 7).map((type) => `t-${type}`),
      'container-hardware',
    ];
    const turns = items.map((id, at) => ({
      item: questionItem(id),
      round: 0,
      outcome: at < 9 ? 'right' : null,
    }));
    const stored = { startedAt: 1, day: '2026-11-24', at: 9, isRepeating: false, turns };
    sessionStorage.setItem(`study.sitting/${visit.course}/practice ?set=check`, JSON.stringify(stored));
    show('?set=check');
    await answerFalse();
    await screen.findByRole('heading', { level: 1, name: '10문제 중 10문제를 맞혔습니다' });
    // All but the one just answered are new to this record.
    expect((await link('새 문제 10개')).getAttribute('href')).toBe('/practice/?set=new');
    expect(screen.queryByText(/여기부터/)).toBeNull();
  }, 20_000);

  test('what is answered right stays in the sitting; the end names the set, the day and the time', async () => {
    await answerOn('2026-11-24', 'container-hardware', 'incorrect');
    show('?set=wrong');
    await answerFalse();
    expect(await screen.findByRole('heading', { name: '1문제 중 1문제를 바로 맞혔습니다' })).toBeDefined();
    expect(screen.getByText(/^오답 · 11월 24일 화요일 · \d+초$/)).toBeDefined();
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
    expect(await screen.findByText('다음 복습 11월 25일 수요일')).toBeDefined();
    expect(screen.getByText('잠시 뒤 다시 나옵니다.')).toBeDefined();
    expect(screen.queryByText(/잊을 때쯤/)).toBeNull();
  });

  test('chosen again it is another sitting, not the end of the last one', async () => {
    show('?question=container-hardware');
    await answerFalse();
    await user.click(await link('다른 문제 고르기'));
    await user.click(await link(/^안 푼 문제/));
    // Of the eleven left ten are asked in one go.
    expect(await screen.findByRole('img', { name: '10개 가운데 1번째' })).toBeDefined();
    // With nothing answered it is left at once.
    await user.click(await screen.findByRole('button', { name: '문제 그만두기' }));
    expect(await screen.findByRole('heading', { level: 1, name: '문제' })).toBeDefined();
  });

  test('stopped, it says how far it came, and goes on there or ends', async () => {
    show('?set=new');
    await giveUp();
    await user.click(await screen.findByRole('button', { name: '문제 그만두기' }));
    const end = await screen.findByRole('heading', { level: 1, name: '1문제에서 멈췄습니다' });
    expect(document.activeElement).toBe(end);
    expect(screen.getByText('푼 문제는 모두 기록했습니다.')).toBeDefined();
    expect(await screen.findByText('내일 다시 볼 문제')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '이어서 풀기' }));
    expect(await screen.findByRole('img', { name: '10개 가운데 2번째' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: '문제 그만두기' }));
    await user.click(await screen.findByRole('button', { name: '여기까지' }));
    await waitFor(() => expect(location.pathname).toBe('/'));
  });

  test('new ones come ten at a time; then one goes on with what is left, or ends', async () => {
    const ten = [
      'image',
      'container-memory',
      ...TYPES.map((type) => `t-${type}`).slice(0, 7),
      'container-hardware',
    ];
    for (const id of ten.slice(0, 9)) await answerOn('2026-11-24', id, 'correct');
    const turns = ten.map((id, at) => ({
      item: questionItem(id),
      round: 0,
      outcome: at < 9 ? 'right' : null,
    }));
    const stored = { startedAt: 1, day: '2026-11-24', at: 9, isRepeating: true, turns };
    sessionStorage.setItem(`study.sitting/${visit.course}/practice ?set=new`, JSON.stringify(stored));
    show('?set=new');
    await answerFalse();
    await screen.findByRole('heading', { level: 1, name: '10문제 중 10문제를 바로 맞혔습니다' });
    expect(screen.getByText('처음 맞힌 문제').closest('div')?.textContent).toBe(
      '처음 맞힌 문제10개 · 평균 3일 뒤 복습',
    );
    expect(screen.getByRole('img', { name: /^다음 7일 복습\. 내일 0문제, .*금요일 10문제/ })).toBeDefined();
    // Nothing is due: to stop is the main way.
    expect(screen.getByRole('button', { name: '여기까지' }).className).toContain('button-main');
    await user.click(screen.getByRole('button', { name: '2개 더' }));
    expect(await screen.findByRole('img', { name: '2개 가운데 1번째' })).toBeDefined();
  }, 20_000);

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
