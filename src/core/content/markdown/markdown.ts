/** Configures markdown-it: GFM, emphasis that works in Korean, and our rules for links, pictures and tags. */

import MarkdownIt, { type Env, type StateBlock, type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { escapeHtml, type Html, trusted } from '../../model/html.ts';
import { contextOf, report } from '../source/context.ts';
import { renderCodeToken } from './code.ts';
import { finishTokens } from './finish.ts';
import { trimTokens } from './inline.ts';
import { useOwnTokens } from './tokens.ts';

/** Levels of lists and quotes (a list takes two); what is nested deeper is shown as plain text. */
const MAX_NESTING = 64;

/** The configured parser. Stateless: everything about a file travels in the env (see context.ts). */
export const markdown = new MarkdownIt({ html: true, maxNesting: MAX_NESTING })
  .use(cjkFriendly)
  .use(useOwnTokens);

// Every destination becomes a token first; link-policy.ts decides which live.
markdown.validateLink = () => true;
markdown.core.ruler.push('course', (state) => finishTokens(state.tokens, contextOf(state.env), state.md));
markdown.renderer.rules.fence = (tokens, index, _options, env) => renderCodeToken(tokens[index], env ?? {});
markdown.renderer.rules.code_block = markdown.renderer.rules.fence;

// markdown-it drops what is nested too deep; here it stays as a paragraph of plain text.
const tokenize = markdown.block.tokenize.bind(markdown.block);
markdown.block.tokenize = (state, startLine, endLine) => {
  if (state.level + 2 < MAX_NESTING) return tokenize(state, startLine, endLine);
  keepAsText(state, startLine, endLine);
};

function keepAsText(state: StateBlock, startLine: number, endLine: number): void {
  const context = contextOf(state.env);
  let end = startLine;
  while (
    end < endLine &&
    !state.isEmpty(end) &&
    (end === startLine || (state.sCount[end] ?? 0) >= state.blkIndent)
  )
    end++;
  state.line = Math.max(end, startLine + 1);
  const isFirst = !context.diagnostics.some((each) => each.code === 'nesting-too-deep');
  if (isFirst) report(context, 'nesting-too-deep', { line: startLine });
  state.push('paragraph_open', 'p', 1).map = [startLine, state.line];
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(startLine, state.line, state.blkIndent, false).trim();
  inline.map = [startLine, state.line];
  inline.children = [];
  inline.meta = { plain: true };
  state.push('paragraph_close', 'p', -1);
}

/** The markup of inline tokens, which must come from this parser. */
export function renderInline(tokens: Token[], env: Env): Html {
  const only = tokens.length === 1 ? tokens[0] : undefined;
  if (only?.type === 'text') return escapeHtml(only.content.trim());
  return trusted(markdown.renderer.renderInline(trimTokens(tokens), markdown.options, env).trim());
}
