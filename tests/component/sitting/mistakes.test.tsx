/** 오답: what is wrong now, the sure ones first, how far each is, and the ways on. */

import './set-up.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { cardItem } from '../../../src/core/model/event.ts';
import { loadPage } from '../../../src/store/pages.ts';
import { useSourceVisit, visitSource } from '../../../src/store/source-visit.ts';
import type { NewAnswer } from '../../../src/store/study/record.ts';
import { openStudy } from '../../../src/store/study/study.ts';
import { renderAt, Site } from '../render.tsx';
import { answerOn, pageOf, visit } from './course.ts';

const show = () => renderAt('/mistakes/', <Site pages={visit.pages} />);
const listUnder = async (name: string) => {
  const section = (await screen.findByRole('heading', { level: 2, name })).closest('section');
  if (!section) throw new Error(`no section ${name}`);
  return within(section);
};

test('an empty list invites', async () => {
  show();
  expect(await screen.findByText(/지금은 오답이 없습니다/)).toBeDefined();
  expect(screen.getByRole('link', { name: '문제 풀기' })).toBeDefined();
  expect(screen.queryByRole('button', { name: '인쇄' })).toBeNull();
});

test('the sure ones come first, the others by topic, each with its ways on', async () => {
  await answerOn('2026-11-20', 't-short', 'incorrect', { confidence: 'unsure' });
  await answerOn('2026-11-24', 'container-hardware', 'incorrect');
  show();
  const sure = await listUnder('확실했는데 틀린 문제');
  expect(await sure.findByText('Container는 하드웨어를 가상화한다.')).toBeDefined();
  expect(sure.getByText(/11월 24일에 틀림/)).toBeDefined();
  const types = await listUnder('2.1 출처');
  const again = await types.findByRole('link', { name: '다시 풀기' });
  expect(again.getAttribute('href')).toBe('/practice/?question=t-short');
  expect(types.getByRole('link', { name: '노트에서 보기' }).getAttribute('href')).toMatch(/^\/types\/#/);
  expect(screen.getByText('1문제', { selector: 'b' })).toBeDefined();
  expect(screen.getByText('오늘 복습에 1문제')).toBeDefined();
  expect(types.getByText(/오늘 복습에 나옵니다/)).toBeDefined();
  expect(sure.queryByText(/오늘 복습에 나옵니다/)).toBeNull();
  const all = screen.getByRole('link', { name: '오답 다시 풀기' });
  expect(all.getAttribute('href')).toBe('/practice/?set=wrong');
});

test('from its place in the notes a bar leads back to the question in 오답', async () => {
  await answerOn('2026-11-24', 'container-hardware', 'incorrect');
  show();
  const link = await screen.findByRole('link', { name: '노트에서 보기' });
  expect(link.closest('li')?.id).toBe('question:container-hardware');
  await userEvent.click(link);
  expect(useSourceVisit.getState().visit).toMatchObject({
    path: '/container/',
    back: { href: '/mistakes/', id: 'question:container-hardware', label: '오답으로' },
  });
  visitSource(null);
});

test('cards and comparison cells are among them, with their explanation folded and a way to recall them', async () => {
  const card = cardItem('컨테이너', '정의', '이미지');
  const missed = { kind: 'card', item: card, verdict: 'missed' } as Partial<NewAnswer>;
  await answerOn('2026-11-24', 'image', 'incorrect', missed);
  await answerOn('2026-11-24', 't-short', 'incorrect');
  const { unmount } = show();
  // Cards of the topic are off.
  expect(await screen.findByText('1문제', { selector: 'b' })).toBeDefined();
  unmount();
  await (await openStudy()).choose({ name: 'cards', value: ['컨테이너'] });
  show();
  expect(await screen.findByText('1문제, 카드 1장')).toBeDefined();
  const topic = await listUnder('1 컨테이너');
  expect(await topic.findByText('이미지')).toBeDefined();
  expect(topic.getByText(/11월 24일에 못 떠올림/)).toBeDefined();
  expect(topic.getByText('컨테이너를 만드는 틀').closest('details')).not.toBeNull();
  const again = topic.getByRole('link', { name: '다시 떠올리기' });
  expect(again.getAttribute('href')).toBe(`/practice/?${new URLSearchParams({ item: card })}`);
});

test('on paper it says what was answered, with the sentence that teaches the answer, and what was mixed up', async () => {
  const given = { type: 'short', text: '게스트' };
  await answerOn('2026-11-20', 't-short', 'incorrect', { answer: given });
  await answerOn('2026-11-21', 't-short', 'incorrect', { answer: given });
  show();
  const note = await screen.findByText('내 답', { selector: 'dt' });
  expect(note.nextElementSibling?.textContent).toBe('게스트');
  expect(note.closest('dl')?.className).toBe('paper-only');
  const pairs = within(await screen.findByRole('table'));
  expect(pairs.getByRole('row', { name: /^게스트 .+ 2번$/ })).toBeDefined();
});

test('each question can be reported', async () => {
  await answerOn('2026-11-20', 'image', 'incorrect');
  show();
  expect(await screen.findByRole('button', { name: '문제 오류 신고' })).toBeDefined();
});

test('what it says of leaving is so: right once, on the same day too, and it is gone', async () => {
  await answerOn('2026-11-20', 'image', 'incorrect');
  const { unmount } = show();
  expect(await screen.findByText('맞히면 목록에서 빠집니다.')).toBeDefined();
  // All of it is due: 오답 has none of its own, and the review is the way on.
  expect(screen.getByText('0문제', { selector: 'b' })).toBeDefined();
  expect(screen.getByRole('link', { name: '복습 시작' })).toBeDefined();
  unmount();
  await answerOn('2026-11-24', 'image', 'incorrect');
  show();
  expect(await screen.findByText('1문제', { selector: 'b' })).toBeDefined();
  await answerOn('2026-11-24', 'image', 'correct');
  expect(await screen.findByText(/지금은 오답이 없습니다/)).toBeDefined();
});

test('without a network it does not say that nothing is wrong', async () => {
  await answerOn('2026-11-20', 'image', 'incorrect');
  vi.mocked(loadPage).mockRejectedValue(new TypeError('offline'));
  show();
  expect(await screen.findByText(/네트워크에 연결되면 모두 나타납니다/)).toBeDefined();
  expect(screen.queryByText(/오답이 없습니다/)).toBeNull();
  vi.mocked(loadPage).mockImplementation(pageOf);
  dispatchEvent(new Event('online'));
  expect(await screen.findByText('컨테이너를 만드는 틀은?')).toBeDefined();
  expect(screen.queryByText(/네트워크에 연결되면/)).toBeNull();
});
