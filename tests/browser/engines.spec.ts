/**
 * The few journeys that show whether the site works in Firefox and in WebKit (Safari's engine) as in Chromium, where all
 * others run: each is written once. Every journey has an address of its own, and so nothing stored.
 */

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { EDITED_SENTENCE } from '../support/edited.mjs';
import { ENGINES, type Engine } from '../support/engines.ts';
import { NO_NGINX, startNginx } from '../support/nginx.mjs';
import { at, dataOf, site } from '../support/pages.ts';
import { expectWholePaper, NO_PDFTOTEXT } from '../support/printed.ts';
import { LATER } from '../support/sites.mjs';

const course = site('course');
const quizzes = site('quizzes');
const TYPES = ['single', 'multiple', 'true-false', 'short', 'cloze', 'matching', 'ordering', 'categories'];
const card = (id: string) => `[id="q:${id}"]`;

/** What one waits for has mostly come at once. */
const INTERVALS = [20, 50, 100, 200];

/** Waits until a function of the page says yes. */
const until = <A extends unknown[]>(
  engine: Engine,
  isSo: (...args: A) => boolean | Promise<boolean>,
  ...args: A
) =>
  expect
    .poll(() => engine.evaluate(isSo, ...args), { message: String(isSo), intervals: INTERVALS })
    .toBe(true);

const untilText = (engine: Engine, selector: string, text: string) =>
  expect
    .poll(() => engine.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector), {
      intervals: INTERVALS,
    })
    .toContain(text);

/** Waits until React has hydrated a question: until then its key is folded below it. */
const hydrated = (engine: Engine, id: string) =>
  until(
    engine,
    (wanted) => document.querySelector(wanted)?.parentElement?.textContent?.includes('정답과 해설') === false,
    card(id),
  );

async function answerable(engine: Engine, id: string): Promise<void> {
  await engine.evaluate((it) => document.querySelector(it)?.scrollIntoView({ block: 'center' }), card(id));
  await hydrated(engine, id);
}

const focus = (engine: Engine, selector: string) =>
  engine.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);

/**
 * How many pixels below its place on the screen (under the bar) the target of the address stands, once it has stood still
 * for ten frames; 0 where the page ends before.
 */
async function offPlace(selector: string): Promise<number> {
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  const place = () => document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN;
  let top = Number.NaN;
  for (let still = 0; still < 10; still++) {
    const now = place();
    if (now !== top) still = 0;
    top = now;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const off = Math.round(top - Number.parseFloat(scrollPaddingTop));
  const isAtEnd = scrollY + innerHeight > document.documentElement.scrollHeight - 2;
  return isAtEnd && off > 0 ? 0 : off;
}

/** The digits of the options that have these words; of a grid, of each row from top to bottom the one that it belongs to. */
const digitsOf = (engine: Engine, id: string, words: string[] | Record<string, string>) =>
  engine.evaluate(
    (wanted, right) => {
      const own = document.querySelector(wanted);
      const textsIn = (parent: Element | null, selector: string) =>
        [...(parent?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent ?? '');
      const digit = (texts: string[], word: string) =>
        `${texts.findIndex((text) => text.includes(word)) + 1}`;
      if (Array.isArray(right)) return right.map((word) => digit(textsIn(own, '.option'), word));
      return [...(own?.querySelectorAll('[data-row]') ?? [])].map((row) => {
        const [, word = '?'] =
          Object.entries(right).find(([head]) => row.textContent?.startsWith(head)) ?? [];
        const letters = textsIn(own, '.bank > div');
        return digit(letters.length > 0 ? letters : textsIn(row, 'label'), word);
      });
    },
    card(id),
    words,
  ) as Promise<`${number}`[]>;

/** Confirms what was answered, and goes on to the next question. */
async function confirm(engine: Engine, id: string, word = '정답입니다'): Promise<void> {
  await engine.press('Enter');
  await untilText(engine, `${card(id)} .verdict`, word);
  // When it comes back is said once the record has the answer.
  await until(
    engine,
    (due) => /[일주월]/.test(document.querySelector(due)?.textContent ?? ''),
    `${card(id)} .curve`,
  );
  await engine.press('Enter');
}

async function sortByKeys(engine: Engine, id: string, order: string[]): Promise<void> {
  for (const [place, text] of order.entries()) {
    const from = await engine.evaluate(
      (wanted, start) => {
        const rows = [...document.querySelectorAll<HTMLElement>(`${wanted} .order > li`)];
        const row = rows.findIndex((each) => each.textContent?.includes(start));
        rows[row]?.querySelector<HTMLElement>('button:enabled')?.focus();
        return row;
      },
      card(id),
      text,
    );
    for (let moves = from - place; moves > 0; moves--) await engine.press('ArrowUp');
  }
}

for (const { name, missing, start } of ENGINES) {
  test.describe(name, () => {
    // One browser for all: a worker would start its own for each.
    test.describe.configure({ mode: 'default' });
    test.skip(missing !== '', missing);
    let engine: Engine;
    test.beforeAll(async () => {
      if (missing === '') engine = await start();
    });
    test.afterAll(() => engine?.stop());

    test('every type of question by keys, and the record after a reload', async () => {
      await engine.open(at(quizzes, '/types/'));
      for (const type of TYPES) await answerable(engine, `t-${type}`);
      await focus(engine, `${card('t-single')} .stem`);
      await engine.press(...(await digitsOf(engine, 't-single', ['Pipfile.lock'])));
      await confirm(engine, 't-single');
      await engine.press(...(await digitsOf(engine, 't-multiple', ['Linux', 'Conda-Forge', '격리된 환경'])));
      await confirm(engine, 't-multiple');
      await engine.press('1');
      await confirm(engine, 't-true-false');
      await engine.press('Tab');
      await engine.type('하이퍼바이저');
      await confirm(engine, 't-short');
      await engine.press('Tab');
      await engine.type('커널');
      await engine.press('Enter');
      await engine.type('격리');
      await confirm(engine, 't-cloze');
      await engine.press('Tab');
      const parts = { Image: '템플릿', Container: '실행 Instance', Daemon: 'service', Registry: '저장소' };
      await engine.press(...(await digitsOf(engine, 't-matching', parts)));
      await confirm(engine, 't-matching');
      await sortByKeys(engine, 't-ordering', ['Dockerfile로', '업로드', '다운로드', 'Runtime']);
      await focus(engine, `${card('t-ordering')} .stem`);
      await confirm(engine, 't-ordering');
      await engine.press('Tab');
      const sides = { 전체: 'Virtual', 운영체제의: 'Container', 필요한: 'Container', 리소스: '둘 다' };
      await engine.press(...(await digitsOf(engine, 't-categories', sides)));
      await confirm(engine, 't-categories');
      // The last one is shown before it is written, and a page that is left writes no more.
      await until(engine, () => !Object.keys(localStorage).some((key) => key.startsWith('study.draft/')));
      const isRecorded = () => untilText(engine, 'main', '문제 8개에 답 8번');
      await engine.open(at(quizzes, '/progress/'));
      // Left earlier, what it still loads would fail, and Firefox says so.
      await isRecorded();
      await engine.reload();
      await isRecorded();
    });

    test('the address of a question leads to it, and to nothing below or above', async () => {
      const missed: string[] = [];
      for (const [width, page, id] of [
        [1200, '/environment-tools/conda/', 'conda-platform'],
        [1200, '/orchestrator/kubernetes/', 'k8s-storage-kinds'],
        [480, '/orchestrator/kubernetes/', 'k8s-local-disk'],
        [480, '/docker/components/', 'parts-instances'],
      ] as const) {
        await engine.resize(width, 900);
        await engine.open('about:blank');
        await engine.open(`${at(course, page)}#q:${id}`);
        await hydrated(engine, id);
        const off = await engine.evaluate(offPlace, card(id));
        if (Math.abs(off) > 2) missed.push(`${id} at ${width} px by ${off} px`);
      }
      expect(missed).toEqual([]);
    });

    test('a footnote leads to its note and back, a fold opens, a formula is drawn', async () => {
      await engine.resize(480, 900);
      await engine.open(at(site('foreign'), '/rare/'));
      await hydrated(engine, 'rare-1');
      const isDrawn = await engine.evaluate(() => {
        const [above, below] = document.querySelector('main mfrac')?.children ?? [];
        return above && below && above.getBoundingClientRect().top + 3 < below.getBoundingClientRect().top;
      });
      expect(isDrawn).toBe(true);
      await engine.click('.fn a');
      await until(engine, () => document.activeElement?.matches('.footnotes li') === true);
      await engine.click('.fn-back');
      await until(engine, () => document.activeElement?.matches('.fn a') === true);
      await engine.click('.fold:not([open]) > summary');
      await until(engine, () => document.querySelector('.fold[open] pre')?.checkVisibility() === true);
      const wide = await engine.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    });

    test('the settings are as tall as what they hold, and close by Escape', async () => {
      await engine.resize(1200, 900);
      await engine.open(at(course, '/docker/compose/'));
      await hydrated(engine, 'compose-commands');
      await engine.click('[aria-label="보기 설정"]');
      await until(engine, () => document.querySelectorAll('.settings:popover-open fieldset').length === 4);
      const room = await engine.evaluate(() => {
        const panel = document.querySelector('.settings');
        const children = [...(panel?.children ?? [])];
        const rows = children.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
        // Gaps, the padding and the edges.
        const spare = children.length * 16 + 20;
        return (panel?.getBoundingClientRect().height ?? Number.NaN) - rows - spare;
      });
      expect(room).toBeLessThan(1);
      await engine.press('Escape');
      await until(engine, () => document.querySelector('.settings:popover-open') === null);
    });

    test('after a publish the second visit is new, and all of it is there without a network', async () => {
      test.skip(!process.env.NGINX_PATH, NO_NGINX);
      const folder = mkdtempSync(path.join(tmpdir(), 'published-'));
      const publish = ({ outDir }: { outDir: string }) => cpSync(outDir, folder, { recursive: true });
      publish(quizzes);
      const host = await startNginx({ folder });
      const isKept = () => untilText(engine, '.foot', ' · 오프라인에서도 볼 수 있습니다');
      await engine.open(`${host.url}container/`);
      await isKept();
      publish(LATER.next);
      // The first visit after it finds the new version, as browsers do by themselves within seconds; the second shows it.
      await engine.open(`${host.url}container/`);
      await engine.evaluate(
        async () => void (await (await navigator.serviceWorker.getRegistration())?.update()),
      );
      await until(engine, async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return !registration?.installing && !registration?.waiting;
      });
      await engine.open(`${host.url}container/`);
      await untilText(engine, 'main', EDITED_SENTENCE);
      await host.stop();
      await engine.open(`${host.url}types/`);
      await answerable(engine, 't-true-false');
      await focus(engine, `${card('t-true-false')} .stem`);
      await engine.press('1');
      await confirm(engine, 't-true-false');
      await engine.reload();
      await answerable(engine, 't-true-false');
      await engine.open(`${host.url}progress/`);
      await untilText(engine, 'main', '문제 1개에 답 1번');
      rmSync(folder, { recursive: true });
    });

    test('prints figures, questions and keys whole', async () => {
      test.skip(name === 'WebKit', 'its driver prints nothing');
      test.skip(NO_PDFTOTEXT !== '', NO_PDFTOTEXT);
      const { pdf } = engine;
      if (!pdf) throw new Error(`${name} prints`);
      await engine.resize(1200, 900);
      const figures = await expectWholePaper({
        async open(address) {
          await engine.open(address);
          await until(engine, () => document.querySelector('.questions .question-key') === null);
        },
        pdf,
        evaluate: (run) => engine.evaluate(run),
      });
      // The words in the boxes of both stacks.
      expect(figures[1]?.filter(({ text }) => text === '물리적하드웨어')).toHaveLength(2);
    });

    test('a record is sealed, opened and joined', async () => {
      test.skip(!process.env.NGINX_PATH, NO_NGINX);
      const built = site('under-base');
      const host = await startNginx({ folder: built.outDir, base: built.base, sync: true });
      const untilSaid = (words: string) => untilText(engine, '.sync', words);
      // By itself, since its block moves as it comes.
      const press = async (words: string) => {
        await untilSaid(words);
        await engine.evaluate((wanted) => {
          const buttons = [...document.querySelectorAll<HTMLElement>('.sync button')];
          buttons.find((button) => button.textContent === wanted)?.click();
        }, words);
      };
      await engine.open(`${host.url}progress/`);
      await press('맞추기 시작');
      await untilSaid('맞춤: 방금');
      await press('보기');
      const link = await engine.evaluate(() => document.querySelector('.sync code')?.textContent ?? '');
      await engine.evaluate(
        (database) => {
          localStorage.clear();
          indexedDB.deleteDatabase(database);
        },
        `study-sync/${dataOf(built, '/').course.id ?? 'course'}`,
      );
      // Cleared, it is another device.
      await engine.open(`${host.url}robots.txt`);
      await engine.open(link);
      await untilSaid('어느 쪽도 지우거나 덮어쓰지 않습니다');
      expect(await engine.evaluate(() => location.hash)).toBe('');
      // The button does nothing before the other record has been read.
      await untilSaid('합친 뒤');
      await press('기록 합치기');
      await untilSaid('맞춤: 방금');
      expect(
        await engine.evaluate(() => document.querySelectorAll('.sync-devices li').length),
      ).toBeGreaterThan(0);
      await host.stop();
    });

    test('none of this put an error on the console', () => {
      // Firefox says so, without an address, of a request that ends with its page.
      const leaving = 'Failed to load ‘’. A ServiceWorker intercepted the request';
      expect(engine.errors().filter((text) => !text.includes(leaving))).toEqual([]);
    });

    test('where nothing may be stored, an answer is graded, and the page says that it is not kept', async () => {
      test.skip(name === 'WebKit', 'MiniBrowser has no setting that blocks storage');
      const blocked = await start({ isBlocked: true });
      await blocked.open(at(quizzes, '/types/'));
      await answerable(blocked, 't-true-false');
      await focus(blocked, `${card('t-true-false')} .stem`);
      await blocked.press('1');
      await confirm(blocked, 't-true-false');
      await untilText(blocked, '.storage-notice', '이 탭에만');
      await blocked.stop();
    });
  });
}
