/** Reads the items of an answer list, each with its text, its mark and its feedback. */

import type { Token } from 'markdown-it';
import type { Fix } from '../../model/diagnostic.ts';
import { type Html, meantText, trusted } from '../../model/html.ts';
import type { AnswerItem } from '../../model/question.ts';
import { identityText } from '../../quiz/option-keys.ts';
import { headOf, itemsOf } from '../blocks/outline-run.ts';
import { dropStart, isBreak, trimTokens } from '../markdown/inline.ts';
import { markdown, renderInline } from '../markdown/markdown.ts';
import { childrenOf, inlineOf, isList, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, envOf, indentOf, replacement, report } from '../source/context.ts';
import { offsetAt } from '../source/source.ts';
import { type AnswerBlock, type AnswerLists, type Claim, isBlankLine } from './answer-block.ts';

/** An item of an answer, with the quotes below it that markdown does not count to it. */
export interface ListItem {
  node: Node;
  loose: Node[];
}

/**
 * Claims the lists of a block from their first item of a kind on. Items above are the stem's, if a blank line
 * separates them: markdown joins lists across one.
 */
export function claimLists<A>(
  { nodes, looseQuotes }: AnswerBlock,
  { first, items }: AnswerLists,
  stemItems: number,
  read: (items: ListItem[]) => A | null,
): Claim<A> {
  /** Quotes by the last item of the list above them. */
  const looseBelow = new Map<Token | undefined, Node>();
  nodes.forEach((node, at) => {
    const below = nodes[at + 1];
    if (at >= first && isList(node) && below && looseQuotes.has(below))
      looseBelow.set(itemsOf(node).at(-1)?.token, below);
  });
  const looseOf = ({ token }: Node) => [looseBelow.get(token) ?? []].flat();
  return {
    first,
    ...(stemItems > 0 && {
      divide: (node: Node) => (node === nodes[first] ? splitList(node, stemItems) : { answer: node }),
    }),
    read: () => read(items.slice(stemItems).map((node) => ({ node, loose: looseOf(node) }))),
  };
}

/** How many items lie before the first one of a kind, if a blank line separates them. */
export function countStem(
  items: Node[],
  isOfKind: (item: Node, at: number) => boolean,
  context: Context,
): number {
  const first = items.findIndex(isOfKind);
  const isApart = first > 0 && isBlankLine((items[first]?.token.map?.[0] ?? 0) - 1, context);
  return isApart ? first : 0;
}

function splitList(list: Node, stemItems: number): { stem: Node; answer: Node } {
  const items = itemsOf(list);
  const part = (chosen: Node[]): Node => {
    const inner = list.tokens.slice(chosen[0]?.start, chosen.at(-1)?.end);
    const [open, close] = [list.token, list.tokens[list.end - 1] ?? list.token];
    const tokens = [open, ...inner, close];
    return { type: list.type, token: open, tokens, start: 0, end: tokens.length };
  };
  return { stem: part(items.slice(0, stemItems)), answer: part(items.slice(stemItems)) };
}

/** Tells of an answer with fewer than two of what there should be several of. */
export function checkCount(
  what: '보기' | '짝' | '묶음',
  count: number,
  [first]: readonly ListItem[],
  context: Context,
): void {
  const line = first ? lineOf(first.node) - 1 : -1;
  if (count < 2) report(context, 'question-too-few', { line, params: { what, count } });
}

interface Placed {
  html: Html;
  text: string;
  /** Counts from 1. */
  line: number;
}

/** Tells of items that say nothing. */
export function checkWords(items: readonly Placed[], context: Context): void {
  for (const { html, line } of items) if (html === '') tellEmpty(line - 1, context);
}

export function tellEmpty(line: number, context: Context): void {
  const column = indentOf(context, line);
  report(context, 'question-item-empty', { line, column, fix: withoutLine(line, context) });
}

/** A line of a list with nothing but its mark. */
function withoutLine(line: number, context: Context): Fix | undefined {
  if (!/^[\s>]*(?:[-*+]|\d{1,9}[.)])\s*(?:\[[ xX]?\]\s*)?$/.test(context.source.lines[line] ?? ''))
    return undefined;
  const start = offsetAt(context.source, line, 0);
  const end = offsetAt(context.source, line + 1, 0);
  return { label: '줄 지우기', edits: [{ start, end, text: '' }] };
}

/** Tells of things that read the same: of two, nobody can say which is meant. */
export function checkRepeated(things: readonly Placed[], context: Context): void {
  const lines = new Map<string, number>();
  for (const thing of things) {
    const words = identityText(thing);
    const other = lines.get(words);
    const { text, line } = thing;
    if (other === undefined) lines.set(words, line);
    else if (words !== '')
      report(context, 'question-item-repeated', { line: line - 1, params: { text, line: other } });
  }
}

/** An item taken apart: its first words, what else it holds, and its quotes. */
interface ItemParts {
  head: Token[];
  rest: Node[];
  feedback: Html | null;
}

export function readItem({ node, loose }: ListItem, context: Context): AnswerItem {
  const { head, rest, feedback } = itemParts(node, loose, context);
  return { ...shown(head, rest, context), feedback, line: lineOf(node) };
}

export function itemParts(item: Node, loose: Node[], context: Context): ItemParts {
  const [first, ...others] = childrenOf(item);
  const begins = first !== undefined && first.type === 'paragraph';
  const { words, quoted } = cutQuoted(headOf(item).filter((token) => !isBox(token)));
  const below = begins ? others : childrenOf(item);
  const quotes = [...below.filter((node) => node.type === 'blockquote'), ...loose];
  const said = quotes.map((quote) => renderQuote(quote, context));
  if (quoted.length > 0) said.unshift(renderInline(quoted, envOf(context)));
  const feedback = said.length === 0 ? null : trusted(said.join('<br>'));
  return { head: words, rest: below.filter((node) => node.type !== 'blockquote'), feedback };
}

const isBox = (token: Token): boolean =>
  token.type === 'html_inline' && token.content.startsWith('<input type="checkbox"');

/** A quote indented too far goes on as text of the item; its mark at the start of a line still shows it. */
function cutQuoted(head: Token[]): { words: Token[]; quoted: Token[] } {
  const at = head.findIndex((token, index) => isBreak(head[index - 1]) && /^\s*>/.test(token.content));
  if (at < 0) return { words: trimTokens(head), quoted: [] };
  const quoted = head
    .slice(at)
    .map((token, index, all) =>
      index === 0 || isBreak(all[index - 1]) ? (dropStart([token], '>')[0] ?? token) : token,
    );
  return { words: trimTokens(head.slice(0, at)), quoted: trimTokens(quoted) };
}

/** The inside of a quote; of a single paragraph without its tags. */
function renderQuote(quote: Node, context: Context): Html {
  const [only, ...others] = childrenOf(quote);
  if (only?.type === 'paragraph' && others.length === 0)
    return renderInline(inlineOf(only)?.children ?? [], envOf(context));
  return renderNodes(childrenOf(quote), context);
}

/** Nodes as ordinary markup. */
export function renderNodes(nodes: Node[], context: Context): Html {
  const html = nodes.map((node) =>
    markdown.renderer.render(node.tokens.slice(node.start, node.end), markdown.options, envOf(context)),
  );
  return trusted(html.join('').trim());
}

/** Words and what follows them as markup and as text. */
export function shown(head: Token[], rest: Node[], context: Context): { html: Html; text: string } {
  const inline = renderInline(head, envOf(context));
  const html = rest.length === 0 ? inline : trusted(`${inline}\n${renderNodes(rest, context)}`.trim());
  return { html, text: meantText(html) };
}

// Marks that were probably meant as an option's, and what they should be: `[X ]`, `[]`, `［x］`, `[ㅌ]`, `(x)`, `☑`.

const ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s+/;
/** ㅌ is the x key of a Korean keyboard. */
const MARK =
  /^(?:[[［【]\s*([xXvVoOㅌ✓✔√●■*ｘＸ]|정답)?\s*[\]］】]|[(（]\s*([xXvVoOㅌ✓✔√ｘＸ])?\s*[)）]|([☑✅✔✓])\uFE0F?(?=\s)|[☐⬜❌]\uFE0F?(?=\s))\s*/;
const RIGHT_MARK = /^\[[ xX]\]\s/;

/** Whether words begin like an option: `[v] 가`, `(x) 가`. */
export const isMarked = (words: string): boolean => MARK.test(words);

/** Writes an item's mark as GFM wants it; an item without any is marked as wrong, which it is taken for. */
export function mendMark(item: Node, context: Context): Fix | undefined {
  const parts = markOf(item, context);
  if (!parts) return undefined;
  const { line, column, mark, isRight } = parts;
  const text = isRight ? '[x] ' : '[ ] ';
  const place = { line, from: column, to: column + (mark?.length ?? 0) };
  return replacement(context, place, text, `\`${text.trim()}\`로 쓰기`);
}

/** Fixes every mark of some items that is there and wrong. */
export function mendMarks(items: readonly Node[], context: Context): Fix {
  const marked = items.filter((item) => markOf(item, context)?.mark !== undefined);
  const edits = marked.flatMap((item) => mendMark(item, context)?.edits ?? []);
  return { label: '보기의 표시를 `[x]`와 `[ ]`로 쓰기', edits };
}

/** The mark of an item as it is typed; null where it is right, or where the item's line shows none. */
export function markOf(item: Node, context: Context) {
  const line = lineOf(item) - 1;
  const text = context.source.lines[line] ?? '';
  const column = ITEM.exec(text)?.[0].length;
  if (column === undefined || RIGHT_MARK.test(text.slice(column))) return null;
  const [mark, ...letters] = MARK.exec(text.slice(column)) ?? [];
  return { line, column, mark, isRight: letters.some((letter) => letter !== undefined) };
}

/** `- ` instead of the numbers of some items. */
export function asBullets(items: readonly Node[], context: Context): Fix {
  const edits = items.flatMap((item) => {
    const line = lineOf(item) - 1;
    const [, before = '', mark = ''] =
      /^([\s>]*)(\d{1,9}[.)]\s)/.exec(context.source.lines[line] ?? '') ?? [];
    const place = { line, from: before.length, to: before.length + mark.length };
    return mark === '' ? [] : replacement(context, place, '- ', '').edits;
  });
  return { label: '`-`로 쓰기', edits };
}
