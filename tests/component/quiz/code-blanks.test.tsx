/** Blanks in code by role and by keyboard: one code with fields in it, before an answer and once graded. */

import '../no-network.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { questionsOf } from '../../../src/core/study/questions.ts';
import { QuestionCard } from '../../../src/ui/quiz/question-card.tsx';
import { questionPlace } from '../../../src/ui/quiz/question-place.ts';
import { viewOf } from '../../../src/ui/quiz/types/views.ts';
import { notesOf } from '../../unit/export/course.ts';
import { renderAt } from '../render.tsx';
import { pageAt } from './questions.ts';

const CODE = 'FROM python\nCOPY [[requirements.txt]] .\n[[CMD / ENTRYPOINT]] ["python"]';
const source = notesOf({ code: `\`\`\`dockerfile Dockerfile blanks\n${CODE}\n\`\`\`\n\n> 해설: 글` }).get(
  'topic.md',
);
const [placed] = questionsOf(parse(source ?? '', { file: 'topic.md' }).value);
if (!placed) throw new Error('no question that can be answered');

const show = () =>
  renderAt(
    '/types/',
    <QuestionCard
      placed={placed}
      place={questionPlace(pageAt('/types/'))}
      number={1}
      level={4}
      variant="flow"
    />,
  );
const code = () => screen.getByRole('figure', { name: 'Dockerfile' });
const fields = () => within(code()).getAllByRole<HTMLInputElement>('textbox');

test('the code is there with a field for each blank, none as wide as its answer', () => {
  show();
  expect(code().querySelector('code')?.textContent).toBe('FROM python\nCOPY (1) .\n(2) ["python"]');
  expect(fields().map((field) => field.getAttribute('aria-label'))).toEqual(['빈칸 1', '빈칸 2']);
  expect(fields().map((field) => field.className)).toEqual(['text-answer width-10', 'text-answer width-6']);
  expect(code().querySelector('button')).toBeNull();
});

test('by keyboard: from blank to blank, sent, and each told what was right', async () => {
  const user = userEvent.setup();
  show();
  fields()[0]?.focus();
  await user.keyboard('requirements.txt{Enter}');
  expect(document.activeElement).toBe(fields()[1]);
  await user.keyboard('cmd{Enter}');
  expect(document.querySelector('.verdict')?.textContent).toBe('2개 중 1개 맞았습니다');
  expect([...document.querySelectorAll('.answer')].map(({ textContent }) => textContent)).toEqual([
    '',
    '정답 CMD',
  ]);
  expect(code().querySelector('pre')?.tabIndex).toBe(0);
  await user.click(screen.getByRole('button', { name: '네, 오타입니다' }));
  expect(document.querySelector('.verdict')?.textContent).toBe('정답입니다');
});

test('to be read it has numbered gaps', () => {
  const { Plain, Key } = viewOf('cloze');
  renderAt('/types/', <Plain answer={placed.question.answer} seed="" />);
  expect(code().textContent).toContain('COPY (1) ____ .\n(2) ____ ["python"]');
  renderAt('/types/', <Key answer={placed.question.answer} seed="" />);
  expect(document.body.textContent).toContain('(1) requirements.txt (2) CMD');
});
