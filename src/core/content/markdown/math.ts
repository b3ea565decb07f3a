/**
 * Formulas as on GitHub: `$x^2$`, `` $`x^2`$ ``, `$$x^2$$`, a block between lines of `$$`, and a fence ```` ```math ````. What stands
 * next to blanks, letters or digits is money or a variable of a shell: `$5와 $10`, `$HOME`.
 */

import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import { escapeHtml, type Html, trusted } from '../../model/html.ts';
import { type Context, contextOf, indentOf, report } from '../source/context.ts';
import { type InlineRun, placedTokens } from './inline.ts';

/** Nobody writes a longer formula; machines do. */
const LONGEST = 5000;

export function useMath(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('escape', 'math', readInline);
  markdown.block.ruler.before('fence', 'math', readBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  const render = (tokens: Token[], index: number) => String(tokens[index]?.meta?.html ?? '');
  markdown.renderer.rules.math_inline = render;
  markdown.renderer.rules.math_block = render;
}

function readInline(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '$' || /[\w\\$]/.test(src[pos - 1] ?? '')) return false;
  const mark = /^(?:\$\$|\$`|\$)/.exec(src.slice(pos, pos + 2))?.[0] ?? '$';
  const end = mark === '$`' ? '`$' : mark;
  const from = pos + mark.length;
  const close = closeOf(src, from, end);
  const tex = close < 0 ? '' : src.slice(from, close);
  const after = src[close + end.length] ?? '';
  const isMath =
    close >= 0 &&
    close < state.posMax &&
    tex.trim() !== '' &&
    (mark !== '$' || (/^\S(?:[^`]*\S)?$/.test(tex) && !/[\w${]/.test(after)));
  if (!isMath) return false;
  if (!silent) {
    const token = state.push('math_inline', 'math', 0);
    token.content = tex.trim();
    token.markup = mark;
  }
  state.pos = close + end.length;
  return true;
}

/** The next mark that no backslash stands before; −1 for none. */
function closeOf(src: string, from: number, mark: string): number {
  for (let at = src.indexOf(mark, from); at >= 0; at = src.indexOf(mark, at + 1)) {
    let slashes = 0;
    while (src[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineOf = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
  const first = lineOf(startLine);
  if (!first.startsWith('$$') || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const rest = first.slice(2);
  const lines = [rest];
  let line = startLine;
  const isClosed = () => (lines.at(-1) ?? '').endsWith('$$');
  while (!isClosed()) {
    line++;
    if (line >= endLine || state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent) break;
    lines.push(lineOf(line));
  }
  const tex = lines.join('\n').slice(0, -2);
  // `$$a$$와 $$b$$` is a line of text.
  if (!isClosed() || tex.trim() === '' || tex.includes('$$')) {
    if (!silent && rest === '' && !isClosed())
      report(contextOf(state.env), 'math-unclosed', { line: startLine });
    return false;
  }
  if (silent) return true;
  state.line = line + 1;
  const token = state.push('math_block', 'math', 0);
  token.block = true;
  token.map = [startLine, state.line];
  token.content = tex;
  token.markup = '$$';
  return true;
}

export const isMathFence = ({ type, info }: Token): boolean => type === 'fence' && /^math\s*$/i.test(info);

/** Draws the formulas of a run. */
export function settleMath({ children, line }: Pick<InlineRun, 'children' | 'line'>, context: Context): void {
  for (const { token, line: at } of placedTokens({ children, line })) {
    if (token.type !== 'math_inline') continue;
    token.meta = { html: draw(token, at, context) };
  }
}

/** Draws a formula that is a block, `$$` or a fence. */
export function settleMathBlock(token: Token, context: Context): void {
  const line = token.map?.[0] ?? 0;
  const isFence = token.type === 'fence';
  token.meta = { html: draw(token, isFence ? line + 1 : line, context) };
}

function draw(token: Token, line: number, context: Context): Html {
  const { content: source, markup, type } = token;
  const isBlock = type !== 'math_inline';
  const isDisplay = isBlock || markup === '$$';
  const tex = source.trim();
  const formula = tex.length > LONGEST ? undefined : context.options.math?.(tex, isDisplay);
  if (!formula || 'flaw' in formula) {
    if (formula) {
      const { kind, word, position } = formula.flaw;
      const start = source.length - source.trimStart().length;
      const at = line + source.slice(0, start + position).split('\n').length - 1;
      const column = columnOf(kind === 'missing' ? '' : word, tex, at, context);
      report(context, 'math-invalid', { line: at, column, params: { kind, word } });
    }
    const code = `<code>${escapeHtml(tex)}</code>`;
    return trusted(isBlock ? `<pre>${code}</pre>\n` : code);
  }
  context.hasRare = true;
  if (!isDisplay) return formula.mathml;
  const element = isBlock ? 'div' : 'span';
  const end = isBlock ? '\n' : '';
  return trusted(
    `<${element} class="scroll formula" role="group" aria-label="수식" tabindex="0">${formula.mathml}</${element}>${end}`,
  );
}

/** Of what is at fault, or else of the formula. */
function columnOf(word: string, tex: string, line: number, context: Context): number {
  const text = context.source.lines[line] ?? '';
  const start = text.indexOf(tex.split('\n')[0] ?? tex);
  const column = word === '' ? start : text.indexOf(word, Math.max(0, start));
  return column < 0 ? indentOf(context, line) : column;
}
