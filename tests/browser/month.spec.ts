/**
 * A month of a learner, day by day: by touch on a phone, and by keyboard alone at a desk. On each day every number that is told
 * equals the learner's own ledger.
 */

import { isDeepStrictEqual } from 'node:util';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { numbersFrom } from '../../src/core/quiz/shuffle.ts';
import { questionsOf } from '../../src/core/study/questions.ts';
import { answerCard, finger, type Hand, keys, tabTo, touch } from '../support/hands.ts';
import { Ledger, studyDay } from '../support/ledger.ts';
import {
  answerable,
  at,
  DESK,
  dataOf,
  expectNoAxeFindings,
  hydrated,
  indexOf,
  overflow,
  PHONE,
  question,
  site,
  watchForTrouble,
} from '../support/pages.ts';
import {
  everywhere,
  inHead,
  onEnd,
  onMap,
  onMistakes,
  onRecord,
  onReview,
  shortDay,
  type Told,
  type Topic,
  told,
} from '../support/told.ts';

const course = site('course');
const { topics: studied } = indexOf(course);
const asked = studied.flatMap(({ path, area, questions }) =>
  questions.map(({ id, anchor }) => ({ id, path, anchor, area })),
);
const topics: Topic[] = studied
  .filter(({ questions }) => questions.length > 0)
  .map(({ path, number, title }) => ({ path, name: `${number} ${title}` }));
/** As the map lists them: an area's own page by its sections. */
const places: Topic[] = studied
  .filter(({ questions }) => questions.length > 0)
  .flatMap(({ path, number, title, sections }) =>
    sections
      ? sections.map((section) => ({
          path,
          anchor: section.anchor,
          name: `${section.number} ${section.title}`,
        }))
      : [{ path, name: `${number} ${title}` }],
  );
const questions = new Map(
  topics.flatMap(({ path }) => questionsOf(dataOf(course, path)).map(({ id, question: own }) => [id, own])),
);

interface StudyDay {
  /** Of November, or so many days after its beginning. */
  date: number;
  hour: number;
  /** The page of the day before is still open. */
  isLeftOpen: boolean;
}

const [EXAM_IS_SET, EXAM] = [22, 31];

/** The days of a month on which one learns, by a seed: some are missed, some end after midnight. */
const daysOf = (random: () => number): StudyDay[] =>
  Array.from({ length: EXAM }, (_, index) => {
    const date = index + 1;
    const [isLate, isLeftOpen, isMissed] = [random() < 0.25, random() < 0.25, random() < 0.65];
    return { date, hour: isLate ? 25 : 20, isLeftOpen: isLeftOpen && date > 1, isMissed };
  }).filter(({ date, isMissed }) => !isMissed || [1, EXAM_IS_SET, EXAM].includes(date));

/** So many answers a review, so that some is left on most days. */
const MOST = 3;

interface Learner {
  page: Page;
  ledger: Ledger;
  random: () => number;
  hand: Hand;
  press: (goal: Locator) => Promise<void>;
  /** Where a day begins. */
  start: string;
}

const learner = (page: Page, seed: string, rest: Pick<Learner, 'hand' | 'press' | 'start'>): Learner => ({
  page,
  ledger: new Ledger(asked),
  random: numbersFrom(seed),
  ...rest,
});

/** As soon as the page tells it, some of its numbers are what is meant, and so are those of every bar and badge on it. */
async function expectTold({ page, ledger }: Learner, meant: object, pick: (numbers: Told) => object) {
  let now: object = {};
  let should: object = {};
  const isSame = async () => {
    const numbers = await told(page);
    now = { ...pick(numbers), badge: numbers.badge, rows: numbers.rows };
    should = { ...meant, ...everywhere(ledger, numbers) };
    return isDeepStrictEqual(now, should);
  };
  // To put a difference in words takes longer than the page: at the end.
  await expect
    .poll(isSame, { intervals: [20, 50, 100, 200] })
    .toBe(true)
    .catch(() => {});
  expect(now).toEqual(should);
}

const expectMap = (of: Learner) =>
  expectTold(of, onMap(of.ledger, topics), ({ all, head, ways, week, next, mistakes }) => ({
    ...{ all, head, week, next, mistakes },
    review: ways
      .find(([name]) => name === '오늘 복습' || name === '시험까지')
      ?.filter((words) => !/^약|나누어/.test(words)),
  }));

const expectReview = (of: Learner) =>
  expectTold(of, onReview(of.ledger, places), ({ lead, asked: rows }) => ({
    lead: lead[0]?.replace(/약 \d+분$/, '약'),
    asked: rows,
  }));

const expectRecord = (of: Learner) =>
  expectTold(
    of,
    onRecord(of.ledger, topics),
    ({ all, head, sure, forecast, answers, topics: rows, confidence }) => ({
      ...{ all, head, sure, forecast, confidence },
      topics: rows,
      answers: answers.reduce((a, b) => a + b, 0),
    }),
  );

const expectMistakes = (of: Learner) =>
  expectTold(of, onMistakes(of.ledger, places), ({ lead, lists }) => ({ lead: lead[0], lists }));

/** In the head of a topic's page, and at its questions how they went last. */
const expectTopic = (of: Learner, path: string) =>
  expectTold(of, inHead(of.ledger, path), ({ page }) => ({ page }));

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const menu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '주 메뉴' }).getByRole('link', { name }).filter({ visible: true });

/** Answers a question, and sees in its verdict when it comes back. */
async function answer({ page, hand, ledger, random }: Learner, where: Locator, id: string, isRight: boolean) {
  const own = questions.get(id);
  if (!own) throw new Error(`${id} is asked, and not in the notes`);
  const isSure = random() < 0.75;
  const isFirst = ledger.given.length === 0;
  // The learner thinks for a while.
  await page.clock.fastForward(60_000);
  await answerCard(hand, where, own, { isRight, isSure });
  ledger.answer(id, isRight, isSure);
  await expect(where.locator('.curve')).toContainText(
    isFirst ? '잊을 때쯤 다시 묻습니다' : `다음 복습 ${shortDay(ledger.dues().get(id) ?? 0)}요일`,
  );
}

interface Sat {
  /** How many answers there were before. */
  mark: number;
  /** The questions asked first, and how many of them were right. */
  first: string[];
  right: number;
  isStopped: boolean;
}

/** Answers what a sitting asks until it is over, or so many of it; what was missed is put again at its end. */
async function sit(of: Learner, size: number, most: number, isRepeating = true): Promise<Sat> {
  const { page, ledger, press, random } = of;
  const card = page.locator('.session article.question');
  const sat: Sat = { mark: ledger.given.length, first: [], right: 0, isStopped: false };
  const missed: string[] = [];
  for (let turn = 1; sat.first.length < size || missed.length > 0; turn++) {
    const isRetry = sat.first.length === size;
    const count = isRetry ? `다시 ${missed.length}` : `${turn} / ${size}`;
    await expect(page.getByText(/^(\d+ \/|다시) \d+$/)).toHaveText(count);
    if (turn > most) {
      await press(button(page, '그만두기'));
      return { ...sat, isStopped: true };
    }
    const id = (isRetry ? missed.shift() : (await card.getAttribute('id'))?.slice('q:'.length)) ?? '';
    const isRight = isRetry || random() < 0.65;
    await answer(of, card, id, isRight);
    if (!isRetry) sat.first.push(id);
    if (!isRetry && isRight) sat.right += 1;
    if (!isRight && isRepeating) missed.push(id);
    await goOn(of);
  }
  return sat;
}

async function goOn({ page, hand }: Learner): Promise<void> {
  if (hand === keys) return page.keyboard.press('Enter');
  // New buttons are deaf for a moment, which is not waited for here.
  await page.evaluate(() => {
    for (const one of document.getAnimations()) one.finish();
  });
  await touch(button(page, /다음 문제|마치기/));
}

/** The last screen of a sitting: its title, a sentence, what has changed, what is left, and the next days. */
async function expectEnd(of: Learner, { mark, isStopped, first }: Sat, result: string, said: string | null) {
  const { due, fresh } = of.ledger.todo();
  const isDone = due.length + fresh.length === 0;
  const meant = onEnd(of.ledger, mark, [
    ['오늘 남은 복습', due.length],
    ['오늘 남은 새 문제', fresh.length],
    ['오답', isDone && !isStopped ? of.ledger.four()[2] : 0],
  ]);
  const words = isStopped
    ? [`${first.length}문제에서 멈췄습니다`, '푼 문제는 모두 기록했습니다.']
    : [result, said];
  await expectTold(of, { ...meant, words: words.filter((each) => each !== null) }, ({ end }) => ({
    ...{ gains: end.gains, next: end.next },
    words: [...end.title, ...end.said],
  }));
}

async function review(of: Learner, { date }: StudyDay): Promise<void> {
  const { page, ledger, press } = of;
  const axe = async () => (date === EXAM_IS_SET ? expectNoAxeFindings(page) : undefined);
  const before = ledger.todo();
  const size = before.due.length + before.fresh.length;
  await expectReview(of);
  await axe();
  if (size === 0) return press(menu(page, '차례'));
  // At a minute an answer and a little more, which the machine takes.
  const short = button(page, /오늘은 10분만/);
  const [few = 0] = size > 10 ? (/\d+(?=개)/.exec(await short.innerText())?.map(Number) ?? []) : [];
  if (size > 10) expect([8, 9, 10]).toContain(few);
  await press(few > 0 ? short : button(page, '복습 시작'));
  const sat = await sit(of, few || size, MOST);
  const how = sat.first.every((id) => before.due.includes(id)) ? '기억하고 있었습니다' : '맞혔습니다';
  const { length } = sat.first;
  const result =
    sat.right === length ? `${length}문제를 모두 ${how}` : `${length}문제 중 ${sat.right}문제를 ${how}`;
  const { due, fresh } = ledger.todo();
  const isDone = due.length + fresh.length === 0;
  await expectEnd(of, sat, isDone ? '오늘 복습을 마쳤습니다' : result, isDone ? `${result}.` : null);
  await axe();
  await press(button(page, '여기까지'));
}

/** Reads a topic, and answers some of its questions that are new, where they stand. */
async function read(of: Learner, path: string, most: number): Promise<void> {
  const { page, ledger, press, random } = of;
  await press(page.locator(`main a[href="${path}"]`).filter({ visible: true }).first());
  await expectTopic(of, path);
  const fresh = asked.filter((each) => each.path === path && !ledger.given.some(({ id }) => id === each.id));
  for (const { id } of fresh.slice(0, most)) {
    const where = question(page, id);
    await answerable(where);
    if (of.hand === keys) await tabTo(where.locator('button, input').first());
    await answer(of, where, id, random() < 0.6);
  }
  await expectTopic(of, path);
}

/** A first visit says how one learns here; then one reads, answers, and checks what one knows. */
async function firstDay(of: Learner): Promise<void> {
  const { page, ledger, press } = of;
  const steps = page.getByRole('region', { name: '처음이신가요?' });
  await expect(steps.getByRole('listitem')).toHaveText([/^읽기/, /^풀기/, /^잊을 때쯤 다시/]);
  await read(of, topics[0]?.path ?? '', 2);
  await press(menu(page, '문제'));
  await press(page.getByRole('link', { name: '10문제로 실력 확인' }));
  const { mark, right } = await sit(of, 10, 10, false);
  const given = ledger.given.slice(mark);
  const areas = ['1', '2', '3', '4'].map((area) => {
    const own = given.filter(({ id }) => asked.find((each) => each.id === id)?.area === area);
    const known = own.filter(({ isRight }) => isRight).length;
    return [`${known} / ${own.length}`, known];
  });
  await expectTold(of, { title: [`10문제 중 ${right}문제를 맞혔습니다`], areas }, ({ end }) => ({
    title: end.title,
    areas: end.areas,
  }));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText(/^여기부터: \d/)).toBeVisible();
  await expectNoAxeFindings(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  // What was missed is put again, and left at once while nothing is answered.
  await press(button(page, `틀린 ${10 - right}문제 다시`));
  await expect(page.getByText(`1 / ${10 - right}`)).toBeVisible();
  await press(button(page, '그만두기'));
  await press(menu(page, '차례'));
}

/** On paper the answers of the mistakes stand open, and nothing can be pressed. */
async function expectPaper(page: Page): Promise<void> {
  await expectNoAxeFindings(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const key = page.locator('.mistakes .question-key > summary + *').first();
  await expect(key).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(key).toBeVisible();
  expect((await key.boundingBox())?.height ?? 0).toBeGreaterThan(8);
  await expect(page.getByRole('main').locator('summary:visible, a:visible, button:visible')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
}

async function setExam({ page, ledger, press }: Learner): Promise<void> {
  await press(button(page, '시험일 정하기'));
  await page.getByLabel('날짜').fill('2026-12-01');
  ledger.exam = studyDay(new Date(2026, 10, EXAM, 12));
  const totals = ledger.forecast(ledger.exam - ledger.today).map(({ due, fresh }) => due + fresh);
  const [first = 0, ...later] = totals;
  // What is overdue is due today, and then told apart.
  const isHeavy = first > (1.5 * totals.reduce((a, b) => a + b, 0)) / totals.length;
  const counts = isHeavy ? later : totals;
  const [least, greatest] = [Math.min(...counts), Math.max(...counts)];
  await expect(page.getByRole('dialog')).toContainText(
    `${isHeavy ? `오늘 ${first}문제, 내일부터 ` : ''}하루 ${least === greatest ? least : `${least}–${greatest}`}문제, 약 `,
  );
  await press(button(page, '이대로 정하기'));
  await expect(button(page, `D-${ledger.exam - ledger.today}`)).toBeVisible();
}

async function removeExam({ page, ledger, press }: Learner): Promise<void> {
  await press(button(page, 'D-day'));
  await press(button(page, '시험일 없음'));
  ledger.exam = null;
  await expect(button(page, '시험일 정하기')).toBeVisible();
}

/** One day: opened, reviewed, looked at, and on most days some reading; returns whether the topic was read. */
async function live(of: Learner, day: StudyDay, topic: string): Promise<boolean> {
  const { page, ledger, press, random, start } = of;
  const { date, hour, isLeftOpen } = day;
  const now = new Date(2026, 10, date, hour);
  ledger.today = studyDay(now);
  await page.clock.setSystemTime(now);
  // The page looks once a minute whether it is another day.
  if (isLeftOpen) await page.clock.fastForward(61_000);
  else {
    await page.goto(start);
    await hydrated(page);
  }
  if (date === 1) await firstDay(of);
  const isAtReview = !isLeftOpen && date > 1 && start !== course.url && ledger.todo().due.length > 0;
  if (isAtReview) await expect(page).toHaveURL(at(course, '/review/'));
  else {
    await expectMap(of);
    await press(menu(page, '복습'));
  }
  await review(of, day);
  if (date === EXAM_IS_SET) await setExam(of);
  if (date === EXAM) await removeExam(of);
  await expectMap(of);
  await press(menu(page, '학습 기록'));
  await expectRecord(of);
  if (date === 1) {
    await press(page.getByRole('link', { name: /^그중 확실했는데 틀림/ }));
    await expectMistakes(of);
    await expectPaper(page);
  }
  await press(menu(page, '차례'));
  // The record links to topics too.
  await expectMap(of);
  const isReading = random() < 0.8;
  if (isReading) {
    await read(of, topic, 1);
    await page.goBack();
    await expectMap(of);
  }
  return isReading;
}

/** Each day is a step of its own. */
async function liveThrough(of: Learner): Promise<void> {
  await of.page.clock.install({ time: new Date(2026, 10, 1, 9) });
  const trouble = watchForTrouble(of.page, course);
  let topicsRead = 0;
  for (const day of daysOf(of.random)) {
    await test.step(`day ${day.date}`, async () => {
      const topic = topics[topicsRead % topics.length]?.path ?? '';
      if (await live(of, day, topic)) topicsRead += 1;
    });
  }
  expect(trouble).toEqual([]);
}

/** Ends what hangs: a busy machine takes ten times as long as an idle one for so many days. */
const MOST_MILLIS = 600_000;

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test('a month by touch, from the home screen', async ({ page }) => {
    test.setTimeout(MOST_MILLIS);
    await liveThrough(learner(page, 'touch', { hand: finger, press: touch, start: `${course.url}?app` }));
  });
});

test.describe('at a desk', () => {
  test.use({ viewport: DESK });

  test('a month by keyboard alone', async ({ page }) => {
    test.setTimeout(MOST_MILLIS);
    const press = async (goal: Locator) => {
      await tabTo(goal);
      await page.keyboard.press('Enter');
    };
    await liveThrough(learner(page, 'keyboard', { hand: keys, press, start: course.url }));
  });
});
