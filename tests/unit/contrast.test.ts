/** Contrast of the colour tokens, computed from tokens.css as WCAG 2 defines it, in both themes. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, linearRgb, type Oklch } from '../../src/core/course/accent.ts';

const css = readFileSync('src/ui/styles/tokens.css', 'utf8');

function colour(token: string, theme: 'light' | 'dark'): Oklch {
  const number = String.raw`([\d.]+)`;
  const oklch = String.raw`oklch\(${number} ${number} ${number}\)`;
  const found = new RegExp(String.raw`--${token}:\s*light-dark\(\s*${oklch},\s*${oklch}\s*\)`).exec(css);
  if (!found) throw new Error(`no token --${token}`);
  const [l = 0, c = 0, h = 0] = found
    .slice(1)
    .map(Number)
    .slice(theme === 'light' ? 0 : 3);
  return [l, c, h];
}

const GRADES = ['correct', 'wrong', 'partial'];
const FLOORS: [text: string, grounds: string[], floor: number][] = [
  ['ink', ['paper', 'accent-tint', 'mark', 'film-a', 'film-b', ...GRADES.map((grade) => `${grade}-tint`)], 7],
  ['ink-2', ['paper'], 7],
  ['ink-3', ['paper', 'paper-sunk', 'paper-press'], 4.5],
  ['accent', ['paper', 'accent-tint'], 4.5],
  ['on-accent', ['accent'], 4.5],
  ['stroke', ['paper', 'paper-sunk', 'paper-press'], 3],
  ...[...GRADES, 'stale'].map((text): [string, string[], number] => [text, ['paper'], 4.5]),
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(FLOORS.flatMap(([text, grounds, floor]) => grounds.map((ground) => ({ text, ground, floor }))))(
    '$text on $ground is at least $floor : 1',
    ({ text, ground, floor }) => {
      expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(floor);
    },
  );

  test('all of them are colours of sRGB', () => {
    for (const token of new Set(FLOORS.flatMap(([text, grounds]) => [text, ...grounds]))) {
      for (const part of linearRgb(colour(token, theme))) {
        expect(part, token).toBeGreaterThan(-0.002);
        expect(part, token).toBeLessThan(1.002);
      }
    }
  });
});
