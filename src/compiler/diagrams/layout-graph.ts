/**
 * Places the boxes and lines of a graph, by the Eclipse Layout Kernel: in layers, lines at right angles. What leads back in a circle
 * leaves and arrives at another side than what leads on, so that both stay straight.
 */

import type { ELK, ElkExtendedEdge, ElkLabel, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api';
import type { DiagramEdge, Direction, GraphDiagram } from '../../core/content/diagrams/diagram.ts';
import type { Box, Point } from './svg.ts';

export interface Size {
  width: number;
  height: number;
}

/** How large everything is. */
export interface Sizes {
  node: (id: string) => Size;
  /** Of the name of a group. */
  group: (id: string) => Size;
  label: (edge: DiagramEdge, which: 'label' | 'fromCount' | 'toCount') => Size | null;
  /** Room for the marks at the ends of lines. */
  tip: number;
}

export interface PlacedEdge {
  edge: DiagramEdge;
  /** From its start to its end. */
  points: Point[];
  labels: Partial<Record<'label' | 'fromCount' | 'toCount', Box>>;
}

export interface PlacedGraph extends Size {
  nodes: Map<string, Box>;
  groups: Map<string, Box>;
  edges: PlacedEdge[];
}

/** Between what follows one another, around a label or where there is none. */
const GAP = 14;
const UNLABELLED = 12;
export const GROUP_HEAD = 26;

const SIDES: Record<Direction, { elk: string; out: string; in: string; back: string }> = {
  right: { elk: 'RIGHT', out: 'EAST', in: 'WEST', back: 'SOUTH' },
  left: { elk: 'LEFT', out: 'WEST', in: 'EAST', back: 'SOUTH' },
  down: { elk: 'DOWN', out: 'SOUTH', in: 'NORTH', back: 'EAST' },
  up: { elk: 'UP', out: 'NORTH', in: 'SOUTH', back: 'EAST' },
};

let kernel: Promise<ELK> | null = null;

/** Loaded with the first diagram: it is a megabyte and a half. */
const loadKernel = async (): Promise<ELK> => new (await import('elkjs/lib/elk.bundled.js')).default();

export async function layoutGraph(
  graph: GraphDiagram,
  direction: Direction,
  sizes: Sizes,
): Promise<PlacedGraph> {
  const lay = async (keepsOrder: boolean): Promise<PlacedGraph> => {
    kernel ??= loadKernel();
    const elk = await kernel;
    const { root, ids } = toElk(graph, direction, sizes, keepsOrder);
    return fromElk(graph, await elk.layout(root), ids);
  };
  try {
    return await lay(true);
  } catch {
    // Of some groups it cannot keep the author's order, and fails (0.11 and 0.12). What it has begun is left behind.
    kernel = null;
    return await lay(false);
  }
}

/** Numbers, since what an author calls a box may be any word. */
type Ids = Map<string, string>;

function toElk(
  graph: GraphDiagram,
  direction: Direction,
  sizes: Sizes,
  keepsOrder: boolean,
): { root: ElkNode; ids: Ids } {
  const ids: Ids = new Map([...graph.nodes, ...graph.groups].map(({ id }, at) => [id, `n${at}`]));
  const sides = SIDES[direction];
  const backward = leadingBack(graph);
  const ports = new Map<string, ElkNode['ports']>();
  const isNode = new Set(graph.nodes.map(({ id }) => id));
  /** A group's ends are wherever they fit. */
  const endOf = (owner: string, port: string, side: string): string => {
    if (!isNode.has(owner)) return ids.get(owner) ?? '';
    const all = ports.get(owner) ?? [];
    ports.set(owner, [...all, { id: port, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } }]);
    return port;
  };
  const edges = graph.edges.map((edge, at): ElkExtendedEdge => {
    const isBack = backward.has(edge);
    const from = endOf(edge.from, `e${at}from`, isBack ? sides.back : sides.out);
    const to = endOf(edge.to, `e${at}to`, isBack ? sides.back : sides.in);
    const [source, target] = isBack ? [to, from] : [from, to];
    return { id: `e${at}`, sources: [source], targets: [target], labels: labelsOf(edge, isBack, sizes) };
  });
  const options = optionsOf(sides.elk, sizes);
  const childrenOf = (group: string | null): ElkNode[] =>
    inOrder(graph, group).map((id) =>
      isNode.has(id)
        ? {
            id: ids.get(id) ?? '',
            ...roomFor(sizes.node(id), ports.get(id) ?? [], portGap(sizes)),
            ports: ports.get(id) ?? [],
            layoutOptions: {
              'elk.portConstraints': 'FIXED_SIDE',
              'elk.portAlignment.default': 'DISTRIBUTED',
            },
          }
        : {
            id: ids.get(id) ?? '',
            children: childrenOf(id),
            layoutOptions: {
              ...options,
              ...(keepsOrder && { [ORDER]: 'PREFER_EDGES' }),
              'elk.padding': `[top=${GROUP_HEAD + GAP},left=12,bottom=${GAP + 2},right=12]`,
              'elk.nodeSize.constraints': 'MINIMUM_SIZE',
              'elk.nodeSize.minimum': leastSize(sizes.group(id).width, direction),
            },
          },
    );
  const whole = { ...options, [ORDER]: 'NODES_AND_EDGES', 'elk.padding': '[top=0,left=0,bottom=0,right=0]' };
  return { root: { id: 'root', layoutOptions: whole, children: childrenOf(null), edges }, ids };
}

/** Wide enough for its name. Along lines that go up or down, the kernel takes width for height. */
const leastSize = (width: number, direction: Direction): string =>
  direction === 'right' || direction === 'left'
    ? `(${width},${GROUP_HEAD + GAP})`
    : `(${GROUP_HEAD + GAP},${width})`;

/** How far boxes stand in the order in which the author named them. */
const ORDER = 'elk.layered.considerModelOrder.strategy';

const portGap = ({ tip }: Sizes): number => Math.max(14, tip);

/** A box large enough for the ends of lines at each of its sides. */
function roomFor({ width, height }: Size, ports: NonNullable<ElkNode['ports']>, gap: number): Size {
  const at = (side: string) => ports.filter((port) => port.layoutOptions?.['elk.port.side'] === side).length;
  const most = (one: string, other: string) => Math.max(at(one), at(other));
  const room = (count: number) => (count > 1 ? (count + 1) * gap : 0);
  return {
    width: Math.max(width, room(most('NORTH', 'SOUTH'))),
    height: Math.max(height, room(most('EAST', 'WEST'))),
  };
}

/** What stands in a group or, for null, in none, in the author's order: a group is where its first box is. */
function inOrder({ nodes, groups }: GraphDiagram, within: string | null): string[] {
  const parents = new Map(groups.map(({ id, group }) => [id, group]));
  const order = new Set<string>();
  for (const node of nodes) {
    let [id, group] = [node.id, node.group];
    while (group !== within && group !== null) [id, group] = [group, parents.get(group) ?? null];
    if (group === within) order.add(id);
  }
  // Groups without a box.
  for (const { id, group } of groups) if (group === within) order.add(id);
  return [...order];
}

const optionsOf = (direction: string, sizes: Sizes): LayoutOptions => ({
  'elk.algorithm': 'layered',
  'elk.direction': direction,
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.edgeLabels.sideSelection': 'ALWAYS_UP',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP),
  'elk.layered.spacing.edgeNodeBetweenLayers': String(sizes.tip + 4),
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.portPort': String(portGap(sizes)),
  'elk.spacing.componentComponent': '36',
});

function labelsOf(edge: DiagramEdge, isBack: boolean, sizes: Sizes): ElkLabel[] {
  const label = (which: 'label' | 'fromCount' | 'toCount', placement: string): ElkLabel[] => {
    const size = sizes.label(edge, which);
    return size === null
      ? []
      : [{ text: which, ...size, layoutOptions: { 'elk.edgeLabels.placement': placement } }];
  };
  const [first, last] = isBack ? ['HEAD', 'TAIL'] : ['TAIL', 'HEAD'];
  const middle = label('label', 'CENTER');
  // Else boxes that follow each other without a word would stand closer than others.
  if (middle.length === 0 && !isBack)
    middle.push({
      text: 'gap',
      width: UNLABELLED,
      height: UNLABELLED,
      layoutOptions: { 'elk.edgeLabels.placement': 'CENTER' },
    });
  return [...middle, ...label('fromCount', first ?? ''), ...label('toCount', last ?? '')];
}

/** Lines that close a circle, as one meets them going along the lines in the author's order; and those from a box to itself. */
function leadingBack({ nodes, groups, edges }: GraphDiagram): Set<DiagramEdge> {
  const back = new Set<DiagramEdge>();
  const state = new Map<string, 'open' | 'done'>();
  const follow = (id: string): void => {
    state.set(id, 'open');
    for (const edge of edges.filter(({ from }) => from === id)) {
      if (state.get(edge.to) === 'open') back.add(edge);
      else if (!state.has(edge.to)) follow(edge.to);
    }
    state.set(id, 'done');
  };
  for (const { id } of [...nodes, ...groups]) if (!state.has(id)) follow(id);
  return back;
}

function fromElk(graph: GraphDiagram, root: ElkNode, ids: Ids): PlacedGraph {
  const boxes = new Map<string, Box>();
  const collect = (node: ElkNode, origin: Point): void => {
    const at = { x: origin.x + (node.x ?? 0), y: origin.y + (node.y ?? 0) };
    boxes.set(node.id, { ...at, width: node.width ?? 0, height: node.height ?? 0 });
    for (const child of node.children ?? []) collect(child, at);
  };
  collect(root, { x: 0, y: 0 });
  const boxOf = (id: string): Box => boxes.get(ids.get(id) ?? '') ?? { x: 0, y: 0, width: 0, height: 0 };
  const backward = leadingBack(graph);
  const edges = graph.edges.map((edge, at): PlacedEdge => {
    const laid = root.edges?.find(({ id }) => id === `e${at}`);
    const origin = boxes.get(laid?.container ?? 'root') ?? { x: 0, y: 0 };
    const moved = ({ x, y }: Point): Point => ({ x: x + origin.x, y: y + origin.y });
    const points = (laid?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) =>
      [startPoint, ...bendPoints, endPoint].map(moved),
    );
    straighten(points);
    if (backward.has(edge)) points.reverse();
    const labels: PlacedEdge['labels'] = {};
    for (const { text, x = 0, y = 0, width = 0, height = 0 } of laid?.labels ?? [])
      if (text !== 'gap') labels[text as 'label'] = { ...moved({ x, y }), width, height };
    return { edge, points: withoutDoubles(points), labels };
  });
  return {
    width: root.width ?? 0,
    height: root.height ?? 0,
    nodes: new Map(graph.nodes.map(({ id }) => [id, boxOf(id)])),
    groups: new Map(graph.groups.map(({ id }) => [id, boxOf(id)])),
    edges,
  };
}

const JOG = 8;

/** Moves an end of a line along its box where that saves the line a step to the side. */
function straighten(points: Point[]): void {
  for (const [end, bend, next] of [points.slice(0, 3), points.slice(-3).reverse()]) {
    if (!end || !bend || !next || points.length < 4) continue;
    const axis = Math.abs(end.x - bend.x) < 0.5 ? 'x' : 'y';
    if (Math.abs(next[axis] - bend[axis]) >= JOG) continue;
    end[axis] = next[axis];
    bend[axis] = next[axis];
  }
}

/** Points on a straight stretch say nothing. */
const withoutDoubles = (points: readonly Point[]): Point[] =>
  points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (!before || !after) return true;
    const isStraight = (axis: 'x' | 'y') =>
      Math.abs(before[axis] - point[axis]) < 0.5 && Math.abs(point[axis] - after[axis]) < 0.5;
    return !isStraight('x') && !isStraight('y');
  });
