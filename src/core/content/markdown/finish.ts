/** One pass over markdown-it's tokens that applies our rules to each inline run, in this order. */

import type { StateCore, Token } from 'markdown-it';
import { type Context, envOf } from '../source/context.ts';
import { settleHtml, settleHtmlBlock } from './author-html.ts';
import { settleImages } from './images.ts';
import { type InlineRun, withText } from './inline.ts';
import { linkBareUrls, settleLinks } from './links.ts';
import { markTask } from './tasks.ts';

type Parser = StateCore['md'];

/** Applies the rules in place. Runs once a file, inside the core chain of `parser`. */
export function finishTokens(tokens: Token[], context: Context, parser: Parser): void {
  let line = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    if (token.map) line = token.map[0];
    if (token.type === 'inline')
      finishRun({ token, children: token.children ?? [], line }, tokens, index, context);
    else if (token.type === 'html_block') {
      const words = settleHtmlBlock(token, context);
      if (words !== null) tokens.splice(index + 1, 0, ...paragraphOf(token, words, context, parser));
    } else if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token);
  }
}

function finishRun(run: InlineRun, tokens: Token[], index: number, context: Context): void {
  const { content } = run.token;
  if (!/[<[]|:\/\//.test(content)) return;
  const has = (type: string) => run.children.some((child) => child.type === type);
  if (content.includes('<') && has('html_inline')) run.children = settleHtml(run, context);
  if (content.includes('![') && has('image')) run.children = settleImages(run, context);
  if (has('link_open')) run.children = settleLinks(run, context);
  if (content.includes('://')) run.children = linkBareUrls(run, context);
  if (content.startsWith('[')) markTask(run, tokens, index);
  run.token.children = run.children;
}

/** A style attribute would not pass the site's content security policy. */
function alignByClass(token: Token): void {
  const style = String(token.attrGet('style') ?? '');
  if (style === '') return;
  token.attrs = style.endsWith('center')
    ? [['class', 'ta-c']]
    : style.endsWith('right')
      ? [['class', 'ta-r']]
      : null;
}

/** A paragraph for words that stood in a block of raw HTML. */
function paragraphOf(token: Token, words: string, context: Context, parser: Parser): Token[] {
  const make = (type: string, tag: string, nesting: -1 | 0 | 1): Token =>
    Object.assign(withText(token, ''), { type, tag, nesting, block: true, meta: null });
  const inline = Object.assign(make('inline', '', 0), {
    content: words,
    level: token.level + 1,
    children: [],
  });
  parser.inline.parse(words, parser, envOf(context), inline.children);
  for (const child of inline.children as Token[]) if (child.type === 'text_special') child.type = 'text';
  return [make('paragraph_open', 'p', 1), inline, make('paragraph_close', 'p', -1)];
}
