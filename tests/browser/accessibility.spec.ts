/** Axe finds nothing on any page, on paper or on the blackboard, on a phone or at a desk. */

import { test } from '@playwright/test';
import { at, expectNoAxeFindings, open, pathsOf, site } from '../support/pages.ts';

const course = site('course');

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, viewport] of Object.entries({
    phone: { width: 390, height: 844 },
    desk: { width: 1440, height: 900 },
  })) {
    test.describe(`${colorScheme}, ${name}`, () => {
      test.use({ colorScheme, viewport });
      for (const pagePath of pathsOf(course)) {
        test(pagePath, async ({ page }) => {
          await open(page, at(course, pagePath));
          await expectNoAxeFindings(page);
        });
      }
    });
  }
}
