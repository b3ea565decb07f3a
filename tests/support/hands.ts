/** Answers a question in the browser right or wrong as one is told to, by a finger or by the keys alone. */

import { expect, type Locator } from '@playwright/test';
import type { Answer } from '../../src/core/model/question.ts';
import type { ReadQuestion } from '../../src/core/model/topic.ts';

/** How a question is answered: which choices, the column of each row, the words of each blank, or what stands where. */
type Way = { choose: number[] } | { rows: number[] } | { texts: string[] } | { order: readonly string[] };

/** What of a card can be told apart, in the order in which it is shown. */
const readCard = (card: Locator) =>
  card.evaluate((element) => {
    const texts = (selector: string) =>
      [...element.querySelectorAll(selector)].map((each) =>
        (each.textContent ?? '').replace(/\s+/g, ' ').trim(),
      );
    return {
      options: texts('.option-text'),
      rows: texts('[data-row] > th'),
      columns: texts(element.querySelector('.bank') ? '.bank dd' : 'thead th:not(:first-child, .mark-cell)'),
      items: texts('.order > li > :nth-child(2)'),
    };
  });

type Card = Awaited<ReturnType<typeof readCard>>;

const worded = (text: string) => text.replace(/\s+/g, ' ').trim();

const raised = (items: readonly string[], from: number, by: number): string[] =>
  items.toSpliced(from, 1).toSpliced(from - by, 0, items[from] ?? '');

function wayOf(answer: Answer, card: Card, isRight: boolean): Way {
  const columnsOf = (right: (row: string) => string): Way => {
    const rows = card.rows.map((row) => card.columns.indexOf(worded(right(row))));
    // Wrong by its first row.
    return {
      rows: isRight ? rows : rows.map((at, row) => (row === 0 ? (at + 1) % card.columns.length : at)),
    };
  };
  switch (answer.type) {
    case 'single':
    case 'multiple': {
      const right = answer.options.filter((option) => option.isRight).map(({ text }) => worded(text));
      const at = [...card.options.keys()];
      const rights = at.filter((each) => right.includes(card.options[each] ?? ''));
      const others = at.filter((each) => !rights.includes(each));
      if (isRight) return { choose: rights };
      return { choose: answer.type === 'single' ? others.slice(0, 1) : [...rights, ...others.slice(0, 1)] };
    }
    case 'true-false':
      return { choose: [answer.isTrue === isRight ? 0 : 1] };
    case 'short':
      return { texts: [isRight ? (answer.variants[0] ?? '') : '모름'] };
    case 'number':
      return { texts: [isRight ? answer.text : '모름'] };
    case 'output':
      return { texts: [isRight ? answer.lines.join('\n') : '모름'] };
    case 'fix':
      return { texts: [isRight ? answer.solution.code : `${answer.file.code}\n`] };
    case 'cloze': {
      const rights = answer.parts.flatMap((part) => (part.kind === 'blank' ? [part.variants[0] ?? ''] : []));
      return { texts: isRight ? rights : rights.map((text, at) => (at === 0 ? '모름' : text)) };
    }
    case 'matching':
      return columnsOf((row) => answer.pairs.find(({ left }) => worded(left.text) === row)?.right.text ?? '');
    case 'categories':
      return columnsOf(
        (row) =>
          answer.categories.find(({ items }) => items.some(({ text }) => worded(text) === row))?.name.text ??
          '',
      );
    case 'ordering': {
      const right = answer.items.map(({ text }) => worded(text));
      // Wrong by one move, of the second or the third.
      const moved = [1, 2].map((from) => raised(card.items, from, 1));
      return { order: isRight ? right : (moved.find((order) => order.join() !== right.join()) ?? []) };
    }
  }
}

/** Something to press, on the card. */
export interface Hand {
  choose: (card: Locator, at: number) => Promise<void>;
  place: (card: Locator, row: number, column: number) => Promise<void>;
  write: (card: Locator, at: number, text: string) => Promise<void>;
  /** Moves what stands at a place up by so many. */
  raise: (card: Locator, at: number, by: number) => Promise<void>;
  submit: (card: Locator, isSure: boolean) => Promise<void>;
}

const submitButton = (card: Locator, isSure: boolean) =>
  card.getByRole('button', { name: isSure ? '확실해요' : '헷갈려요' });

/**
 * Touches the middle of something once a finger would reach it there, and has rested for a moment: a tap on a page that is still
 * being drawn gets lost, where nobody would have seen yet what to tap.
 */
export async function touch(goal: Locator): Promise<void> {
  const resting = () =>
    goal.evaluate(async (element) => {
      const middle = () => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      };
      const isReached = ({ x, y }: { x: number; y: number }) =>
        element.contains(document.elementFromPoint(x, y));
      if (!isReached(middle())) element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const before = middle();
      // The first frame may have begun already.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const now = middle();
      return isReached(now) && before.x === now.x && before.y === now.y ? now : null;
    });
  let point = await resting();
  const isResting = async () => {
    point ??= await resting();
    return point !== null;
  };
  await expect.poll(isResting, { intervals: [30, 50, 100] }).toBe(true);
  if (point) await goal.page().touchscreen.tap(point.x, point.y);
}

export const finger: Hand = {
  choose: (card, at) => touch(card.locator('.option, .true-false label').nth(at)),
  place: (card, row, column) => touch(card.locator(`[data-row="${row}"] label`).nth(column)),
  async write(card, at, text) {
    await touch(card.locator('input.text-answer').nth(at));
    await card.page().keyboard.insertText(text);
  },
  async raise(card, at, by) {
    for (let place = at; place > at - by; place--)
      await touch(card.locator('.order > li').nth(place).getByRole('button', { name: /위로$/ }));
  },
  submit: (card, isSure) => touch(submitButton(card, isSure)),
};

const TABBABLE = 'a[href], button:enabled, input:enabled, select, summary, [tabindex="0"]';

/** Presses Tab until something has the focus, or with Shift, where it stands before what has it now. */
export async function tabTo(goal: Locator): Promise<void> {
  const { keyboard } = goal.page();
  /** About how many presses there are to go, as the radio buttons of a question are one stop; below 0 with Shift, 0 there. */
  const toGo = () =>
    goal.evaluate((element, selector) => {
      const now = document.activeElement ?? document.body;
      if (element === now) return 0;
      const isBefore = (element.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      const [from, to] = isBefore ? [element, now] : [now, element];
      const between = [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (each) =>
          each.checkVisibility() &&
          (from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
          (to.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
      );
      return isBefore ? -between.length - 1 : between.length + 1;
    }, TABBABLE);
  for (let left = await toGo(), tries = 0; left !== 0; left = await toGo(), tries++) {
    if (tries === 20) throw new Error(`the keyboard does not reach ${goal}`);
    for (let times = 0; times < Math.abs(left); times++) await keyboard.press(left < 0 ? 'Shift+Tab' : 'Tab');
  }
}

export const keys: Hand = {
  choose: (card, at) => card.page().keyboard.press(String(at + 1)),
  // A marked row hands the focus on to the next one.
  place: (card, _, column) => card.page().keyboard.press(String(column + 1)),
  async write(card, at, text) {
    if (at === 0) await tabTo(card.locator('input.text-answer').first());
    else await card.page().keyboard.press('Enter');
    await card.page().keyboard.insertText(text);
  },
  async raise(card, at, by) {
    await tabTo(card.locator('.order > li').nth(at).getByRole('button', { name: /위로$/ }));
    for (let times = 0; times < by; times++) await card.page().keyboard.press('ArrowUp');
  },
  async submit(card, isSure) {
    // Enter on a button is the button's own.
    const isOnButton = await card.evaluate(() => document.activeElement?.matches('button') ?? false);
    if (isOnButton) await tabTo(submitButton(card, isSure));
    await card.page().keyboard.press(isSure || isOnButton ? 'Enter' : 'Shift+Enter');
  },
};

/** Answers the question of a card, and sees that it was taken as it was meant. */
export async function answerCard(
  hand: Hand,
  card: Locator,
  { answer }: ReadQuestion,
  { isRight, isSure }: { isRight: boolean; isSure: boolean },
): Promise<void> {
  const shown = await readCard(card);
  const way = wayOf(answer, shown, isRight);
  if ('choose' in way) for (const at of way.choose) await hand.choose(card, at);
  else if ('rows' in way) for (const [row, column] of way.rows.entries()) await hand.place(card, row, column);
  else if ('texts' in way) for (const [at, text] of way.texts.entries()) await hand.write(card, at, text);
  else await putInOrder(hand, card, shown.items, way.order);
  await hand.submit(card, isSure);
  await expect(card.locator('.result')).toHaveAttribute(
    'data-verdict',
    isRight ? 'correct' : /incorrect|partial/,
  );
}

async function putInOrder(hand: Hand, card: Locator, shown: readonly string[], order: readonly string[]) {
  let now = shown;
  const raise = async (from: number, by: number) => {
    await hand.raise(card, from, by);
    now = raised(now, from, by);
  };
  // What is in order from the start counts only once it was touched.
  if (now.join() === order.join()) for (let times = 0; times < 2; times++) await raise(1, 1);
  for (const [place, text] of order.entries()) {
    const from = now.indexOf(text);
    if (from > place) await raise(from, from - place);
  }
}
