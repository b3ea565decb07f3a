/**
 * Axe finds nothing on any layout of a page: read at a desk and on a phone, on paper's colours, on dark ones and on the
 * system's. What opens on a page (a dialog, a graded question, a mode of a table) is judged by the journey that opens it.
 */

import { expect, test } from '@playwright/test';
import {
  AS_FORCED,
  allAnswerable,
  at,
  DESK,
  expectNoAxeFindings,
  open,
  overflow,
  PHONE,
  site,
} from '../support/pages.ts';

/** One page of each layout. */
const LAYOUTS = {
  'course map': '/',
  area: '/environment-tools/',
  'topic with outline, supplement, code and questions': '/environment-tools/conda/',
  comparison: '/environment-tools/comparison/',
  'figure of stacks': '/container/virtual-machine/',
  'cases side by side': '/orchestrator/use-cases/',
  comparisons: '/comparisons/',
  practice: '/practice/',
  review: '/review/',
  mistakes: '/mistakes/',
  search: '/search/',
  progress: '/progress/',
  'an address that is none': '/nowhere/',
};
const PAGES = [
  ...Object.entries(LAYOUTS).map(([name, pagePath]) => [name, at(site('course'), pagePath)] as const),
  ['footnotes, folds and formulas', at(site('foreign'), '/rare/')] as const,
];

test.use({ viewport: DESK });

for (const [name, address] of PAGES) {
  test(name, async ({ page }) => {
    // Without motion, colours are what they will be as soon as the theme changes.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open(page, address);
    // What is hydrated meanwhile moves under the eyes of axe.
    await allAnswerable(page);
    await page.locator('.prose .fold').evaluateAll((all) => {
      for (const fold of all) (fold as HTMLDetailsElement).open = true;
    });
    await expectNoAxeFindings(page);
    // In the other theme only colours are others.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectNoAxeFindings(page, ['cat.color']);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' });
    await page.setViewportSize(PHONE);
    await expectNoAxeFindings(page, AS_FORCED);
    await page.emulateMedia({ forcedColors: 'none' });
    await expectNoAxeFindings(page);
    // The text twice as large on the narrowest phone.
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}
