/** The text of an inline run as the lint rules see it: code, formulas, escapes and addresses are masked. */

import { codeSpans, finderOf } from '../markdown/code-spans.ts';

/** A run of words with code, formulas, escapes and addresses masked; offsets are those of the content. */
export interface LintedText {
  content: string;
  masked: string;
  /** What is shown as it was typed (see inline.ts). */
  literal: string;
  /** 0-based line of the first word. */
  line: number;
  /** False for headings and table cells, which are one line each. */
  isParagraph: boolean;
  isHeading: boolean;
  /** What a paragraph is the first of: `list_item`, `blockquote`, `notice`; null for others. */
  parent: string | null;
  /** Stands in a question of a quiz, where brackets are blanks and boxes are options. */
  isInQuestion: boolean;
}

const MASKED =
  /`|<!--|(?<![\w$\\])\$\$?[^\s$](?:[^$`\n]*[^\s$`])?\$\$?(?![\w${])|\\[!-/:-@[-`{-~]|<[^<>\n]*>|\]\([^()\s]*\)|https?:\/\/[^\s<>가-힣]+/g;
const TAG = /<[^<>\n]*>/y;

/** The same length, with everything that is not words made harmless; what stands at the edges is kept. */
export function mask(content: string): string {
  if (!/[`\\<($]|:\/\//.test(content)) return content;
  const endOfCode = codeSpans(content);
  const endOfComment = finderOf(content, '-->');
  const endOf = ({ 0: match, index }: RegExpExecArray): number => {
    if (match === '`') return endOfCode(index);
    if (match !== '<!--') return index + match.length;
    const close = endOfComment(index + 4);
    TAG.lastIndex = index;
    return Number.isFinite(close) ? close + 3 : index + (TAG.exec(content)?.[0].length ?? 0);
  };
  let masked = '';
  let last = 0;
  const pattern = new RegExp(MASKED);
  for (let found = pattern.exec(content); found; found = pattern.exec(content)) {
    const end = endOf(found);
    pattern.lastIndex = Math.max(end, found.index + 1);
    if (end === found.index) continue;
    masked += content.slice(last, found.index) + harmless(content.slice(found.index, end));
    last = end;
  }
  return masked + content.slice(last);
}

function harmless(match: string): string {
  if (match.startsWith('\\')) return ',,';
  const edge = match.startsWith('](') ? 2 : 1;
  return match.slice(0, edge) + match.slice(edge, -1).replace(/[^\n]/g, 'a') + match.slice(-1);
}

/** For a message. */
export function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 30 ? `${flat.slice(0, 14)}…${flat.slice(-14)}` : flat;
}
