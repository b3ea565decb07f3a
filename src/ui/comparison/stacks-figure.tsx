/** A figure of layers side by side: layers that each application has are hatched, shared ones solid, and a sentence says the same. */

import { useId, useState } from 'react';
import type { Stack, StackLayer, StacksBlock } from '../../core/model/topic.ts';
import { useTakeOver } from '../take-over.ts';

const COUNTS = [1, 2, 3];
const SHOWN_FIRST = 3;

/** Pixels, of the boxes and between them, but for GAP_PERCENT. */
const LINE = 18;
const PADDING = 20;
const GAP = 3;
const GAP_PERCENT = 1.6;

export function StacksFigure({ block }: { block: StacksBlock }) {
  const id = useId();
  const [count, setCount] = useState(SHOWN_FIRST);
  const counts = useTakeOver<HTMLFieldSetElement>();
  const hasShared = block.stacks.some((stack) => stack.layers.some((layer) => layer.kind === 'shared'));
  return (
    <figure className="stacks-figure" aria-labelledby={id}>
      <figcaption id={id}>{block.title ?? block.stacks.map((stack) => stack.name).join(', ')}</figcaption>
      <fieldset className="segmented needs-scripts" ref={counts}>
        <legend className="visually-hidden">애플리케이션 수</legend>
        {COUNTS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={id}
              value={each}
              checked={each === count}
              onChange={() => setCount(each)}
            />
            <span>{`앱 ${each}개`}</span>
          </label>
        ))}
      </fieldset>
      <div className="stacks">
        {block.stacks.map((stack, at) => (
          <div key={stack.name} className="stack">
            <b>{stack.name}</b>
            <Picture stack={stack} count={count} hatch={`${id}${at}`} />
          </div>
        ))}
      </div>
      <p className="stacks-key row note" aria-hidden="true">
        <span data-kind="each">빗금: 애플리케이션마다 되풀이</span>
        {hasShared && <span data-kind="shared">색: 하나를 함께 씀</span>}
      </p>
    </figure>
  );
}

function Picture({ stack, count, hatch }: { stack: Stack; count: number; hatch: string }) {
  const { boxes, height } = boxesOf(stack, count);
  return (
    <svg role="img" aria-label={describeStack(stack, count)} width="100%" height={height} overflow="visible">
      <pattern id={hatch} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="stack-ground" width="9" height="9" />
        <rect className="stack-line" width="4" height="9" />
      </pattern>
      {boxes.map((box) => (
        <g key={`${box.x} ${box.y}`} className="stack-box" data-kind={box.kind}>
          <rect
            x={`${box.x}%`}
            y={box.y}
            width={`${box.width}%`}
            height={box.height}
            {...(box.kind === 'each' && { fill: `url(#${hatch})` })}
          />
          {box.lines.map((line, at) => (
            <text
              key={line}
              x={`${box.x + box.width / 2}%`}
              y={box.y + box.height / 2 + (at - (box.lines.length - 1) / 2) * LINE}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {line}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

interface Box {
  kind: StackLayer['kind'];
  lines: string[];
  /** Percent of the width. */
  x: number;
  width: number;
  /** Pixels. */
  y: number;
  height: number;
}

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
