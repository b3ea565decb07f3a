/** Draws what was read from a mermaid block: as the author meant it and, where that is wide, once more for narrow screens. */

import type { Diagram, Drawings } from '../../core/content/diagrams/diagram.ts';
import { drawGraph } from './draw-graph.ts';
import { drawSequence } from './draw-sequence.ts';

/** The text column of a phone 390 pixels wide. */
const PHONE = 350;

export async function drawDiagram(diagram: Diagram): Promise<Drawings> {
  if (diagram.kind === 'sequence') return [drawSequence(diagram)];
  const meant = await drawGraph(diagram);
  if (meant.width <= PHONE) return [meant];
  const isSideways = diagram.direction === 'right' || diagram.direction === 'left';
  const narrow = await drawGraph(diagram, isSideways ? 'down' : diagram.direction, 'narrow');
  return narrow.width < meant.width ? [meant, narrow] : [meant];
}

/** What a diagram became: `failed` where its lines are too tangled to be laid out. */
type Drawn = Drawings | 'failed';

/** Reads a note with the drawings of its diagrams; null for one that is still to be drawn. */
type Reading<T> = (draw: (diagram: Diagram) => Drawn | null) => T;

/** The diagrams of a folder of notes, each drawn once, however often the notes are read. */
export class Diagrams {
  readonly #drawn = new Map<string, Drawn>();

  get size(): number {
    return this.#drawn.size;
  }

  /** What was drawn before; null for any other. */
  readonly drawn = (diagram: Diagram): Drawn | null => this.#drawn.get(JSON.stringify(diagram)) ?? null;

  /** Reads a note, and once more when what it asked for is drawn: drawing takes its time, reading does not wait. */
  async read<T>(read: Reading<T>): Promise<T> {
    const { note, missing } = this.readUndrawn(read);
    if (missing.size === 0) return note;
    for (const [key, diagram] of missing)
      this.#drawn.set(key, await drawDiagram(diagram).catch(() => 'failed' as const));
    return this.readUndrawn(read).note;
  }

  /** Reads a note with what is drawn already, and tells what is not. */
  readUndrawn<T>(read: Reading<T>): { note: T; missing: Map<string, Diagram> } {
    const missing = new Map<string, Diagram>();
    const note = read((diagram) => {
      const key = JSON.stringify(diagram);
      const drawn = this.#drawn.get(key);
      if (drawn === undefined) missing.set(key, diagram);
      return drawn ?? null;
    });
    return { note, missing };
  }
}
