/** What graphs and sequences draw alike. */

import { type Box, group, num, path, text } from './svg.ts';

/** A label that is all Latin and begins in lower case is a command: `git push`, `start`. */
export const isCommand = (label: string): boolean => /^[a-z./~$][\x20-\x7e\n]*$/.test(label);

/** Words between two thin rules. */
export function noteParts(box: Box, lines: readonly string[]): string {
  const { x, y, width, height } = box;
  const rule = (down: number) => `M${num(x)} ${num(down)}H${num(x + width)}`;
  const at = { x: x + 12, y: y + height / 2 };
  return group('diagram-note', [path(rule(y) + rule(y + height)), text(lines, at, 13)], ' font-size="13"');
}
