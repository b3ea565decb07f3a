/** What the browser journeys share: the sites, the course's pages, and a check with axe under the real policy. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { PageData } from '../../src/core/model/course.ts';
import { encodePath, type SiteVersion } from '../../src/core/model/site.ts';
import type { StudyIndex } from '../../src/core/model/study.ts';
import { PUBLISHED, SITES } from './sites.mjs';

export interface Site {
  name: string;
  port: number;
  base: string;
  outDir: string;
  url: string;
}

export function site(name: 'course' | 'under-base' | 'foreign' | 'quizzes'): Site {
  const found = (SITES as Site[]).find((one) => one.name === name);
  if (!found) throw new Error(`no site ${name}`);
  return found;
}

/** The course as it is published: behind nginx where there is one, else behind the preview. */
export const published = (): Site => (process.env.NGINX_PATH ? PUBLISHED : site('course'));

const readJson = <T>(of: Site, file: string) =>
  JSON.parse(readFileSync(path.join(of.outDir, file), 'utf8')) as T;

/** Paths of all pages of a built site, the course map first. */
export function pathsOf(of: Site): string[] {
  const xml = readFileSync(path.join(of.outDir, 'sitemap.xml'), 'utf8');
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) =>
    decodeURIComponent(address).slice(of.base.length - 1),
  );
}

export const dataOf = (of: Site, pagePath: string) =>
  readJson<PageData>(of, `data/${pagePath.slice(1, -1) || 'index'}.json`);

/** The version that the service worker of a built site serves. */
export function versionOf(of: Site): SiteVersion {
  const [head = ''] = readFileSync(path.join(of.outDir, 'sw.js'), 'utf8').split('\n');
  return JSON.parse(/^const SITE=(.*);$/.exec(head)?.[1] ?? 'null') as SiteVersion;
}

/** What there is to learn on a built site. */
export const indexOf = (of: Site) => readJson<StudyIndex>(of, 'course/study.json');

/** An address under the site's base. */
export const at = (of: Site, pagePath: string) => new URL(`.${encodePath(pagePath)}`, of.url).href;

export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 820, height: 1180 };
export const DESK = { width: 1440, height: 900 };

/** By how many pixels the page is wider than the screen. */
export const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** A question by its id, wherever on the page it stands. */
export const question = (page: Page, id: string): Locator => page.locator(`[id="q:${id}"]`);

/** The line that says whether the answer to a question was right. */
export const verdictOf = (card: Locator): Locator => card.locator('.verdict');

/**
 * Waits until a question can be answered, which is as soon as React has hydrated it: until then its key is folded below it.
 * By its own scrolling, and by its id, since React may replace it at that moment.
 */
export async function answerable(card: Locator): Promise<void> {
  const id = await card.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    return element.id;
  });
  await card.page().waitForFunction((wanted) => {
    const around = document.getElementById(wanted)?.parentElement;
    return around?.textContent?.includes('정답과 해설') === false;
  }, id);
}

/**
 * Chooses an option by its label, as a finger does, once that is painted and stands still. The input is one hidden pixel:
 * pressed by force it may lie in a question that the browser has not painted yet (`content-visibility`).
 */
export async function pick(option: Locator): Promise<void> {
  await option.locator('..').click();
  await expect(option).toBeChecked();
}

/** Waits until an element has stood in one place of the screen for ten frames: what was to come above it has come. */
export const atRest = (locator: Locator): Promise<void> =>
  locator.evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let top = Number.NaN;
    for (let still = 0; still < 10; still++) {
      const now = element.getBoundingClientRect().top;
      if (now !== top) still = 0;
      top = now;
      await frame();
    }
  });

/** Waits until every question of a page, which may have none, can be answered, and leads to one after the other that cannot yet. */
export const allAnswerable = (page: Page) =>
  page.waitForFunction(() => {
    const cards = [...document.querySelectorAll('[id^="q:"]')];
    const folded = cards.find((card) => card.parentElement?.textContent?.includes('정답과 해설'));
    folded?.scrollIntoView({ block: 'center' });
    return folded === undefined;
  });

/** Opens a page and waits until React has taken over. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await hydrated(page);
}

/** Keeps files back, as a bad line would, until what it returns is called. */
export async function hold(page: Page, files: string | RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/**
 * Waits until React has taken over: it marks the nodes it owns, the first one under #root tells that hydration has begun, and
 * the page is idle once its effects have run. Before them the page does not listen to its keys.
 */
export const hydrated = (page: Page) =>
  page.waitForFunction(() => {
    const first = document.querySelector('#root > *');
    if (!first || !Object.keys(first).some((key) => key.startsWith('__react'))) return false;
    return new Promise<boolean>((done) => requestIdleCallback(() => done(true)));
  });

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** With colours forced by the system: axe reads them as they are written, not as they are shown, and cannot judge them. */
export const AS_FORCED = ['wcag2a', 'wcag22aa'];

/** Axe finds nothing on the page as it stands. Evaluated, not added as a tag: the policy allows no foreign script. */
export async function expectNoAxeFindings(page: Page, tags: string[] = ALL_RULES): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  // From the top, since what a scrolled page has half under its bar counts as too small. And a colour on its way from one theme to
  // the other has no contrast to speak of.
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    return Promise.allSettled(
      document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? one.finished : [])),
    );
  });
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResult> } }).axe.run({
        runOnly,
        // It describes no element that passed.
        resultTypes: ['violations'],
      }),
    tags,
  );
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
  );
  expect(found).toEqual([]);
}

/** From the next page on: what has moved on the screen without being asked to. */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    const told = ({ x, y, width, height }: DOMRectReadOnly) => `${x},${y} ${width}×${height}`;
    type Shift = PerformanceEntry & {
      sources: { node: Node; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    };
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as Shift[])
        for (const { node, previousRect, currentRect } of sources)
          shifts.push(
            `${told(previousRect)} → ${told(currentRect)} ${(node as Element).outerHTML ?? node.textContent}`,
          );
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}

/** Collects what goes wrong in a page: errors, refused resources, requests to other origins. */
export function watchForTrouble(page: Page, of: Site): string[] {
  const trouble: string[] = [];
  const origin = new URL(of.url).origin;
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const isTrouble = message.type() === 'error' || message.type() === 'warning';
    // What the configuration of these tests does, not the page.
    if (isTrouble && !message.text().includes('Service Worker registration blocked by Playwright'))
      trouble.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      trouble.push(`left: ${request.url()}`);
  });
  return trouble;
}
