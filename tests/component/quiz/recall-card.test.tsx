/** A recall card: either side first, opened and graded by button or by key. */

import '../no-network.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { EMPTY } from '../../../src/core/memory/record-state.ts';
import type { Day } from '../../../src/core/model/event.ts';
import { cardsOf } from '../../../src/core/study/cards.ts';
import { useStudy } from '../../../src/store/study/study.ts';
import { questionPlace } from '../../../src/ui/quiz/question-place.ts';
import { RecallCard, type RecallCardProps } from '../../../src/ui/quiz/recall-card.tsx';
import { renderAt } from '../render.tsx';
import { pageAt } from './questions.ts';

const page = pageAt('/container/');
const placed = cardsOf(page).find(({ term }) => term === '이미지');
const user = userEvent.setup();

function show(more: Partial<RecallCardProps> = {}) {
  if (!placed) throw new Error('no card');
  const graded = vi.fn();
  renderAt(
    '/review/',
    <RecallCard
      placed={placed}
      place={questionPlace(page)}
      number={3}
      level={2}
      asks="explanation"
      onGraded={graded}
      {...more}
    />,
  );
  return graded;
}
const history = () => (placed ? (useStudy.getState().state?.items.get(placed.item)?.history ?? []) : []);

describe('a recall card', () => {
  test('asks for the explanation and shows it when opened', async () => {
    const graded = show();
    expect(screen.getByRole('heading', { level: 2, name: '이미지' })).toBeTruthy();
    expect(screen.queryByText('컨테이너를 만드는 틀')).toBeNull();
    await user.click(screen.getByRole('button', { name: '떠올린 뒤 열기' }));
    expect(screen.getByText('컨테이너를 만드는 틀')).toBeTruthy();
    const before = history().length;
    await user.click(screen.getByRole('button', { name: /^가물가물/ }));
    expect(graded).toHaveBeenCalledExactlyOnceWith('vague');
    await waitFor(() => expect(history()).toHaveLength(before + 1));
    expect(history().at(-1)?.event).toMatchObject({ kind: 'card', verdict: 'vague', answer: null });
  });

  test('can be reported once both of its sides are seen, since the report names the term', async () => {
    show({ asks: 'term' });
    expect(screen.queryByRole('button', { name: '카드 오류 신고' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '떠올린 뒤 열기' }));
    await user.click(screen.getByRole('button', { name: '카드 오류 신고' }));
    await user.click(screen.getByRole('button', { name: '신고할 내용 복사' }));
    const text = await navigator.clipboard.readText();
    expect(text).toContain('카드: 정의 › 이미지');
    expect(text).toContain(`id: ${placed?.item}\n파일: container.md\n`);
  });

  test('asks for the term the other way round, as the same item', async () => {
    show({ asks: 'term' });
    expect(screen.getByText('컨테이너를 만드는 틀')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: '이미지' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '떠올린 뒤 열기' }));
    expect(screen.getByRole('heading', { name: '이미지' })).toBeTruthy();
  });

  test('says of each grade when it comes back by it, and keeps to that', async () => {
    useStudy.setState({ state: EMPTY, today: '2026-11-24' as Day });
    show({ isRepeating: true });
    await user.click(screen.getByRole('button', { name: '떠올린 뒤 열기' }));
    const grades = within(screen.getByRole('group', { name: '스스로 채점, 다음 복습' }));
    const names = () => grades.getAllByRole('button').map(({ textContent }) => textContent);
    const said = ['떠올림 3일 뒤', '가물가물 잠시 뒤, 2일 뒤', '못 떠올림 잠시 뒤, 내일'];
    expect(names()).toEqual(said);
    await user.click(grades.getByRole('button', { name: said[0] as string }));
    expect(names()).toEqual(said);
  });

  test('by keyboard: Space opens, digits grade, once', async () => {
    const graded = show({ isFocusedOnMount: true });
    await user.keyboard('1');
    expect(graded).not.toHaveBeenCalled();
    await user.keyboard(' ');
    expect(screen.getByText('컨테이너를 만드는 틀')).toBeTruthy();
    await user.keyboard('33');
    expect(graded).toHaveBeenCalledExactlyOnceWith('missed');
    cleanup();
  });
});
