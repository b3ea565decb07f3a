/** Reads blanks (`[[커널 / kernel]]`, outside code) and variants before any markup is read. */

import type { Token } from 'markdown-it';
import { pushAll } from '../../lists.ts';
import type { Fix } from '../../model/diagnostic.ts';
import { trusted } from '../../model/html.ts';
import type { ClozePart } from '../../model/question.ts';
import { readCode } from '../markdown/code.ts';
import { codeSpans, finderOf, withoutComments } from '../markdown/code-spans.ts';
import { inlineOf, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, insertion, placeInRun, replacement, report } from '../source/context.ts';

interface Blank {
  /** Offsets in the content; `end` is behind the closing brackets. */
  start: number;
  end: number;
  variants: string[];
}

interface Blanks {
  blanks: Blank[];
  /** Brackets without a partner on their line. */
  loose: { mark: '[[' | ']]'; offset: number }[];
}

/** Finds the blanks of a run of text. A blank does not reach over a line's end. */
export function findBlanks(content: string): Blanks {
  const result: Blanks = { blanks: [], loose: [] };
  if (!content.includes('[[') && !content.includes(']]')) return result;
  const endOfCode = codeSpans(content);
  const closeOf = closeFinder(content);
  for (let at = 0; at < content.length; ) {
    const next = endOfCode(at);
    if (next > at) at = next;
    else if (content[at] === '\\') at += 2;
    else if (content.startsWith('[[', at)) {
      const close = closeOf(at + 2);
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

/** Finds the offset of the closing brackets behind an opening; -1 when there are none. Of `]]]` the last two close, so that `[[list[0]]]` works. */
function closeFinder(content: string): (from: number) => number {
  const [lineEnd, closing, opening] = ['\n', ']]', '[['].map((mark) => finderOf(content, mark)) as [
    Find,
    Find,
    Find,
  ];
  return (from) => {
    let close = closing(from);
    if (!Number.isFinite(close) || close > lineEnd(from) || opening(from) < close) return -1;
    while (content[close + 2] === ']') close++;
    return close;
  };
}

type Find = ReturnType<typeof finderOf>;

const BLANKS = /\s+/y;
const SEPARATOR = /\s+\/(?=\s)|\|/y;

/**
 * Splits at ` / ` and at a pipe, never in code, by a comma or by a bare slash (CI/CD). `\|` is a pipe itself.
 * Emphasis and code marks around a whole variant are not part of it.
 */
export function variantsOf(typed: string): string[] {
  const raw = withoutComments(typed);
  const endOfCode = codeSpans(raw);
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < raw.length; ) {
    const code = endOfCode(at);
    SEPARATOR.lastIndex = at;
    if (code === at && SEPARATOR.test(raw)) {
      pieces.push(piece);
      piece = '';
      at = SEPARATOR.lastIndex;
      continue;
    }
    BLANKS.lastIndex = at;
    const blanks = BLANKS.exec(raw)?.[0].length ?? 0;
    const end = code > at ? code : at + (raw[at] === '\\' ? 2 : blanks || 1);
    piece += raw.slice(at, end);
    at = end;
  }
  return [...new Set([...pieces, piece].map(withoutMarks).filter((each) => each !== ''))];
}

/** A character of the private use area that the author does not use. */
export function unusedMark(content: string): string | null {
  for (let code = 0xe000; code < 0xf8ff; code++) {
    const mark = String.fromCharCode(code);
    if (!content.includes(mark)) return mark;
  }
  return null;
}

/** Separators that an author takes for ` / `. */
const JOINTS = [/\s+(?:또는|혹은|or)\s+/i, /\s*[,，、;；]\s*/, /\s*[/／]\s*/, /\s*[·ㆍ•]\s*/];
const HANGUL = /[가-힣]/;

/**
 * Names that were meant as variants and are one answer: `커널, kernel`, `커널/kernel`, `커널 또는 kernel`. Null for what may well be one:
 * a number (1,000), a path, CI/CD, 입/출력, what is written as code, and what has variants already.
 */
function joinedNames(typed: string): string[] | null {
  const raw = withoutComments(typed).trim();
  if (/[`()[\]{}"'<>]|:\/\//.test(raw) || variantsOf(raw).length > 1 || raw.length > LONGEST_NAMES)
    return null;
  for (const [at, joint] of JOINTS.entries()) {
    const names = raw.split(joint);
    if (names.length < 2 || names.some((name) => name.trim() === '' || /^[\d.:]+$/.test(name))) continue;
    const scripts = new Set(names.map((name) => HANGUL.test(name)));
    const isMixed = scripts.size > 1;
    const isHangul = scripts.has(true) && !isMixed;
    const areNames = names.every((name) => name.length > 1);
    if (at < 2 || isMixed || (at === 2 && isHangul && areNames)) return names;
  }
  return null;
}

/** More than that is a sentence. */
const LONGEST_NAMES = 80;

/** Tells of names that are not parted; `place` is where they begin. */
export function tellJoined(
  typed: string,
  place: { line: number; column: number },
  context: Context,
): boolean {
  const names = joinedNames(typed);
  if (!names) return false;
  const instead = names.join(' / ');
  const { line, column } = place;
  const words = typed.trim();
  const from = (context.source.lines[line] ?? '').indexOf(words, column);
  const fix =
    from < 0
      ? undefined
      : replacement(context, { line, from, to: from + words.length }, instead, '` / `로 나누기');
  report(context, 'question-answer-separator', { line, column, params: { typed: words, instead }, fix });
  return true;
}

function withoutMarks(piece: string): string {
  const words = piece.trim().replace(/^\*\*(.+)\*\*$/, '$1');
  const marks = /^`*/.exec(words)?.[0].length ?? 0;
  if (marks > 0 && codeSpans(words)(0) === words.length) return words.slice(marks, -marks).trim();
  return words.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();
}

/** Tells of brackets without a partner. */
export function checkBrackets(node: Node, context: Context): void {
  const content = node.type === 'paragraph' ? (inlineOf(node)?.content ?? '') : '';
  if (!content.includes('[[') && !content.includes(']]')) return;
  const { loose } = findBlanks(content);
  for (const [at, { mark, offset }] of loose.entries()) {
    // `[[커` above `널]]`: the other half of the one before.
    if (mark === ']]' && loose[at - 1]?.mark === '[[') continue;
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
  let open = column - 1;
  while (open >= 0 && text[open] !== '[' && text[open] !== ']') open--;
  const isOpen = text[open] === '[' && text[open - 1] !== '[' && open < column - 1;
  return !isOpen ? undefined : insertion(context, { line, column: open }, '[', '`[[`로 열기');
}

// Blanks in code: `[[답]]` in a fenced block whose info string ends in `blanks` (```` ```yaml compose.yaml blanks ````). In every other
// block brackets are code, such as `[[ -f x ]]` of a shell and `[[package]]` of TOML.

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
