/** Writes the inside of an SVG: shapes and text with classes, no colours, ids, links, scripts or styles. Text is escaped here. */

import { escapeHtml } from '../../core/model/html.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** To a tenth of a pixel. */
export const num = (value: number): string => String(Math.round(value * 10) / 10);

export const group = (name: string, inside: readonly string[], attributes = ''): string =>
  inside.length === 0 ? '' : `<g class="${name}"${attributes}>${inside.join('\n')}</g>`;

export const path = (d: string, name = ''): string => `<path${named(name)} d="${d}"/>`;

export const rect = ({ x, y, width, height }: Box, radius = 0, name = ''): string =>
  `<rect${named(name)} x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"${radius > 0 ? ` rx="${num(radius)}"` : ''}/>`;

export const circle = ({ x, y }: Point, radius: number, name = ''): string =>
  `<circle${named(name)} cx="${num(x)}" cy="${num(y)}" r="${num(radius)}"/>`;

const named = (name: string): string => (name === '' ? '' : ` class="${name}"`);

export const LINE_HEIGHT = 1.35;

/** Lines around a middle height, each an element: blanks between parts of one would move its middle. */
export function text(lines: readonly string[], { x, y }: Point, size: number, attributes = ''): string {
  const step = size * LINE_HEIGHT;
  // Letters stand two thirds above, one third below the baseline.
  const first = y + size * 0.35 - ((lines.length - 1) * step) / 2;
  return lines
    .map(
      (each, at) =>
        `<text x="${num(x)}" y="${num(first + at * step)}"${attributes}>${escapeHtml(each)}</text>`,
    )
    .join('\n');
}

const RADIUS = 6;

/** A line through points, its corners rounded. */
export function line(points: readonly Point[]): string {
  const parts = points.map((point, at) => {
    const before = points[at - 1];
    const after = points[at + 1];
    if (!before) return `M${num(point.x)} ${num(point.y)}`;
    if (!after) return `L${num(point.x)} ${num(point.y)}`;
    const radius = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2);
    const [from, to] = [towards(point, before, radius), towards(point, after, radius)];
    return `L${num(from.x)} ${num(from.y)}Q${num(point.x)} ${num(point.y)} ${num(to.x)} ${num(to.y)}`;
  });
  return parts.join('');
}

export const distance = (one: Point, other: Point): number => Math.hypot(other.x - one.x, other.y - one.y);

/** The point so far from one towards another. */
export function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}
