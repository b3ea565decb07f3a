/**
 * Blanks in code: `[[답]]` in a fenced block whose info string ends in `blanks` (```` ```yaml compose.yaml blanks ````). In every other
 * block brackets are code, such as `[[ -f x ]]` of a shell and `[[package]]` of TOML.
 */

import type { Token } from 'markdown-it';
import { pushAll } from '../../lists.ts';
import { trusted } from '../../model/html.ts';
import type { ClozePart } from '../../model/question.ts';
import { readCode } from '../markdown/code.ts';
import { lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, insertion, replacement, report } from '../source/context.ts';
import { type Blank, type Blanks, closeFinder, tellJoined, unusedMark, variantsOf } from './blanks.ts';

const WORD = /\s+blanks\s*$/;

export const isCodeWithBlanks = ({ type, info }: Token): boolean => type === 'fence' && WORD.test(info);

/**
 * The blanks of a line of code. Behind a backslash two brackets are code, as are `[[:space:]]`, `[[1, 2], [3, 4]]` and a test of the shell,
 * which has blanks at its ends; `spaced` are answers with such blanks.
 */
function findCodeBlanks(text: string): Blanks & { spaced: { start: number; words: string }[] } {
  const found: ReturnType<typeof findCodeBlanks> = { blanks: [], loose: [], spaced: [] };
  const closeOf = closeFinder(text);
  for (const { 0: run, index: start } of text.matchAll(/\\?\[{2,}/g)) {
    if (run !== '[[' || start < (found.blanks.at(-1)?.end ?? 0) || text[start + 2] === ':') continue;
    const close = closeOf(start + 2);
    const words = text.slice(start + 2, close);
    if (close < 0 ? /\s/.test(text[start + 2] ?? ' ') : !isBalanced(words)) continue;
    if (close < 0) found.loose.push({ mark: '[[', offset: start });
    else if (!/^\s+\S.*\s$/.test(words))
      found.blanks.push({ start, end: close + 2, variants: variantsOf(words) });
    else if (!IS_TEST.test(words)) found.spaced.push({ start, words });
  }
  return found;
}

/** `-f x`, `$a == b`, `! x` */
const IS_TEST = /(?:^|\s)-\w|[$=!<>]/;

function isBalanced(words: string): boolean {
  let depth = 0;
  for (const sign of words) {
    if (sign === '[') depth++;
    else if (sign === ']' && --depth < 0) return false;
  }
  return depth === 0;
}

/** The code and its blanks; null when a blank has no answer, or there is none. */
export function readCodeBlanks(node: Node, context: Context): ClozePart[] | null {
  const { token } = node;
  const mark = unusedMark(token.content);
  if (mark === null) return null;
  const told = context.diagnostics.length;
  const blanks: (ClozePart & { kind: 'blank' })[] = [];
  const lines = token.content.split('\n').map((text, at) => {
    const found = readLine(text, lineOf(node) + at, context);
    let cut = '';
    let from = 0;
    for (const { start, end, variants } of found) {
      blanks.push({ kind: 'blank', variants, line: lineOf(node) + at + 1 });
      cut += text.slice(from, start) + mark;
      from = end;
    }
    return (cut + text.slice(from)).replaceAll('\\[[', '[[');
  });
  if (blanks.length === 0 && context.diagnostics.length === told)
    report(context, 'question-blank-form', { line: lineOf(node) - 1, params: { slip: 'none' } });
  if (blanks.length === 0 || blanks.some(({ variants }) => variants.length === 0)) return null;
  const { language, title, html } = readCode(
    Object.assign(Object.create(token), { info: token.info.replace(WORD, ''), content: lines.join('\n') }),
  );
  const parts: ClozePart[] = [{ kind: 'code', language, title }];
  for (const [at, piece] of html.split(mark).entries()) {
    if (piece !== '') parts.push({ kind: 'text', html: trusted(piece) });
    pushAll(parts, blanks.slice(at, at + 1));
  }
  return parts;
}

/** The blanks of a line, 0-based, and what is amiss with them. */
function readLine(text: string, line: number, context: Context): Blank[] {
  const { blanks, loose, spaced } = findCodeBlanks(text);
  const indent = (context.source.lines[line] ?? '').length - text.length;
  for (const { offset, mark } of loose)
    report(context, 'question-blank-unclosed', { line, column: indent + offset, params: { mark } });
  for (const { start, words } of spaced) {
    const place = { line, from: indent + start, to: indent + start + words.length + 4 };
    const fix = replacement(context, place, `[[${words.trim()}]]`, '빈칸의 괄호를 답에 붙이기');
    const column = place.from;
    report(context, 'question-blank-form', { line, column, params: { slip: 'spaced' }, fix });
  }
  for (const { start, end, variants } of blanks) {
    const place = { line, column: indent + start };
    if (variants.length === 0) report(context, 'question-blank-empty', place);
    else tellJoined(text.slice(start + 2, end - 2), { line, column: place.column + 2 }, context);
  }
  return blanks;
}

/** ` blanks` behind the info string of a block whose brackets were meant as blanks. */
export function withBlanks({ token }: Pick<Node, 'token'>, context: Context) {
  const line = token.map?.[0] ?? 0;
  const column = (context.source.lines[line] ?? '').trimEnd().length;
  return insertion(
    context,
    { line, column },
    token.info.trim() === '' ? 'text blanks' : ' blanks',
    '`blanks` 붙이기',
  );
}
