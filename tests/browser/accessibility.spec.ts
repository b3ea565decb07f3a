/** Axe finds nothing on any page, on paper or on the blackboard, on a phone or at a desk. */

import { test } from '@playwright/test';
import { at, expectNoAxeFindings, open, pathsOf, site } from '../support/pages.ts';

const course = site('course');

for (const [name, viewport] of Object.entries({
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
})) {
  test.describe(name, () => {
    test.use({ viewport });
    for (const pagePath of pathsOf(course)) {
      test(pagePath, async ({ page }) => {
        // Without motion, colours are what they will be as soon as the theme changes.
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        await open(page, at(course, pagePath));
        await expectNoAxeFindings(page);
        // The same page in the other theme: only its colours are others.
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        await expectNoAxeFindings(page, ['cat.color']);
      });
    }
  });
}
