/** In development a question says itself what is wrong with it: at its line, with the way there, and while it is mended. */

import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { compileCourse, readNote } from '../../../src/core/course/compile-course.ts';
import { QuestionMark, useMarks } from '../../../src/ui/dev/diagnostics-strip.tsx';
import { loadAllParts } from '../../../src/ui/lazy.tsx';
import { TopicPage } from '../../../src/ui/pages/topic-page.tsx';
import { useQuestionMark } from '../../../src/ui/quiz/quiz-view.tsx';
import { renderAt } from '../render.tsx';

vi.mock('../../../src/store/pages.ts', async (original) => ({
  ...(await original<typeof import('../../../src/store/pages.ts')>()),
  loadTree: vi.fn(),
  prefetchPage: vi.fn(),
}));
beforeAll(loadAllParts);
beforeEach(() => {
  useQuestionMark.setState({ QuestionMark: null });
  useMarks.setState({ diagnostics: [] });
});

const NOTE = `# 글

- 커널: 운영체제의 핵심

## 확인 문제

### Q. 맞는 것은? <!-- q: right -->

- [x] 하나
- [ ] 둘
- [ ] 셋

> 해설: 하나뿐이다.
>
> 출처: [글](note.md)

### Q. 틀린 것은? <!-- q: wrong -->

- [ ] 하나
- [ ] 둘

### Q. 모양이 없는 것은? <!-- q: shapeless -->

글뿐이다.

## 다른 절

-붙은 글

## 연습 문제

### Q. 마지막은? <!-- q: last -->

정답: 커널

> 해설: 핵심이다.
>
> 출처: [글](note.md)
`;

function compiled(note: string, courseText = '# 강의\n\n<!-- course: c -->\n\n- [글](note.md)\n') {
  const notes = Object.entries({ 'README.md': courseText, 'note.md': note });
  const { course, diagnostics } = compileCourse(
    new Map(notes.map(([file, text]) => [file, readNote(text, { file })])),
    { files: new Set(), drafts: false },
  );
  const page = course.pages.get('/note/');
  if (!page) throw new Error('no page');
  return { page, diagnostics };
}

const lineOf = (words: string) => NOTE.split('\n').findIndex((line) => line.includes(words)) + 1;
const card = (name: string) => screen.getByText(name).closest('li') as HTMLElement;
const places = (name: string) =>
  within(card(name))
    .queryAllByRole('button', { name: /^note\.md:\d+:\d+$/ })
    .map((button) => Number(button.textContent?.split(':')[1]));

test('errors and warnings stand in their question, and lead to their line', () => {
  const { page, diagnostics } = compiled(NOTE);
  const onOpen = vi.fn();
  useQuestionMark.setState({ QuestionMark });
  useMarks.setState({ diagnostics, onOpen });
  renderAt(page.path, <TopicPage page={page} isWhole />);
  expect(places('맞는 것은?')).toEqual([]);
  expect(places('틀린 것은?')).toEqual([lineOf('- [ ] 하나')]);
  expect(card('틀린 것은?').textContent).toContain('오류');
  expect(places('모양이 없는 것은?')).toEqual([lineOf('모양이 없는 것은?')]);
  // What is wrong between the quizzes is told elsewhere.
  expect(diagnostics.map(({ line }) => line)).toContain(lineOf('-붙은 글'));
  expect(places('마지막은?')).toEqual([]);

  fireEvent.click(within(card('틀린 것은?')).getByRole('button', { name: /^note\.md:/ }));
  expect(onOpen).toHaveBeenCalledWith(
    expect.objectContaining({ file: 'note.md', line: lineOf('- [ ] 하나') }),
  );
});

test('what a save brings is told, and gone when it is mended', () => {
  const { page, diagnostics } = compiled(NOTE);
  renderAt(page.path, <TopicPage page={page} isWhole />);
  expect(places('틀린 것은?')).toEqual([]);
  act(() => useQuestionMark.setState({ QuestionMark }));
  const told = card('틀린 것은?').querySelector('[aria-live="polite"]');
  expect(told?.textContent).toBe('');
  act(() => useMarks.setState({ diagnostics }));
  expect(told?.textContent).toContain('정답');
  act(() => useMarks.setState({ diagnostics: [] }));
  expect(told?.textContent).toBe('');
});

test('a message of another file with the same line is not the question’s', () => {
  const { page, diagnostics } = compiled(NOTE);
  useQuestionMark.setState({ QuestionMark });
  useMarks.setState({ diagnostics: diagnostics.map((one) => ({ ...one, file: 'other.md' })) });
  renderAt(page.path, <TopicPage page={page} isWhole />);
  expect(places('틀린 것은?')).toEqual([]);
});
