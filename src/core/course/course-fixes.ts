/** Fixes that need the whole course: a link to a file or heading with another name now, an id that a copy brought along. */

import { decode } from '../content/markdown/links.ts';
import { freshId, idComment, idsIn } from '../content/source/ids.ts';
import { folderOf, isMarkdown, resolveFile } from '../content/source/paths.ts';
import { lineStarts } from '../content/source/source.ts';
import type { Diagnostic, Fix } from '../model/diagnostic.ts';
import type { Topic } from '../model/topic.ts';
import { editDistance } from '../quiz/near-miss.ts';
import { findTopic } from './link-state.ts';

export interface CourseView {
  topics: ReadonlyMap<string, Topic>;
  /** Files that are no notes. */
  files: ReadonlySet<string>;
  /** A file's text as it lies on disk; null when it cannot be read. */
  sourceOf: (file: string) => string | null;
}

/** The course, and what was searched in it: thousands of diagnostics may ask for the same. */
interface SearchedCourse extends CourseView {
  usedIds: Map<string, Set<string>>;
  /** By kind and file. */
  comments: Map<string, RegExpExecArray[]>;
  /** Where the lines of a file begin. */
  starts: Map<string, number[]>;
}

type MakeFix = (diagnostic: Diagnostic, source: string, course: SearchedCourse) => Fix | null;

/** A value of a map, made when it is first asked for. */
function once<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const FIXES: Partial<Record<Diagnostic['code'], MakeFix>> = {
  'link-broken': fixFile,
  'file-missing': fixFile,
  'image-missing': fixFile,
  'comparison-link': (diagnostic, source, course) =>
    fixFile(diagnostic, source, course) ?? fixAnchor(diagnostic, source, course),
  'link-anchor-broken': fixAnchor,
  'question-id-repeated': (diagnostic, source, course) => newId('q', diagnostic, source, course),
  'comparison-id-repeated': (diagnostic, source, course) => newId('compare', diagnostic, source, course),
};

/** The diagnostics of linking, with a fix where the course shows what was meant. */
export function offerFixes(diagnostics: readonly Diagnostic[], view: CourseView): Diagnostic[] {
  const course: SearchedCourse = { ...view, usedIds: new Map(), comments: new Map(), starts: new Map() };
  return diagnostics.map((diagnostic) => {
    const makeFix = FIXES[diagnostic.code];
    const source = makeFix && !diagnostic.fix ? course.sourceOf(diagnostic.file) : null;
    const fix = source === null ? null : makeFix?.(diagnostic, source, course);
    return fix ? { ...diagnostic, fix } : diagnostic;
  });
}

/** The file of the same name elsewhere, or of a near name in the same folder. */
function fixFile(at: Diagnostic, source: string, course: SearchedCourse): Fix | null {
  const { topics, files } = course;
  const link = destinationAt(source, at, course);
  if (!link || link.path === '') return null;
  const lostFile = resolveFile(at.file, link.path);
  if (lostFile === null || findTopic(lostFile, topics) !== null || files.has(lostFile)) return null;
  const isNote = isMarkdown(lostFile) || !/\.[a-z0-9]+$/i.test(lostFile);
  const pool = [...(isNote ? topics.keys() : files)];
  const name = (file: string) => file.slice(file.lastIndexOf('/') + 1);
  const hasAnchor = (file: string) =>
    topics.get(file)?.sections.some(({ anchor }) => `#${anchor}` === decode(link.rest)) ?? false;
  const same = pool.filter((file) => name(file) === name(lostFile));
  const moved = same.length > 1 ? same.filter(hasAnchor) : same;
  const near = nearest(
    lostFile,
    pool.filter((file) => folderOf(file) === folderOf(lostFile)),
  );
  const target = moved.length === 1 ? moved[0] : moved.length === 0 ? near : null;
  if (!target || target === at.file) return null;
  const path = relative(at.file, target);
  return replace(link, path + link.rest, `\`${path}\`로 고치기`);
}

function fixAnchor(at: Diagnostic, source: string, course: SearchedCourse): Fix | null {
  const { topics } = course;
  const link = destinationAt(source, at, course);
  const lostAnchor = link?.rest.startsWith('#') ? decode(link.rest.slice(1)) : null;
  if (!link || !lostAnchor) return null;
  const file = link.path === '' ? at.file : findTopic(resolveFile(at.file, link.path) ?? '', topics);
  const topic = file === null ? undefined : topics.get(file);
  const anchor = nearest(lostAnchor, topic?.sections.map((section) => section.anchor) ?? []);
  return anchor === null ? null : replace(link, `${link.path}#${anchor}`, `\`#${anchor}\`로 고치기`);
}

/** The copy's own comment, with an id that nothing in the course has. */
function newId(kind: 'q' | 'compare', at: Diagnostic, source: string, course: SearchedCourse): Fix | null {
  const lines = once(course.starts, at.file, () => lineStarts(source));
  const comment = new RegExp(idComment(kind), 'g');
  const line = lines[at.line - 1] ?? 0;
  const all = once(course.comments, `${kind} ${at.file}`, () => [...source.matchAll(comment)]);
  const match =
    kind === 'q' ? all.find(({ index }) => index >= line) : all.findLast(({ index }) => index < line);
  if (!match) return null;
  const everyId = () =>
    [...course.topics.keys()].flatMap((file) => [...idsIn(course.sourceOf(file) ?? '', kind)]);
  const usedIds = once(course.usedIds, kind, () => new Set(everyId()));
  const words = source
    .slice(line, lines[at.line] ?? source.length)
    .replace(comment, '')
    .trim();
  const id = freshId(at.file, words, usedIds);
  const start = match.index + (match[1]?.length ?? 0);
  const edit = { start, end: start + (match[2]?.length ?? 0), text: id };
  return { label: `새 아이디 \`${id}\`로 바꾸기`, edits: [edit] };
}

interface Destination {
  start: number;
  end: number;
  path: string;
  /** Query and anchor. */
  rest: string;
}

/** In characters; a line may hold thousands of links. */
const LONGEST_LINK = 1000;

/** The destination of the inline link or picture that begins at a place; null for links of other kinds. */
function destinationAt(source: string, at: Diagnostic, { starts }: SearchedCourse): Destination | null {
  const { file, line, column } = at;
  const from = (once(starts, file, () => lineStarts(source))[line - 1] ?? 0) + column - 1;
  const text = /^[^\r\n]*/.exec(source.slice(from, from + LONGEST_LINK))?.[0] ?? '';
  const match = /^(.*?\]\(\s*<?)([^\s<>]*?)(>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\))/.exec(text);
  if (!match) return null;
  const start = from + (match[1]?.length ?? 0);
  const href = match[2] ?? '';
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
  return { start, end: start + href.length, path: decode(path), rest };
}

const replace = ({ start, end }: Destination, text: string, label: string): Fix => ({
  label,
  edits: [{ start, end, text: text.replaceAll(' ', '%20') }],
});

/** How one file of the folder links to another. */
function relative(from: string, to: string): string {
  const [here, there] = [folderOf(from).split('/').filter(Boolean), to.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return '../'.repeat(here.length - shared) + there.slice(shared).join('/');
}

/** What of a name is compared: `Docker-Compose!` is `dockercompose`. */
export const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const digitsOf = (name: string): string => name.match(/\d+/g)?.join(' ') ?? '';

/**
 * The name among many that was probably meant: equal but for case and punctuation, or one or two letters away. Null when there
 * is none, or when two are. Another number is another thing: `ch1.md` is no slip of `ch2.md`, nor `#개요-1-1` of `#개요-1`.
 */
function nearest(name: string, candidates: Iterable<string>): string | null {
  const digits = digitsOf(name);
  const all = [...new Set(candidates)].filter((each) => digitsOf(each) === digits);
  const target = lettersOf(name);
  const same = all.filter((each) => lettersOf(each) === target);
  if (same.length > 0) return only(same);
  if (target.length < 3) return null;
  const limit = target.length < 6 ? 1 : 2;
  const isSlip = (letters: string) => editDistance(letters, target, limit + 1) <= limit;
  return only(all.filter((each) => isSlip(lettersOf(each)) || isPart(lettersOf(each), target)));
}

const only = (matches: string[]): string | null => (matches.length === 1 ? (matches[0] ?? null) : null);

/** One is the other with words before or behind it. */
function isPart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && (long.startsWith(short) || long.endsWith(short));
}
