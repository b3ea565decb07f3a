/** Writes the inside of an SVG: shapes and text with classes, no colours, ids, links, scripts or styles. Text is escaped here. */

import type { Tip } from '../../core/content/diagrams/diagram.ts';
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

const LINE_HEIGHT = 1.35;

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

const distance = (one: Point, other: Point): number => Math.hypot(other.x - one.x, other.y - one.y);

/** The point so far from one towards another. */
export function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

// What graphs and sequences draw alike.

/** A label that is all Latin and begins in lower case is a command: `git push`, `start`. */
export const isCommand = (label: string): boolean => /^[a-z./~$][\x20-\x7e\n]*$/.test(label);

/** Words between two thin rules. */
export function noteParts(box: Box, lines: readonly string[]): string {
  const { x, y, width, height } = box;
  const rule = (down: number) => `M${num(x)} ${num(down)}H${num(x + width)}`;
  const at = { x: x + 12, y: y + height / 2 };
  return group('diagram-note', [path(rule(y) + rule(y + height)), text(lines, at, 13)], ' font-size="13"');
}

// The marks at the ends of lines: arrows, the triangles and diamonds of classes, the crow's feet of tables.

interface DrawnTip {
  shapes: string[];
  /** How far from its end the line itself stops. */
  length: number;
}

const ROOM: Record<Tip, number> = {
  none: 0,
  arrow: 10,
  open: 10,
  circle: 10,
  cross: 12,
  triangle: 14,
  diamond: 18,
  'diamond-filled': 18,
  one: 14,
  'zero-one': 22,
  many: 20,
  'zero-many': 24,
};

/** The straight stretch that a mark needs. */
export const roomOf = (tip: Tip): number => ROOM[tip];

/** A mark whose point is at `end`, on a line that comes from `from`. */
export function drawTip(tip: Tip, end: Point, from: Point): DrawnTip {
  const length = Math.hypot(end.x - from.x, end.y - from.y) || 1;
  const [along, down] = [(from.x - end.x) / length, (from.y - end.y) / length];
  /** So far back along the line, and so far beside it. */
  const at = (back: number, beside = 0): Point => ({
    x: end.x + along * back - down * beside,
    y: end.y + down * back + along * beside,
  });
  const to = (...points: Point[]) => points.map(({ x, y }) => `${num(x)} ${num(y)}`).join('L');
  const bar = (back: number) => `M${to(at(back, 6), at(back, -6))}`;
  const foot = `M${to(at(12), at(0, 6))}M${to(at(12), at(0, -6))}M${to(at(12), at(0))}`;
  switch (tip) {
    case 'none':
      return { shapes: [], length: 0 };
    case 'arrow':
      return { shapes: [path(`M${to(at(0), at(9, 4.5), at(9, -4.5))}Z`, 'diagram-tip')], length: 8 };
    case 'open':
      return { shapes: [path(`M${to(at(9, 5), at(0), at(9, -5))}`)], length: 1 };
    case 'circle':
      return { shapes: [circle(at(4), 4, 'diagram-hollow')], length: 8 };
    case 'cross':
      return { shapes: [path(`M${to(at(2, 4), at(10, -4))}M${to(at(2, -4), at(10, 4))}`)], length: 0 };
    case 'triangle':
      return { shapes: [path(`M${to(at(0), at(12, 7), at(12, -7))}Z`, 'diagram-hollow')], length: 12 };
    case 'diamond':
    case 'diamond-filled': {
      const name = tip === 'diamond' ? 'diagram-hollow' : 'diagram-tip';
      return { shapes: [path(`M${to(at(0), at(8, 5), at(16), at(8, -5))}Z`, name)], length: 16 };
    }
    case 'one':
      return { shapes: [path(bar(6) + bar(10))], length: 0 };
    case 'zero-one':
      return { shapes: [path(bar(6)), circle(at(15), 4, 'diagram-hollow')], length: 0 };
    case 'many':
      return { shapes: [path(foot + bar(16))], length: 0 };
    case 'zero-many':
      return { shapes: [path(foot), circle(at(17), 4, 'diagram-hollow')], length: 0 };
    default:
      return tip satisfies never;
  }
}
