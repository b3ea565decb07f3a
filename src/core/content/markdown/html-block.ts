/**
 * Blocks of raw HTML, as GitHub reads them: what stands in them is HTML and no markdown, until a blank line. Their words become
 * paragraphs and headings of our own, `<details>` a fold around all that stands between its tags.
 */

import type { Token } from 'markdown-it';
import { type Context, report } from '../source/context.ts';
import { closeComment, dropTag, keepComments, splitComments } from './author-html.ts';
import { decodeEntities } from './entities.ts';
import { BREAKING, HIDING, readTag, tagEnd, UNTOLD } from './tags.ts';
import { newToken } from './tokens.ts';

/** What a block of HTML holds: tokens that follow it, or, after a comment, words that are to be read as markdown after all. */
export interface HtmlBlock {
  tokens: Token[];
  words: string;
}

/** Settles a block. Its token is left empty and keeps the comments. */
export function settleHtmlBlock(token: Token, context: Context): HtmlBlock {
  const line = token.map?.[0] ?? 0;
  const { comments, text } = splitComments(token.content);
  token.content = '';
  if (comments.length > 0) keepComments(token, comments, context);
  const rest = text.trim();
  if (rest.startsWith('<!--')) {
    report(context, 'comment-unclosed', { line, fix: closeComment(line, context) });
    return { tokens: [], words: '' };
  }
  if (comments.length > 0 && !/^<\/?[a-z]/i.test(rest)) return { tokens: [], words: rest };
  return { tokens: rest === '' ? [] : blocksIn(text, token, context), words: '' };
}

/** What was read of a block so far. */
interface Reading {
  tokens: Token[];
  /** The paragraph that is open: its words and tags, its source, and its first line. */
  run: Token[];
  source: string;
  runLine: number;
  /** `p`, or `h2` within its tags. */
  element: string;
  level: number;
}

function blocksIn(html: string, { level, map }: Token, context: Context): Token[] {
  const reading: Reading = { tokens: [], run: [], source: '', runLine: 0, element: 'p', level };
  let line = map?.[0] ?? 0;
  for (let at = 0; at < html.length; ) {
    const end = html[at] === '<' ? tagEnd(html, at) : -1;
    let next = end < 0 ? html.indexOf('<', at + 1) : end;
    if (next < 0) next = html.length;
    if (reading.run.length === 0) reading.runLine = line;
    if (end < 0) addText(reading, html.slice(at, next), line);
    else next = readTagAt(reading, html, at, end, line, context);
    line += html.slice(at, next).split('\n').length - 1;
    at = next;
  }
  endRun(reading);
  return reading.tokens;
}

/** Reads a tag of a block and returns where to go on: after a script or a listing, behind what it holds. */
function readTagAt(
  reading: Reading,
  html: string,
  start: number,
  end: number,
  line: number,
  context: Context,
): number {
  const written = html.slice(start, end);
  const tag = readTag(written);
  const name = tag?.name ?? '!';
  if (!BREAKING.has(name) && name !== 'pre' && !HIDING.has(name)) {
    // Cells of a row are no word together.
    if ((name === 'td' || name === 'th') && tag?.isClosing === false && reading.run.length > 0)
      addText(reading, ' ', line);
    addTag(reading, written);
    return end;
  }
  if (!HIDING.has(name)) endRun(reading);
  const isOpening = tag?.isClosing === false;
  if (isOpening && !UNTOLD.has(name) && !/^(?:h[1-6]|pre)$/.test(name)) dropTag(name, written, line, context);
  if (name === 'details' || name === 'summary')
    push(reading, `${name}_${isOpening ? 'open' : 'close'}`, name, isOpening ? 1 : -1, line);
  else if (name === 'hr') push(reading, 'hr', 'hr', 0, line).markup = '---';
  else if (/^h[1-6]$/.test(name)) reading.element = isOpening ? name : 'p';
  else if (isOpening && (name === 'pre' || HIDING.has(name))) {
    const close = new RegExp(`</${name}\\s*>`, 'i').exec(html.slice(end));
    const inside = html.slice(end, close ? end + close.index : html.length);
    if (name === 'pre') push(reading, 'code_block', 'code', 0, line).content = `${textIn(inside)}\n`;
    if (close || name === 'pre') return end + inside.length + (close?.[0].length ?? 0);
  }
  return end;
}

/** The words of a listing. */
function textIn(html: string): string {
  let text = '';
  for (let at = 0; at < html.length; ) {
    const end = html[at] === '<' ? tagEnd(html, at) : -1;
    let next = end < 0 ? html.indexOf('<', at + 1) : end;
    if (next < 0) next = html.length;
    if (end < 0) text += html.slice(at, next);
    at = next;
  }
  return decodeEntities(text).replace(/^\n|\s+$/g, '');
}

function addText(reading: Reading, text: string, line: number): void {
  reading.source += text;
  text.split('\n').forEach((words, at) => {
    if (at > 0 && reading.run.length > 0) reading.run.push(newToken('softbreak', 'br', 0));
    const shown = decodeEntities(at > 0 ? words.trimStart() : words);
    if (shown.trim() === '' && reading.run.length === 0) {
      reading.runLine = line + at;
      return;
    }
    if (reading.run.length === 0) reading.runLine = line + at;
    reading.run.push(Object.assign(newToken('text', '', 0), { content: shown }));
  });
}

function addTag(reading: Reading, written: string): void {
  reading.source += written;
  reading.run.push(Object.assign(newToken('html_inline', '', 0), { content: written }));
}

function push(
  { tokens, level }: Reading,
  type: string,
  tag: string,
  nesting: -1 | 0 | 1,
  line: number,
): Token {
  const token = Object.assign(newToken(type, tag, nesting), { level, block: true, map: [line, line + 1] });
  tokens.push(token);
  return token;
}

/** Ends the open paragraph, if it has words or tags. */
function endRun(reading: Reading): void {
  const { run, source, runLine, element, level } = reading;
  while (run.at(-1)?.type === 'softbreak' || run.at(-1)?.content.trim() === '') run.pop();
  reading.run = [];
  reading.source = '';
  if (run.length === 0) return;
  const type = element === 'p' ? 'paragraph' : 'heading';
  push(reading, `${type}_open`, element, 1, runLine);
  const inline = push(reading, 'inline', '', 0, runLine);
  inline.level = level + 1;
  inline.content = source.trim();
  inline.children = run;
  push(reading, `${type}_close`, element, -1, runLine).map = null;
}

const CONTAINER = /^(details|summary)_(open|close)$/;

/**
 * Lets a fold stand where `<details>` and `</details>` are children of one element, and leaves out the tags of all others. A heading
 * cuts the page into sections, which nothing can fold.
 */
export function matchContainers(tokens: Token[], context: Context): void {
  if (!tokens.some(({ type }) => CONTAINER.test(type))) return;
  const frames: Token[][] = [[]];
  const pairs = new Map<Token, Token>();
  const owners = new Map<Token, Token>();
  let before: Token | undefined;
  for (const token of tokens) {
    const [, name, side] = CONTAINER.exec(token.type) ?? [];
    const open = frames.at(-1) ?? [];
    if (name === undefined) {
      if (token.type === 'heading_open' && frames.length === 1) forbidFold(open);
      if (token.nesting === 1) frames.push([]);
      else if (token.nesting === -1 && frames.length > 1) frames.pop();
    } else if (side === 'open') {
      open.push(token);
      if (name === 'summary' && before?.type === 'details_open') owners.set(token, before);
    } else {
      const at = open.findLastIndex((each) => each.tag === name);
      const opening = at < 0 ? undefined : open[at];
      if (!opening) continue;
      open.length = at;
      if (!opening.meta?.hasHeading) pairs.set(opening, token);
    }
    if (token.type !== 'html_block') before = token;
  }
  const isKept = (opening: Token) => opening.tag === 'details' || pairs.has(owners.get(opening) ?? opening);
  for (const opening of owners.keys()) if (!isKept(opening)) pairs.delete(opening);
  const kept = new Set(
    [...pairs].filter(([opening]) => opening.tag === 'details' || owners.has(opening)).flat(),
  );
  let isInSummary = false;
  for (const [at, token] of tokens.entries()) {
    if (!CONTAINER.test(token.type)) {
      if (isInSummary) asWords(token);
    } else if (kept.has(token)) isInSummary = token.type === 'summary_open';
    else {
      const hasHeading = token.meta?.hasHeading === true;
      if (token.type === 'details_open')
        report(context, 'details-open', { line: token.map?.[0] ?? 0, params: { hasHeading } });
      tokens[at] = Object.assign(newToken('html_block', '', 0), { level: token.level, map: token.map });
    }
  }
}

/** All folds that are open at a heading of the page; one in a summary is that of the fold. */
function forbidFold(open: readonly Token[]): void {
  if (open.at(-1)?.tag === 'summary') return;
  for (let at = open.length - 1; at >= 0 && !open[at]?.meta; at--) {
    const token = open[at];
    if (token) token.meta = { hasHeading: true };
  }
}

/** A summary holds words and no paragraph or heading. */
function asWords(token: Token): void {
  if (!/^(?:heading|paragraph)_(?:open|close)$/.test(token.type)) return;
  token.type = token.nesting === 1 ? 'paragraph_open' : 'paragraph_close';
  token.hidden = true;
}
