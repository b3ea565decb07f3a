/**
 * The id of a question and the name of its pool, and comments that were meant to give them: `<!-- q: 한글 아이디 -->`, `<!-- p: disk -->`,
 * `<!—q: disk—>`, `<!-- pool: disks -->`.
 */

import type { Fix, TextEdit } from '../../model/diagnostic.ts';
import { commentsOf, idsOf, poolIn } from '../markdown/author-html.ts';
import type { Heading } from '../markdown/headings.ts';
import { inlineOf, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, indentOf, insertion, replacement, report } from '../source/context.ts';
import { offerId } from '../source/ids.ts';
import { idOf } from './quiz.ts';

/** Reads both from the heading or from a comment below it, and tells of what is amiss with them. */
export function readIdentity(
  heading: Heading,
  nodes: readonly Node[],
  context: Context,
): { id: string | null; pool?: string } {
  const places = placesOf([heading.node, ...nodes]);
  const given = places.filter(({ ids }) => ids.length > 0);
  const id = idOf(heading, nodes) ?? given[0]?.ids[0] ?? null;
  const other = given.find(({ ids }) => ids[0] !== id);
  if (other) report(context, 'question-id-several', { line: other.line, params: { id: id ?? '' } });
  const own = given.find(({ ids }) => ids[0] === id);
  tellPools(places, own, context);
  const pool = own && poolIn(own.comment)?.name;
  return { id: id ?? withoutId(heading, places, context), ...(pool && { pool }) };
}

interface PlacedComment {
  comment: string;
  /** 0-based. */
  line: number;
  ids: string[];
}

const placesOf = (nodes: readonly Node[]): PlacedComment[] =>
  nodes.flatMap((node) =>
    commentsOf(inlineOf(node) ?? node.token).map((comment) => ({
      comment,
      line: lineOf(node) - 1,
      ids: idsOf([comment], 'q'),
    })),
  );

/** Tells of a pool that stands in no question: at the heading of a quiz, or above its first question. */
export const tellLoosePools = (nodes: readonly Node[], context: Context): void =>
  tellPools(placesOf(nodes), undefined, context);

/** Tells of pools that are not read, with what they should be. `own`: the comment that gives the question its id. */
function tellPools(places: readonly PlacedComment[], own: PlacedComment | undefined, context: Context): void {
  for (const place of places) {
    const pool = poolIn(place.comment);
    // Another id is told by itself.
    if (!pool || pool.name !== null || (pool.id !== null && place !== own)) continue;
    const id = pool.id ?? own?.ids[0] ?? null;
    const name = toId(pool.meant);
    const wanted = `<!-- q: ${id ?? '아이디'} pool: ${name === '' ? '이름' : name} -->`;
    const to = place === own ? place : own && !poolIn(own.comment) ? own : null;
    const edits = id === null || name === '' || to === null ? [] : written(to, wanted, context);
    const gone = edits.length > 0 && to !== place ? written(place, '', context) : [];
    const isWhole = edits.length > 0 && (to === place || gone.length > 0);
    const column = (context.source.lines[place.line] ?? '').indexOf(place.comment);
    report(context, 'question-pool-form', {
      line: place.line,
      ...(column >= 0 && { column }),
      params: { wanted },
      fix: isWhole ? { label: `\`${wanted}\`로 쓰기`, edits: [...edits, ...gone] } : undefined,
    });
  }
}

/** The edit that writes something in the place of a comment; none where it is not found on its line. */
function written({ comment, line }: PlacedComment, text: string, context: Context): TextEdit[] {
  const source = context.source.lines[line] ?? '';
  const from = source.indexOf(comment);
  if (from < 0) return [];
  const before = text === '' && /\s/.test(source[from - 1] ?? '') ? 1 : 0;
  return replacement(context, { line, from: from - before, to: from + comment.length }, text, '').edits;
}

/** Words as an id has them: `a name` is `a-name`. */
const toId = (text: string): string =>
  text
    .slice(0, LONGEST_COMMENT)
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[._-]+|-+$/g, '')
    .slice(0, LONGEST_ID);

/** Tells what is amiss where no id is read. */
function withoutId(heading: Heading, places: readonly PlacedComment[], context: Context): null {
  const meant = places.find(({ comment }) => MEANT.test(comment));
  const slip = meant
    ? slipAt(meant.comment, meant.line, context)
    : slipAt(DASHED.exec(context.source.lines[heading.line] ?? '')?.[0] ?? '', heading.line, context);
  // A comment that is not closed is told of where it stands.
  const source = context.source.lines[heading.line] ?? '';
  if (slip || source.lastIndexOf('<!--') > source.lastIndexOf('-->')) return null;
  const column = indentOf(context, heading.line);
  report(context, 'question-id-missing', { line: heading.line, column, fix: newId(heading, context) });
  return null;
}

/** ㅂ is the q key of a Korean keyboard. */
const MEANT =
  /^<!--\s*(?:[a-zㅂ]|id|qid|quiz|ques|question|문제|아이디)(?:\s*[:：=;]|\s+(?=[\p{L}\p{N}._-]+\s*-->))(?!\s*>)/iu;
/** A word processor makes a long dash of `--`. */
const DASHED = /<!?[-–—]{1,2}\s*q\s*[:：][^<>]*?[-–—]{1,2}>/i;

/** Tells of a comment that gives no id, with what it should be. */
function slipAt(comment: string, line: number, context: Context): boolean {
  if (comment === '') return false;
  const [said = '', pool] = comment
    .slice(0, LONGEST_COMMENT)
    .replace(NAME, '')
    .replace(/[-–—]+>$/, '')
    .split(/(?<=^|[\s,;/|·])pool\s*[:：=]/i);
  const id = toId(said);
  const column = (context.source.lines[line] ?? '').indexOf(comment);
  const name = pool === undefined ? '' : ` pool: ${toId(pool) || '이름'}`;
  const wanted = `<!-- q: ${id === '' ? '아이디' : id}${name} -->`;
  const fix =
    id === '' || column < 0
      ? undefined
      : replacement(
          context,
          { line, from: column, to: column + comment.length },
          wanted,
          `\`${wanted}\`로 쓰기`,
        );
  const isNamed = /^<!--\s*q\s*:/.test(comment);
  const at = column < 0 ? indentOf(context, line) : column;
  report(context, 'question-id-form', { line, column: at, params: { wanted, isNamed }, fix });
  return true;
}

/** `<!-- q:` and what is written instead. */
const NAME = /^<!?[-–—]+\s*[^\s:：=;]*(?:\s*[:：=;])?/;
const LONGEST_COMMENT = 200;
const LONGEST_ID = 64;

/** At the end of the heading's words, before hashes that close it. */
function newId(heading: Heading, context: Context): Fix {
  const text = (context.source.lines[heading.line] ?? '').trimEnd();
  let words = text.length;
  while (text[words - 1] === '#') words--;
  const isClosed = words < text.length && /\s/.test(text[words - 1] ?? '');
  const end = isClosed ? text.slice(0, words).trimEnd().length : text.length;
  const id = offerId('q', heading.text, context);
  return insertion(context, { line: heading.line, column: end }, ` <!-- q: ${id} -->`, '아이디 붙이기');
}
