/**
 * From the click on 「확실해요」 to the next paint, at a quarter of the processor's speed, as the browser's own event timing
 * measures interactions (INP; steps of 8 ms, nothing under 16): in the flow of a page of many quizzes, and one question a
 * screen. Beside it, before each answer, a bare button on the same page that toggles a class.
 */

import { launchBrowser, newContext, SLOWDOWN, slowProcessor } from '../browser.mjs';
import { buildHere } from '../build-site.mjs';
import { percentile, sleep, summary } from '../numbers.mjs';
import { serveFolder } from '../static-server.mjs';

const FLOW = ['/environment-tools/conda/', '/docker/components/'];
const SITTING = '/practice/?set=all';
const SITTING_QUESTIONS = 14;
const PATIENCE_MILLIS = 10_000;
/** The record is written and the numbers are renewed meanwhile; what was scrolled to is drawn. */
const REST_MILLIS = 300;
const HOVER_MILLIS = 100;

const watchInteractions = () => {
  window.interactions = new Map();
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId)
        window.interactions.set(
          interactionId,
          Math.max(duration, window.interactions.get(interactionId) ?? 0),
        );
  }).observe({ type: 'event', durationThreshold: 16 });
};

/**
 * Clicks as a hand does, and returns how long the interaction took; under 16 ms nothing is reported. With the bare mouse:
 * a locator's click looks in the slowed page whether it hits, within the interaction.
 */
async function interact(page, locator) {
  const { x, y, width, height } = await locator.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await sleep(HOVER_MILLIS);
  await page.evaluate(() => window.interactions.clear());
  await page.mouse.down();
  await sleep(30);
  await page.mouse.up();
  // Reported after the frame; two more frames and a task are enough.
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
  );
  const took = await page.evaluate(() => [...window.interactions.values()]);
  return Math.max(8, ...took);
}

/** Answers a question of any type, rightly or not. */
async function fillIn(card) {
  const [kind] = await card.evaluate((element) =>
    ['.options', '.true-false', '.answer-grid', '.order', '.text-answer', 'textarea'].filter((each) =>
      element.querySelector(each),
    ),
  );
  if (kind === '.options' || kind === '.true-false') await card.locator(`${kind} label`).first().click();
  if (kind === '.order') await card.locator('.order button:not(:disabled)').first().click();
  if (kind === '.answer-grid') {
    for (const row of await card.locator('.answer-grid tbody tr').all())
      await row.locator('td label').first().click();
  }
  if (kind === '.text-answer')
    for (const input of await card.locator('.text-answer').all()) await input.fill('1');
  if (kind === 'textarea') await card.locator('textarea').fill('답');
}

async function addBareButton(page) {
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'bare';
    button.textContent = 'bare';
    button.className = 'button';
    button.onclick = () => button.classList.toggle('button-main');
    document.querySelector('main')?.prepend(button);
  });
  return page.locator('#bare');
}

async function answerOne({ page, devtools, card, bare, into }) {
  await fillIn(card);
  const check = card.getByRole('button', { name: '확실해요' });
  // A number without its unit, for one: it is given up, and not measured.
  if ((await check.getAttribute('aria-disabled')) === 'true') {
    await card.getByRole('button', { name: '모르겠음' }).click();
    return card.locator('.verdict').waitFor({ timeout: PATIENCE_MILLIS });
  }
  await bare.scrollIntoViewIfNeeded();
  await sleep(REST_MILLIS);
  await slowProcessor(devtools, SLOWDOWN);
  into.bare.push(await interact(page, bare));
  await check.scrollIntoViewIfNeeded();
  await sleep(REST_MILLIS);
  into.answers.push(await interact(page, check));
  await slowProcessor(devtools, 1);
  await card.locator('.verdict').waitFor({ timeout: PATIENCE_MILLIS });
  await sleep(REST_MILLIS);
}

async function openPage(browser, address) {
  const context = await newContext(browser);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.addInitScript(watchInteractions);
  await page.goto(address, { waitUntil: 'load' });
  return { context, page, devtools };
}

/** Every question of pages with many quizzes, where it stands. */
async function inTheFlow(browser, url) {
  const into = { answers: [], bare: [] };
  for (const path of FLOW) {
    const { context, page, devtools } = await openPage(browser, url + path);
    for (const quiz of await page.locator('.quiz').all()) {
      await quiz.scrollIntoViewIfNeeded();
      await quiz.locator('.question-key').first().waitFor({ state: 'detached' });
    }
    // The record's parts come when the page is idle.
    await sleep(2_500);
    const bare = await addBareButton(page);
    for (const card of await page.locator('.questions .question').all())
      await answerOne({ page, devtools, card, bare, into });
    await context.close();
  }
  return into;
}

/** One a screen, and on to the next. */
async function inASitting(browser, url) {
  const into = { answers: [], bare: [], next: [] };
  const { context, page, devtools } = await openPage(browser, url + SITTING);
  await page.locator('.session .question').waitFor();
  await sleep(2_500);
  const bare = await addBareButton(page);
  for (let at = 0; at < SITTING_QUESTIONS; at++) {
    const card = page.locator('.session .question');
    await answerOne({ page, devtools, card, bare, into });
    await slowProcessor(devtools, SLOWDOWN);
    into.next.push(await interact(page, page.getByRole('button', { name: '다음 문제' })));
    await slowProcessor(devtools, 1);
    await page.getByRole('button', { name: '확실해요' }).waitFor();
  }
  await context.close();
  return into;
}

export async function measureAnswering({ rounds }) {
  const course = buildHere();
  const server = await serveFolder(course.out);
  const browser = await launchBrowser();
  const flow = { answers: [], bare: [] };
  const sitting = { answers: [], bare: [], next: [] };
  try {
    for (let round = 0; round < (rounds ?? 2); round++) {
      const [here, alone] = [await inTheFlow(browser, server.url), await inASitting(browser, server.url)];
      for (const [name, values] of Object.entries(here)) flow[name].push(...values);
      for (const [name, values] of Object.entries(alone)) sitting[name].push(...values);
    }
  } finally {
    await browser.close();
    server.close();
    course.remove();
  }
  const row = (metric, ours, reference, target) => ({
    metric,
    unit: 'ms',
    ours,
    name: 'bare button',
    reference,
    target,
  });
  const rows = (name, answers, bare) => [
    row(`${name}, p75`, percentile(answers, 0.75), percentile(bare, 0.75), { atMost: 50 }),
    row(`${name}, worst`, percentile(answers, 1), percentile(bare, 1)),
  ];
  return [
    row('확실해요 in the flow, median', summary(flow.answers), summary(flow.bare)),
    ...rows('확실해요 in the flow', flow.answers, flow.bare),
    ...rows('확실해요 in a sitting', sitting.answers, sitting.bare),
    ...rows('다음 문제 in a sitting', sitting.next, sitting.bare),
  ];
}
