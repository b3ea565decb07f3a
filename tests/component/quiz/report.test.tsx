/** 「문제 오류 신고」: on every question, before it is answered and after, without a hint at what is right. */

import '../no-network.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { readingOrder } from '../../../src/core/study/reading-order.ts';
import { QuestionCard } from '../../../src/ui/quiz/question-card.tsx';
import { questionPlace } from '../../../src/ui/quiz/question-place.ts';
import { QuizView } from '../../../src/ui/quiz/quiz-view.tsx';
import { renderAt } from '../render.tsx';
import { ofType, pageAt, placedOf, TYPES } from './questions.ts';

const user = userEvent.setup();
const container = pageAt('/container/');
const [, own] = readingOrder(container).flatMap((part) => (part.kind === 'quiz' ? [part] : []));
if (!own) throw new Error('no quiz');

beforeEach(() => localStorage.clear());

/** `name` tells the record and the sitting of one test from those of another. */
const propsOf = (name: string) => ({
  page: { ...container, path: `/${name}/`, course: { ...container.course, id: name } },
  block: own.block,
  section: own.section,
  level: 3,
});

const reports = () => screen.findAllByRole('button', { name: '문제 오류 신고' });

test('a question can be reported before it is answered, by keyboard, and nothing is answered by it', async () => {
  renderAt('/report/', <QuizView {...propsOf('report')} />);
  const [unknown] = await screen.findAllByRole('button', { name: '모르겠음' });
  screen.getAllByRole('button', { name: '문제 1, 다시 볼 문제' })[0]?.focus();
  await user.tab();
  const [report] = await reports();
  expect(document.activeElement).toBe(report);
  expect(report?.getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{Enter}');
  expect(report?.getAttribute('aria-expanded')).toBe('true');
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '신고할 내용 복사' }));
  await user.keyboard('{Enter}');
  expect(await screen.findByText('복사했습니다.')).toBeTruthy();
  const text = await navigator.clipboard.readText();
  expect(text).toContain(`id: ${placedOf('container-memory').id}`);
  expect(text).toContain('파일: container.md');
  expect(screen.queryByText(/맞음|틀림|아직 모름/)).toBeNull();
  await user.click(unknown as HTMLElement);
  expect((await screen.findAllByText('아직 모름')).length).toBeGreaterThan(0);
  expect((await reports())[0]).toBe(report);
});

test('what is reported tells no answer: it is the same before and after, and names no option', async () => {
  for (const type of TYPES) {
    const placed = ofType(type);
    const { container, unmount } = renderAt(
      '/types/',
      <QuestionCard
        placed={placed}
        place={questionPlace(pageAt('/types/'))}
        number={1}
        level={4}
        variant="flow"
      />,
    );
    const copied = async () => {
      await user.click(screen.getByRole('button', { name: '신고할 내용 복사' }));
      return navigator.clipboard.readText();
    };
    await user.click((await reports())[0] as HTMLElement);
    const before = await copied();
    expect(before).toContain(`id: t-${type}`);
    const ask = [
      ...container.querySelectorAll(
        '.option .option-text, .order .option-text, .answer-grid tbody th, .bank dd',
      ),
    ].map(({ textContent }) => textContent.trim());
    for (const words of ask.filter(Boolean)) expect(before).not.toContain(words);
    await user.click(screen.getByRole('button', { name: '모르겠음' }));
    expect(await copied()).toBe(before);
    unmount();
  }
});

test('where the clipboard is closed, the text can be taken by hand, and its keys answer nothing', async () => {
  const closed = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('closed'));
  renderAt('/report/', <QuizView {...propsOf('closed')} />);
  await user.click((await reports())[0] as HTMLElement);
  await user.click(screen.getByRole('button', { name: '신고할 내용 복사' }));
  const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: '신고할 내용' });
  expect(text.value).toContain('id: container-memory');
  text.focus();
  await user.keyboard('1{Enter}');
  expect(screen.getAllByRole('radio').filter((each) => (each as HTMLInputElement).checked)).toEqual([]);
  expect(document.querySelector('.question[data-graded]')).toBeNull();
  closed.mockRestore();
});

test('where the course names a repository, the report is an issue filled in', async () => {
  const props = propsOf('issue');
  const newIssue = {
    href: 'https://git.example.org/n/-/issues/new',
    title: 'issue[title]',
    body: 'issue[description]',
  };
  const page = { ...props.page, course: { ...props.page.course, newIssue } };
  renderAt('/issue/', <QuizView {...props} page={page} />);
  await user.click((await reports())[0] as HTMLElement);
  const link = screen.getByRole('link', { name: /^이슈 쓰기/ });
  const { origin, pathname, searchParams } = new URL(link.getAttribute('href') ?? '');
  expect(origin + pathname).toBe(newIssue.href);
  expect(searchParams.get('issue[title]')).toContain('Container가 가상머신에 비해');
  expect(searchParams.get('issue[description]')).toMatch(/id: container-memory\n파일: container\.md \d+행/);
  expect(screen.queryByRole('button', { name: '신고할 내용 복사' })).toBeNull();
});
