/** The id of a question, and comments that were meant to give one: `<!-- q: 한글 아이디 -->`, `<!-- p: disk -->`, `<!—q: disk—>`. */

import type { Fix } from '../../model/diagnostic.ts';
import { commentsOf, idsOf } from '../markdown/author-html.ts';
import type { Heading } from '../markdown/headings.ts';
import { inlineOf, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, indentOf, insertion, replacement, report } from '../source/context.ts';
import { offerId } from '../source/ids.ts';
import { idOf } from './quiz.ts';

/** Reads the id from the heading or from a comment below it, and tells of what is amiss with it. */
export function readId(heading: Heading, nodes: readonly Node[], context: Context): string | null {
  const places = [heading.node, ...nodes].flatMap((node) => {
    const token = inlineOf(node) ?? node.token;
    return commentsOf(token).map((comment) => ({
      comment,
      line: lineOf(node) - 1,
      ids: idsOf([comment], 'q'),
    }));
  });
  const given = places.filter(({ ids }) => ids.length > 0);
  const id = idOf(heading, nodes) ?? given[0]?.ids[0] ?? null;
  const other = given.find(({ ids }) => ids[0] !== id);
  if (other) report(context, 'question-id-several', { line: other.line, params: { id: id ?? '' } });
  if (id !== null) return id;
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
  const id = comment
    .slice(0, LONGEST_COMMENT)
    .replace(NAME, '')
    .replace(/[-–—]+>$/, '')
    .trim()
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[._-]+|-+$/g, '')
    .slice(0, LONGEST_ID);
  const column = (context.source.lines[line] ?? '').indexOf(comment);
  const wanted = `<!-- q: ${id === '' ? '아이디' : id} -->`;
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
