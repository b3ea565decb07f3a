/**
 * Front matter, as other tools want it at the top of a file: it is no part of the notes. Its title is used where the file has no `#`
 * heading, and its place where the course has no list of links. The same fields stand in a folder's `_category_.json`.
 *
 *     ---
 *     title: Docker
 *     sidebar_position: 2
 *     ---
 *
 * Pandoc has the title, the authors and the day on lines of their own: `% Docker`.
 */

import { type Document, isMap, isNode, parseDocument, type YAMLError } from 'yaml';
import type { Source } from './source.ts';

/** What is read of it; null for what is not there, or is of another kind. */
export interface Fields {
  title: string | null;
  /** The place among the files and folders beside it. */
  order: number | null;
  /** The 0-based line that is no YAML; nothing else is read then. */
  brokenLine: number | null;
}

/** `text`: the even text with the front matter's lines emptied, so that line numbers stay. `brokenLine` is one of the file. */
export interface FrontMatter extends Fields {
  text: string;
}

const NO_FIELDS: Fields = { title: null, order: null, brokenLine: null };

/** Nobody writes more; what is longer would take the reader of YAML its time. */
const MOST_LINES = 300;
const MOST_CHARACTERS = 10_000;

/** Lines between two rules at the top are front matter when YAML reads keys there, or when they plainly were meant as such. */
export function readFrontMatter(source: Source): FrontMatter {
  const { lines, text } = source;
  const none = { ...NO_FIELDS, text };
  const percents = lines.findIndex((line, at) => !line.startsWith('% ') || at > 2);
  if (percents > 0 && lines[percents]?.trim() === '') {
    const title = lines[0]?.slice(1).trim() || null;
    return { ...NO_FIELDS, title, text: `${'\n'.repeat(percents)}${lines.slice(percents).join('\n')}` };
  }
  if (lines[0]?.trimEnd() !== '---') return none;
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const inside = lines.slice(1, end);
  const yaml = inside.join('\n');
  if (end < 0 || end > MOST_LINES || yaml.length > MOST_CHARACTERS) return none;
  const fields = readFields(yaml);
  if (fields === null || (fields.brokenLine !== null && !hasKeys(inside))) return none;
  const brokenLine = fields.brokenLine === null ? null : fields.brokenLine + 1;
  return { ...fields, brokenLine, text: `${'\n'.repeat(end + 1)}${lines.slice(end + 1).join('\n')}` };
}

/** Whether half of the lines are `key: value`, so that the others are slips: `title 도커`. */
function hasKeys(lines: readonly string[]): boolean {
  const outer = lines.filter((line) => /^[^\s#-]/.test(line));
  return outer.filter((line) => /^[\w-]+\s*:(?:\s|$)/.test(line)).length * 2 >= outer.length;
}

/** The fields in YAML, or in JSON, which is YAML, too; null for a text that has no keys at all. */
export function readFields(yaml: string): Fields | null {
  let document: Document;
  try {
    document = parseDocument(yaml);
  } catch {
    // Nested too deep to be read.
    return { ...NO_FIELDS, brokenLine: 0 };
  }
  const { contents, errors } = document;
  if (contents === null) return errors.length > 0 ? { ...NO_FIELDS, brokenLine: 0 } : NO_FIELDS;
  if (!isMap(contents)) return null;
  const [error] = errors;
  if (error) return { ...NO_FIELDS, brokenLine: lineOf(error, document, yaml) };
  return { ...NO_FIELDS, title: titleOf(document), order: orderOf(document) };
}

/** A quote or bracket that nothing closes is missed only later: the field before that place has it. */
function lineOf({ code, pos: [offset] }: YAMLError, { contents }: Document, yaml: string): number {
  const isMissed = code === 'MISSING_CHAR' || code === 'BAD_INDENT';
  const starts = isMap(contents)
    ? contents.items.flatMap(({ key }) => (isNode(key) && key.range ? [key.range[0]] : []))
    : [];
  const place = isMissed ? (starts.findLast((start) => start < offset) ?? 0) : offset;
  return yaml.slice(0, place).split('\n').length - 1;
}

/** `label` is the name of a folder. */
function titleOf(document: Document): string | null {
  const title = document.get('title') ?? document.get('label');
  if (typeof title !== 'string' && typeof title !== 'number') return null;
  return String(title).replace(/\s+/g, ' ').trim() || null;
}

/** By the names of Docusaurus, Just the Docs, VuePress, Hugo and Starlight. */
const ORDERS = [
  ['sidebar_position'],
  ['nav_order'],
  ['order'],
  ['weight'],
  ['position'],
  ['sidebar', 'order'],
];

function orderOf(document: Document): number | null {
  for (const path of ORDERS) {
    const order = document.getIn(path);
    if (typeof order === 'number' && Number.isFinite(order)) return order;
  }
  return null;
}
