/** The marks at the ends of lines: arrows, the triangles and diamonds of classes, the crow's feet of tables. */

import type { Tip } from '../../core/content/diagrams/diagram.ts';
import { circle, num, type Point, path } from './svg.ts';

export interface DrawnTip {
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
