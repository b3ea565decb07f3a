/** Code is coloured by what it says, however slow the machine is, page by page and each piece once. */

import { afterEach, expect, test, vi } from 'vitest';
import { createHighlighter } from '../../../src/compiler/highlight.ts';

afterEach(() => void vi.restoreAllMocks());

const CODE = 'docker run --rm -d --name iris -p 8000:8000 iris-api:1.0';

test('a machine under load colours a line to its end', async () => {
  const highlighter = createHighlighter();
  await highlighter.prepare(['sh']);
  const html = highlighter.highlight(`${CODE} `, 'sh');
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1_000));
  expect(highlighter.highlight(CODE, 'sh')).toBe(html?.trimEnd());
  expect(html).toContain('hl-function');
});

test('a language has its colours once it is made ready, by any of its names; an unknown one stays plain', async () => {
  const highlighter = createHighlighter();
  expect(highlighter.highlight(CODE, 'sh')).toBeNull();
  await Promise.all([highlighter.prepare(['shell']), highlighter.prepare(['BASH', 'no-such', 'text'])]);
  expect(highlighter.highlight(CODE, 'sh')).toContain('hl-function');
  expect(highlighter.highlight(CODE, 'no-such')).toBeNull();
  expect(highlighter.highlight(CODE, 'text')).toBeNull();
});

test('a piece of code is coloured once, however often its page is asked for', async () => {
  const highlighter = createHighlighter();
  await highlighter.prepare(['json']);
  const exec = vi.spyOn(RegExp.prototype, 'exec');
  const html = highlighter.highlight('[1]', 'json');
  expect(exec).toHaveBeenCalled();
  exec.mockClear();
  expect(highlighter.highlight('[1]', 'json')).toBe(html);
  expect(exec).not.toHaveBeenCalled();
});
