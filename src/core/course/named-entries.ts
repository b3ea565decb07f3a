/** What a topic says under which name: sections, entries and their points, each with its depth. Comparisons look names up here. */

import { nameKey } from '../content/blocks/comparison-table.ts';
import { least } from '../lists.ts';
import { childrenOf, walkBlocks } from '../model/blocks.ts';
import { type Html, meantText, trusted } from '../model/html.ts';
import type { Block, Entry, Section, Topic } from '../model/topic.ts';

/** A name in the notes and the words that stand under it. */
export interface NamedEntry {
  /** As written. */
  name: string;
  /** How deep it stands in its topic; smaller is nearer to the top. */
  depth: number;
  /** Index of the section it stands in (a section's own index for a section), −1 above the first. */
  section: number;
  /** Whether a table of links only takes it as a row; `group`: a section whose entries are the rows. */
  row: 'yes' | 'no' | 'group';
  html: Html;
  text: string;
  /** The nearest anchor of the page. */
  anchor: string | null;
  /** Names of what it stands under, outermost first, without the topic's title and without its own. */
  trail: readonly string[];
}

/** Everything a topic names, in order of reading and by name. */
export interface EntryIndex {
  all: readonly NamedEntry[];
  byKey: ReadonlyMap<string, readonly NamedEntry[]>;
}

/** Sections `from` (inclusive) to `to` (exclusive); −1 is what stands above the first. */
export interface Scope {
  from: number;
  to: number;
}

// A topic is never changed once it is parsed, so what was read from it stays right from one save to the next.
const cache = new WeakMap<Topic, EntryIndex>();

/** The index of a topic, made when it is first asked for. */
export function indexOf(topic: Topic): EntryIndex {
  const index = cache.get(topic) ?? makeIndex(topic);
  cache.set(topic, index);
  return index;
}

/** The part of a topic that an anchor means: a section with its deeper ones, or all of it; null for no such place. */
export function scopeOf(topic: Topic, anchor: string | null): Scope | null {
  if (anchor === null || anchor === topic.anchor) return { from: -1, to: topic.sections.length };
  const from = topic.sections.findIndex((section) => section.anchor === anchor);
  const level = topic.sections[from]?.level;
  if (level === undefined) return null;
  const end = topic.sections.findIndex((section, at) => at > from && section.level <= level);
  return { from, to: end < 0 ? topic.sections.length : end };
}

/** The entries of a name that stand nearest to the top of the scope; several are equally near. */
export function findNearest(index: EntryIndex, name: string, { from, to }: Scope): NamedEntry[] {
  const inScope = (index.byKey.get(nameKey(name)) ?? []).filter(
    ({ section }) => section >= from && section < to,
  );
  const depth = least(inScope.map((entry) => entry.depth));
  return inScope.filter((entry) => entry.depth === depth);
}

/**
 * The names a scope offers as rows, in order of reading, each once. A section with entries gives their names,
 * unless its own title is among `shared`: what other topics call a row.
 */
export function rowNames(index: EntryIndex, { from, to }: Scope, shared: ReadonlySet<string>): string[] {
  const names = new Map<string, string>();
  let group = -2;
  for (const { name, section, row } of index.all) {
    const key = nameKey(name);
    if (section < from || section >= to || row === 'no') continue;
    if (row === 'group' && shared.has(key)) group = section;
    if (row === (section === group ? 'group' : 'yes') && !names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

function makeIndex(topic: Topic): EntryIndex {
  const all: NamedEntry[] = [];
  addBlocks(all, topic.blocks, {
    depth: 1,
    section: -1,
    row: 'yes',
    anchor: topic.anchor || null,
    trail: [],
  });
  const open: Section[] = [];
  topic.sections.forEach((section, at) => {
    while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
    const place: EntryContext = {
      depth: open.length + 1,
      section: at,
      row: 'no',
      anchor: section.anchor,
      trail: open.map((above) => above.titleText),
    };
    open.push(section);
    const named = all.length;
    const trail = [...place.trail, section.titleText];
    addBlocks(all, section.blocks, { ...place, depth: place.depth + 1, row: 'yes', trail });
    const row = all.length > named ? 'group' : 'yes';
    const words = wordsOfBlocks(section.blocks);
    if (words) all.splice(named, 0, { name: section.titleText, ...place, row, ...words });
  });
  const byKey = new Map<string, NamedEntry[]>();
  for (const entry of all) {
    const same = byKey.get(nameKey(entry.name));
    if (same) same.push(entry);
    else byKey.set(nameKey(entry.name), [entry]);
  }
  return { all, byKey };
}

type EntryContext = Omit<NamedEntry, 'name' | 'html' | 'text'>;

/** Notices stay out: a supplement is not what the lecture said, and a hint is not what a thing is. */
function addBlocks(all: NamedEntry[], blocks: readonly Block[], top: EntryContext): void {
  walkBlocks(blocks, top, {
    without: ['notice', 'quiz'],
    entry: (entry, place): EntryContext => {
      const { termText } = entry;
      const anchor = entry.anchor ?? place.anchor;
      const words = termText === null ? null : entryText(entry);
      if (termText !== null && words) all.push({ name: termText, ...place, anchor, ...words });
      const trail = termText === null ? place.trail : [...place.trail, termText];
      return { ...place, depth: place.depth + 1, row: 'no', anchor, trail };
    },
  });
}

const entriesOf = (block: Block): readonly Entry[] => childrenOf(block).entries;

interface EntryText {
  html: Html;
  text: string;
}

/** What an entry says: its text or first paragraph, then its points; null when it says nothing. */
function entryText(entry: Entry): EntryText | null {
  const said = entry.text ?? firstParagraph(entry.blocks);
  const points = [...entry.points, ...entry.blocks.flatMap(entriesOf)];
  return join(said === null ? null : { html: said, text: meantText(said) }, points, entry.pointList);
}

/** What a section says of its title: its first paragraph or list, or else its entries. */
function wordsOfBlocks(blocks: readonly Block[]): EntryText | null {
  for (const block of blocks) {
    const said = firstParagraph([block]) ?? proseList(block);
    if (said !== null) return { html: said, text: meantText(spaced(said)) };
    const entries = entriesOf(block);
    if (entries.length > 0) return join(null, entries, listOf(block));
  }
  return null;
}

const listOf = (block: Block): 'ordered' | 'bullet' =>
  block.kind === 'outline' && block.list === 'bullet' ? 'bullet' : 'ordered';

function join(
  said: EntryText | null,
  points: readonly Entry[],
  list: 'ordered' | 'bullet',
): EntryText | null {
  const items = points.map(wordsOfPoint).filter((item) => item !== null);
  const [first] = items;
  if (!first) return said;
  const text = [...(said ? [said] : []), ...items].map((each) => each.text).join(' ');
  if (!said && items.length === 1) return { html: first.html, text };
  const tag = list === 'ordered' && items.length > 1 ? 'ol' : 'ul';
  const listed = items.map((item) => `<li>${item.html}</li>`).join('');
  return { html: trusted(`${said?.html ?? ''}<${tag}>${listed}</${tag}>`), text };
}

/** A point with its term before it, as the notes write it. */
function wordsOfPoint(point: Entry): EntryText | null {
  const words = entryText(point);
  if (point.term === null || point.termText === null) return words;
  if (!words) return { html: point.term, text: point.termText };
  return { html: trusted(`<b>${point.term}</b>: ${words.html}`), text: `${point.termText}: ${words.text}` };
}

/** The inside of the first paragraph with words; null when something else stands first. */
function firstParagraph(blocks: readonly Block[]): Html | null {
  for (const block of blocks) {
    if (block.kind !== 'prose') continue;
    const inside = /^\s*<p>(.*?)<\/p>/s.exec(block.html)?.[1];
    if (inside !== undefined && meantText(trusted(inside)) !== '') return trusted(inside);
  }
  return null;
}

/** A plain list that is all a section says. */
const proseList = (block: Block): Html | null =>
  block.kind === 'prose' && /^\s*<(?:ul|ol)[ >]/.test(block.html) ? trusted(block.html.trim()) : null;

/** Words of neighbouring items do not run together. */
const spaced = (html: Html): Html => trusted(html.replace(/<\/(?:li|p)>/g, ' '));
