/** Reads a YAML file to be tested, whatever it holds: aliases that multiply, deep nesting and slips end in a line that is told. */

import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { brokenFile, MOST_CHARACTERS, type ReadText } from './file-test.ts';

/** Nobody writes more by hand; each alias may hold all those before it. */
const MOST_ALIASES = 50;

export const readYaml: ReadText = (text) => {
  const lines = new LineCounter();
  if (text.length > MOST_CHARACTERS) return brokenFile(1);
  let document: Document;
  let value: unknown;
  try {
    document = parseDocument(text, { lineCounter: lines, merge: true, logLevel: 'silent' });
    const [error] = document.errors;
    if (error) return brokenFile(lines.linePos(error.pos[0]).line);
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    // Aliases beyond count, or nesting beyond the stack: no line is to blame.
    return brokenFile(1);
  }
  const lineOf = (path: readonly string[]): number | null => {
    for (let length = path.length; length > 0; length--) {
      const range = rangeAt(document, path.slice(0, length));
      if (range !== null) return lines.linePos(range).line;
    }
    return null;
  };
  return { brokenLine: null, value, steps: [], lineOf };
};

/** Where a value begins; of a key without one, nowhere. */
function rangeAt(document: Document, path: readonly string[]): number | null {
  const node = document.getIn(path, true);
  return isNode(node) && node.range ? node.range[0] : null;
}
