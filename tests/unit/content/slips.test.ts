/**
 * Slips of an author's hand in the text of a note, one a file: each is read as meant, or told at its line by one message. A case of
 * tests/fixtures/markdown/slips.txt begins with `=== name | what is told; what the page shows`.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkNotes, fixNotes } from '../../../src/core/course/apply-fixes.ts';
import { textOf } from '../../../src/core/model/html.ts';
import { htmlOf, read } from './notation.ts';

interface Slip {
  name: string;
  /** `code line`, in order. */
  told: string[];
  /** Words that stand on the page one after the other. */
  shown: string;
  text: string;
}

const SLIPS = readFileSync(new URL('../../fixtures/markdown/slips.txt', import.meta.url), 'utf8')
  .split(/^=== (?=[a-z]\d)/m)
  .slice(1)
  .map((piece): Slip => {
    const [, name = '', expected = '', text = ''] = /^(\S+) \|(.*)\n([\s\S]*)$/.exec(piece) ?? [];
    const [first = '', second = ''] = expected.split(';').map((part) => part.trim());
    const isTold = /^[a-z-]+ \d+(?:,|$)/.test(first);
    return { name, told: isTold ? first.split(', ') : [], shown: isTold ? second : first, text };
  });

const folderOf = ({ name, text }: Slip) => ({
  notes: new Map([
    [
      'README.md',
      `# 강의\n\n<!-- course: slips -->\n\n- [좋은 것](a-ok.md)\n- [빈칸](a%20ok.md)\n- [가](${name}.md)\n`,
    ],
    ['a-ok.md', '# 좋은 것\n\n글.\n'],
    ['a ok.md', '# 빈칸\n\n글.\n'],
    ['draft.md', '# 초안\n\n1. 언어: R\n'],
    [`${name}.md`, text],
  ]),
  files: new Set<string>(),
});

/** How a question is written is told elsewhere. */
const isOfText = (code: string): boolean => !code.startsWith('item-');

test('there are as many as promised', () => {
  expect(SLIPS.length).toBeGreaterThan(100);
  expect(new Set(SLIPS.map(({ name }) => name)).size).toBe(SLIPS.length);
});

describe.each(SLIPS)('$name', (slip) => {
  const file = `${slip.name}.md`;
  const folder = folderOf(slip);
  const own = checkNotes(folder).filter((one) => one.file === file && isOfText(one.code));

  test('is told at its line, once, or read as meant', () => {
    expect(own.map(({ code, line }) => `${code} ${line}`)).toEqual(slip.told);
    const topic = read(slip.text, file).value;
    const page = [...topic.sections.map(({ titleText }) => titleText), ...htmlOf(topic).map(textOf)].join(
      ' ',
    );
    for (const word of slip.shown.split(' ')) expect(page).toContain(word);
  });

  test('and the fix that is offered for it mends it', () => {
    const fixed = fixNotes(folder, (one) => one.file === file && isOfText(one.code));
    const rest = fixed.diagnostics.filter((one) => one.file === file && one.fix && isOfText(one.code));
    expect(rest.map(({ code, line }) => `${code} ${line}`)).toEqual([]);
    expect(fixed.refused.map(({ fixable, loss }) => `${fixable.code}: ${loss}`)).toEqual([]);
  });
});
