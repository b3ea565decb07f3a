/** Reads the statements of a flowchart: `A[사용자] -->|요청| B{된다?} & C:::key`. */

import type { LineStyle, NodeShape, Tip } from './diagram.ts';
import {
  CLASSES,
  DIRECTION,
  Draft,
  edgeOf,
  LEADS,
  type Line,
  LOOKS,
  labelOf,
  MOST_EDGES,
  shortened,
} from './draft.ts';

const EXAMPLE = 'A[사용자] --> B[서버]';

/** What opens and closes a label, the longest first. */
const BRACKETS: readonly (readonly [open: string, close: string[], shape: NodeShape])[] = [
  ['(((', [')))'], 'ring'],
  ['((', ['))'], 'circle'],
  ['([', ['])'], 'pill'],
  ['(-', ['-)'], 'pill'],
  ['[[', [']]'], 'framed'],
  ['[(', [')]'], 'store'],
  ['[/', ['/]', '\\]'], 'slanted'],
  ['[\\', ['\\]', '/]'], 'slanted'],
  ['{{', ['}}'], 'hexagon'],
  ['[', [']'], 'box'],
  ['(', [')'], 'round'],
  ['{', ['}'], 'question'],
  ['>', [']'], 'flag'],
];

/** Names that mermaid 11 gives to shapes: `A@{ shape: cyl, label: "글" }`. */
const NAMED: Record<string, NodeShape> = {
  rounded: 'round',
  event: 'round',
  stadium: 'pill',
  terminal: 'pill',
  pill: 'pill',
  diam: 'question',
  diamond: 'question',
  decision: 'question',
  question: 'question',
  cyl: 'store',
  cylinder: 'store',
  database: 'store',
  db: 'store',
  circle: 'circle',
  circ: 'circle',
  'dbl-circ': 'ring',
  'double-circle': 'ring',
  hex: 'hexagon',
  hexagon: 'hexagon',
  subprocess: 'framed',
  subroutine: 'framed',
  'fr-rect': 'framed',
};

const ID = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[-./](?=[\p{L}\p{N}_]))*/uy;

/** `-->`, `---`, `-.->`, `==>`, `~~~`, longer ones, and with ends of their own: `<-->`, `o--o`, `--x`. */
const LINK = /([<xo]?)(?:(-{2,})([-xo>])|(={2,})([=xo>])|-(\.+)-([xo>]?)|(~{3,}))/y;
/** `-- 글 -->`, `-. 글 .->`, `== 글 ==>`. */
const LABELLED =
  /([<xo]?)(?:--(?![-.>])\s*([^|\n]*?)\s*-{2,}([-xo>])|==(?![=>])\s*([^|\n]*?)\s*={2,}([=xo>])|-\.(?![-.])\s*([^|\n]*?)\s*\.+-([xo>]?))/y;
/** Meant as an arrow: `->`, `=>`, `→`, `—>`, `-- >`. */
const ARROW_LIKE = /(?:[-=<>~→⇒➜➔⟶–—.…]|(?<=[-=–—.]) (?=[->]))+/uy;

const TIPS: Record<string, Tip> = { '>': 'arrow', '<': 'arrow', x: 'cross', o: 'circle' };

export function readFlowchart(lines: readonly Line[]): Draft {
  const draft = new Draft();
  for (const line of statements(lines)) {
    if (draft.edges.length > MOST_EDGES) break;
    readStatement(line, draft);
  }
  return draft;
}

/** Statements end with a line or `;`, but not within quotes: `A["두<br>줄; 그대로"]`. */
function* statements(lines: readonly Line[]): Generator<Line> {
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (!first) continue;
    let { text } = first;
    for (let more = 0; more < MOST_QUOTED && isInQuotes(text) && at + 1 < lines.length; more++)
      text += `\n${lines[++at]?.text ?? ''}`;
    let from = 0;
    let isQuoted = false;
    for (let to = 0; to <= text.length; to++) {
      if (text[to] === '"') isQuoted = !isQuoted;
      if (to < text.length && (text[to] !== ';' || isQuoted)) continue;
      const part = text.slice(from, to);
      const column = first.column + from + part.length - part.trimStart().length;
      if (part.trim() !== '') yield { text: part.trim(), row: first.row, column };
      from = to + 1;
    }
  }
}

/** Lines that a label in quotes may go on for. */
const MOST_QUOTED = 10;

const isInQuotes = (text: string): boolean => text.split('"').length % 2 === 0;

function readStatement(line: Line, draft: Draft) {
  const { text } = line;
  if (LOOKS.test(text)) return;
  if (LEADS.test(text)) return draft.flaws.add('diagram-click', line, /^\S+/.exec(text)?.[0] ?? '');
  // How a line is drawn that has a name: `e1@{ animate: true }`.
  if (/^[\w-]+@\{[^}]*\}$/.test(text) && !/\b(?:shape|label|icon|img)\s*:/.test(text)) return;
  if (text === 'end') return draft.close(line);
  if (DIRECTION.test(text) && draft.isOpen) return;
  const group = /^subgraph(?:\s+(.*))?$/s.exec(text);
  if (group) return openGroup(line, group[1] ?? '', draft);
  const classes = CLASSES.exec(text);
  if (classes) return draft.mark((classes[1] ?? '').split(/\s*,\s*/), classes[2]);
  new Statement(line, draft).read();
}

/** `subgraph 이름`, `subgraph id [이름]`, `subgraph "이름"`. */
function openGroup(line: Line, name: string, draft: Draft) {
  const named = /^([^\s[\]"]+)\s*\[(.*)\]$/s.exec(name);
  const id = named?.[1] ?? (labelOf(name) || `subgraph ${line.row}`);
  if (named === null && /[[\]]/.test(name.replace(/"[^"]*"/g, '')))
    draft.flaws.add('diagram-bracket', line, shortened(line.text), ']');
  draft.open(line, id, labelOf(named?.[2] ?? name));
}

/** A chain of boxes and arrows, read from left to right. */
class Statement {
  readonly #line: Line;
  readonly #draft: Draft;
  #at = 0;

  constructor(line: Line, draft: Draft) {
    this.#line = line;
    this.#draft = draft;
  }

  read() {
    let from = this.#boxes();
    if (!from) return;
    while (!this.#isAtEnd()) {
      const link = this.#link();
      const to = link && this.#boxes();
      if (!link || !to) return;
      for (const source of from)
        for (const target of to)
          if (this.#draft.edges.length <= MOST_EDGES)
            this.#draft.edges.push({ ...link, from: source, to: target });
      from = to;
    }
  }

  /** `A[글] & B:::key`; null, and told, when there is none. */
  #boxes(): string[] | null {
    const ids: string[] = [];
    do {
      const id = this.#box();
      if (id === null) return null;
      ids.push(id);
    } while (this.#take(/\s*&\s*/y));
    return ids;
  }

  #box(): string | null {
    this.#take(/\s*/y);
    const start = this.#at;
    const id = this.#take(ID)?.[0];
    if (id === undefined) return this.#unreadable(start);
    const named = this.#take(/@\{([^}]*)\}/y);
    if (named) {
      const label = /\blabel\s*:\s*("[^"]*"|[^,]*)/.exec(named[1] ?? '')?.[1];
      const shape = NAMED[/\bshape\s*:\s*([\w-]+)/.exec(named[1] ?? '')?.[1] ?? ''] ?? 'box';
      this.#draft.node(id, shape, label === undefined ? id : labelOf(label));
    } else {
      const label = this.#label(id);
      if (label === null) return null;
      if (label) this.#draft.node(id, label.shape, label.text);
      else this.#draft.node(id, 'box');
    }
    this.#draft.mark([id], this.#take(/:::([\w-]+)/y)?.[1]);
    return id;
  }

  /** False where a box has no label of its own; null, and told, when it is not closed. */
  #label(id: string): { text: string; shape: NodeShape } | false | null {
    const { text } = this.#line;
    const start = this.#at;
    const kind = BRACKETS.find(([open]) => text.startsWith(open, start));
    if (!kind) return false;
    const [open, closes, shape] = kind;
    this.#at += open.length;
    const quoted = this.#take(/\s*("[^"]*")\s*/y)?.[1];
    const isOpenQuote = quoted === undefined && /^\s*"/.test(text.slice(this.#at));
    const inside = isOpenQuote ? null : (quoted ?? this.#inside(open, closes));
    const close = closes.find((each) => inside !== null && text.startsWith(each, this.#at));
    if (inside === null || close === undefined) {
      return this.#tell(
        'diagram-bracket',
        start,
        shortened(text.slice(start)),
        isOpenQuote ? '"' : (closes[0] ?? ''),
      );
    }
    this.#at += close.length;
    // Of a picture alone, `(fa:fa-car)`, nothing is left but the box's own name.
    const label = labelOf(inside) || (inside.trim() && id);
    if (label === '') return this.#tell('diagram-line', 0, shortened(text), EXAMPLE);
    if (quoted === undefined && /[()[\]{}"]/.test(inside)) {
      const column = start + open.length + (inside.length - inside.trimStart().length);
      this.#draft.flaws.add(
        'diagram-quote',
        this.#place(column),
        inside.trim(),
        `"${inside.trim()}"`,
        !inside.includes('"'),
      );
    }
    return { text: label, shape };
  }

  /** Up to what closes the label; brackets within it, as in `A(글 (예))`, are its own. */
  #inside(open: string, closes: readonly string[]): string | null {
    const { text } = this.#line;
    const from = this.#at;
    let depth = 0;
    for (let at = from; at < text.length; at++) {
      if (depth === 0 && closes.some((close) => text.startsWith(close, at))) {
        this.#at = at;
        return text.slice(from, at);
      }
      if (open.length > 1) continue;
      if (text[at] === open && open !== '>') depth++;
      else if (depth > 0 && text[at] === closes[0]) depth--;
    }
    return null;
  }

  #link(): ReturnType<typeof edgeOf> | null {
    this.#take(/\s*(?:[\w-]+@(?=[-=<xo~]))?/y);
    const start = this.#at;
    const plain = this.#take(LINK);
    if (plain) {
      const [, head = '', line, end, thick, thickEnd, dots, dottedEnd, hidden] = plain;
      const style = styleOf({ thick, dots, hidden });
      const label = this.#take(/\s*\|([^|]*)\|/y);
      const { text } = this.#line;
      if (!label && /^\s*\|/.test(text.slice(this.#at)))
        return this.#tell('diagram-bracket', start, shortened(text.slice(start)), '|');
      const tip = (line ? end : thick ? thickEnd : dottedEnd) ?? '';
      return linkOf(style, head, tip, label?.[1] ?? '');
    }
    const words = this.#take(LABELLED);
    if (words) {
      const [, head = '', solid, end, thick, thickEnd, dotted, dottedEnd] = words;
      const style = styleOf({ thick, dots: dotted });
      return linkOf(style, head, end ?? thickEnd ?? dottedEnd ?? '', solid ?? thick ?? dotted ?? '');
    }
    return this.#noLink(start);
  }

  #noLink(start: number): null {
    const arrow = this.#take(ARROW_LIKE)?.[0].trim() ?? '';
    const { text } = this.#line;
    if (/^[-=.]{2}$/.test(arrow) && /\s*\S/.test(text.slice(this.#at)))
      return this.#tell(
        'diagram-arrow',
        start,
        shortened(text.slice(start)),
        `${arrow} 글 ${arrow === '==' ? '==>' : '-->'}`,
      );
    if (arrow === '') return this.#unreadable(start);
    const isBack = arrow.startsWith('<') && !arrow.endsWith('>');
    const instead = isBack ? 'B --> A' : /[.…]/.test(arrow) ? '-.->' : '-->';
    this.#draft.flaws.add('diagram-arrow', this.#place(start), arrow, instead, !isBack);
    return null;
  }

  #unreadable(start: number): null {
    const { text } = this.#line;
    const left = text.slice(start);
    // `A[글]]`, `A --> B)`
    if (/^\s*[\])}]/.test(left)) return this.#tell('diagram-bracket', start, shortened(left), 'A[글]');
    return this.#tell('diagram-line', 0, shortened(text), EXAMPLE);
  }

  #tell(
    code: 'diagram-bracket' | 'diagram-line' | 'diagram-arrow',
    at: number,
    found: string,
    instead: string,
  ): null {
    this.#draft.flaws.add(code, this.#place(at), found, instead);
    return null;
  }

  #place = (at: number) => ({ row: this.#line.row, column: this.#line.column + at });

  #isAtEnd = (): boolean => /^\s*$/.test(this.#line.text.slice(this.#at));

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#line.text);
    if (match) this.#at += match[0].length;
    return match;
  }
}

const styleOf = (parts: {
  thick: string | undefined;
  dots: string | undefined;
  hidden?: string | undefined;
}): LineStyle =>
  parts.hidden !== undefined
    ? 'hidden'
    : parts.thick !== undefined
      ? 'thick'
      : parts.dots !== undefined
        ? 'dashed'
        : 'solid';

const linkOf = (line: LineStyle, head: string, tip: string, label: string) => ({
  ...edgeOf('', '', labelOf(label), TIPS[tip] ?? 'none', line),
  start: TIPS[head] ?? ('none' as const),
});
