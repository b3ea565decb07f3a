/** The layout of a layered figure (positions of its boxes, in percent of the width) and its description for screen readers. */

import type { Stack, StackLayer } from '../model/topic.ts';

export interface Box {
  kind: StackLayer['kind'];
  lines: string[];
  /** Percent of the width. */
  x: number;
  width: number;
  /** Pixels. */
  y: number;
  height: number;
}

const LINE = 18;
const PADDING = 20;
const GAP = 3;
const GAP_PERCENT = 1.6;

/** The words of a label that stands in a narrow box, a line each. */
const linesOf = ({ text, kind }: StackLayer): string[] => (kind === 'each' ? text.split(/\s+/) : [text]);

/** The boxes of a stack for so many applications, from the top down, and the height of all. */
export function boxesOf(stack: Stack, count: number): { boxes: Box[]; height: number } {
  const boxes: Box[] = [];
  let y = 0.5;
  for (const layer of [...stack.layers].reverse()) {
    const lines = linesOf(layer);
    const height = lines.length * LINE + PADDING;
    const times = layer.kind === 'each' ? count : 1;
    const width = (100 - GAP_PERCENT * (times - 1)) / times;
    for (let at = 0; at < times; at++) {
      boxes.push({ kind: layer.kind, lines, x: at * (width + GAP_PERCENT), width, y, height });
    }
    y += height + GAP;
  }
  return { boxes, height: y - GAP + 0.5 };
}

/** `Virtual Machine, 애플리케이션 3개. 하나뿐인 층: …. 3개씩 있는 층: ….` */
export function describeStack({ name, layers }: Stack, count: number): string {
  const textOf = (kinds: StackLayer['kind'][]) =>
    layers
      .filter((layer) => kinds.includes(layer.kind))
      .map((layer) => (layer.kind === 'shared' ? `${layer.text}(함께 씀)` : layer.text))
      .join(', ');
  const once = textOf(['once', 'shared']);
  const each = textOf(['each']);
  return [
    `${name}, 애플리케이션 ${count}개.`,
    ...(once ? [`하나뿐인 층: ${once}.`] : []),
    ...(each ? [`${count}개씩 있는 층: ${each}.`] : []),
  ].join(' ');
}
