/** Code is coloured by what it says, however slow the machine is. */

import { afterEach, expect, test, vi } from 'vitest';
import { createHighlighter } from '../../../src/compiler/highlight.ts';

afterEach(() => void vi.restoreAllMocks());

test('a machine under load colours a line to its end', async () => {
  const code = 'docker run --rm -d --name iris -p 8000:8000 iris-api:1.0';
  const highlighter = createHighlighter();
  await highlighter.prepare(`\`\`\`sh\n${code}\n\`\`\`\n`);
  const html = highlighter.highlight(code, 'sh');
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1_000));
  expect(highlighter.highlight(code, 'sh')).toBe(html);
  expect(html).toContain('hl-function');
});
