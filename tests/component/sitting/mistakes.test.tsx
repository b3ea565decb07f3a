/** 오답: what is wrong now, the sure ones first, how far each is, and the ways on. */

import './set-up.ts';
import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { cardItem } from '../../../src/core/model/event.ts';
import { loadPage } from '../../../src/store/pages.ts';
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
  await answerOn('2026-11-21', 'container-hardware', 'incorrect');
  show();
  const sure = await listUnder('확실했는데 틀린 문제');
  expect(await sure.findByText('Container는 하드웨어를 가상화한다.')).toBeDefined();
  expect(sure.getByText(/11월 21일에 틀림/)).toBeDefined();
  const types = await listUnder('2 유형');
  const again = await types.findByRole('link', { name: '다시 풀기' });
  expect(again.getAttribute('href')).toBe('/practice/?question=t-short');
  expect(types.getByRole('link', { name: '노트에서 보기' }).getAttribute('href')).toMatch(/^\/types\/#/);
  expect(screen.getByText('2문제')).toBeDefined();
  const all = screen.getByRole('link', { name: '오답 다시 풀기' });
  expect(all.getAttribute('href')).toBe('/practice/?set=wrong');
});

test('cards and comparison cells are among them, with their explanation folded and a way to recall them', async () => {
  const card = cardItem('컨테이너', '정의', '이미지');
  const missed = { kind: 'card', item: card, verdict: 'missed' } as Partial<NewAnswer>;
  await answerOn('2026-11-20', 'image', 'incorrect', missed);
  await answerOn('2026-11-21', 't-short', 'incorrect');
  const { unmount } = show();
  // Cards of the topic are off.
  expect(await screen.findByText('1문제')).toBeDefined();
  unmount();
  await (await openStudy()).choose({ name: 'cards', value: ['컨테이너'] });
  show();
  expect(await screen.findByText('2개')).toBeDefined();
  const topic = await listUnder('1 컨테이너');
  expect(await topic.findByText('이미지')).toBeDefined();
  expect(topic.getByText(/11월 20일에 못 떠올림/)).toBeDefined();
  expect(topic.getByText('컨테이너를 만드는 틀').closest('details')).not.toBeNull();
  const again = topic.getByRole('link', { name: '다시 떠올리기' });
  expect(again.getAttribute('href')).toBe(`/practice/?${new URLSearchParams({ item: card })}`);
});

test('each question can be reported', async () => {
  await answerOn('2026-11-20', 'image', 'incorrect');
  show();
  expect(await screen.findByRole('button', { name: '문제 오류 신고' })).toBeDefined();
});

test('right on one day it says how far it is; right on another it is gone', async () => {
  await answerOn('2026-11-20', 'image', 'incorrect');
  await answerOn('2026-11-22', 'image', 'correct');
  const { unmount } = show();
  expect(await screen.findByText(/한 번 더 맞히면 사라집니다/)).toBeDefined();
  unmount();
  await answerOn('2026-11-22', 'image', 'correct');
  show();
  expect(await screen.findByText(/한 번 더 맞히면 사라집니다/)).toBeDefined();
  await answerOn('2026-11-23', 'image', 'correct');
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
