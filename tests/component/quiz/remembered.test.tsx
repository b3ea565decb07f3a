/** Questions among the notes once the record is there: the last answer of each when it is asked for, and what is known folded. */

import '../no-network.ts';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { questionItem } from '../../../src/core/model/event.ts';
import type { Response } from '../../../src/core/model/question.ts';
import type { QuizBlock, ReadQuestion } from '../../../src/core/model/topic.ts';
import { choicesFor, grade, placesFor } from '../../../src/core/quiz/grade.ts';
import type { Grade } from '../../../src/core/quiz/type-rules.ts';
import {
  answerOf,
  isAnswerable,
  type PlacedQuestion,
  questionAnchor,
  questionIdOf,
} from '../../../src/core/study/questions.ts';
import { readingOrder } from '../../../src/core/study/reading-order.ts';
import { writeUnsentAnswer } from '../../../src/store/study/answers.ts';
import { isFolded, setFolded, useFolds } from '../../../src/store/study/folded-questions.ts';
import { openStudy, useStudy } from '../../../src/store/study/study.ts';
import { QuizView } from '../../../src/ui/quiz/quiz-view.tsx';
import { renderAt } from '../render.tsx';
import { ofType, pageAt, TYPES } from './questions.ts';

const user = userEvent.setup();
const page = pageAt('/types/');
const blocks = readingOrder(page).flatMap((part) => (part.kind === 'quiz' ? [part.block] : []));
const [first] = blocks;
if (!first) throw new Error('no quiz');
/** All questions of the page in one quiz: more than ten. */
const block: QuizBlock = {
  ...first,
  questions: [...TYPES.map((type) => ofType(type).question), ...blocks.flatMap(({ questions }) => questions)]
    .filter(isAnswerable)
    .filter((question, at, all) => all.findIndex((each) => each.id === question.id) === at),
};
const ids = block.questions.filter(isAnswerable).map(questionIdOf);

beforeEach(() => {
  for (const id of ids) writeUnsentAnswer(questionItem(id), null);
});

/** Of each type one that is wrong or partly right, and complete. */
function respond({ answer }: ReadQuestion): Response {
  const [choice] = choicesFor({ answer }, 'any').map(({ key }) => key);
  const places = placesFor({ answer });
  switch (answer.type) {
    case 'single':
      return { type: 'single', option: choice ?? '' };
    case 'multiple':
      return { type: 'multiple', options: [choice ?? ''] };
    case 'true-false':
      return { type: 'true-false', isTrue: !answer.isTrue };
    case 'cloze':
      return { type: 'cloze', texts: answer.parts.map(() => '다른 말') };
    case 'matching':
      return {
        type: 'matching',
        places: Object.fromEntries(places.map(({ key }) => [key, choice ?? ''])),
      };
    case 'categories': {
      const [home] = places;
      const items = choicesFor({ answer }, 'any');
      return {
        type: 'categories',
        places: Object.fromEntries(items.map(({ key }) => [key, home?.key ?? ''])),
      };
    }
    case 'ordering':
      return {
        type: 'ordering',
        order: choicesFor({ answer }, answer.items[0]?.text ?? '').map(({ key }) => key),
      };
    case 'fix':
      return { type: 'fix', text: 'a: 1', met: [] };
    default:
      return { type: answer.type, text: '다른 말' } as Response;
  }
}

async function remember(placed: PlacedQuestion, response: Response | null, graded: Grade) {
  const record = await openStudy();
  await record.answer(
    answerOf(placed, { response, grade: graded, confidence: 'sure', hints: 0, elapsedMillis: 1 }),
  ).stored;
}
const placed = (id: string): PlacedQuestion => {
  const question = block.questions.filter(isAnswerable).find((each) => questionIdOf(each) === id);
  if (!question) throw new Error(`no question ${id}`);
  return { id, question, anchor: null, section: null };
};
const known: Grade = { verdict: 'correct', score: 1, parts: [] };

const show = (path: string, shown: QuizBlock, questions = shown.questions) =>
  renderAt(
    path,
    <QuizView
      page={{ ...page, path: path.replace(/#.*/, ''), sections: [], blocks: [{ ...block, questions }] }}
      block={shown}
      section={null}
      level={3}
    />,
  );
const cardOf = (id: string) => document.getElementById(questionAnchor(id)) as HTMLElement;
/** What is filled in, and in which order it stands. */
const answered = (card: HTMLElement) =>
  [...card.querySelectorAll<HTMLElement>('input, textarea, .order > li')].map((each) => {
    if (each instanceof HTMLTextAreaElement) return each.value;
    if (!(each instanceof HTMLInputElement)) return each.children[1]?.textContent;
    return each.type === 'text' ? each.value : each.checked;
  });
const isGivenAway = (card: HTMLElement) => card.querySelector('[data-v], .verdict-tag, .verdict') !== null;

describe('the last answer', () => {
  test.each(TYPES)(
    'of %s gives nothing away until it is asked for, and the question opens afresh',
    async (type) => {
      const { id, question } = ofType(type);
      const response = respond(question);
      const graded = grade(question, response);
      expect(graded.verdict).not.toBe('correct');
      await remember(ofType(type), response, graded);
      show(`/last-${type}/`, { ...block, questions: [question] });
      const ask = await screen.findByRole('button', { name: '지난 답 보기' });
      const fresh = answered(cardOf(id));
      expect(isGivenAway(cardOf(id))).toBe(false);
      await user.click(ask);
      expect(document.activeElement?.className).toContain('verdict');
      expect(document.activeElement?.textContent).toContain('지난 답');
      expect(within(cardOf(id)).getByText(/^오늘 (?:틀림|일부 맞음)$/)).toBeTruthy();
      expect(answered(cardOf(id))).not.toEqual(fresh);
      expect(screen.queryByText(/바로 맞혔습니다/)).toBeNull();
      const answers = useStudy.getState().state?.items.get(questionItem(id))?.history.length;
      await user.click(screen.getByRole('button', { name: '다시 풀기' }));
      expect(document.activeElement?.className).toContain('stem');
      expect(answered(cardOf(id))).toEqual(fresh);
      expect(isGivenAway(cardOf(id))).toBe(false);
      expect(within(cardOf(id)).getByRole('button', { name: '확실해요' })).toBeTruthy();
      expect(useStudy.getState().state?.items.get(questionItem(id))?.history).toHaveLength(answers ?? 0);
    },
  );

  test('is not offered once something is filled in, nor where options or key are others by now', async () => {
    const { id, question } = ofType('single');
    const single = question.answer;
    if (single.type !== 'single') throw new Error('other type');
    await remember(ofType('single'), respond(question), grade(question, respond(question)));
    const { unmount } = show('/filled/', { ...block, questions: [question] });
    await screen.findByRole('button', { name: '지난 답 보기' });
    await user.click(screen.getAllByRole('radio')[0] as HTMLElement);
    expect(screen.queryByRole('button', { name: '지난 답 보기' })).toBeNull();
    unmount();
    const changed = { ...question, answer: { ...single, options: single.options.slice(1) } };
    show('/changed/', { ...block, questions: [changed] });
    await waitFor(() => expect(cardOf(id).querySelector('.changed')).toBeTruthy());
    expect(screen.queryByRole('button', { name: '지난 답 보기' })).toBeNull();
  });
});

describe('what is known', () => {
  const path = (name: string) => `/${name}/`;
  const stems = () => screen.getAllByRole('heading', { level: 4 });
  const foldedIds = () => ids.filter((id) => cardOf(id).hasAttribute('data-folded'));

  /** The record is open before, but comes to this page as if it were read after it was drawn. */
  async function arriveLate(at: string, before: () => void) {
    for (const id of ids) await remember(placed(id), null, known);
    const { state } = useStudy.getState();
    act(() => useStudy.setState({ state: null }));
    show(at, block);
    await screen.findAllByRole('article');
    before();
    act(() => useStudy.setState({ state }));
  }
  /** Each card 400 px high, from the top of the page on. */
  const layOut = () =>
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      const at = ids.findIndex((id) => this.id === questionAnchor(id));
      return new DOMRect(0, Math.max(0, at) * 400, 300, 400);
    });

  test('folds below the screen when the record comes, and nothing on it does', async () => {
    const laidOut = layOut();
    vi.stubGlobal('innerHeight', 1000);
    const [, , third, fourth, fifth, sixth] = ids;
    await arriveLate(path('late'), () => {
      expect(foldedIds()).toEqual([]);
      writeUnsentAnswer(questionItem(fourth ?? ''), { response: { type: 'short', text: '커' }, hints: 0 });
      cardOf(fifth ?? '')
        .querySelector<HTMLElement>('.stem')
        ?.focus();
    });
    // The third begins on the screen; in the fourth and the fifth is something going on.
    expect(foldedIds()).toEqual(ids.slice(5));
    expect(
      cardOf(third ?? '')
        .querySelector('.folding')
        ?.hasAttribute('hidden'),
    ).toBe(false);
    const folded = within(cardOf(sixth ?? ''));
    expect(folded.getByText('오늘 맞음')).toBeTruthy();
    expect(folded.queryByRole('button', { name: '확실해요' })).toBeNull();
    expect(
      cardOf(sixth ?? '')
        .querySelector('.folding')
        ?.getAttribute('hidden'),
    ).toBe('until-found');
    expect(stems()).toHaveLength(ids.length);
    laidOut.mockRestore();
    vi.unstubAllGlobals();
  });

  test('opens by its button, by a search in the page, by its address, and stays so for this visit', async () => {
    for (const id of ids) await remember(placed(id), null, known);
    const [a = '', b = '', c = ''] = ids;
    const address = `/again/#${encodeURIComponent(questionAnchor(c))}`;
    show(address, block);
    await screen.findAllByRole('article');
    // Drawn with the record at hand, all but the one that the address names are folded from the start.
    await waitFor(() => expect(foldedIds()).toEqual(ids.filter((id) => id !== c)));
    await user.click(within(cardOf(a)).getByRole('button', { name: '다시 풀기' }));
    expect(document.activeElement?.closest('article')?.id).toBe(questionAnchor(a));
    expect(within(cardOf(a)).getByRole('button', { name: '확실해요' })).toBeTruthy();
    // The browser goes on to what it found, so the card has to stay the one it is.
    const field = cardOf(b).querySelector('input, textarea, button');
    act(
      () =>
        void cardOf(b)
          .querySelector('.folding')
          ?.dispatchEvent(new Event('beforematch', { bubbles: true })),
    );
    expect(foldedIds()).toEqual(ids.slice(3));
    expect(field?.isConnected).toBe(true);
    cleanup();
    show('/again/', block);
    await screen.findAllByRole('article');
    expect(foldedIds()).toEqual(ids.slice(3));
    act(() => setFolded('/again/', ids, false));
    expect(foldedIds()).toEqual([]);
  });

  test('stays open on a page of ten questions, until it is folded from the head of the page', async () => {
    const few = { ...block, questions: block.questions.slice(0, 10) };
    for (const id of ids) await remember(placed(id), null, known);
    show('/short/', few);
    await screen.findAllByRole('article');
    expect(document.querySelector('[data-folded]')).toBeNull();
    act(() => setFolded('/short/', ids.slice(0, 10), true));
    expect(document.querySelectorAll('[data-folded]')).toHaveLength(10);
  });

  test('is not asked: the quiz ends with what is open, and Enter passes over it; all begins anew together', async () => {
    const { id, question } = ofType('true-false');
    const others = ids.filter((each) => each !== id);
    for (const each of others) await remember(placed(each), null, known);
    const path = '/passed/';
    const open = { ...block, questions: [question, ...block.questions.filter((each) => each.id !== id)] };
    show(path, open);
    await screen.findAllByRole('article');
    act(() => setFolded(path, others, true));
    act(() => setFolded(path, [id], false));
    const answer = question.answer.type === 'true-false' && question.answer.isTrue;
    const card = within(cardOf(id));
    await user.click(card.getByRole('radio', { name: answer ? /^O/ : /^X/ }));
    await user.click(card.getByRole('button', { name: '확실해요' }));
    expect(await screen.findByText('1문제 중 1문제를 바로 맞혔습니다.')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(document.querySelector('.sitting-end')?.contains(document.activeElement)).toBe(true);
    await user.click(screen.getByRole('button', { name: '처음부터 다시 풀기' }));
    expect(document.querySelector('[data-folded]')).toBeNull();
    expect(isFolded(useFolds.getState().folds, path, id)).toBe(false);
  });
});
