/** Axe finds nothing on any page, on paper, on the blackboard or in the system's colours, on a phone or at a desk. */

import { test } from '@playwright/test';
import { AS_FORCED, at, expectNoAxeFindings, open, pathsOf, site } from '../support/pages.ts';

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
        // With the system's colours some things are shown in another way, the same at every width.
        if (name !== 'phone') return;
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' });
        await expectNoAxeFindings(page, AS_FORCED);
      });
    }
  });
}
