/** A quiz on its page: prerendered, taken over with what was entered, asked again until right, found again as it was. */

import '../no-network.ts';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { BrowserRouter, StaticRouter } from 'react-router';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { dayNumber } from '../../../src/core/memory/day-number.ts';
import { questionItem } from '../../../src/core/model/event.ts';
import type { QuizBlock, ReadQuestion } from '../../../src/core/model/topic.ts';
import { answerOf, isAnswerable, questionAnchor, questionsOf } from '../../../src/core/study/questions.ts';
import { readingOrder } from '../../../src/core/study/reading-order.ts';
import { standingOf } from '../../../src/core/study/standing.ts';
import { studyIndexOf } from '../../../src/core/study/study-index.ts';
import { setCourse } from '../../../src/store/site.ts';
import { readUnsentAnswer, writeUnsentAnswer } from '../../../src/store/study/answers.ts';
import { openStudy, useStudy } from '../../../src/store/study/study.ts';
import { renewTally } from '../../../src/store/study/tally.ts';
import { PageParts } from '../../../src/ui/pages/page-sections.tsx';
import { PageTally } from '../../../src/ui/progress/record-parts.tsx';
import { PlainQuiz } from '../../../src/ui/quiz/quiz.tsx';
import { Quiz, QuizView } from '../../../src/ui/quiz/quiz-view.tsx';
import { headingsOf } from '../../../src/ui/shell/reading-place.tsx';
import { holdWriting } from '../hold-writing.ts';
import { renderAt } from '../render.tsx';
import { pageAt } from './questions.ts';

const user = userEvent.setup();
const container = pageAt('/container/');
const quizzes = readingOrder(container).flatMap((part) => (part.kind === 'quiz' ? [part] : []));
const [, own] = quizzes;
if (!own) throw new Error('no quiz');

beforeEach(() => localStorage.clear());
afterEach(() => {
  document.body.innerHTML = '';
});

/** The course tells the drafts of one test from those of another. */
const propsOf = (name: string) => {
  const course = { ...container.course, id: name };
  setCourse(course);
  return {
    page: { ...container, path: `/${name}/`, course },
    block: own.block,
    section: own.section,
    level: 3,
  };
};
const question = async (name: RegExp) => within(await screen.findByRole('article', { name }));
const check = (of: Awaited<ReturnType<typeof question>>) =>
  user.click(of.getByRole('button', { name: '확실해요' }));
/** React does at once only what an event asks for; what it puts off comes after `run`, as on a device that is busy. */
async function outsideAct(run: () => Promise<void>): Promise<void> {
  const setAct = (isOn: boolean) => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: isOn });
  setAct(false);
  await run().finally(() => setAct(true));
}
async function pressNow(key: string): Promise<void> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  await Promise.resolve();
}
const stems = () => screen.getAllByRole('heading', { level: 4 }).map((heading) => heading.textContent);

describe('the order of a page', () => {
  test('a quiz comes after the deeper sections of its own, the whole topic’s after all', () => {
    const order = readingOrder(container).map((part) =>
      part.kind === 'section' ? part.section.titleText : `${part.section?.titleText ?? '전체'} 문제`,
    );
    expect(order).toEqual(['정의', '차이', '차이 문제', '정의 문제', '장점', '전체 문제']);
  });
});

test('quizzes of one page are told apart, and their numbers go on', async () => {
  renderAt('/container/', <PageParts page={container} />);
  const heads = screen.getAllByRole('heading', { name: /확인 문제$/ });
  expect(heads.map((head) => [head.id, head.textContent])).toEqual([
    ['quiz:1', '차이 확인 문제'],
    ['quiz:2', '정의 확인 문제'],
    ['quiz:3', `${container.titleText} 전체 확인 문제`],
  ]);
  await screen.findAllByRole('article');
  const numbers = [...document.querySelectorAll('.question-head .number')].map(
    ({ textContent }) => textContent,
  );
  expect(numbers).toEqual(numbers.map((_, at) => `문제 ${at + 1}`));
  expect(headingsOf(container).map(({ title }) => title)).toEqual([
    '정의',
    '차이',
    '차이 확인 문제',
    '정의 확인 문제',
    '장점',
    `${container.titleText} 전체 확인 문제`,
  ]);
});

test('the head of a page counts its questions by where they stand, and each number leads to the first', async () => {
  const [wrong, right] = questionsOf(container);
  if (!wrong || !right) throw new Error('no questions');
  const record = await openStudy();
  for (const [placed, verdict] of [
    [wrong, 'incorrect'],
    [right, 'correct'],
  ] as const) {
    const grade = { verdict, score: 0, parts: [] };
    await record.answer(
      answerOf(placed, { response: null, grade, confidence: 'sure', hints: 0, elapsedMillis: 1 }),
    ).stored;
  }
  const { state, today } = useStudy.getState();
  if (!state) throw new Error('no record');
  useStudy.setState({ index: studyIndexOf([container]) });
  renewTally();
  const all = questionsOf(container).length;
  renderAt('/container/', <PageTally page={container} />);
  expect(screen.getByText(`${all}문제 중`)).toBeTruthy();
  const count = (standing: string) =>
    questionsOf(container).filter(
      ({ id }) => standingOf(state, questionItem(id), dayNumber(today)) === standing,
    ).length;
  expect(screen.getByRole('link', { name: `오답 ${count('wrong')}` }).getAttribute('href')).toBe(
    `/container/#${encodeURIComponent(questionAnchor(wrong.id))}`,
  );
  expect(screen.getByRole('link', { name: `안 풂 ${count('new')}` })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: `기억 ${count('remembered')} 접기` }));
  await user.click(screen.getByRole('button', { name: `기억 ${count('remembered')} 펴기` }));
  expect(screen.getByRole('button', { name: `기억 ${count('remembered')} 접기` })).toBeTruthy();
});

describe('prerendered', () => {
  beforeAll(async () => {
    await Quiz.load();
  });

  const html = (name: string) =>
    renderToString(
      <StaticRouter location={`/${name}/`}>
        <QuizView {...propsOf(name)} />
      </StaticRouter>,
    );

  /** Puts the markup into the page, lets a reader do something in it, and hydrates it. */
  async function takeOver(name: string, before: (host: HTMLElement) => void | Promise<void>) {
    history.replaceState(null, '', `/${name}/`);
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = html(name);
    await before(host);
    const errors: unknown[] = [];
    const app = (
      <BrowserRouter>
        <QuizView {...propsOf(name)} />
      </BrowserRouter>
    );
    await act(async () => hydrateRoot(host, app, { onRecoverableError: (error) => errors.push(error) }));
    await waitFor(() => expect(host.querySelector('details.question-key')).toBeNull());
    expect(errors).toEqual([]);
    return host;
  }

  test('all questions can be read, nothing is given away outside the fold', () => {
    document.body.innerHTML = html('container');
    expect(stems()).toHaveLength(2);
    for (const fold of document.querySelectorAll('details')) {
      expect(fold.open).toBe(false);
      expect(fold.textContent).toContain('정답');
      fold.remove();
    }
    document.querySelector('.print-key')?.remove();
    expect(document.body.textContent).not.toContain('커널 하나를 나누어 쓰기 때문에');
    expect(document.querySelector('[checked], [data-v], .feedback, [style]')).toBeNull();
  });

  test('hydrating keeps the markup, what was chosen in it as an answer, and the focus', async () => {
    let chosen: HTMLInputElement | undefined;
    let focused: HTMLInputElement | undefined;
    await takeOver('entered', (host) => {
      const inputs = [...host.querySelectorAll('input')];
      [chosen, focused] = [inputs[2], inputs[5]];
      chosen?.click();
      focused?.focus();
    });
    expect(chosen?.isConnected).toBe(true);
    expect(chosen?.checked).toBe(true);
    expect(document.activeElement).toBe(focused);
    expect(readUnsentAnswer(questionItem('container-memory'))?.response).toMatchObject({ type: 'single' });
  });

  test('a draft is found again, and what was chosen meanwhile goes before it', async () => {
    const choose = async (host: HTMLElement, name: RegExp) =>
      user.click(within(host).getByRole('radio', { name }));
    renderAt('/kept/', <QuizView {...propsOf('kept')} />);
    await choose(document.body, /물리적/);
    cleanup();
    const kept = await takeOver('kept', () => undefined);
    const isChosen = (host: HTMLElement, name: RegExp) =>
      within(host).getByRole<HTMLInputElement>('radio', { name }).checked;
    await waitFor(() => expect(isChosen(kept, /물리적/)).toBe(true));
    kept.remove();
    const other = await takeOver('kept', (host) => choose(host, /커널을 공유/));
    await waitFor(() => expect(isChosen(other, /커널을 공유/)).toBe(true));
    expect(isChosen(other, /물리적/)).toBe(false);
  });
});

describe('a sitting', () => {
  test('what was missed comes again until right once, then the sum and a new beginning', async () => {
    renderAt('/sitting/', <QuizView {...propsOf('sitting')} />);
    const first = await question(/더 적은 메모리/);
    await user.click(first.getByRole('radio', { name: /물리적/ }));
    await check(first);
    expect(screen.queryByText(/바로 맞혔습니다/)).toBeNull();
    const second = await question(/하드웨어를 가상화한다/);
    await user.click(second.getByRole('radio', { name: /아니다/ }));
    await check(second);

    expect(screen.getByText(/2문제 중 1문제를 바로 맞혔습니다/).parentElement?.textContent).toContain(
      '남은 1문제를 한 번 더 풉니다.',
    );
    const again = () => within(document.querySelector('.sitting-end') as HTMLElement);
    expect(again().getByText('다시 풀기')).toBeTruthy();
    await user.click(again().getByRole('button', { name: '모르겠음' }));
    await user.click(again().getByRole('button', { name: '다음 문제' }));
    expect(document.activeElement).toBe(again().getByRole('heading'));
    await user.click(again().getByRole('radio', { name: '운영체제의 커널을 공유하므로' }));
    await user.keyboard('{Enter}');
    await user.click(again().getByRole('button', { name: '마치기' }));
    expect(again().getByRole('status').textContent).toContain('다시 푼 문제까지 모두 맞혔습니다.');

    // What was pressed goes away each time, and the focus does not go with it.
    expect(document.activeElement).toBe(again().getByRole('button', { name: '처음부터 다시 풀기' }));
    await user.keyboard('{Enter}');
    expect(document.querySelector('.result')).toBeNull();
    expect(screen.queryByText(/바로 맞혔습니다/)).toBeNull();
    expect(document.activeElement?.textContent).toMatch(/더 적은 메모리/);
  });

  test('Enter leads through the whole quiz', async () => {
    renderAt('/enter/', <QuizView {...propsOf('enter')} />);
    (await screen.findByRole('heading', { name: /더 적은 메모리/ })).focus();
    const right = (await question(/더 적은 메모리/))
      .getAllByRole('radio')
      .findIndex((radio) => radio.closest('label')?.textContent?.includes('커널을 공유'));
    await user.keyboard(`${right + 1}{Enter}`);
    expect(document.activeElement?.textContent).toMatch(/^정답입니다/);
    await user.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('Container는 하드웨어를 가상화한다.');
    await user.keyboard('2{Enter}');
    expect(screen.getByText(/2문제 중 2문제를 바로 맞혔습니다/)).toBeTruthy();
  });

  test('keys that are faster than what follows a verdict lead to what was missed', async () => {
    renderAt('/fast/', <QuizView {...propsOf('fast')} />);
    const first = await screen.findByRole('heading', { name: /더 적은 메모리/ });
    const wrong = (await question(/더 적은 메모리/))
      .getAllByRole('radio')
      .findIndex((radio) => !radio.closest('label')?.textContent?.includes('커널을 공유'));
    await outsideAct(async () => {
      first.focus();
      for (const key of [`${wrong + 1}`, 'Enter', 'Enter', '2', 'Enter', 'Enter']) await pressNow(key);
      // The end is not there yet.
      expect(document.querySelector('.sitting-end')).toBeNull();
    });
    await waitFor(() => expect(document.activeElement?.closest('.sitting-end')).not.toBeNull());
    expect(document.activeElement?.textContent).toMatch(/더 적은 메모리/);
  });

  test('Enter after the last question of a quiz does not lead to the end of another one', async () => {
    const props = propsOf('two');
    const [memory, hardware] = props.block.questions.map((each) => ({ ...props.block, questions: [each] }));
    if (!memory || !hardware) throw new Error('not two questions');
    renderAt(
      '/two/',
      <>
        <QuizView {...props} block={memory} />
        <QuizView {...props} block={hardware} />
      </>,
    );
    const { getByRole } = await question(/더 적은 메모리/);
    await user.click(getByRole('button', { name: '모르겠음' }));
    const stem = await screen.findByRole('heading', { name: /하드웨어를 가상화한다/ });
    await outsideAct(async () => {
      stem.focus();
      for (const key of ['1', 'Enter', 'Enter']) await pressNow(key);
    });
    await waitFor(() => expect(document.querySelectorAll('.sitting-end')).toHaveLength(2));
    expect(document.activeElement?.closest('.sitting-end')).not.toBeNull();
    expect(document.activeElement?.textContent).toMatch(/하드웨어를 가상화한다/);
  });

  test('Enter after the last question leads back to one that was left out', async () => {
    renderAt('/left/', <QuizView {...propsOf('left')} />);
    (await screen.findByRole('heading', { name: /하드웨어를 가상화한다/ })).focus();
    await user.keyboard('2{Enter}{Enter}');
    expect(document.activeElement?.textContent).toMatch(/더 적은 메모리/);
    await user.keyboard('1{Enter}{Enter}');
    expect(document.activeElement?.textContent).toMatch(/하드웨어를 가상화한다/);
    // From there it is the last, and all are answered.
    await user.keyboard('{Enter}');
    expect(document.querySelector('.sitting-end')?.contains(document.activeElement)).toBe(true);
  });

  test('is found as it was left when one comes back to the page', async () => {
    renderAt('/back/', <QuizView {...propsOf('back')} />);
    const first = await question(/더 적은 메모리/);
    await user.click(first.getByRole('button', { name: '모르겠음' }));
    cleanup();
    renderAt('/back/', <QuizView {...propsOf('back')} />);
    await waitFor(() => expect(document.querySelectorAll('.result')).toHaveLength(1));
    expect(screen.getByText(/아직 모름/, { selector: '.verdict span' })).toBeTruthy();
  });
});

describe('an unfinished answer', () => {
  const item = questionItem('container-memory');

  test('survives leaving and is gone once its answer is in the record', async () => {
    renderAt('/draft/', <QuizView {...propsOf('draft')} />);
    await user.click(await screen.findByRole('radio', { name: /물리적/ }));
    await user.click(screen.getByRole('button', { name: /힌트 보기/ }));
    expect(readUnsentAnswer(item)).toMatchObject({ hints: 1 });
    cleanup();
    renderAt('/draft/', <QuizView {...propsOf('draft')} />);
    expect(((await screen.findByRole('radio', { name: /물리적/ })) as HTMLInputElement).checked).toBe(true);
    expect(screen.getByText('커널이 몇 개인지 세어 보세요.')).toBeTruthy();
    const submit = (await question(/더 적은 메모리/)).getByRole('button', { name: '확실해요' });
    const { given, write } = await holdWriting();
    fireEvent.click(submit);
    // Whoever leaves at this moment finds it as it was.
    expect(document.querySelectorAll('.result')).toHaveLength(1);
    expect(onNextVisit()).toMatchObject({ hints: 1 });
    await waitFor(() => expect(given).toHaveBeenCalledOnce());
    await act(async () => {});
    // Also while it is being written, which a page that is left ends.
    expect(onNextVisit()).toMatchObject({ hints: 1 });
    write();
    await waitFor(() => expect(onNextVisit()).toBeNull());
    given.mockRestore();
  });

  test('that was sent is not filled in when its question is asked again, nor takes what is filled in then away', async () => {
    renderAt('/sent/', <QuizView {...propsOf('sent')} />);
    const { given, write } = await holdWriting();
    const first = await question(/더 적은 메모리/);
    await user.click(first.getByRole('radio', { name: /물리적/ }));
    await check(first);
    const second = await question(/하드웨어를 가상화한다/);
    await user.click(second.getByRole('radio', { name: /아니다/ }));
    await check(second);
    const again = within(document.querySelector('.sitting-end') as HTMLElement);
    expect(again.queryByRole('radio', { checked: true })).toBeNull();
    await user.click(again.getByRole('radio', { name: '운영체제의 커널을 공유하므로' }));
    const begun = onNextVisit();
    expect(begun?.response).toMatchObject({ type: 'single' });
    write();
    await Promise.all(given.mock.results.map(({ value }) => value.stored));
    await act(async () => {});
    expect(onNextVisit()).toEqual(begun);
    given.mockRestore();
  });

  /** What a page that is opened now finds of it in storage. */
  const onNextVisit = () => {
    const key = Object.keys(localStorage).find((each) => each.endsWith(`/${item}`));
    return key === undefined ? null : JSON.parse(localStorage.getItem(key) ?? 'null');
  };

  test('survives an edit that moves its question and rewords another option', async () => {
    const props = propsOf('edited');
    const { rerender } = render(<Shown block={props.block} />);
    await user.click(await screen.findByRole('radio', { name: '운영체제의 커널을 공유하므로' }));
    const [memory, hardware] = props.block.questions;
    if (!memory || !isAnswerable(memory) || memory.answer.type !== 'single' || !hardware)
      throw new Error('other questions');
    const options = memory.answer.options.map((option) =>
      option.text.startsWith('물리적')
        ? { ...option, text: '다른 말', html: '다른 말' as typeof option.html }
        : option,
    );
    const edited: ReadQuestion = { ...memory, answer: { ...memory.answer, options: [...options].reverse() } };
    rerender(<Shown block={{ ...props.block, questions: [hardware, edited] }} />);
    expect(screen.getByRole('radio', { name: '다른 말' })).toBeTruthy();
    const chosen = screen.getByRole('radio', { name: '운영체제의 커널을 공유하므로' });
    expect((chosen as HTMLInputElement).checked).toBe(true);
  });

  function Shown({ block }: { block: QuizBlock }) {
    return (
      <BrowserRouter>
        <QuizView {...propsOf('edited')} block={block} />
      </BrowserRouter>
    );
  }

  test.each([
    'nonsense',
    '{"response":{"type":"single","option":7},"hints":-3}',
    '{"response":{"type":"multiple","options":"a"}}',
    '[]',
    'null',
    '{"response":{"type":"__proto__"}}',
  ])('that cannot be read (%s) is no answer', async (stored) => {
    const name = `broken${stored.length}`;
    localStorage.setItem(`study.draft/${name}/${item}`, stored);
    renderAt('/broken/', <QuizView {...propsOf(name)} />);
    const radios = await screen.findAllByRole('radio');
    expect(radios.filter((radio) => (radio as HTMLInputElement).checked)).toEqual([]);
    await user.click(screen.getByRole('radio', { name: /물리적/ }));
    expect(readUnsentAnswer(item)?.response).toMatchObject({ type: 'single' });
  });

  test('is held in memory where nothing can be stored', () => {
    const other = questionItem('held');
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    writeUnsentAnswer(other, { response: { type: 'short', text: '커' }, hints: 0 });
    Storage.prototype.setItem = setItem;
    expect(readUnsentAnswer(other)).toMatchObject({ response: { text: '커' } });
  });

  test('the oldest drafts make room for new ones', () => {
    for (let at = 0; at < 205; at++) {
      writeUnsentAnswer(questionItem(`q${at}`), { response: { type: 'short', text: `${at}` }, hints: 0 });
    }
    const kept = Object.keys(localStorage).filter((key) => key.startsWith('study.draft/'));
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(readUnsentAnswer(questionItem('q204'))?.response).toMatchObject({ text: '204' });
  });
});

test('a quiz that fails says so, can be read all the same, and takes no other with it', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { page, ...props } = propsOf('fails');
  let isBroken = true;
  const broken = {
    ...page,
    get titleText(): string {
      if (isBroken) throw new Error('broken');
      return page.titleText;
    },
  };
  renderAt(
    '/fails/',
    <>
      <QuizView page={broken} {...props} />
      <QuizView page={page} {...props} />
    </>,
  );
  const message = await screen.findByText(/답하는 칸을 보여 드리지 못했습니다/);
  const quiz = within(message.closest('section') as HTMLElement);
  expect(quiz.getAllByRole('heading', { level: 4 }).map((each) => each.textContent)).toEqual([
    'Container가 가상머신에 비해 더 적은 메모리를 쓰는 까닭은?',
    'Container는 하드웨어를 가상화한다.',
  ]);
  expect(quiz.getAllByText('운영체제의 커널을 공유하므로')).toHaveLength(2);
  expect(quiz.getAllByText('정답과 해설')).toHaveLength(2);
  expect(await screen.findAllByRole('article')).toHaveLength(2);
  isBroken = false;
  await user.click(quiz.getByRole('button', { name: '다시 시도' }));
  expect(await screen.findAllByRole('article')).toHaveLength(4);
  silence.mockRestore();
});

test('what cannot be answered is read in the shape of its type', () => {
  const types = pageAt('/types/');
  for (const part of readingOrder(types)) {
    if (part.kind !== 'quiz') continue;
    const { container: box, unmount } = render(<PlainQuiz block={part.block} level={4} />);
    const items = part.block.questions.flatMap((each) => (isAnswerable(each) ? [each] : []));
    for (const { answer } of items) {
      const words =
        answer.type === 'single' || answer.type === 'multiple'
          ? answer.options.map(({ text }) => text)
          : answer.type === 'ordering'
            ? answer.items.map(({ text }) => text)
            : answer.type === 'matching'
              ? answer.pairs.flatMap(({ left, right }) => [left.text, right.text])
              : answer.type === 'categories'
                ? answer.categories.flatMap(({ name, items: sorted }) => [
                    name.text,
                    ...sorted.map(({ text }) => text),
                  ])
                : answer.type === 'cloze'
                  ? ['(1) ____']
                  : [];
      for (const word of words) expect(box.textContent).toContain(word);
    }
    unmount();
  }
});
