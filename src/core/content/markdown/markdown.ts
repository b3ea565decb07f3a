/**
 * Configures markdown-it: GFM, emphasis that works in Korean, and one pass over its tokens that applies our rules for tags, pictures, links
 * and tasks to each inline run, in this order.
 */

import MarkdownIt, { type Env, type StateBlock, type StateCore, type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { pushAll } from '../../lists.ts';
import { escapeHtml, type Html, trusted } from '../../model/html.ts';
import { type Context, contextOf, envOf, report } from '../source/context.ts';
import { isWord, lastClosing, settleHtml } from './author-html.ts';
import { linkAddresses, mayHaveAddress } from './autolinks.ts';
import { renderCodeToken } from './code.ts';
import { withEmoji } from './entities.ts';
import { useFootnotes } from './footnotes.ts';
import { takeHeadingIds } from './headings.ts';
import { matchContainers, settleHtmlBlock } from './html-block.ts';
import { settleImages } from './images.ts';
import { type InlineRun, keepLiteral, trimTokens, withText } from './inline.ts';
import { settleLinks } from './links.ts';
import { isMathFence, settleMath, settleMathBlock, useMath } from './math.ts';
import { markTask } from './nodes.ts';
import { BREAKING, readTag, type Tag, tagEnd } from './tags.ts';
import { useOwnTokens } from './tokens.ts';

/** Levels of lists and quotes (a list takes two); what is nested deeper is shown as plain text. */
const MAX_NESTING = 64;

/** The configured parser. Stateless: everything about a file travels in the env (see context.ts). */
export const markdown = new MarkdownIt({ html: true, maxNesting: MAX_NESTING })
  .use(cjkFriendly)
  .use(useOwnTokens)
  .use(useFootnotes)
  .use(useMath);

// Every destination becomes a token first; links.ts decides which live.
markdown.validateLink = () => true;
markdown.core.ruler.before('block', 'context', (state) => void contextOf(state.env, state.src));
markdown.core.ruler.before('inline', 'heading-ids', (state) => takeHeadingIds(state.tokens));
markdown.core.ruler.before('text_join', 'literal', (state) => keepLiteral(state.tokens));
markdown.core.ruler.push('course', (state) => finishTokens(state.tokens, contextOf(state.env), state.md));
markdown.renderer.rules.fence = (tokens, index, _options, env) => renderCodeToken(tokens[index], env ?? {});
markdown.renderer.rules.code_block = markdown.renderer.rules.fence;

markdown.renderer.rules.text = (tokens, index) => renderText(tokens[index]?.content ?? '');
markdown.renderer.rules.details_open = (_tokens, _index, _options, env) =>
  rarely(env, '<details class="fold">\n');
// Beside the mark of the fold its words are one line of text, whatever is bold among them.
markdown.renderer.rules.summary_open = () => '<summary><span>';
markdown.renderer.rules.summary_close = () => '</span></summary>\n';
markdown.renderer.rules.mark_open = (_tokens, _index, _options, env) => rarely(env, '<mark>');

function rarely(env: Env | undefined, markup: string): string {
  contextOf(env ?? {}).hasRare = true;
  return markup;
}

markdown.renderer.rules.anchor = (tokens, index, _options, env) =>
  renderAnchor(String(tokens[index]?.meta?.id ?? ''), contextOf(env ?? {}));

/** An id that a heading has as well is the heading's. */
const renderAnchor = (id: string, { headings }: Context): string =>
  headings.has(id) ? '' : `<a id="${escapeHtml(id)}"></a>`;

/** `<div markdown="1">` of kramdown: what stands in it is markdown from the next line on. */
const hasMarkdown = ({ attributes }: Tag): boolean =>
  /^(?:|1|block|span)$/.test(attributes.get('markdown') ?? '0');

/**
 * A line that is one tag, as `<Note>` or `<br>`, begins a block of HTML only where the tag is one of blocks, so that what follows is
 * markdown; a script that nothing closes would swallow the rest of the file.
 */
const readHtml = markdown.block.ruler.getRules('').find(({ name }) => name === 'html_block');
if (!readHtml) throw new Error('markdown-it has no rule html_block.');
markdown.block.ruler.at(
  'html_block',
  (state, startLine, endLine, silent) => {
    const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    if (state.src[start] !== '<') return false;
    const line = state.src.slice(start, state.eMarks[startLine]);
    const tag = readTag(line.slice(0, Math.max(0, tagEnd(line, 0))) || line);
    const context = contextOf(state.env);
    const isBlock =
      !tag ||
      (/^(?:script|pre|style|textarea)$/.test(tag.name)
        ? lastClosing(context, tag.name) >= startLine
        : BREAKING.has(tag.name) && (tag.isClosing || !isWord(tag, context) || /^<[^>]*>\s*$/.test(line)));
    return isBlock && readHtml(state, startLine, tag && hasMarkdown(tag) ? startLine + 1 : endLine, silent);
  },
  { alt: ['paragraph', 'reference', 'blockquote'] },
);

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
  if (only?.type === 'text') return renderText(only.content.trim());
  return trusted(markdown.renderer.renderInline(trimTokens(tokens), markdown.options, env).trim());
}

const renderText = (text: string): Html => trusted(withEmoji(escapeHtml(text)));

type Parser = StateCore['md'];

/** Applies the rules in place. Runs once a file, inside the core chain of `parser`. */
export function finishTokens(tokens: Token[], context: Context, parser: Parser): void {
  if (tokens.some(({ type }) => type === 'html_block')) spreadHtml(tokens, context, parser);
  let line = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    if (token.map) line = token.map[0];
    if (token.type === 'inline')
      finishRun({ token, children: token.children ?? [], line }, tokens, index, context);
    else if (token.type === 'math_block' || isMathFence(token)) settleMathBlock(token, context);
    else if (token.type === 'ordered_list_open') keepNumbers(tokens, index);
    else if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token);
  }
  if (context.anchors.size > 0) moveAnchors(tokens);
}

/** Puts behind each block of HTML what it holds. */
function spreadHtml(tokens: Token[], context: Context, parser: Parser): void {
  const all = tokens.flatMap((token) => {
    if (token.type !== 'html_block') return token;
    const { tokens: blocks, words } = settleHtmlBlock(token, context);
    keepLiteral(blocks, true);
    return [token, ...(words === '' ? blocks : paragraphOf(token, words, context, parser))];
  });
  matchContainers(all, context);
  tokens.length = 0;
  pushAll(tokens, all);
}

function finishRun(run: InlineRun, tokens: Token[], index: number, context: Context): void {
  const { content } = run.token;
  const mayLink = mayHaveAddress(content);
  if (content.includes('$')) settleMath(run, context);
  if (!mayLink && !/[<[]/.test(content)) return;
  const has = (type: string) => run.children.some((child) => child.type === type);
  const hasHtml = content.includes('<') && has('html_inline');
  if (hasHtml) run.children = settleHtml(run, context);
  if (has('image')) run.children = settleImages(run, context);
  if (has('link_open')) run.children = settleLinks(run, context);
  if (mayLink) run.children = linkAddresses(run, context);
  if (content.startsWith('[')) markTask(run, tokens, index);
  run.token.children = run.children;
  if (!hasHtml || run.children.some(isSeen)) return;
  hideParagraph(tokens, index);
  // A `<br>` by itself made room on GitHub; here there is room.
  run.token.children = run.children.filter(({ type }) => type === 'anchor');
}

const isSeen = ({ type, content }: Token): boolean =>
  type === 'image' ||
  type === 'code_inline' ||
  (content.replace('<br>', '').trim() !== '' && type !== 'anchor');

/** A paragraph of which the tags were all, and only an anchor or nothing is left. */
function hideParagraph(tokens: Token[], index: number): void {
  for (const token of [tokens[index - 1], tokens[index + 1]])
    if (token && /^paragraph_/.test(token.type)) token.hidden = true;
}

/** An anchor in a paragraph of its own goes to the heading or the words below, which it is meant for. */
function moveAnchors(tokens: Token[]): void {
  let waiting: Token[] = [];
  tokens.forEach((token, index) => {
    const { children } = token;
    if (token.type !== 'inline' || !children) return;
    const isBare = !children.some(isSeen) && children.some(({ type }) => type === 'anchor');
    if (isBare) waiting.push(token);
    else {
      if (tokens[index - 2]?.type !== 'list_item_open') {
        for (const each of waiting) {
          token.children = [...(each.children ?? []), ...(token.children ?? [])];
          each.children = [];
        }
      }
      waiting = [];
    }
  });
}

/**
 * Markdown counts on whatever the author wrote, so that `2023. 3월 개정판` below `1.` and `2.` became 3. Items of a list whose
 * own numbers would not show get them; `1.` `1.` `1.` counts on as meant.
 */
function keepNumbers(tokens: Token[], open: number): void {
  const list = tokens[open] as Token;
  const items: Token[] = [];
  for (let at = open + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || (token.level === list.level && token.nesting === -1)) break;
    if (token.type === 'list_item_open' && token.level === list.level + 1) items.push(token);
  }
  const start = Number(list.attrGet('start') ?? 1);
  const isShown = ({ info }: Token) => Number(info) >= start && Number(info) < start + items.length;
  if (items.every(isShown)) return;
  let next = start;
  for (const item of items) {
    const number = Number(item.info);
    if (number !== next) item.attrSet('value', String(number));
    next = number + 1;
  }
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
  keepLiteral([inline]);
  for (const child of inline.children as Token[]) if (child.type === 'text_special') child.type = 'text';
  return [make('paragraph_open', 'p', 1), inline, make('paragraph_close', 'p', -1)];
}
