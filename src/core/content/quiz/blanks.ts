/** Reads blanks (`[[커널 / kernel]]`, outside code) and variants before any markup is read. */

import type { Fix } from '../../model/diagnostic.ts';
import { inlineOf, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, insertion, placeInRun, report } from '../source/context.ts';

export interface Blank {
  /** Offsets in the content; `end` is behind the closing brackets. */
  start: number;
  end: number;
  variants: string[];
}

export interface Blanks {
  blanks: Blank[];
  /** Brackets without a partner on their line. */
  loose: { mark: '[[' | ']]'; offset: number }[];
}

/** Finds the blanks of a run of text. A blank does not reach over a line's end. */
export function findBlanks(content: string): Blanks {
  const result: Blanks = { blanks: [], loose: [] };
  if (!content.includes('[[') && !content.includes(']]')) return result;
  for (let at = 0; at < content.length; ) {
    const next = endOfCode(content, at);
    if (next > at) at = next;
    else if (content[at] === '\\') at += 2;
    else if (content.startsWith('[[', at)) {
      const close = closeOf(content, at + 2);
      if (close < 0) result.loose.push({ mark: '[[', offset: at });
      else
        result.blanks.push({ start: at, end: close + 2, variants: variantsOf(content.slice(at + 2, close)) });
      at = close < 0 ? at + 2 : close + 2;
    } else if (content.startsWith(']]', at)) {
      result.loose.push({ mark: ']]', offset: at });
      at += 2;
    } else at++;
  }
  return result;
}

/** The offset of the closing brackets; of `]]]` the last two close, so that `[[list[0]]]` works. */
function closeOf(content: string, from: number): number {
  const line = content.indexOf('\n', from);
  let close = content.indexOf(']]', from);
  if (close < 0 || (line >= 0 && close > line)) return -1;
  const again = content.indexOf('[[', from);
  if (again >= 0 && again < close) return -1;
  while (content[close + 2] === ']') close++;
  return close;
}

/** Where the code span that begins at an offset ends; the offset itself when none does. */
function endOfCode(content: string, at: number): number {
  if (content[at] !== '`') return at;
  const fence = /^`+/.exec(content.slice(at))?.[0] ?? '`';
  for (const { 0: run, index } of content.slice(at + fence.length).matchAll(/`+/g)) {
    if (run === fence) return at + fence.length + index + fence.length;
  }
  return at;
}

const SEPARATOR = /\s+\/(?=\s)|\|/y;

/**
 * Splits at ` / ` and at a pipe, never in code, by a comma or by a bare slash (CI/CD). `\|` is a pipe itself.
 * Emphasis and code marks around a whole variant are not part of it.
 */
export function variantsOf(typed: string): string[] {
  const raw = typed.replace(/<!--[\s\S]*?-->/g, '');
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < raw.length; ) {
    const code = endOfCode(raw, at);
    SEPARATOR.lastIndex = at;
    if (code === at && SEPARATOR.test(raw)) {
      pieces.push(piece);
      piece = '';
      at = SEPARATOR.lastIndex;
      continue;
    }
    const end = code > at ? code : at + (raw[at] === '\\' ? 2 : 1);
    piece += raw.slice(at, end);
    at = end;
  }
  return [...new Set([...pieces, piece].map(withoutMarks).filter((each) => each !== ''))];
}

function withoutMarks(piece: string): string {
  const words = piece.trim().replace(/^\*\*(.+)\*\*$/, '$1');
  const code = /^(`+)([\s\S]*)\1$/.exec(words);
  if (code && endOfCode(words, 0) === words.length) return (code[2] ?? '').trim();
  return words.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();
}

/** Tells of brackets without a partner. */
export function checkBrackets(node: Node, context: Context): void {
  const content = node.type === 'paragraph' ? (inlineOf(node)?.content ?? '') : '';
  if (!content.includes('[[') && !content.includes(']]')) return;
  for (const { mark, offset } of findBlanks(content).loose) {
    const { line, column } = placeInRun(context, lineOf(node) - 1, content, offset);
    report(context, 'question-blank-unclosed', {
      line,
      column,
      params: { mark },
      fix: otherBracket(mark, line, column, context),
    });
  }
}

/** The bracket that is missing beside a lone one: `[[커널]`, `[커널]]`. */
function otherBracket(mark: '[[' | ']]', line: number, column: number, context: Context): Fix | undefined {
  const text = context.source.lines[line] ?? '';
  if (mark === '[[') {
    const close = /^\[\[[^[\]]+\](?!\])/.exec(text.slice(column))?.[0].length;
    return close === undefined
      ? undefined
      : insertion(context, { line, column: column + close }, ']', '`]]`로 닫기');
  }
  const open = /(?<!\[)\[[^[\]]+$/.exec(text.slice(0, column))?.index;
  return open === undefined ? undefined : insertion(context, { line, column: open }, '[', '`[[`로 열기');
}
