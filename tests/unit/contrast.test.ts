/** Contrast of the colour tokens, computed from tokens.css as WCAG 2 defines it, in both themes. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Rgb = [red: number, green: number, blue: number];
const css = readFileSync('src/ui/styles/tokens.css', 'utf8');

/** OKLCH to linear sRGB (Ottosson 2020); components outside 0–1 are outside the gamut. */
function linearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function colour(token: string, theme: 'light' | 'dark'): Rgb {
  const number = String.raw`([\d.]+)`;
  const oklch = String.raw`oklch\(${number} ${number} ${number}\)`;
  const found = new RegExp(String.raw`--${token}:\s*light-dark\(\s*${oklch},\s*${oklch}\s*\)`).exec(css);
  if (!found) throw new Error(`no token --${token}`);
  const [l = 0, c = 0, h = 0] = found
    .slice(1)
    .map(Number)
    .slice(theme === 'light' ? 0 : 3);
  return linearRgb(l, c, h);
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
const luminance = ([r, g, b]: Rgb) => 0.2126 * clamp(r) + 0.7152 * clamp(g) + 0.0722 * clamp(b);

function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const [a, b] = [luminance(colour(one, theme)), luminance(colour(other, theme))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
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
      expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(floor);
    },
  );

  test('all of them are colours of sRGB', () => {
    for (const token of new Set(FLOORS.flatMap(([text, grounds]) => [text, ...grounds]))) {
      for (const part of colour(token, theme)) {
        expect(part, token).toBeGreaterThan(-0.002);
        expect(part, token).toBeLessThan(1.002);
      }
    }
  });
});
