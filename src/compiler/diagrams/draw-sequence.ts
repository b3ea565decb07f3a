/** Draws a sequence: names on a rule, a dotted line down from each, what is said between them from top to bottom. */

import type { Drawing, SequenceDiagram, SequenceStep } from '../../core/content/diagrams/diagram.ts';
import { blockLabel } from '../../core/content/diagrams/diagram-html.ts';
import { greatest, least, pushAll } from '../../core/lists.ts';
import { drawTip, group, isCommand, line, noteParts, num, type Point, path, rect, text } from './svg.ts';
import { type Face, linesOf, widest } from './text-width.ts';

const NAME: Face = { size: 16, isBold: true };
const SMALL: Face = { size: 13 };
const MONO: Face = { size: 13, isMono: true };
const BLOCK: Face = { size: 13, isBold: true };

const WIDEST_NAME = 150;
const WIDEST_LABEL = 220;
const WIDEST_NOTE = 180;
/** Between a line of life and what ends at it. */
const GAP = 5;
const LOOP = 36;
/** A block is so much wider than the lines of life in it, and an outer one than an inner one. */
const OVERHANG = 20;
const ROW = 46;
const LINE = 18;

type Message = Extract<SequenceStep, { step: 'message' }>;
type Note = Extract<SequenceStep, { step: 'note' }>;

interface OpenBlock {
  top: number;
  label: string;
  parts: { y: number; label: string }[];
  /** How far what stands in it reaches. */
  left: number;
  right: number;
}

export function drawSequence(diagram: SequenceDiagram): Drawing {
  const sheet = new SequenceSheet(diagram);
  for (const step of diagram.steps) sheet.add(step);
  return sheet.finish();
}

/** Step by step from the top; `y` is how far down it is drawn. */
class SequenceSheet {
  readonly #columns: ReadonlyMap<string, number>;
  readonly #names: readonly string[][];
  readonly #widths: readonly number[];
  /** The middle of each column. */
  readonly #centres: readonly number[];
  readonly #nameHeight: number;
  readonly #top: number;
  readonly #lines: string[] = [];
  readonly #labels: string[] = [];
  readonly #bars: string[] = [];
  readonly #notes: string[] = [];
  readonly #blocks: string[] = [];
  readonly #open: OpenBlock[] = [];
  readonly #active = new Map<string, number[]>();
  #left = 0;
  #right: number;
  #y: number;
  /** Where the last message stands, from which an activation runs. */
  #last: number;

  constructor(diagram: SequenceDiagram) {
    this.#columns = new Map(diagram.actors.map(({ id }, at) => [id, at]));
    this.#names = diagram.actors.map(({ label }) => linesOf(label, NAME, WIDEST_NAME));
    this.#widths = this.#names.map((lines) => Math.max(96, widest(lines, NAME) + 28));
    this.#centres = spread(diagram, this.#widths, (id) => this.#columnOf(id));
    this.#nameHeight = greatest(this.#names.map((lines) => lines.length)) * 21;
    this.#top = this.#nameHeight + 14;
    this.#right = (this.#centres.at(-1) ?? 0) + (this.#widths.at(-1) ?? 0) / 2;
    this.#y = this.#top;
    this.#last = this.#top + 12;
  }

  add(step: SequenceStep): void {
    if (step.step === 'message') this.#say(step);
    else if (step.step === 'note') this.#note(step);
    else if (step.step === 'open') this.#begin(blockLabel(step.word, step.label));
    else if (step.step === 'part') this.#divide(blockLabel(step.word, step.label));
    else if (step.step === 'close') this.#close();
    else this.#turn(step);
  }

  finish(): Drawing {
    const bottom = this.#y + 14;
    for (const [actor, starts] of this.#active)
      starts.forEach((from, depth) => {
        this.#bars.push(bar(this.#x(actor), depth, from, bottom));
      });
    const life = this.#centres.map((at) => path(`M${num(at)} ${num(this.#top + 5)}V${num(bottom)}`));
    const parts = [
      group('diagram-life', life),
      group('diagram-group', this.#blocks),
      group('diagram-bar', this.#bars),
      group('diagram-line', this.#lines),
      group('diagram-label', this.#labels, ' font-size="13" text-anchor="middle"'),
      ...this.#notes,
      ...this.#names.map((words, at) => this.#head(words, this.#centres[at] ?? 0, this.#widths[at] ?? 0)),
    ];
    return {
      x: this.#left,
      width: this.#right - this.#left,
      height: bottom,
      shapes: parts.filter((part) => part !== '').join('\n'),
    };
  }

  #columnOf(id: string): number {
    return this.#columns.get(id) ?? 0;
  }

  #x(id: string): number {
    return this.#centres[this.#columnOf(id)] ?? 0;
  }

  #reach(from: number, to: number): void {
    this.#left = Math.min(this.#left, from);
    this.#right = Math.max(this.#right, to);
    for (const block of this.#open) {
      block.left = Math.min(block.left, from);
      block.right = Math.max(block.right, to);
    }
  }

  #say(message: Message): void {
    const words = linesOf(message.label, faceOf(message.label), WIDEST_LABEL);
    const height = message.label === '' ? 0 : words.length * LINE;
    const isSelf = message.from === message.to;
    this.#y += Math.max(ROW, height + 28) - (isSelf ? 10 : 0);
    const [from, to, y] = [this.#x(message.from), this.#x(message.to), this.#y];
    this.#reach(Math.min(from, to), Math.max(from, to));
    const way = isSelf
      ? selfWay(from, y)
      : { points: straight(from, to, y), label: { x: (from + to) / 2, y: y - 8 - height / 2 } };
    pushAll(this.#lines, messageParts(message, way.points));
    if (height > 0) {
      const at = isSelf ? { x: from + LOOP + GAP + 10, y: y + 14 } : way.label;
      const anchor = isSelf ? ' text-anchor="start"' : '';
      this.#labels.push(
        text(words, at, SMALL.size, `${anchor}${isCommand(message.label) ? ' class="diagram-mono"' : ''}`),
      );
      if (isSelf) this.#reach(from, at.x + widest(words, faceOf(message.label)));
    }
    this.#last = y;
    if (isSelf) this.#y += 28;
  }

  #note(step: Note): void {
    const words = linesOf(step.label, SMALL, WIDEST_NOTE);
    const at = step.actors.map((id) => this.#x(id));
    const box = noteBox(step, words, at, this.#y + 16);
    this.#reach(box.x, box.x + box.width);
    this.#notes.push(noteParts(box, words));
    this.#y = box.y + box.height - 8;
  }

  #turn({ step, actor }: Extract<SequenceStep, { actor: string }>): void {
    const starts = this.#active.get(actor) ?? [];
    if (step === 'start') this.#active.set(actor, [...starts, this.#last]);
    else {
      const from = starts.pop();
      if (from !== undefined) this.#bars.push(bar(this.#x(actor), starts.length, from, this.#last));
    }
  }

  #begin(label: string): void {
    this.#y += 22;
    const nothing = { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
    this.#open.push({ top: this.#y, label, parts: [], ...nothing });
    this.#y += 16;
  }

  #divide(label: string): void {
    this.#y += 20;
    this.#open.at(-1)?.parts.push({ y: this.#y, label });
    this.#y += 16;
  }

  #close(): void {
    const block = this.#open.pop();
    if (!block) return;
    this.#y += 20;
    if (block.left > block.right)
      [block.left, block.right] = [this.#centres[0] ?? 0, this.#centres.at(-1) ?? 0];
    const labelWidth = widest([block.label, ...block.parts.map(({ label }) => label)], BLOCK);
    const from = block.left - OVERHANG;
    const to = Math.max(block.right + OVERHANG, from + labelWidth);
    this.#blocks.push(blockParts(block, from, to, this.#y));
    this.#reach(from, to);
  }

  /** A name on its rule. */
  #head(words: readonly string[], centre: number, width: number): string {
    const rule = path(`M${num(centre - width / 2)} ${num(this.#top)}H${num(centre + width / 2)}`);
    const name = text(words, { x: centre, y: this.#nameHeight / 2 + 2 }, NAME.size);
    return group('diagram-actor', [rule, name], ' font-size="16" text-anchor="middle"');
  }
}

const faceOf = (label: string): Face => (isCommand(label) ? MONO : SMALL);

/** The middle of each column: as far apart as names, and what is said between them, ask for. */
function spread(
  diagram: SequenceDiagram,
  widths: readonly number[],
  columnOf: (id: string) => number,
): number[] {
  const needs: { from: number; to: number; width: number }[] = widths
    .slice(1)
    .map((width, at) => ({ from: at, to: at + 1, width: ((widths[at] ?? 0) + width) / 2 + 28 }));
  for (const step of diagram.steps) {
    if (step.step === 'message') {
      const [from, to] = [columnOf(step.from), columnOf(step.to)].sort((one, other) => one - other);
      const width = widest(linesOf(step.label, faceOf(step.label), WIDEST_LABEL), faceOf(step.label));
      if (from === undefined || to === undefined) continue;
      if (from === to) needs.push({ from, to: from + 1, width: LOOP + GAP + 22 + width });
      else needs.push({ from, to, width: width + 44 });
    } else if (step.step === 'note') {
      const width = widest(linesOf(step.label, SMALL, WIDEST_NOTE), SMALL) + 24;
      const at = step.actors.map(columnOf);
      const [first, last] = [least(at), greatest(at)];
      if (step.side === 'left') needs.push({ from: first - 1, to: first, width: width + 36 });
      else if (step.side === 'right') needs.push({ from: last, to: last + 1, width: width + 36 });
    }
  }
  const centres = [(widths[0] ?? 0) / 2];
  for (let to = 1; to < widths.length; to++) {
    const wanted = needs
      .filter((need) => need.to === to && need.from >= 0)
      .map((need) => (centres[need.from] ?? 0) + need.width);
    centres.push(Math.ceil(greatest(wanted)));
  }
  return centres;
}

const straight = (from: number, to: number, y: number): Point[] => {
  const way = Math.sign(to - from);
  return [
    { x: from + way * GAP, y },
    { x: to - way * GAP, y },
  ];
};

const selfWay = (from: number, y: number): { points: Point[]; label: Point } => ({
  points: [
    { x: from + GAP, y },
    { x: from + GAP + LOOP, y },
    { x: from + GAP + LOOP, y: y + 28 },
    { x: from + GAP, y: y + 28 },
  ],
  label: { x: from, y },
});

function messageParts({ line: style, tip, both }: Message, points: Point[]): string[] {
  const [first, second] = points;
  const [before, last] = points.slice(-2);
  if (!first || !second || !before || !last) return [];
  const end = drawTip(tip, last, before);
  const start = drawTip(both ? tip : 'none', first, second);
  const way = [...points];
  const back = (from: Point, to: Point, by: number): Point => ({
    x: from.x + Math.sign(to.x - from.x) * by,
    y: from.y,
  });
  way[0] = back(first, second, start.length);
  way[way.length - 1] = back(last, before, end.length);
  return [path(line(way), style === 'dashed' ? 'diagram-dashed' : ''), ...start.shapes, ...end.shapes];
}

function noteBox({ side }: Note, words: readonly string[], at: readonly number[], y: number) {
  const width = widest(words, SMALL) + 24;
  const height = words.length * LINE + 16;
  const [first, last] = [least(at), greatest(at)];
  if (side === 'left') return { x: first - 18 - width, y, width, height };
  if (side === 'right') return { x: last + 18, y, width, height };
  const across = Math.max(width, last - first + (at.length > 1 ? 40 : 0));
  return { x: (first + last) / 2 - across / 2, y, width: across, height };
}

const bar = (x: number, depth: number, from: number, to: number): string =>
  rect({ x: x - 3 + depth * 4, y: from, width: 6, height: Math.max(8, to - from) });

/** What is repeated or depends on something: between two rules, like a group, its label below the upper one. */
function blockParts({ top, label, parts }: OpenBlock, from: number, to: number, bottom: number): string {
  const rule = (y: number) => `M${num(from)} ${num(y)}H${num(to)}`;
  const name = (words: string, y: number) =>
    text([words], { x: from, y: y + 13 }, BLOCK.size, ' font-size="13"');
  return [
    path(rule(top) + rule(bottom)),
    ...(parts.length > 0 ? [path(parts.map(({ y }) => rule(y)).join(''), 'diagram-dashed')] : []),
    name(label, top),
    ...parts.map((part) => name(part.label, part.y)),
  ].join('');
}
