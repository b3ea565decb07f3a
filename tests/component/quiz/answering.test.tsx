/** Each type of question by role and by keyboard: before an answer, while answering, and once graded. */

import '../no-network.ts';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dayNumber } from '../../../src/core/memory/day-number.ts';
import { type ContentHash, type Day, questionItem } from '../../../src/core/model/event.ts';
import { trusted } from '../../../src/core/model/html.ts';
import type { QuestionType } from '../../../src/core/model/question.ts';
import { useSourceVisit } from '../../../src/store/source-visit.ts';
import { recordAnswer } from '../../../src/store/study/answers.ts';
import { openStudy, useStudy } from '../../../src/store/study/study.ts';
import { Stem } from '../../../src/ui/quiz/answer.tsx';
import { QuestionCard, type QuestionCardProps } from '../../../src/ui/quiz/question-card.tsx';
import { questionPlace } from '../../../src/ui/quiz/question-place.ts';
import { Options } from '../../../src/ui/quiz/types/choice.tsx';
import { OmrGrid } from '../../../src/ui/quiz/types/omr-grid.tsx';
import type { Result } from '../../../src/ui/quiz/use-attempt.ts';
import { translatePage } from '../../support/translate.ts';
import { renderAt } from '../render.tsx';
import { ofType, pageAt, placedOf, TYPES } from './questions.ts';

const user = userEvent.setup();

beforeEach(() => localStorage.clear());

const card = (type: QuestionType, more: Partial<QuestionCardProps> = {}) => (
  <QuestionCard
    placed={ofType(type)}
    place={questionPlace(pageAt('/types/'))}
    number={2}
    level={4}
    variant="flow"
    {...more}
  />
);
const show = (type: QuestionType, more: Partial<QuestionCardProps> = {}) =>
  renderAt('/types/', card(type, more));
const check = () => screen.getByRole('button', { name: '확실해요' });
const unsure = () => screen.getByRole('button', { name: '헷갈려요' });
/** As in Safari on a Mac, where a press takes the focus to no option. */
const pressOnly = (element: HTMLElement) => act(() => element.click());
const verdict = () => document.querySelector('.verdict')?.textContent ?? '';
const answersOf = (id: string) =>
  useStudy
    .getState()
    .state?.items.get(questionItem(id))
    ?.history.map(({ event }) => event) ?? [];
const lastOf = (id: string) => answersOf(id).at(-1);
/** The verdict of the last answer as it counts, after overruling. */
const countedOf = (id: string) =>
  useStudy.getState().state?.items.get(questionItem(id))?.history.at(-1)?.verdict;
const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) });
const mark = (rowName: string, column: RegExp) =>
  user.click(within(row(rowName)).getByRole('radio', { name: column }));

describe('every type', () => {
  test.each(TYPES)('%s is named by its stem, which says its number', (type) => {
    show(type);
    const stem = screen.getByRole('heading', { level: 4 });
    expect(screen.getByRole('article', { name: stem.textContent ?? '' }).id).toBe(`q:t-${type}`);
    expect(document.querySelector('.question-head .number')?.textContent).toBe('문제 2');
  });

  test.each(TYPES)(
    '%s is sent by neither way before it is complete: what is open is said, and gone to',
    async (type) => {
      show(type);
      for (const way of [check(), unsure()]) {
        expect(way.getAttribute('aria-disabled')).toBe('true');
        const todo = document.getElementById(way.getAttribute('aria-describedby') ?? '')?.textContent;
        await user.click(way);
        expect(verdict()).toBe('');
        expect(screen.getAllByRole('status').map((each) => each.textContent)).toContain(todo);
        const goal = document.querySelector(
          ':is(.options, .true-false, .short, .output, .cloze, .answer-grid, .order, .fix)',
        );
        expect(goal?.contains(document.activeElement)).toBe(true);
      }
    },
  );

  test.each(['Enter', 'a button'])('one row that is open is counted, and gone to by %s', async (by) => {
    show('matching');
    await mark('Image', /템플릿/);
    await mark('Container', /실행 Instance/);
    await mark('Registry', /저장소/);
    if (by === 'Enter') await user.keyboard('{Enter}');
    else await user.click(unsure());
    expect(verdict()).toBe('');
    expect(screen.getByRole('status').textContent).toBe('1개 남았습니다.');
    expect(row('Daemon').contains(document.activeElement)).toBe(true);
    await mark('Daemon', /Interface/);
    expect(screen.queryByRole('button', { name: '모르겠음' })).toBeNull();
    await user.click(unsure());
    await waitFor(() => expect(lastOf('t-matching')).toMatchObject({ confidence: 'unsure' }));
  });

  test('what was filled in before 모르겠음 is marked and kept, and counts as no answer', async () => {
    show('cloze');
    await user.type(screen.getByRole('textbox', { name: '빈칸 1' }), '커널');
    await user.click(screen.getByRole('button', { name: '모르겠음' }));
    expect(verdict()).toMatch(/^아직 모름/);
    expect(screen.getByRole('img', { name: '맞음' })).toBeTruthy();
    await waitFor(() =>
      expect(lastOf('t-cloze')).toMatchObject({
        verdict: 'unanswered',
        score: 0,
        answer: { texts: ['커널', ''] },
      }),
    );
  });

  test('what the two ways do is told once', async () => {
    const told = '헷갈려요를 누르면 더 일찍 다시 묻습니다.';
    show('true-false');
    expect(screen.queryByText(told)).toBeNull();
    await user.click(screen.getByRole('radio', { name: /맞다/ }));
    expect(screen.getByText(told)).toBeTruthy();
    await user.click(unsure());
    cleanup();
    show('true-false');
    await user.click(screen.getByRole('radio', { name: /맞다/ }));
    expect(screen.queryByText(told)).toBeNull();
    await user.click(check());
  });

  test('Enter that is held down sends nothing and goes nowhere', async () => {
    const next = vi.fn();
    show('single', { onNext: next });
    await user.click(screen.getByRole('radio', { name: 'Pipfile.lock' }));
    await user.keyboard('{Enter>3/}');
    expect(verdict()).toBe('정답입니다');
    expect(next).not.toHaveBeenCalled();
  });

  test.each(TYPES)('%s may not be known: the answer is shown and recorded as not given', async (type) => {
    const graded = vi.fn<(result: Result) => void>();
    show(type, { onGraded: graded });
    const before = answersOf(`t-${type}`).length;
    await user.click(screen.getByRole('button', { name: '모르겠음' }));
    expect(verdict()).toMatch(/^아직 모름/);
    expect(document.activeElement).toBe(document.querySelector('.verdict'));
    expect(graded.mock.calls[0]?.[0].grade.verdict).toBe('unanswered');
    await waitFor(() => expect(answersOf(`t-${type}`)).toHaveLength(before + 1));
    expect(lastOf(`t-${type}`)).toMatchObject({
      kind: 'question',
      verdict: 'unanswered',
      score: 0,
      hints: 0,
    });
  });

  test.each(TYPES)('%s shows no answer and no feedback before it is graded', (type) => {
    show(type);
    expect(document.querySelector('.feedback, .result, .verdict-tag, [data-v], ins')).toBeNull();
  });
});

describe('what the record says', () => {
  test('수정됨 stands at a question whose options are others than when it was answered, until answered again', async () => {
    const record = await openStudy();
    await record.answer({
      kind: 'question',
      item: questionItem('t-true-false'),
      contentHash: 'another' as ContentHash,
      answer: null,
      verdict: 'correct',
      score: 1,
      confidence: 'sure',
      hints: 0,
      elapsedMillis: 1,
    }).stored;
    show('true-false');
    expect(screen.getByText('수정됨')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: /맞다/ }));
    await user.click(check());
    await waitFor(() => expect(screen.queryByText('수정됨')).toBeNull());
  });

  test.each([
    ['2026-11-20', '11월 20일 틀림'],
    ['2024-02-03', '2024년 2월 3일 틀림'],
  ])('the last answer of %s stands at the question until it is answered again', async (day, words) => {
    const record = await openStudy();
    show('single');
    await record.answer({
      kind: 'question',
      item: questionItem('t-single'),
      contentHash: 'same' as ContentHash,
      answer: null,
      verdict: 'incorrect',
      score: 0,
      confidence: 'sure',
      hints: 0,
      elapsedMillis: 1,
    }).stored;
    expect(await screen.findByText('오늘 틀림')).toBeTruthy();
    const { state, today } = useStudy.getState();
    const item = state?.items.get(questionItem('t-single'));
    if (!state || !item) throw new Error('no record');
    const history = item.history.map((answer) => ({ ...answer, day: dayNumber(day) }));
    act(() =>
      useStudy.setState({
        today: '2026-11-29' as Day,
        state: { ...state, items: new Map(state.items).set(item.item, { ...item, history }) },
      }),
    );
    expect(screen.getByText(words)).toBeTruthy();
    expect(document.querySelector('.number .hand')?.getAttribute('data-verdict')).toBe('incorrect');
    act(() => useStudy.setState({ today, state }));
    await user.click(screen.getAllByRole('radio')[0] as HTMLElement);
    await user.click(check());
    expect(document.querySelector('.last-answer')).toBeNull();
  });

  test('a star marks it as 다시 볼 문제, and is taken back', async () => {
    show('single');
    const star = () => screen.getByRole('button', { name: '문제 2, 다시 볼 문제' });
    expect(star().getAttribute('aria-pressed')).toBe('false');
    await user.click(star());
    await waitFor(() => expect(star().getAttribute('aria-pressed')).toBe('true'));
    await user.click(star());
    await waitFor(() => expect(star().getAttribute('aria-pressed')).toBe('false'));
  });
});

describe('single choice', () => {
  test('a wrong choice is shown beside the right one, with why it is wrong and when it comes back', async () => {
    show('single');
    await user.click(screen.getByRole('radio', { name: 'Conda-Forge' }));
    await user.click(check());
    expect(verdict()).toMatch(/^아쉽습니다/);
    expect(screen.getByRole('radio', { name: 'Conda-Forge 내 답', checked: true })).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Pipfile.lock 정답' })).toBeTruthy();
    expect(screen.getByText('conda가 패키지를 받는 채널이다.')).toBeTruthy();
    expect(screen.getByText(/확실하다고 답한 문제라/)).toBeTruthy();
    expect(screen.getByText(/Pipfile은 무엇이 필요한지/)).toBeTruthy();
    await waitFor(() => expect(screen.getByText(/^다음 복습 \d+월 \d+일 .요일$/)).toBeTruthy());
    expect(lastOf('t-single')).toMatchObject({ verdict: 'incorrect', confidence: 'sure', score: 0 });
  });

  test('digits choose and Enter confirms and goes on, with the focus in the question', async () => {
    const next = vi.fn();
    show('single', { onNext: next });
    await user.keyboard('1');
    expect(screen.queryAllByRole('radio', { checked: true })).toHaveLength(0);
    screen.getByRole('heading', { level: 4 }).focus();
    await user.keyboard('3');
    const [, , third] = screen.getAllByRole('radio');
    expect(document.activeElement).toBe(third);
    expect((third as HTMLInputElement).checked).toBe(true);
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(document.querySelector('.verdict'));
    await user.keyboard('{Enter}');
    expect(next).toHaveBeenCalledOnce();
  });

  test('Shift and Enter submit as unsure, and the verdict says so', async () => {
    show('single');
    await user.click(screen.getByRole('radio', { name: 'Pipfile.lock' }));
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(verdict()).toBe('정답입니다헷갈려요로 답함');
    await waitFor(() =>
      expect(lastOf('t-single')).toMatchObject({ verdict: 'correct', confidence: 'unsure' }),
    );
  });

  test('the order is that of the seed, the same before and after grading', async () => {
    show('single');
    const names = () =>
      [...document.querySelectorAll('.option .option-text > :first-child')].map((each) => each.textContent);
    const before = names();
    await user.click(screen.getByRole('button', { name: '모르겠음' }));
    expect(names()).toEqual(before);
    cleanup();
    const orders = ['a', 'b', 'c', 'd'].map((seed) => {
      show('single', { seed });
      const shown = names().join();
      cleanup();
      return shown;
    });
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  test('hints come one by one, are counted, and are told with the verdict', async () => {
    renderAt(
      '/container/',
      <QuestionCard
        placed={placedOf('container-memory')}
        place={questionPlace(pageAt('/container/'))}
        number={1}
        level={4}
        variant="flow"
      />,
    );
    await user.click(screen.getByRole('button', { name: /힌트 보기 \(1\/2\)/ }));
    expect(screen.getByText('커널이 몇 개인지 세어 보세요.')).toBeTruthy();
    expect(screen.queryByText('무엇을 함께 쓰나요?')).toBeNull();
    // By key too, where it stands: with the Korean layout on it says ㅗ.
    const question = screen.getByRole('article');
    fireEvent.keyDown(question, { key: 'ㅗ', code: 'KeyH' });
    expect(screen.getByText('무엇을 함께 쓰나요?')).toBeTruthy();
    fireEvent.keyDown(question, { key: 'h', code: 'KeyH' });
    await user.click(screen.getByRole('radio', { name: '운영체제의 커널을 공유하므로' }));
    await user.click(check());
    expect(verdict()).toBe('정답입니다힌트 2개 봄');
    await waitFor(() => expect(lastOf('container-memory')).toMatchObject({ hints: 2 }));
  });
});

describe('multiple choice', () => {
  test('says to choose all where the stem does not, and what was missed', async () => {
    show('multiple');
    expect(screen.queryByText('모두 고르세요.')).toBeNull();
    cleanup();
    const placed = ofType('multiple');
    const bare = {
      ...placed.question,
      title: 'conda에 대한 설명으로 옳은 것은?' as typeof placed.question.title,
    };
    show('multiple', { placed: { ...placed, question: bare } });
    expect(screen.getByText('모두 고르세요.')).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: /Linux/ }));
    await user.click(screen.getByRole('checkbox', { name: /Python/ }));
    await user.click(screen.getByRole('checkbox', { name: /Python/ }));
    await user.click(screen.getByRole('checkbox', { name: /격리된/ }));
    await user.click(check());
    expect(verdict()).toBe('정답 3개 중 2개를 골랐습니다');
    expect(screen.getByRole('checkbox', { name: /Conda-Forge.*정답 ?, 빠뜨림/ })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /Linux.*정답 ?내 답/ })).toBeTruthy();
  });

  test('digits toggle', async () => {
    show('multiple');
    screen.getByRole('heading', { level: 4 }).focus();
    await user.keyboard('1');
    await user.keyboard('2');
    await user.keyboard('1');
    expect(screen.getAllByRole('checkbox').map((each) => (each as HTMLInputElement).checked)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('true or false', () => {
  test('by keys, and the verdict names the right side', async () => {
    show('true-false');
    screen.getByRole('heading', { level: 4 }).focus();
    await user.keyboard('2{Enter}');
    expect(verdict()).toBe('아쉽습니다, 정답은 O');
    expect(screen.getByRole('radio', { name: /X 아니다.*내 답/ })).toBeTruthy();
    expect(screen.getByRole('radio', { name: /O 맞다.*정답/ })).toBeTruthy();
  });
});

describe('short answer', () => {
  test('digits are letters here, and Enter confirms', async () => {
    show('short');
    await user.click(screen.getByRole('textbox', { name: '답' }));
    await user.keyboard('1{Enter}');
    expect(verdict()).toBe('아쉽습니다, 정답은 하이퍼바이저');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '답' }).value).toBe('1');
    expect(document.querySelector('.answer')?.textContent).toBe('정답 하이퍼바이저');
  });

  test.each(['short', 'cloze'] as const)('of %s nothing typed is not struck out', async (type) => {
    show(type);
    await user.click(screen.getByRole('button', { name: '모르겠음' }));
    expect(screen.queryByRole('img', { name: '틀림' })).toBeNull();
    expect(screen.getAllByRole('img', { name: '아직 모름' }).length).toBeGreaterThan(0);
    expect(document.querySelector('.answer')?.textContent).toMatch(/^ ?정답 /);
  });

  test('Enter that ends a syllable submits nothing', async () => {
    show('short');
    const field = screen.getByRole('textbox', { name: '답' });
    await user.type(field, '하이퍼바이저');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
    const safari = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true });
    Object.defineProperty(safari, 'keyCode', { value: 229 });
    field.dispatchEvent(safari);
    expect(verdict()).toBe('');
    await user.keyboard('{Enter}');
    expect(verdict()).toBe('정답입니다');
  });

  test('a near miss is asked about; claimed, it counts, and the record is overruled', async () => {
    const graded = vi.fn<(result: Result) => void>();
    show('short', { onGraded: graded });
    await user.type(screen.getByRole('textbox', { name: '답' }), '하이퍼바이져{Enter}');
    expect(verdict()).toMatch(/^아쉽습니다/);
    expect(screen.getByText(/오타인가요\?/).textContent).toContain('‘하이퍼바이저’를');
    await waitFor(() => expect(lastOf('t-short')?.answer).toMatchObject({ text: '하이퍼바이져' }));
    await user.click(screen.getByRole('button', { name: '네, 오타입니다' }));
    expect(verdict()).toBe('정답입니다');
    expect(graded.mock.lastCall?.[0].grade.verdict).toBe('correct');
    await waitFor(() => expect(countedOf('t-short')).toBe('correct'));
    expect(lastOf('t-short')?.verdict).toBe('incorrect');
  });

  test('an answer that the notes do not know can be overruled, and the record is', async () => {
    show('short');
    await user.type(screen.getByRole('textbox', { name: '답' }), '가상화 관리자{Enter}');
    expect(verdict()).toMatch(/^아쉽습니다/);
    await user.click(await screen.findByRole('button', { name: '맞은 것으로' }));
    expect(verdict()).toBe('정답입니다');
    await waitFor(() => expect(countedOf('t-short')).toBe('correct'));
  });

  test.each([
    ['3 GB', '수는 맞고 단위가 다릅니다', '3 GB = 약 2.79 GiB'],
    ['3', '수는 맞고 단위가 빠졌습니다', ''],
    ['3,072 MiB', '정답입니다', '3,072 MiB = 3 GiB'],
    ['2 GiB', '아쉽습니다, 정답은 3 GiB', ''],
    ['세 기가', '아쉽습니다, 정답은 3 GiB', ''],
  ])('of a number that has a unit, %s: %s', async (typed, words, remark) => {
    show('number');
    const field = screen.getByRole('textbox', { name: '답', description: '수와 단위를 함께 쓰세요.' });
    await user.type(field, `${typed}{Enter}`);
    expect(verdict()).toBe(words + remark);
    const key = [...document.querySelectorAll('ins')].map(({ textContent }) => textContent);
    expect(key).toEqual(words === '정답입니다' ? [] : ['정답 3 GiB']);
  });

  test.each([
    ['/srv\nsh\n3', '정답입니다3줄 모두 같음', ['1/srv', '2sh', '33']],
    ['/srv\nbash\n0', '2번째 줄이 다릅니다첫 줄은 같음', ['1/srv', '2bash내 답', '2sh정답']],
    ['/srv\nsh', '3번째 줄이 빠졌습니다앞의 2줄은 같음', ['1/srv', '2sh', '33정답']],
    [
      '/srv\nsh\n3\n4',
      '4번째 줄은 나오지 않습니다앞의 3줄은 같음',
      ['1/srv', '2sh', '33', '44내 답', '4(여기서 끝납니다)정답'],
    ],
  ])('of an output, %j is compared up to the first difference: %s', async (typed, words, lines) => {
    show('output');
    const field = screen.getByRole('textbox', { name: '출력' });
    await user.type(field, typed);
    expect(verdict()).toBe('');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(verdict()).toBe(words);
    const list = within(screen.getByRole('list', { name: '출력 비교' }));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(lines);
  });

  test('who has not known an output is shown all of it', async () => {
    show('output');
    await user.click(screen.getByRole('button', { name: '모르겠음' }));
    const list = within(screen.getByRole('list', { name: '출력 비교' }));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '1/srv정답',
      '2sh정답',
      '33정답',
    ]);
  });

  test('an output has as many numbered lines as were typed, and at least two', async () => {
    show('output');
    const numbers = () => document.querySelectorAll('.output > ol > li').length;
    expect(numbers()).toBe(2);
    await user.type(screen.getByRole('textbox', { name: '출력' }), 'a{Enter}b{Enter}c{Enter}d');
    expect(numbers()).toBe(4);
  });

  test('an answer that says nothing cannot', async () => {
    show('short');
    await user.click(screen.getByRole('button', { name: '모르겠음' }));
    expect(screen.queryByRole('button', { name: '맞은 것으로' })).toBeNull();
  });
});

test.each([
  [2, '문제 2로'],
  [3, '문제 3으로'],
  [10, '문제 10으로'],
])('the way back to question %i is named as it is read', async (number, label) => {
  show('single', { number });
  await user.click(screen.getByRole('button', { name: '모르겠음' }));
  await user.click(screen.getAllByRole('link')[0] as HTMLElement);
  expect(useSourceVisit.getState().visit?.back.label).toBe(label);
});

test('the particle after a near miss fits the word within the quotes', async () => {
  const placed = ofType('short');
  const { question } = placed;
  if (question.answer.type !== 'short') throw new Error('another type');
  const runtime = { ...question, answer: { ...question.answer, variants: ['컨테이너 런타임'] } };
  show('short', { placed: { ...placed, question: runtime } });
  await user.type(screen.getByRole('textbox', { name: '답' }), '컨테니너 런타임{Enter}');
  expect(screen.getByText(/오타인가요\?/).textContent).toContain('‘컨테이너 런타임’을 쓰려던');
});

describe('blanks', () => {
  test('Enter goes to the next empty blank, then confirms; each is shown as right or wrong', async () => {
    show('cloze');
    await user.click(screen.getByRole('textbox', { name: '빈칸 1' }));
    await user.keyboard('kernel{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '빈칸 2' }));
    expect(verdict()).toBe('');
    await user.keyboard('분산{Enter}');
    expect(verdict()).toBe('2개 중 1개 맞았습니다');
    const [first, second] = document.querySelectorAll('.answer');
    expect(first?.textContent).toBe('');
    expect(second?.textContent).toBe('정답 격리');
    expect(screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value)).toEqual([
      'kernel',
      '분산',
    ]);
    expect(screen.getByRole('img', { name: '맞음' })).toBeTruthy();
  });

  test('the width of a blank gives only a step away', () => {
    show('cloze');
    expect(screen.getAllByRole('textbox').map((field) => field.className)).toEqual([
      'text-answer width-6',
      'text-answer width-3',
    ]);
  });
});

describe('matching', () => {
  test('each left side is a group of bubbles, named with what they stand for', async () => {
    show('matching');
    await mark('Image', /템플릿/);
    await mark('Container', /실행 Instance/);
    await mark('Daemon', /Interface/);
    expect(check().getAttribute('aria-disabled')).toBe('true');
    await mark('Registry', /저장소/);
    expect(check().getAttribute('aria-disabled')).toBe('false');
    await user.click(check());
    expect(verdict()).toBe('4개 중 3개 맞았습니다');
    expect(within(row('Daemon')).getByRole('img', { name: '틀림' })).toBeTruthy();
    expect(within(row('Daemon')).getByRole('radio', { name: /background service , 정답$/ })).toBeTruthy();
    expect(screen.getByText('Daemon은 뒤에서 관리한다.')).toBeTruthy();
  });

  test('digits from the heading, where a sitting begins, mark the first open row', async () => {
    show('matching');
    screen.getByRole('heading').focus();
    await user.keyboard('2');
    expect((within(row('Image')).getAllByRole('radio')[1] as HTMLInputElement).checked).toBe(true);
    expect(row('Container').contains(document.activeElement)).toBe(true);
  });

  test('digits mark the row with the focus and go to the next row', async () => {
    show('matching');
    within(row('Image')).getAllByRole('radio')[0]?.focus();
    await user.keyboard('2');
    expect((within(row('Image')).getAllByRole('radio')[1] as HTMLInputElement).checked).toBe(true);
    expect(row('Container').contains(document.activeElement)).toBe(true);
    await user.keyboard('135');
    expect(screen.getAllByRole('radio', { checked: true })).toHaveLength(4);
  });
});

describe('ordering', () => {
  const items = () =>
    screen.getAllByRole('listitem').map((item) => item.textContent?.replace(/^\d번째 /, ''));
  const RIGHT = [/Dockerfile/, /업로드/, /다운로드/, /Runtime/];

  test('buttons move, the focus stays, and the move is said', async () => {
    show('ordering');
    const [first] = items();
    const down = screen.getByRole('button', { name: `${first} 아래로` });
    await user.click(down);
    expect(items()[1]).toBe(first);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: `${first} 아래로` }));
    expect(screen.getByText('2번째로 옮김').role).toBe('status');
  });

  test('arrow keys move; at an end the other button takes the focus', async () => {
    show('ordering');
    const [, second] = items();
    screen.getByRole('button', { name: `${second} 위로` }).focus();
    await user.keyboard('{ArrowUp}');
    expect(items()[0]).toBe(second);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: `${second} 아래로` }));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(items()[3]).toBe(second);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: `${second} 위로` }));
  });

  test('sorted by keyboard it is right, and what is out of place says where it belongs', async () => {
    show('ordering');
    for (const [place, wanted] of RIGHT.entries()) {
      for (;;) {
        const at = items().findIndex((text) => wanted.test(text ?? ''));
        if (at === place) break;
        screen.getByRole('button', { name: new RegExp(`${wanted.source}.*위로`) }).focus();
        await user.keyboard('{ArrowUp}');
      }
    }
    await user.click(check());
    expect(verdict()).toBe('정답입니다');
    expect(screen.getAllByText('제자리')).toHaveLength(4);
  });
});

describe('sorting into categories', () => {
  test('one group of bubbles an item, with the categories’ own names', async () => {
    show('categories');
    await mark('전체 운영체제', /Virtual Machine/);
    await mark('운영체제의 커널', /포함|공유 Container/);
    await mark('필요한', / Container/);
    await mark('리소스', / Container/);
    await user.click(check());
    expect(verdict()).toBe('4개 중 3개 맞았습니다');
    expect(within(row('리소스')).getByRole('radio', { name: /둘 다 , 정답$/ })).toBeTruthy();
    expect(within(row('리소스')).getByRole('radio', { name: /Container , 내 답$/ })).toBeTruthy();
  });
});

test('an answer is recorded though the page is put away before it is painted', async () => {
  const never = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  const before = answersOf('t-true-false').length;
  const recorded = recordAnswer(() => ({
    kind: 'question',
    item: questionItem('t-true-false'),
    contentHash: 'h' as ContentHash,
    answer: null,
    verdict: 'unanswered',
    score: 0,
    confidence: 'unsure',
    hints: 0,
    elapsedMillis: 0,
  }));
  document.dispatchEvent(new Event('visibilitychange'));
  await recorded;
  never.mockRestore();
  expect(answersOf('t-true-false')).toHaveLength(before + 1);
});

test.each(['single', 'true-false', 'matching'] as const)(
  '%s: an option that was pressed has the focus',
  (type) => {
    show(type);
    const [option] = screen.getAllByRole('radio');
    pressOnly(option as HTMLElement);
    expect(document.activeElement).toBe(option);
  },
);

test('on a translated page the kind of a question becomes its verdict', async () => {
  const stop = translatePage();
  for (const type of TYPES) {
    const { unmount } = show(type);
    const kind = () => document.querySelector('.question-head .note')?.textContent ?? '';
    const before = kind();
    // What an earlier test has chosen may be complete.
    const [way] = screen.getAllByRole('button', { name: /모르겠음|헷갈려요/ });
    await user.click(way as HTMLElement);
    await waitFor(() => expect(verdict()).not.toBe(''));
    expect(kind(), type).not.toBe(before);
    unmount();
  }
  stop();
});

test('a stem with a situation is one heading, whose question stands apart', () => {
  const title = trusted('서버가 멈췄다. 원인은 무엇인가요?');
  renderAt('/types/', <Stem as="h2" className="stem" html={title} />);
  const heading = screen.getByRole('heading', { level: 2, name: '서버가 멈췄다. 원인은 무엇인가요?' });
  expect(heading.querySelector('.situation')?.textContent).toBe('서버가 멈췄다.');
});

test('what is only a formula names its control by its source', () => {
  const formula = (tex: string) => trusted(`<math data-tex="${tex}"><mi>x</mi><mn>2</mn></math>`);
  const option = (tex: string, isRight: boolean) => ({
    html: formula(tex),
    text: tex,
    line: 1,
    isRight,
    feedback: null,
  });
  const common = { seed: 's', isDisabled: false, labelledBy: 'stem' };
  const { unmount } = renderAt(
    '/types/',
    <Options
      {...common}
      type="single"
      options={[option('x^2', true), option('x_2', false)]}
      chosen={[]}
      isGraded={false}
      onToggle={() => {}}
    />,
  );
  for (const name of ['x^2', 'x_2']) expect(screen.getByRole('radio', { name })).toBeTruthy();
  unmount();
  renderAt(
    '/types/',
    <OmrGrid
      {...common}
      head="고를 것"
      rows={[{ key: 'r', html: formula('a^2'), right: 'c' }]}
      columns={[{ key: 'c', html: formula('b^2') }]}
      places={{}}
      parts={null}
      onPlace={() => {}}
    />,
  );
  expect(screen.getByRole('radio', { name: 'a^2 b^2' })).toBeTruthy();
});

test('the sheet of a verdict is drawn open and shut by its head; a tap leaves it as it is', async () => {
  show('single', { variant: 'single' });
  await user.click(screen.getByRole('button', { name: '모르겠음' }));
  const head = screen.getByRole('button', { name: '해설' }).parentElement;
  if (!head) throw new Error('no head');
  const draw = (from: number, to: number) => {
    fireEvent.pointerDown(head, { clientY: from });
    fireEvent.pointerUp(head, { clientY: to });
    return screen.getByRole('button', { name: '해설' }).getAttribute('aria-expanded');
  };
  expect(draw(600, 590)).toBe('false');
  expect(draw(600, 500)).toBe('true');
  expect(draw(200, 210)).toBe('true');
  expect(draw(200, 300)).toBe('false');
});
