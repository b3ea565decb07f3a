/** Topics on paper, as Chromium prints them; as Firefox does, in engines.spec.ts. */

import { test } from '@playwright/test';
import { allAnswerable, DESK, open } from '../support/pages.ts';
import { expectWholePaper, NO_PDFTOTEXT } from '../support/printed.ts';

test.skip(NO_PDFTOTEXT !== '', NO_PDFTOTEXT);
test.use({ viewport: DESK });

test('prints figures, questions and keys whole', async ({ page }) => {
  await expectWholePaper({
    async open(address) {
      await open(page, address);
      await allAnswerable(page);
    },
    pdf: () => page.pdf({ preferCSSPageSize: true }),
    evaluate: (run) => page.evaluate(run),
  });
});
