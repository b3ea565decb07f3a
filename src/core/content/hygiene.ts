/** What looks right in the source but reads otherwise: every inline run is checked, code and addresses never. */

import type { Token } from 'markdown-it';
import { type Context, report } from './context.ts';
import { checkEmphasis, checkStrike } from './github.ts';
import { placeInRun } from './places.ts';
import { checkJamo, checkLines } from './slips.ts';

/** A run of words with code, escapes and addresses masked; offsets are those of the content. */
export interface Words {
  content: string;
  masked: string;
  /** 0-based line of the first word. */
  line: number;
  /** False for headings and table cells, which are one line each. */
  isParagraph: boolean;
}

type Check = (words: Words, context: Context) => void;

const CHECKS: Check[] = [checkComment, checkEmphasis, checkStrike, checkJamo, checkLines];

const LINE_START = /(?:^|\n)(?:-[가-힣]|\d{1,9}[.)]|[①-⑳•·◦▪‣]|정답)/;
/** Nobody writes longer paragraphs; machines do. */
const MAX_LENGTH = 20_000;

/** Checks every inline run of a file. */
export function checkText(tokens: Token[], context: Context): void {
  const mayHaveJamo = /[ㄱ-ㅎㅏ-ㅣ]/.test(context.source.text);
  let line = 0;
  tokens.forEach((token, index) => {
    if (token.map) line = token.map[0];
    const { type, content } = token;
    if (type !== 'inline' || content.length > MAX_LENGTH || !isSuspect(content, mayHaveJamo)) return;
    const isParagraph = tokens[index - 1]?.type === 'paragraph_open';
    const words = { content, masked: mask(content), line, isParagraph };
    for (const check of CHECKS) check(words, context);
  });
}

/** Whether a run holds anything that a check looks for. Most runs do not. */
function isSuspect(content: string, mayHaveJamo: boolean): boolean {
  if (content.includes('*') || content.includes('~') || content.includes('<!--')) return true;
  if (mayHaveJamo && /[ㄱ-ㅎㅏ-ㅣ]/.test(content)) return true;
  return content.includes('\n') || !/^[A-Za-z가-힣]/.test(content) || content.startsWith('정답')
    ? LINE_START.test(content)
    : false;
}

const MASKED =
  /(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\\[!-/:-@[-`{-~]|<!--[\s\S]*?-->|<[^<>\n]*>|\]\([^()\s]*\)|https?:\/\/[^\s<>가-힣]+/g;

/** The same length, with everything that is not words made harmless; what stands at the edges is kept. */
export function mask(content: string): string {
  if (!/[`\\<(]|:\/\//.test(content)) return content;
  return content.replace(MASKED, (found) => {
    if (found.startsWith('\\')) return ',,';
    const edge = found.startsWith('](') ? 2 : 1;
    return found.slice(0, edge) + found.slice(edge, -1).replace(/[^\n]/g, 'a') + found.slice(-1);
  });
}

function checkComment({ content, masked, line }: Words, context: Context): void {
  const at = masked.indexOf('<!--');
  if (at < 0) return;
  const place = placeInRun(context, line, content, at);
  report(context, 'comment-unclosed', place.line, place.column);
}
