/** Checks every inline run for what looks right in the source but is read otherwise. Code and addresses are left out. */

import type { Env, Token } from 'markdown-it';
import { pushAll } from '../../lists.ts';
import { closeComment } from '../markdown/author-html.ts';
import { noteOf } from '../markdown/footnotes.ts';
import { literalIn } from '../markdown/inline.ts';
import { markdown } from '../markdown/markdown.ts';
import { type Context, insertion, placeInRun, replacement, report } from '../source/context.ts';
import { checkHtml, checkLeftMarks } from './left-marks.ts';
import { type LintedText, mask, shorten } from './linted-text.ts';
import { checkJamo, checkLines, checkTable } from './slips.ts';

type Check = (words: LintedText, context: Context) => void;

const CHECKS: Check[] = [
  checkComment,
  checkEmphasis,
  checkStrike,
  checkJamo,
  checkLines,
  checkFullWidth,
  checkReferences,
  checkEnd,
];

const LINE_START = /(?:^|\n)(?:[-+*][가-힣]|\d{1,9}[.)]|[①-⑳•·◦▪‣・‧∙－＊＋]|[０-９]|정답)/;
const OTHER_START = /(?:^|\n)(?:\(\d|\d+-\d|[가나다라마바사][.)]|[ㄱ-ㅎoO○●□■◇◆▶▷►※㉠-㉭⑴-⑽])/;
/** Nobody writes longer paragraphs; machines do. */
const MAX_LENGTH = 20_000;

/** Checks every inline run of a file; `isQuestion` says whether a line is part of one. */
export function checkText(tokens: Token[], isQuestion: (line: number) => boolean, context: Context): void {
  const mayHaveJamo = /[ㄱ-ㅎㅏ-ㅣ]/.test(context.source.text);
  let line = 0;
  let isHtmlTold = false;
  tokens.forEach((token, index) => {
    if (token.map) line = token.map[0];
    if (token.type === 'html_block') isHtmlTold = false;
    if (token.type !== 'inline' || token.content.length > MAX_LENGTH) return;
    if (context.settled.has(line)) return;
    const words = wordsAt(tokens, index, line, isQuestion(line));
    if (token.meta?.isHtml) {
      if (!isHtmlTold) isHtmlTold = checkHtml(words, context);
    } else {
      checkLeftMarks(words, context);
      if (words.isParagraph && /[|｜]/.test(words.literal))
        checkTable(words, paragraphsBeside(tokens, index), context);
      if (!isSuspect(token.content, mayHaveJamo)) return;
      words.masked = mask(token.content);
      for (const check of CHECKS) check(words, context);
    }
  });
  checkTabs(tokens, context);
}

function wordsAt(tokens: Token[], index: number, line: number, isInQuestion: boolean): LintedText {
  const token = tokens[index] as Token;
  const isParagraph = tokens[index - 1]?.type === 'paragraph_open';
  const parent = isParagraph ? (PARENT.exec(tokens[index - 2]?.type ?? '')?.[1] ?? null) : null;
  return {
    content: token.content,
    masked: '',
    literal: literalIn(token),
    line,
    isParagraph,
    isHeading: tokens[index - 1]?.type === 'heading_open',
    parent: token.meta?.isNotice ? 'notice' : parent,
    isInQuestion,
  };
}

/** The paragraphs right above and below one: their literal texts, empty where something else stands. */
const paragraphsBeside = (tokens: Token[], index: number) => {
  const textAt = (at: number) => {
    const token = tokens[at];
    return token?.type === 'inline' && tokens[at - 1]?.type === 'paragraph_open' ? literalIn(token) : '';
  };
  const isClosed = tokens[index - 2]?.type === 'paragraph_close';
  return { above: isClosed ? textAt(index - 3) : '', below: textAt(index + 3) };
};

const PARENT = /^(list_item|blockquote)_open$/;

/** Whether a run holds anything that a check looks for. Most runs do not. */
function isSuspect(content: string, mayHaveJamo: boolean): boolean {
  if (content.includes('*') || content.includes('~')) return true;
  if (content.includes('<!--') && content.lastIndexOf('<!--') > content.lastIndexOf('-->')) return true;
  if (content.includes('[^') || content.endsWith('\\') || FULL_WIDTH.test(content)) return true;
  if (mayHaveJamo && /[ㄱ-ㅎㅏ-ㅣ]/.test(content)) return true;
  return content.includes('\n') || !/^[A-Za-z가-힣]/.test(content) || content.startsWith('정답')
    ? LINE_START.test(content) || OTHER_START.test(content)
    : false;
}

const REFERENCE = /\[\^([\p{L}\p{N}][\p{L}\p{N}_.-]{0,40})\](?![([])/gu;

/** A reference stays text where the file has no note of its name. */
function checkReferences({ content, masked, line }: LintedText, context: Context): void {
  for (const { 0: mark, 1: label = '', index } of masked.matchAll(REFERENCE))
    if (!noteOf(label, context))
      report(context, 'footnote-missing', { ...placeInRun(context, line, content, index), params: { mark } });
}

/** A backslash breaks a line only when another line follows. */
function checkEnd({ content, line }: LintedText, context: Context): void {
  let slashes = 0;
  while (content[content.length - 1 - slashes] === '\\') slashes++;
  if (slashes % 2 === 0) return;
  const place = placeInRun(context, line, content, content.length - 1);
  const isThere = context.source.lines[place.line]?.[place.column] === '\\';
  const fix = replacement(
    context,
    { line: place.line, from: place.column, to: place.column + 1 },
    '',
    '`\\` 지우기',
  );
  report(context, 'backslash-stray', {
    ...place,
    fix: isThere ? fix : undefined,
  });
}

function checkComment({ content, masked, line }: LintedText, context: Context): void {
  const at = masked.indexOf('<!--');
  if (at < 0) return;
  const place = placeInRun(context, line, content, at);
  report(context, 'comment-unclosed', { ...place, fix: closeComment(place.line, context) });
}

/** Told once a file: markdown counts a tab as up to four blanks, and editors as they like. */
function checkTabs(tokens: Token[], context: Context): void {
  if (!context.source.text.includes('\t')) return;
  const code = new Set<number>();
  for (const { type, map } of tokens)
    if (map && (type === 'fence' || type === 'code_block' || type === 'math_block'))
      for (let line = map[0]; line < map[1]; line++) code.add(line);
  const lines = context.source.lines.flatMap((text, line) => {
    const indent = /^[ \t>]*/.exec(text)?.[0] ?? '';
    const isTold = indent.lastIndexOf('\t') > indent.lastIndexOf('>') && /\S/.test(text[indent.length] ?? '');
    return !isTold || code.has(line) ? [] : [{ line, indent }];
  });
  const [first] = lines;
  if (!first) return;
  const edits = lines.flatMap(
    ({ line, indent }) =>
      replacement(context, { line, from: 0, to: indent.length }, spaced(indent), '').edits,
  );
  const at = first.indent.indexOf('\t');
  const fix = { label: '탭을 빈칸으로 바꾸기', edits };
  report(context, 'indent-by-tab', { line: first.line, column: at, params: { count: lines.length }, fix });
}

/** Tabs as blanks up to the next stop of four columns. */
const spaced = (indent: string): string => {
  let column = 0;
  return indent.replace(/[ \t>]/g, (char) => {
    const width = char === '\t' ? 4 - (column % 4) : 1;
    column += width;
    return char === '\t' ? ' '.repeat(width) : char;
  });
};

const FULL_WIDTH = /[＃＞［］（]/;

/** A heading or quote at the start of a line, or a link with a bracket of the wrong kind. */
const MARK = /(?<=^|\n)(?:＃{1,6}|＞)\s*(?=\S)|[[［][^[\]［］\n]+[\]］][(（][^()（）\s]+[)）]/g;

function checkFullWidth({ content, masked, line }: LintedText, context: Context): void {
  for (const { 0: mark, index } of masked.matchAll(MARK)) {
    if (!FULL_WIDTH.test(mark)) continue;
    const written = content.slice(index, index + mark.length);
    const place = placeInRun(context, line, content, index);
    const instead = narrow(written);
    const { column } = place;
    const isThere = context.source.lines[place.line]?.startsWith(written, column) ?? false;
    const label = `\`${instead.trim()}\`로 쓰기`;
    const fix = isThere
      ? replacement(context, { line: place.line, from: column, to: column + written.length }, instead, label)
      : undefined;
    report(context, 'mark-full-width', {
      line: place.line,
      column,
      params: { mark: written.trim(), instead: instead.trim() },
      fix,
    });
  }
}

/** The brackets of a link keep what stands between them. */
function narrow(mark: string): string {
  if (/^[＃＞]/.test(mark)) return `${mark.trim().replaceAll('＃', '#').replaceAll('＞', '>')} `;
  const [, words = '', address = ''] = /^.(.*)[\]］].(.*).$/s.exec(mark) ?? [];
  return `[${words}](${address})`;
}

// Emphasis and tildes that look right here but not on GitHub, whose rules do not fit Korean: `**도커(Docker)**는`.

const EMPHASIS = /(?<!\*)(\*{1,3})(?=[^\s*])([^*]*)(?<=[^\s*])\1(?!\*)/g;
const TILDE = /(?<!~)~(?!~)/g;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const CJK = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
/** An empty comment is punctuation to GitHub and nothing to the reader. */
const EMPTY_COMMENT = '<!-- -->';

/** `**용어(Term)**는`: GitHub prints the asterisks, because a bracket stands inside and a word right outside. */
function checkEmphasis({ content, masked, line }: LintedText, context: Context): void {
  if (!masked.includes('*')) return;
  for (const match of masked.matchAll(EMPHASIS)) {
    const mark = match[1]?.length ?? 0;
    const end = match.index + match[0].length;
    const opens = isFree(masked[match.index - 1], masked[match.index + mark]);
    const closes = isFree(masked[end], masked[end - mark - 1]);
    if (opens && closes) continue;
    const place = placeInRun(context, line, content, match.index);
    const at = opens ? placeInRun(context, line, content, end) : place;
    const label = 'GitHub에서도 강조되도록 빈 주석 넣기';
    const fix = insertion(context, at, EMPTY_COMMENT, label);
    const text = shorten(content.slice(match.index, end));
    report(context, 'emphasis-on-github', {
      ...place,
      params: { text },
      fix: opens || closes ? fix : undefined,
    });
  }
}

/** Whether a delimiter between an outer and an inner character works by CommonMark, or fails here as well. */
function isFree(outer: string | undefined, inner: string | undefined): boolean {
  if (outer === undefined || /\s/.test(outer) || PUNCTUATION.test(outer)) return true;
  return !PUNCTUATION.test(inner ?? '') || !(CJK.test(outer) || CJK.test(inner ?? ''));
}

/** `3~5 … 10~20`: GitHub strikes out what stands between two single tildes. */
function checkStrike({ content, masked, line }: LintedText, context: Context): void {
  const tildes = [...masked.matchAll(TILDE)].map((match) => match.index);
  for (let at = 0; at + 1 < tildes.length; at++) {
    const open = tildes[at] ?? 0;
    const close = tildes[at + 1] ?? 0;
    if (!isFlanking(masked[open + 1], masked[open - 1]) || !isFlanking(masked[close - 1], masked[close + 1]))
      continue;
    const first = placeInRun(context, line, content, open);
    const second = placeInRun(context, line, content, close);
    const label = '`~` 앞에 `\\` 붙이기';
    const fix = insertion(context, first, '\\', label);
    pushAll(fix.edits, insertion(context, second, '\\', label).edits);
    report(context, 'strike-on-github', {
      ...first,
      params: { text: shorten(content.slice(open, close + 1)) },
      fix,
    });
    at++;
  }
}

/** CommonMark's flanking: a delimiter leans on the character `inner`, seen from `outer`. */
function isFlanking(inner: string | undefined, outer: string | undefined): boolean {
  if (inner === undefined || /\s/.test(inner)) return false;
  return !PUNCTUATION.test(inner) || outer === undefined || /\s/.test(outer) || PUNCTUATION.test(outer);
}

// Definitions of links that no link uses and that were hardly meant as such: `[conda]: 관리자` is taken for the address of `[conda]` and
// vanishes from the page.

/** A single word that is no address: without a dot, a slash, a hash or a colon. */
const DEFINITION =
  /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*\[([^[\]\n]{1,60})\]:[ \t]*([^\s./#:<>]+[.!?]?)[ \t]*$/;

export function checkDefinitions({ references }: Env, context: Context): void {
  if (references === undefined) return;
  const { lines, text } = context.source;
  lines.forEach((source, line) => {
    const [, label = '', address = ''] = DEFINITION.exec(source) ?? [];
    const isRead = label !== '' && Object.hasOwn(references, markdown.utils.normalizeReference(label));
    if (!isRead || text.split(`[${label}]`).length > 2) return;
    report(context, 'reference-unused', {
      line,
      column: source.indexOf('['),
      params: { label: shorten(label), address: shorten(address) },
    });
  });
}
