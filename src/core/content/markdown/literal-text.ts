/** What a reader sees of a run exactly as it was typed. Markup that was left over, `** 굵게 **`, is found in it. */

import type { Token } from 'markdown-it';
import { offsetOf } from './tokens.ts';

/** Stands for each character of code, of an escape, of a tag, and of an address. */
export const TAKEN = '\uFFFC';
/** Stands for a mark of emphasis that did its work. */
export const DELIMITER = '\uFFFB';

/**
 * Keeps the literal text of every run; must come before escapes become ordinary text. `isHtml`: of a block of HTML, where all that is
 * no tag is literal.
 */
export function keepLiteral(tokens: readonly Token[], isHtml = false): void {
  for (const token of tokens)
    if (token.type === 'inline')
      token.meta = { ...token.meta, literal: literalOf(token.content, token.children ?? []), isHtml };
}

export const literalIn = (token: Token): string => (token.meta?.literal as string | undefined) ?? '';

/** As long as the content, with line ends and blanks in place. */
function literalOf(content: string, children: readonly Token[]): string {
  let literal = '';
  let last = 0;
  for (const token of children) {
    if (token.type !== 'text' || token.content === '') continue;
    const found = offsetOf(token, content);
    const start = found < last ? content.indexOf(token.content, last) : found;
    if (start < 0) continue;
    literal += taken(content.slice(last, start)) + token.content;
    last = start + token.content.length;
  }
  return literal + taken(content.slice(last));
}

const taken = (markup: string): string =>
  markup.replace(/\\[^\s]|[*_~]|\S/g, (mark) =>
    mark.length > 1 ? TAKEN + TAKEN : /[*_~]/.test(mark) ? DELIMITER : TAKEN,
  );
