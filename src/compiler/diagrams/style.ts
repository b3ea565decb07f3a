/** The style of diagrams: a file of its own, which only their own markup links, so that other pages load nothing of it. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const DIAGRAM_CSS = 'src/ui/topic/diagram.css';

/** Its name on a built site, by what is in it: the notes are read before anything is bundled. */
export function diagramStyleFile(): string {
  const hash = createHash('sha256').update(readFileSync(DIAGRAM_CSS)).digest('hex').slice(0, 8);
  return `assets/diagram-${hash}.css`;
}
