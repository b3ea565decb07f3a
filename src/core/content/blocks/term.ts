/** Where a term ends and its explanation begins: `용어: 설명`. */

import type { Token } from 'markdown-it';
import { cutAt, isBreak, plainText, trimTokens } from '../markdown/inline.ts';

const MAX_TERM = 24;
/** A term that is one piece of code may be a whole command. */
const MAX_CODE_TERM = 60;
/** An item that heads points may be longer than a term before a colon. */
const MAX_HEAD = 40;
const LINE_LABELS = new Set(['예', '예시', '주의', '참고', '사례']);
const SENTENCE_END = /(?:니다|[다요까])[.!?]?$/;
/** Nouns that only look like the end of a sentence. */
const NOUN_END = /(?:개요|필요|수요|주요|소요|중요|강요|동요|(?:^|\s)(?:람다|판다|소다|캐나다))$/;

/** The tokens of a term and of what follows its colon; null when the item has no term. */
export interface Split {
  term: Token[];
  rest: Token[];
}

/** Splits at the first colon that is followed by a blank or the end and stands outside links and code. */
export function splitTerm(tokens: Token[]): Split | null {
  const colon = findColon(tokens);
  if (!colon) return null;
  const [before, after] = cutAt(tokens, colon.index, colon.from, colon.to);
  const term = trimTokens(before);
  const rest = trimTokens(after);
  return isTerm(term, rest.length > 0) ? { term, rest } : null;
}

/** Cheap test for the common case of no colon at all. */
const mayHaveColon = (tokens: Token[]): boolean =>
  tokens.some((token) => token.type === 'text' && COLON.test(token.content));

/** A full-width one needs no blank behind it: `용어：설명`. */
const COLON = /[:：]/;

/** The colon with the blanks around it, as a range of a text token; of `**굵은: 용어**: 설명` the one behind the emphasis. */
function findColon(tokens: Token[]): { index: number; from: number; to: number } | null {
  if (!mayHaveColon(tokens)) return null;
  let links = 0;
  let colonBehind = -1;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || isBreak(token) || token.type === 'image') return null;
    if (token.type === 'link_open') links++;
    else if (token.type === 'link_close') links--;
    else if (token.nesting === 1 && index > colonBehind) colonBehind = markBehind(tokens, index);
    if (token.type !== 'text' || links > 0 || index < colonBehind) continue;
    for (const { 0: colon, index: at } of token.content.matchAll(/[:：]/g)) {
      const next = at + 1 < token.content.length ? token.content[at + 1] : charAfter(tokens, index);
      if (colon === ':' && next !== undefined && !/\s/.test(next)) continue;
      const from = token.content.slice(0, at).trimEnd().length;
      const blanks = /^\s*/.exec(token.content.slice(at + 1))?.[0].length ?? 0;
      return { index, from, to: at + 1 + blanks };
    }
  }
  return null;
}

/** The index of the text with the colon right behind the emphasis that opens at an index; -1 without one. */
function markBehind(tokens: Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth > 0) continue;
    const next = tokens.findIndex((token, after) => after > at && token.content !== '');
    const text = tokens[next];
    return text?.type === 'text' && /^\s*[:：](?:\s|$)/.test(text.content) ? next : -1;
  }
  return -1;
}

/** The first character after a text token, past closing markup; undefined at the end of the run. */
function charAfter(tokens: Token[], index: number): string | undefined {
  for (let at = index + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.nesting === -1) continue;
    if (isBreak(token) || token.content === '<br>') return ' ';
    return token.nesting === 1 ? '*' : (token.content[0] ?? '*');
  }
  return undefined;
}

function isTerm(term: Token[], hasText: boolean): boolean {
  const text = plainText(term);
  if (text === '' || (hasText && LINE_LABELS.has(text))) return false;
  const words = term.filter((token) => token.type === 'code_inline' || token.content.trim() !== '');
  const isCode = words.length === 1 && words[0]?.type === 'code_inline';
  if (isCode) return text.length <= MAX_CODE_TERM;
  if (isLonger(text, MAX_TERM) || /^[\d\s.:/-]+$/.test(text) || endsAsSentence(text)) return false;
  return !words.some((token) => token.type === 'text' && /[,.?]/.test(token.content));
}

/** Counts characters, not UTF-16 units. */
const isLonger = (text: string, max: number): boolean => text.length > max && [...text].length > max;

export const endsAsSentence = (text: string): boolean => SENTENCE_END.test(text) && !NOUN_END.test(text);

/** Whether an item without a colon can head the points below it. */
export function isHeading(tokens: Token[]): boolean {
  const text = plainText(tokens);
  if (text === '' || isLonger(text, MAX_HEAD) || tokens.some(isBreak)) return false;
  return !/[.!?]$|[.!?]\s/.test(text) && !endsAsSentence(text);
}

/** Whether a label may be parted from its bullets by a blank line. */
export function isShortLabel(tokens: Token[]): boolean {
  const text = plainText(tokens);
  if (text.endsWith(':')) return true;
  return text !== '' && !isLonger(text, MAX_TERM) && isHeading(tokens);
}
