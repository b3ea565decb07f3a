/** A file to mend by role and by keyboard: the text, its conditions, what comes of them, and what stays while nothing was changed. */

import '../no-network.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { questionItem } from '../../../src/core/model/event.ts';
import { readUnsentAnswer } from '../../../src/store/study/answers.ts';
import { QuestionCard } from '../../../src/ui/quiz/question-card.tsx';
import { questionPlace } from '../../../src/ui/quiz/question-place.ts';
import { renderAt } from '../render.tsx';
import { ofType, pageAt } from './questions.ts';

beforeEach(() => localStorage.clear());

const show = () =>
  renderAt(
    '/types/',
    <QuestionCard
      placed={ofType('fix')}
      place={questionPlace(pageAt('/types/'))}
      number={1}
      level={4}
      variant="flow"
    />,
  );
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'deployment.yaml' });
const conditions = () => within(screen.getByRole('list', { name: '조건' })).getAllByRole('listitem');
const submit = () => screen.getByRole('button', { name: '확실해요' });
const isReady = () => waitFor(() => expect(submit().getAttribute('aria-disabled')).toBe('false'));
const verdict = () => document.querySelector('.verdict')?.textContent ?? '';

test('sent while what reads the file is still loading, it is told what is waited for', async () => {
  show();
  fireEvent.change(field(), { target: { value: 'kind: Deployment' } });
  fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
  expect(screen.getByText('조건을 확인하는 중입니다.', { selector: '[role="status"]' })).toBeDefined();
  await isReady();
  fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
  expect(verdict()).toBe('조건 3개 중 1개');
  await waitFor(() => expect(readUnsentAnswer(questionItem('t-fix'))).toBeNull());
});

test('the file and its conditions are there from the start, and none is judged before it is sent', async () => {
  const user = userEvent.setup();
  show();
  expect(field().value).toBe('kind: Deployment\nspec:\n  replicas: 1\nimage: api:latest');
  expect(conditions().map(({ textContent }) => textContent)).toEqual([
    'YAML로 읽힌다',
    'spec.replicas가 3이다',
    '이미지에 버전을 적는다',
  ]);
  expect(submit().getAttribute('aria-disabled')).toBe('true');
  await user.click(field());
  await user.keyboard('{Tab}');
  expect(document.activeElement).not.toBe(field());
  await user.type(field(), ' ');
  await isReady();
  expect(screen.queryByRole('img', { name: '맞음' })).toBeNull();
  expect(readUnsentAnswer(questionItem('t-fix'))?.response).toMatchObject({ text: `${field().value}` });
});

test('each condition is told by itself, the one that fails with its line, and the way of the author', async () => {
  const user = userEvent.setup();
  show();
  await user.clear(field());
  await user.type(field(), 'kind: Deployment{Enter}spec:{Enter}  replicas: 3{Enter}image: api');
  await isReady();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(verdict()).toBe('조건 3개 중 2개');
  expect(conditions().map(({ textContent }) => textContent)).toEqual([
    'YAML로 읽힌다',
    'spec.replicas가 3이다',
    '이미지에 버전을 적는다4번째 줄 image: api',
  ]);
  const marks = screen.getAllByRole('img', { name: /^(?:맞음|틀림)$/ });
  expect(marks.map((mark) => mark.closest('.screen-only') !== null)).toEqual([true, true, true]);
  expect(document.querySelector('.why')?.textContent).toContain('버전을 적지 않으면');
  expect(screen.getByText('강사의 풀이').parentElement?.textContent).toContain('image: api:1.4.2');
  expect(field().disabled).toBe(true);
});

test('what cannot be read fails as a whole, and says at which line', async () => {
  const user = userEvent.setup();
  show();
  await user.type(field(), '{Enter}\ta: b');
  await isReady();
  await user.click(submit());
  expect(verdict()).toMatch(/^아쉽습니다/);
  expect(conditions()[1]?.textContent).toMatch(/\d번째 줄을 읽지 못해 볼 수 없습니다$/);
});

test('the file can be had as it was, and then what was made of it', async () => {
  const user = userEvent.setup();
  show();
  const before = field().value;
  await user.type(field(), '# 1');
  await user.click(screen.getByRole('button', { name: '처음 파일로' }));
  expect(field().value).toBe(before);
  expect(submit().getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('button', { name: '고치던 파일로' }));
  expect(field().value).toBe(`${before}# 1`);
  await isReady();
});
