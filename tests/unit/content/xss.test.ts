/** Author text is untrusted: whatever it says and wherever it stands, no script, handler or dangerous address comes out. */

import { Window } from 'happy-dom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMathWriter } from '../../../src/compiler/math.ts';
import { parse } from '../../../src/core/content/parse.ts';
import { ATTACKS, BODIES, TITLES } from '../../support/hostile.mjs';
import { htmlOf } from './notation.ts';

const POSITIONS = {
  ...TITLES,
  ...Object.fromEntries(
    Object.entries(BODIES).map(([name, write]) => [
      name,
      (attack: string) => `# 제목\n\n${write(attack, 1)}`,
    ]),
  ),
};

const MATH =
  'math mrow mi mo mn ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mstyle mpadded mphantom';
const MATH_ATTRIBUTES =
  'data-tex class display displaystyle scriptlevel mathvariant mathsize form fence stretchy symmetric movablelimits lspace rspace minsize maxsize width height depth voffset linethickness accent separator';

/** Everything our own markup is made of, and the attributes each element may have. */
const ALLOWED: Record<string, string[]> = {
  ...Object.fromEntries(
    'figure figcaption p br hr em strong s code kbd sub u mark details summary ul blockquote table thead tbody tr h1 h2 h3 h4 h5 h6'
      .split(' ')
      .map((tag) => [tag, []]),
  ),
  a: ['href', 'title', 'rel', 'id', 'class', 'aria-label'],
  sup: ['class'],
  section: ['class', 'aria-label'],
  img: ['src', 'alt', 'title', 'loading', 'decoding', 'width', 'height'],
  b: ['class'],
  figure: ['class'],
  ul: ['class'],
  details: ['class'],
  div: ['class', 'role', 'aria-label', 'tabindex'],
  span: ['class', 'role', 'aria-label', 'aria-hidden', 'tabindex'],
  ...Object.fromEntries(MATH.split(' ').map((tag) => [tag, MATH_ATTRIBUTES.split(' ')])),
  ol: ['start'],
  li: ['class', 'id', 'tabindex'],
  th: ['class'],
  td: ['class'],
  pre: ['data-language', 'data-title'],
  input: ['type', 'disabled', 'checked'],
};
const CLASSES =
  /^(?:ta-[cr]|task|fold(?: diagram-source)?|fn|fn-back|footnotes|scroll formula|fx-[a-z-]+(?: fx-[a-z-]+)*|diagram(?:-number)?|visually-hidden)$/;
/** No name that a script looks for: those have a capital. */
const ANCHOR = /^[\p{Ll}\p{Lo}\p{N}_][\p{Ll}\p{Lo}\p{M}\p{N}_.:-]*$/u;
const ADDRESS = /^(?:https?:\/\/[^/\\]|mailto:|\/(?![/\\])|#)/;

const window = new Window();
afterAll(() => window.close());

const math = createMathWriter();
beforeAll(() => math.prepare('$x$'));

test.each(Object.entries(POSITIONS))('%s', (_, place) => {
  for (const attack of ATTACKS) {
    const { value } = parse(place(attack), { file: 'area/topic.md', ...(math.draw && { math: math.draw }) });
    const root = window.document.createElement('div');
    for (const html of htmlOf(value)) {
      root.innerHTML = html;
      for (const element of root.querySelectorAll('*')) {
        const tag = element.tagName.toLowerCase();
        const allowed = ALLOWED[tag];
        expect(allowed, `<${tag}> from ${attack}`).toBeDefined();
        for (const { name, value: given } of element.attributes) {
          expect(allowed, `<${tag} ${name}> from ${attack}`).toContain(name);
          if (name === 'class') expect(given, attack).toMatch(CLASSES);
          if (name === 'id') expect(given, attack).toMatch(ANCHOR);
          if (name === 'href' || name === 'src') expect(given, attack).toMatch(ADDRESS);
        }
      }
    }
  }
});

test('there are enough attacks', () => {
  expect(ATTACKS.length).toBeGreaterThanOrEqual(60);
});
