/** What the readers of all kinds of diagrams share: the lines of a block, its flaws, the words of a label, and a graph in the making. */

import type {
  DiagramEdge,
  DiagramGroup,
  DiagramNode,
  Direction,
  Flaw,
  FlawCode,
  LineStyle,
  NodeShape,
  Tip,
} from './diagram.ts';

/** A statement of the block. Of one that goes over several lines, `row` is its first. */
export interface Line {
  text: string;
  row: number;
  column: number;
}

/** One flaw a statement: what follows from it is not told. */
export class Flaws {
  readonly all: Flaw[] = [];

  add(
    code: FlawCode,
    at: { row: number; column: number },
    found: string,
    instead = '',
    isSafe = false,
  ): void {
    if (this.all.some((flaw) => flaw.row === at.row)) return;
    this.all.push({ code, row: at.row, column: at.column, found, instead, isSafe });
  }

  line(line: Line, instead: string): void {
    this.add('diagram-line', line, shortened(line.text), instead);
  }
}

/** Runs of blanks say no more than one, and would take a pattern with many `\s*` long to give up on. */
export const squeezed = ({ text }: Line): string => text.replace(/\s+/g, ' ');

const MOST_SHOWN = 40;

export const shortened = (text: string): string =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;

const DIRECTIONS: Record<string, Direction> = {
  TB: 'down',
  TD: 'down',
  BT: 'up',
  LR: 'right',
  RL: 'left',
};

export const directionOf = (word: string | undefined): Direction | null => DIRECTIONS[word ?? ''] ?? null;

/** `direction LR`. */
export const DIRECTION = /^direction\s+(TB|TD|BT|RL|LR)$/;

/** Lines that only say how something looks: the site has colours of its own. */
export const LOOKS = /^(?:classDef|style|linkStyle|cssClass|%%)(?:\s|$)/;

/** Lines that lead somewhere or run something. */
export const LEADS = /^(?:click|link|links|callback|href)\s/;

/** `class A,B key` marks; any other class is a matter of looks. */
export const CLASSES = /^class\s+([^\s{]+(?:\s*,\s*[^\s{]+)*)\s+([\w-]+)$/;

const NAMED: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ', apos: "'" };

/**
 * The words of a label: `"`**굵게**<br>#35;1`"` → `굵게`, `#1`. Tags that only set type are dropped; any other stays as it is written,
 * as text.
 */
export function labelOf(written: string): string {
  return written
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replace(/^`([\s\S]*)`$/, (_, words: string) => words.replace(/(\*\*|__|\*|_)(?=\S)(.*?\S)\1/g, '$2'))
    .replace(/<br\s*\/?>|\\n|\n/gi, '\n')
    .replace(
      /<\/?(?:b|strong|i|em|u|s|del|small|sub|sup|code|kbd|span|font|div|p|center)(?:\s[^<>]*)?>/gi,
      '',
    )
    .replace(/\bfa[bsrl]?:fa-[\w-]+\s*/g, '')
    .replace(/#(\d{1,6}|[a-z]+);/gi, (entity, name: string) => characterOf(name) ?? entity)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function characterOf(name: string): string | undefined {
  const point = Number(name);
  if (Number.isNaN(point)) return NAMED[name.toLowerCase()];
  return point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    ? String.fromCodePoint(point)
    : undefined;
}

/** A line from one box to another, as most are. */
export const edgeOf = (
  from: string,
  to: string,
  label = '',
  end: Tip = 'arrow',
  line: LineStyle = 'solid',
): DiagramEdge => ({
  from,
  to,
  label,
  line,
  start: 'none',
  end,
  fromCount: '',
  toCount: '',
});

/** A graph while its lines are read. */
export class Draft {
  readonly flaws = new Flaws();
  readonly nodes = new Map<string, DiagramNode>();
  readonly edges: DiagramEdge[] = [];
  readonly groups = new Map<string, DiagramGroup>();
  /** Marked `key`, declared or not yet. */
  readonly #keys = new Set<string>();
  /** Groups that are open, from the outside in, with the statements that opened them. */
  readonly #open: { id: string; line: Line }[] = [];
  direction: Direction = 'down';

  /** The box of an id, which is made when it is first named. */
  node(id: string, shape: NodeShape, label?: string): DiagramNode {
    let node = this.nodes.get(id);
    if (!node) {
      node = { id, label: id, shape, rows: [], isKey: false, group: null };
      this.nodes.set(id, node);
    }
    node.group ??= this.group;
    if (label !== undefined) Object.assign(node, { label, shape });
    return node;
  }

  mark(ids: readonly string[], name: string | undefined): void {
    if (name === 'key') for (const id of ids) this.#keys.add(id);
  }

  open(line: Line, id: string, label: string): void {
    if (!this.groups.has(id)) this.groups.set(id, { id, label, group: this.group });
    this.#open.push({ id, line });
  }

  /** How many parts side by side have begun; each has a begin and an end of its own. */
  part = 0;

  divide() {
    this.part++;
  }

  /** `word` closes; told when nothing is open. */
  close(line: Line): void {
    if (!this.#open.pop()) this.flaws.add('diagram-end', line, line.text);
  }

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** The group that is open; null at the top. */
  get group(): string | null {
    return this.#open.at(-1)?.id ?? null;
  }

  /** What `end` closes a group; those that none closed are told of. */
  finish(end: string): { nodes: DiagramNode[]; edges: DiagramEdge[]; groups: DiagramGroup[] } {
    for (const { line } of this.#open)
      this.flaws.add('diagram-end', line, /^\S+/.exec(line.text)?.[0] ?? '', end);
    // A line may lead to a group, before or after it is written.
    for (const id of this.groups.keys()) this.nodes.delete(id);
    for (const id of this.#keys) {
      const node = this.nodes.get(id);
      if (node) node.isKey = true;
    }
    return { nodes: [...this.nodes.values()], edges: this.edges, groups: [...this.groups.values()] };
  }
}

// How large a diagram may be. More takes seconds to lay out, and no one can read it.

export const MOST_CHARACTERS = 20_000;
/** Of one line. */
export const LONGEST_LINE = 2000;
export const MOST_NODES = 60;
export const MOST_EDGES = 100;
export const MOST_ACTORS = 20;
export const MOST_STEPS = 120;
export const MOST_ROWS = 240;
export const LONGEST_LABEL = 200;
