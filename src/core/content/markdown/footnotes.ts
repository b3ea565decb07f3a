/**
 * Footnotes as on GitHub: `[^1]` in the text, and `[^1]: 내용` anywhere in the file, with further blocks indented by four. The rules
 * follow those of markdown-it-footnote.
 *
 * The notes stand at the end of the page's text, above its quiz: whoever reads finds them where books have them, and whoever is
 * asked has read to the end.
 */

import type { Env, MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import { escapeHtml, type Html, trusted } from '../../model/html.ts';
import { type Context, contextOf, type Footnote, report } from '../source/context.ts';
import { pagePath, toHref } from '../source/paths.ts';
import { newToken } from './tokens.ts';

const DEFINITION = /^\[\^([^\s[\]]{1,200})\]:/;

export function useFootnotes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'footnote', readDefinition, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
  markdown.inline.ruler.before('link', 'footnote', readReference);
  markdown.renderer.rules.footnote_reference = (tokens, index, _options, env) =>
    renderReference(tokens[index], tokens[index - 1], env ?? {});
}

export const noteOf = (label: string, { footnotes }: Context): Footnote | undefined =>
  footnotes.byKey.get(keyOf(label));

const keyOf = (label: string): string => label.normalize('NFC').toLowerCase();

function readDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const indent = state.sCount[startLine] ?? 0;
  if (state.src[start] !== '[' || state.src[start + 1] !== '^' || indent - state.blkIndent >= 4) return false;
  const match = DEFINITION.exec(state.src.slice(start, state.eMarks[startLine]));
  if (!match) return false;
  if (silent) return true;
  const { footnotes } = contextOf(state.env);
  const [mark, label = ''] = match;
  const note: Footnote = {
    label,
    line: startLine,
    number: null,
    references: 0,
    isRepeated: footnotes.byKey.has(keyOf(label)),
    tokens: [],
  };
  if (!note.isRepeated) footnotes.byKey.set(keyOf(label), note);
  footnotes.all.push(note);
  state.push('footnote_open', '', 1).meta = { note };
  readContent(state, startLine, endLine, start + mark.length);
  state.push('footnote_close', '', -1);
  return true;
}

/** Reads the blocks of a note: what follows its mark on the line, and the lines indented by four. */
function readContent(state: StateBlock, startLine: number, endLine: number, from: number): void {
  const { bMarks, tShift, sCount, parentType, blkIndent } = state;
  const before = [bMarks[startLine], tShift[startLine], sCount[startLine]] as const;
  const blanks = /^[ \t]*/.exec(state.src.slice(from, state.eMarks[startLine]))?.[0].length ?? 0;
  state.blkIndent += 4;
  state.parentType = 'root';
  bMarks[startLine] = from;
  tShift[startLine] = blanks;
  sCount[startLine] = state.blkIndent;
  state.md.block.tokenize(state, startLine, endLine);
  state.blkIndent = blkIndent;
  state.parentType = parentType;
  [bMarks[startLine], tShift[startLine], sCount[startLine]] = before as [number, number, number];
}

function readReference(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false;
  const close = state.src.indexOf(']', state.pos);
  const label = state.src.slice(state.pos + 2, close);
  const context = contextOf(state.env);
  const note = close < 0 || label.length > 200 ? undefined : noteOf(label, context);
  if (!note) return false;
  if (!silent) {
    note.number ??= ++context.footnotes.count;
    state.push('footnote_reference', 'sup', 0).meta = { note };
  }
  state.pos = close + 1;
  return true;
}

/** Ids with a colon are never those of a heading. */
const noteId = ({ number }: Footnote): string => `fn:${number}`;
const referenceId = ({ number }: Footnote, count: number): string =>
  `fnref:${number}${count > 1 ? `:${count}` : ''}`;

/** A question is shown away from its page, too: there a reference names the page, and no way leads back to it. */
function renderReference(token: Token | undefined, before: Token | undefined, env: Env): string {
  const context = contextOf(env);
  const meta = token?.meta;
  if (!meta) return '';
  const note = meta.note as Footnote;
  const number = String(note.number);
  // Two notes are not one number: 1 2.
  const start = `<sup class="fn">${before?.type === token?.type ? '\u2009' : ''}`;
  const name = `aria-label="각주 ${number}"`;
  if (context.isInQuiz) {
    const href = toHref(context.base, pagePath(context.options.file), noteId(note));
    return `${start}<a href="${escapeHtml(href)}" ${name}>${number}</a></sup>`;
  }
  meta.count ??= ++note.references;
  const id = referenceId(note, Number(meta.count));
  return `${start}<a href="#${noteId(note)}" id="${id}" ${name}>${number}</a></sup>`;
}

/** The tokens of a file without those of its notes, which go to the notes. */
export function takeNotes(tokens: Token[]): Token[] {
  if (!tokens.some(({ type }) => type === 'footnote_open')) return tokens;
  const open: Footnote[] = [];
  return tokens.filter((token) => {
    if (token.type === 'footnote_open') open.push(token.meta?.note as Footnote);
    else if (token.type === 'footnote_close') open.pop();
    else if (open.length === 0) return true;
    else open.at(-1)?.tokens.push(token);
    return false;
  });
}

const LAST = Number.POSITIVE_INFINITY;

/**
 * The notes as a list, those without a reference last, so that nothing is lost; null where there are none. Runs when all references
 * are rendered.
 */
export function renderNotes(context: Context, render: (tokens: Token[]) => string): Html | null {
  const { footnotes } = context;
  if (footnotes.all.length === 0) return null;
  context.hasRare = true;
  for (const note of footnotes.all) if (note.number === null) tellUnused(note, context);
  const notes = footnotes.all.toSorted((a, b) => (a.number ?? LAST) - (b.number ?? LAST));
  const items = notes.map((note) => {
    if (note.number === null) note.number = ++footnotes.count;
    return `<li id="${noteId(note)}" tabindex="-1">\n${render(withWaysBack(note))}</li>\n`;
  });
  return trusted(`<section class="footnotes" aria-label="각주">\n<ol>\n${items.join('')}</ol>\n</section>\n`);
}

function tellUnused({ label, line, isRepeated }: Footnote, context: Context): void {
  report(context, 'footnote-unused', { line, params: { label, isRepeated } });
}

/** The tokens of a note, with the links back at the end of its last paragraph. */
function withWaysBack(note: Footnote): Token[] {
  const { tokens, number, references } = note;
  const ways = Array.from({ length: references }, (_, at) => {
    const name = references > 1 ? `각주 ${number}의 ${at + 1}번째 자리로` : `각주 ${number}의 자리로`;
    const nth = at > 0 ? `<sup>${at + 1}</sup>` : '';
    return ` <a href="#${referenceId(note, at + 1)}" class="fn-back"><span aria-hidden="true">↩\uFE0E${nth}</span><span class="visually-hidden">${name}</span></a>`;
  });
  if (ways.length === 0) return tokens;
  const links = Object.assign(newToken('html_inline', '', 0), { content: ways.join('') });
  const last = tokens.at(-2);
  if (tokens.at(-1)?.type === 'paragraph_close' && last?.type === 'inline') {
    const inline = Object.assign(newToken('inline', '', 0), last, {
      children: [...(last.children ?? []), links],
    });
    return [...tokens.slice(0, -2), inline, ...tokens.slice(-1)];
  }
  const own = Object.assign(newToken('inline', '', 0), { children: [links] });
  return [...tokens, newToken('paragraph_open', 'p', 1), own, newToken('paragraph_close', 'p', -1)];
}
