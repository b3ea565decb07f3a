/** The types of a diagram that was read from a mermaid block: what stands in it, not where. The compiler lays it out (compiler/diagrams/). */

export type Diagram = GraphDiagram | SequenceDiagram;
export type DiagramKind = GraphDiagram['kind'] | 'sequence';

interface DiagramBase {
  /** From `accTitle`, or mermaid's own `title`. */
  title: string | null;
  /** From `accDescr`. */
  description: string | null;
}

/** Boxes and what leads from one to another. */
export interface GraphDiagram extends DiagramBase {
  kind: 'flowchart' | 'state' | 'class' | 'er';
  direction: Direction;
  nodes: DiagramNode[];
  edges: DiagramEdge[];
  /** An outer group stands before those within it. */
  groups: DiagramGroup[];
}

export type Direction = 'down' | 'up' | 'right' | 'left';

export interface DiagramNode {
  id: string;
  /** Lines are divided by `\n`; empty where a state begins or ends. */
  label: string;
  shape: NodeShape;
  /** What stands below the name of a class or table, in compartments. */
  rows: string[][];
  /** Marked by the author with `:::key`. */
  isKey: boolean;
  group: string | null;
}

export type NodeShape =
  | 'box'
  | 'round'
  | 'pill'
  | 'question'
  | 'circle'
  | 'ring'
  | 'store'
  | 'framed'
  | 'hexagon'
  | 'slanted'
  | 'flag'
  | 'start'
  | 'end'
  | 'bar'
  | 'note'
  | 'table';

export interface DiagramEdge {
  from: string;
  to: string;
  label: string;
  line: LineStyle;
  start: Tip;
  end: Tip;
  /** How many stand at each end: `1`, `0..*`. */
  fromCount: string;
  toCount: string;
}

/** `hidden` only keeps its boxes apart, as mermaid's `~~~` does. */
export type LineStyle = 'solid' | 'dashed' | 'thick' | 'hidden';

export type Tip =
  | 'none'
  | 'arrow'
  | 'open'
  | 'circle'
  | 'cross'
  | 'triangle'
  | 'diamond'
  | 'diamond-filled'
  | 'one'
  | 'zero-one'
  | 'many'
  | 'zero-many';

export interface DiagramGroup {
  id: string;
  label: string;
  /** The group it stands in. */
  group: string | null;
}

/** Who says what to whom, from top to bottom. */
export interface SequenceDiagram extends DiagramBase {
  kind: 'sequence';
  actors: SequenceActor[];
  steps: SequenceStep[];
}

export interface SequenceActor {
  id: string;
  label: string;
}

export type SequenceStep =
  | {
      step: 'message';
      from: string;
      to: string;
      label: string;
      line: 'solid' | 'dashed';
      tip: Tip;
      both: boolean;
    }
  | { step: 'note'; side: 'over' | 'left' | 'right'; actors: string[]; label: string }
  | { step: 'start' | 'stop'; actor: string }
  /** `loop`, `alt` … up to its `end`. */
  | { step: 'open'; word: string; label: string }
  | { step: 'part'; word: string; label: string }
  | { step: 'close' };

/** A drawing without its outer tag. Pixels; `x` is where it begins. */
export interface Drawing {
  x: number;
  width: number;
  height: number;
  shapes: string;
}

/** As the author meant it, and where that is wide one for narrow screens. */
export type Drawings = readonly [Drawing, Drawing?];

export type FlawCode =
  | 'diagram-kind'
  | 'diagram-first-line'
  | 'diagram-empty'
  | 'diagram-bracket'
  | 'diagram-arrow'
  | 'diagram-line'
  | 'diagram-end'
  | 'diagram-large'
  | 'diagram-quote'
  | 'diagram-click';

/** What is wrong with a block, and where in its code; both counted from 0. */
export interface Flaw {
  code: FlawCode;
  row: number;
  column: number;
  /** What stands there, and what to write. */
  found: string;
  instead: string;
  /** Replaces `found` by `instead`, where nothing else can be meant. */
  isSafe: boolean;
}
