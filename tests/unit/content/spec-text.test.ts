/**
 * CommonMark's examples, and those of GFM's extensions, show a reader the same words here as on GitHub. What differs on purpose is
 * listed with its reason.
 */

import { tests } from 'commonmark-spec';
import { Window } from 'happy-dom';
import { afterAll, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import type { Html } from '../../../src/core/model/html.ts';
import type { Block, Entry } from '../../../src/core/model/topic.ts';

const window = new Window();
afterAll(() => window.close());

/** Words of markup, without scripts and styles; pictures by their description. */
function wordsOf(html: string): string {
  const root = window.document.createElement('div');
  root.innerHTML = html.replace(
    /<!---?>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![A-Z][^>]*>/g,
    '',
  );
  for (const element of root.querySelectorAll('script, style, textarea, title, noscript, iframe'))
    element.remove();
  for (const image of root.querySelectorAll('img')) image.replaceWith(image.getAttribute('alt') ?? '');
  return squeeze(root.textContent ?? '');
}

const squeeze = (text: string): string => text.replace(/[\s:]+/g, '');

function entryWords({ term, text, blocks, points }: Entry): string {
  return (
    [term, text].map((html) => wordsOf(html ?? '')).join('') +
    blocks.map(blockWords).join('') +
    points.map(entryWords).join('')
  );
}

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'prose':
      return wordsOf(block.html);
    case 'code':
      return squeeze(block.code);
    case 'outline':
      return block.entries.map(entryWords).join('');
    case 'notice':
      return block.blocks.map(blockWords).join('');
    default:
      return `[${block.kind}]`;
  }
}

/** What a page shows of a source, under a title of its own. */
function shown(source: string): string {
  const { blocks, sections } = parse(`# T\n\n${source}`, { file: 'a.md' }).value;
  const parts = sections.map(
    (section) => wordsOf(section.title as Html) + section.blocks.map(blockWords).join(''),
  );
  return blocks.map(blockWords).join('') + parts.join('');
}

const DIFFERENT: Record<string, number[]> = {
  'a tag that nothing in the file closes is a word in angle brackets: GitHub loses it': [150, 201, 613],
  'a tag that is broken off stays text, since words may stand in it': [156, 157, 158],
  'a tag alone on a line begins no block of HTML, so that what follows is markdown': [
    162, 163, 164, 165, 166,
  ],
  'a style that nothing closes would hide the rest of the file': [173],
  'what follows a comment on its line is markdown': [177],
  'a no-break space behind a marker is read as a blank, as it was meant': [353],
};

/** The examples of GFM's extensions (github.github.com/gfm), and the words that GitHub shows. */
const GFM: [source: string, words: string][] = [
  ['| foo | bar |\n| --- | --- |\n| baz | bim |', 'foo bar baz bim'],
  ['| abc | defghi |\n:-: | -----------:\nbar | baz', 'abc defghi bar baz'],
  ['| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |', 'f|oo b | az b | im'],
  ['| abc | def |\n| --- | --- |\n| bar | baz |\n> bar', 'abc def bar baz bar'],
  ['| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar', 'abc def bar baz bar bar'],
  ['| abc | def |\n| --- |\n| bar |', '| abc | def | | --- | | bar |'],
  ['| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |', 'abc def bar bar baz'],
  ['| abc | def |\n| --- | --- |', 'abc def'],
  ['- [ ] foo\n- [x] bar', 'foo bar'],
  ['- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim', 'foo bar baz bim'],
  ['~~Hi~~ Hello', 'Hi Hello'],
  ['This ~~has a\n\nnew paragraph~~.', 'This ~~has a new paragraph~~.'],
  ['www.commonmark.org', 'www.commonmark.org'],
  [
    'Visit www.commonmark.org/help for more information.',
    'Visit www.commonmark.org/help for more information.',
  ],
  [
    'Visit www.commonmark.org.\n\nVisit www.commonmark.org/a.b.',
    'Visit www.commonmark.org. Visit www.commonmark.org/a.b.',
  ],
  ['www.google.com/search?q=Markup+(business)))', 'www.google.com/search?q=Markup+(business)))'],
  ['www.google.com/search?q=commonmark&hl=en', 'www.google.com/search?q=commonmark&hl=en'],
  ['www.commonmark.org/he<lp', 'www.commonmark.org/he<lp'],
  [
    '(Visit https://encrypted.google.com/search?q=Markup+(business))',
    '(Visit https://encrypted.google.com/search?q=Markup+(business))',
  ],
  ['foo@bar.baz', 'foo@bar.baz'],
  [
    "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.",
    "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.",
  ],
  [
    'a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_',
    'a.b-c_d@a.b a.b-c_d@a.b. a.b-c_d@a.b- a.b-c_d@a.b_',
  ],
  ['mailto:foo@bar.baz', 'mailto:foo@bar.baz'],
  ['<strong> <em></strong>', ''],
];

/** What differs on purpose: the source, what GitHub shows, and why. */
const GFM_DIFFERENT: [source: string, words: string, reason: string][] = [
  ['~there~', 'there', 'Korean writes ranges with one tilde: 3~5'],
  ['This will ~~~not~~~ strike.', 'This will ~~~not~~~ strike.', 'markdown-it takes two of three tildes'],
];

test.each(GFM_DIFFERENT)('%s differs', (source, words, reason) => {
  expect(shown(source), reason).not.toBe(squeeze(words));
});

test.each(GFM)('%s', (source, words) => {
  expect(shown(source)).toBe(squeeze(words));
});

test.each(tests.map(({ number, section, markdown, html }) => ({ number, section, markdown, html })))(
  'example $number ($section)',
  ({ number, markdown, html }) => {
    const reason = Object.entries(DIFFERENT).find(([, numbers]) => numbers.includes(number))?.[0];
    const source = markdown.replaceAll('→', '\t');
    const expected = wordsOf(html.replaceAll('→', '\t'));
    if (reason) expect(shown(source), reason).not.toBe(expected);
    else expect(shown(source)).toBe(expected);
  },
);
