/** Reads the course's own list of synonyms, `synonyms.md`: `- 도커 / Docker` is one group. */

/** Where it lies in the content folder. */
export const SYNONYMS_FILE = 'synonyms.md';

const ITEM = /^\s{0,3}[-*+]\s+(.*\S)\s*$/;
const MOST_GROUPS = 2_000;

/** Groups of two names or more; null when the file is not such a list but an ordinary note. */
export function parseSynonyms(source: string): string[][] | null {
  const items = source.split(/\r\n?|\n/).flatMap((line) => ITEM.exec(line)?.[1] ?? []);
  const groups = items.map((item) =>
    item
      .split(/\s+\/\s+/)
      .map((name) => name.replace(/[`*]/g, '').normalize('NFC').trim())
      .filter((name) => name !== ''),
  );
  const isList = groups.length > 0 && groups.every((names) => names.length > 1);
  return isList ? groups.slice(0, MOST_GROUPS) : null;
}
