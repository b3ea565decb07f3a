/** Draws a graph: tiles without a border, outlined questions and states, groups between two rules, names of tables on a rule. */

import type {
  DiagramEdge,
  DiagramNode,
  Direction,
  Drawing,
  GraphDiagram,
  Tip,
} from '../../core/content/diagrams/diagram.ts';
import { greatest } from '../../core/lists.ts';
import { GROUP_HEAD, layoutGraph, type PlacedEdge, type Size } from './layout-graph.ts';
import {
  type Box,
  circle,
  drawTip,
  group,
  isCommand,
  line,
  noteParts,
  num,
  type Point,
  path,
  rect,
  roomOf,
  text,
  towards,
} from './svg.ts';
import { type Face, linesOf, widest, widthOf } from './text-width.ts';

const NAME: Face = { size: 15, isBold: true };
const SMALL: Face = { size: 13 };
const GROUP: Face = { size: 13, isBold: true };
const MONO: Face = { size: 13, isMono: true };

/** Pixels a line of a label is wide at most, in a wide and in a narrow drawing. */
const WIDEST = {
  wide: { name: 210, question: 130, edge: 150 },
  narrow: { name: 150, question: 100, edge: 110 },
};

const ROW = 20;
const TABLE_HEAD = 34;
const COMPARTMENT = 14;
/** Between the end of an arrow and what it points at. */
const GAP = 2;

export async function drawGraph(
  graph: GraphDiagram,
  direction: Direction = graph.direction,
  room: keyof typeof WIDEST = 'wide',
): Promise<Drawing> {
  const widest = WIDEST[room];
  const nodes = new Map(graph.nodes.map((node) => [node.id, measured(node, graph, direction, widest)]));
  const placed = await layoutGraph(graph, direction, {
    node: (id) => nodes.get(id)?.size ?? { width: 0, height: 0 },
    group: (id) => ({
      width: widthOf(graph.groups.find((one) => one.id === id)?.label ?? '', GROUP),
      height: 0,
    }),
    label: (edge, which) => sizeOf(wordsOf(edge, which, widest.edge), edge[which]),
    tip: greatest(
      graph.edges.flatMap(({ start, end }) => [roomOf(start), roomOf(end)]),
      10,
    ),
  });
  const shown = placed.edges.filter(({ edge, points }) => edge.line !== 'hidden' && points.length > 1);
  const boxOf = (id: string) => placed.nodes.get(id) ?? placed.groups.get(id);
  const clipped = shown.map((each) => withEnds(each, graph, boxOf));
  const parts = [
    group(
      'diagram-group',
      graph.groups.map(({ id }) => groupRules(placed.groups.get(id))),
    ),
    group('diagram-line', clipped.flatMap(edgeParts)),
    // Over lines that lead through them.
    group(
      'diagram-group',
      graph.groups.map(({ id, label }) => groupName(placed.groups.get(id), label)),
      ' font-size="13"',
    ),
    group(
      'diagram-label',
      shown.flatMap(({ edge, labels }) =>
        (['label', 'fromCount', 'toCount'] as const).flatMap((which) => {
          const box = labels[which];
          const words = wordsOf(edge, which, widest.edge);
          return box && words.length > 0 ? text(words, middleOf(box), SMALL.size, faceOf(edge[which])) : [];
        }),
      ),
      ' font-size="13" text-anchor="middle"',
    ),
    ...graph.nodes.map((node) => {
      const box = placed.nodes.get(node.id);
      return box ? nodeParts(node, box, nodes.get(node.id)?.lines ?? [], graph.kind === 'state') : '';
    }),
  ];
  return {
    x: 0,
    width: placed.width,
    height: placed.height,
    shapes: parts.filter((part) => part !== '').join('\n'),
  };
}

const faceOf = (label: string): string => (isCommand(label) ? ' class="diagram-mono"' : '');

const wordsOf = (edge: DiagramEdge, which: 'label' | 'fromCount' | 'toCount', most: number): string[] =>
  edge[which] === '' ? [] : linesOf(edge[which], isCommand(edge[which]) ? MONO : SMALL, most);

function sizeOf(lines: readonly string[], label: string): Size | null {
  if (lines.length === 0) return null;
  const face = isCommand(label) ? MONO : SMALL;
  return { width: widest(lines, face) + 6, height: lines.length * 18 + 2 };
}

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

interface Measured {
  lines: string[];
  size: Size;
}

function measured(
  node: DiagramNode,
  graph: GraphDiagram,
  direction: Direction,
  most: { name: number; question: number },
): Measured {
  const { shape, label, rows } = node;
  const face = shape === 'note' ? SMALL : NAME;
  const lines = label === '' ? [] : linesOf(label, face, shape === 'question' ? most.question : most.name);
  const width = widest(lines, face);
  const height = Math.round(lines.length * face.size * 1.35);
  const size = (across: number, down: number): Measured => ({
    lines,
    size: { width: Math.ceil(across), height: Math.ceil(down) },
  });
  switch (shape) {
    case 'start':
      return size(16, 16);
    case 'end':
      return size(22, 22);
    case 'bar':
      return direction === 'down' || direction === 'up' ? size(80, 6) : size(6, 80);
    case 'question': {
      if (lines.length === 0) return size(32, 32);
      const down = height * 2 + 52;
      return size(width / (1 - height / down) + 32, down);
    }
    case 'circle':
    case 'ring': {
      const across = Math.hypot(width, height) + (shape === 'ring' ? 26 : 16);
      return size(across, across);
    }
    case 'note':
      return size(width + 24, height + 16);
    case 'table': {
      const all = rows.flat();
      const inside = Math.max(width, widest(all, SMALL));
      const filled = rows.filter((each) => each.length > 0).length;
      return size(Math.max(110, inside + 20), TABLE_HEAD + all.length * ROW + filled * COMPARTMENT);
    }
    case 'store':
      return size(Math.max(72, width + 32), height + 34);
    case 'hexagon':
    case 'slanted':
    case 'flag':
    case 'framed':
      return size(width + 56, height + 20);
    case 'pill':
      return size(Math.max(graph.kind === 'state' ? 96 : 72, width + 40), height + 20);
    default:
      return size(Math.max(72, width + 32), height + 20);
  }
}

function groupRules(box: Box | undefined): string {
  if (!box) return '';
  const { x, y, width, height } = box;
  const rule = (down: number) => `M${num(x)} ${num(down)}H${num(x + width)}`;
  return path(rule(y + GROUP_HEAD) + rule(y + height));
}

function groupName(box: Box | undefined, label: string): string {
  return box ? text([label], { x: box.x, y: box.y + GROUP_HEAD / 2 - 1 }, GROUP.size) : '';
}

/** A shape with its words; a tile, an outline, or the one that matters. */
function nodeParts(node: DiagramNode, box: Box, lines: readonly string[], isState: boolean): string {
  const { shape, isKey, rows } = node;
  if (shape === 'start') return group('diagram-ink', [circle(middleOf(box), 8)]);
  if (shape === 'end')
    return group('diagram-ink', [circle(middleOf(box), 10, 'diagram-ring'), circle(middleOf(box), 6)]);
  if (shape === 'bar') return group('diagram-ink', [rect(box)]);
  if (shape === 'note') return noteParts(box, lines);
  if (shape === 'table') return tableParts(box, lines, rows, isKey);
  const isOutlined = isState || shape === 'question';
  const name = isKey ? 'diagram-key' : isOutlined ? 'diagram-outline' : 'diagram-tile';
  const { x, y } = middleOf(box);
  // Below its lid.
  const at = shape === 'store' ? { x, y: y + 5 } : { x, y };
  const label = lines.length === 0 ? [] : [text(lines, at, NAME.size)];
  return group(name, [shapeOf(shape, box), ...label], ' text-anchor="middle"');
}

function tableParts(box: Box, lines: readonly string[], rows: readonly string[][], isKey: boolean): string {
  const { x, y, width } = box;
  const rules = [path(`M${num(x)} ${num(y + TABLE_HEAD)}H${num(x + width)}`)];
  const words: string[] = [];
  let top = y + TABLE_HEAD;
  for (const compartment of rows) {
    if (compartment.length === 0) continue;
    compartment.forEach((row, at) => {
      words.push(text([row], { x: x + 10, y: top + COMPARTMENT / 2 + (at + 0.5) * ROW }, SMALL.size));
    });
    top += compartment.length * ROW + COMPARTMENT;
    rules.push(path(`M${num(x)} ${num(top)}H${num(x + width)}`, 'diagram-hair'));
  }
  const name = text(lines, { x: x + 10, y: y + TABLE_HEAD / 2 }, NAME.size);
  return group(isKey ? 'diagram-table diagram-table-key' : 'diagram-table', [
    rect(box),
    ...rules,
    name,
    group('diagram-rows', words, ' font-size="13"'),
  ]);
}

function shapeOf(shape: DiagramNode['shape'], box: Box): string {
  const { x, y, width, height } = box;
  const [right, bottom, middle] = [x + width, y + height, middleOf(box)];
  const polygon = (...points: number[][]) =>
    path(`M${points.map((point) => point.map(num).join(' ')).join('L')}Z`);
  switch (shape) {
    case 'question':
      return polygon([x, middle.y], [middle.x, y], [right, middle.y], [middle.x, bottom]);
    case 'pill':
      return rect(box, Math.min(20, height / 2));
    case 'round':
      return rect(box, 8);
    case 'circle':
      return circle(middle, width / 2);
    case 'ring':
      return circle(middle, width / 2) + circle(middle, width / 2 - 5, 'diagram-ring');
    case 'hexagon':
      return polygon(
        [x, middle.y],
        [x + 14, y],
        [right - 14, y],
        [right, middle.y],
        [right - 14, bottom],
        [x + 14, bottom],
      );
    case 'slanted':
      return polygon([x + 14, y], [right, y], [right - 14, bottom], [x, bottom]);
    case 'flag':
      return polygon([x, y], [right, y], [right, bottom], [x, bottom], [x + 12, middle.y]);
    case 'framed':
      return `${rect(box)}${path(`M${num(x + 8)} ${num(y)}V${num(bottom)}M${num(right - 8)} ${num(y)}V${num(bottom)}`, 'diagram-seam')}`;
    case 'store': {
      const curve = (down: number, sweep: 0 | 1) =>
        `A${num(width / 2)} 7 0 0 ${sweep} ${num(sweep ? right : x)} ${num(down)}`;
      const body = `M${num(x)} ${num(y + 7)}${curve(y + 7, 1)}V${num(bottom - 7)}A${num(width / 2)} 7 0 0 1 ${num(x)} ${num(bottom - 7)}Z`;
      return `${path(body)}${path(`M${num(x)} ${num(y + 7)}A${num(width / 2)} 7 0 0 0 ${num(right)} ${num(y + 7)}`, 'diagram-seam')}`;
    }
    default:
      return rect(box);
  }
}

/** How far within its box a shape begins, on the way of a line that comes straight to it. */
function insetOf(shape: DiagramNode['shape'] | undefined, box: Box, end: Point, before: Point): number {
  const { x, y } = middleOf(box);
  const [across, down] = [box.width / 2, box.height / 2];
  const isHorizontal = Math.abs(end.y - before.y) < 0.5;
  const off = Math.min(1, isHorizontal ? Math.abs(end.y - y) / down : Math.abs(end.x - x) / across);
  const along = isHorizontal ? across : down;
  switch (shape) {
    case 'question':
      return along * off;
    case 'circle':
    case 'ring':
    case 'start':
    case 'end':
      return along * (1 - Math.sqrt(1 - off * off));
    case 'hexagon':
      return isHorizontal ? 14 * off : Math.max(0, (Math.abs(end.x - x) - across + 14) / 14) * down;
    case 'slanted':
      return isHorizontal ? 7 : 0;
    case 'flag':
      return isHorizontal && end.x < x ? 12 * (1 - off) : 0;
    case 'pill': {
      const radius = Math.min(20, down);
      const past = isHorizontal ? Math.abs(end.y - y) - down + radius : Math.abs(end.x - x) - across + radius;
      return past <= 0 ? 0 : radius - Math.sqrt(Math.max(0, radius * radius - past * past));
    }
    case 'store':
      return isHorizontal ? 0 : 7 * (1 - Math.sqrt(1 - off * off));
    default:
      return 0;
  }
}

/** The line from shape to shape, with a gap where an end is marked. */
function withEnds(
  placed: PlacedEdge,
  graph: GraphDiagram,
  boxOf: (id: string) => Box | undefined,
): PlacedEdge {
  const points = [...placed.points];
  const reach = (id: string, tip: Tip, last: number, before: number): void => {
    const [end, from, box] = [points[last], points[before], boxOf(id)];
    if (!end || !from || !box) return;
    const inset = insetOf(graph.nodes.find((node) => node.id === id)?.shape, box, end, from);
    // Beyond the box's edge, into it.
    points[last] = towards(end, from, (tip === 'none' ? 0 : GAP) - inset);
  };
  reach(placed.edge.from, placed.edge.start, 0, 1);
  reach(placed.edge.to, placed.edge.end, points.length - 1, points.length - 2);
  return { ...placed, points };
}

function edgeParts({ edge, points }: PlacedEdge): string[] {
  const [first, second] = points;
  const [before, last] = points.slice(-2);
  if (!first || !second || !before || !last) return [];
  const start = drawTip(edge.start, first, second);
  const end = drawTip(edge.end, last, before);
  const shortened = [...points];
  shortened[0] = towards(first, second, start.length);
  shortened[shortened.length - 1] = towards(last, before, end.length);
  const name = edge.line === 'dashed' ? 'diagram-dashed' : edge.line === 'thick' ? 'diagram-thick' : '';
  return [path(line(shortened), name), ...start.shapes, ...end.shapes];
}
