/** The items of an answer list: what is chosen, paired, ordered or sorted, each with its feedback. */

import type { Token } from 'markdown-it';
import { textOf, trusted } from '../../model/html.ts';
import type { AnswerCategory, AnswerItem, AnswerOption, AnswerPair } from '../../model/question.ts';
import type { Html } from '../../model/topic.ts';
import { headOf, itemsOf } from '../blocks/outline-run.ts';
import { cutAt, dropStart, isBreak, plainText, renderInline, trimTokens } from '../markdown/inline.ts';
import { markdown } from '../markdown/markdown.ts';
import { childrenOf, inlineOf, lineOf, type Node } from '../markdown/nodes.ts';
import { taskOf } from '../markdown/tasks.ts';
import { type Context, envOf, indentOf, report } from '../source/context.ts';
import { mendMark } from './marks.ts';
import { indentOfItem } from './type.ts';

const ARROW = /->|→|=>/;
const MARK = /^\[.?\]/;

/** An item taken apart: its first words, what else it holds, and its quotes. */
interface Taken {
  head: Token[];
  rest: Node[];
  feedback: Html | null;
}

export function readOption(item: Node, context: Context, loose: Node[]): AnswerOption {
  const { head, rest, feedback } = take(item, context, loose);
  const line = lineOf(item);
  const isMarked = taskOf(item.token) !== null;
  const mark = isMarked ? undefined : MARK.exec(plainText(head))?.[0];
  const words = mark ? dropStart(head, mark) : head;
  if (!isMarked)
    report(
      context,
      'question-option-mark',
      line - 1,
      indentOf(context, line - 1),
      undefined,
      mendMark(item, context),
    );
  const isRight = taskOf(item.token) === 'done';
  const { html, text } = shown(words, rest, context);
  return { html, text, isRight, feedback, line };
}

/** `loose`: quotes below the item that markdown does not count to it. */
export function readItem(item: Node, context: Context, loose: Node[]): AnswerItem {
  const { head, rest, feedback } = take(item, context, loose);
  const { html, text } = shown(head, rest, context);
  return { html, text, feedback, line: lineOf(item) };
}

/** A pair, or a decoy when nothing stands left of the arrow; null when a side is missing. */
export function readPair(item: Node, context: Context, loose: Node[]): AnswerPair | AnswerItem | null {
  const { head, rest, feedback } = take(item, context, loose);
  const line = lineOf(item);
  const index = head.findIndex((token) => token.type === 'text' && ARROW.test(token.content));
  const arrow = ARROW.exec(head[index]?.content ?? '');
  const [before, after] = arrow
    ? cutAt(head, index, arrow.index, arrow.index + arrow[0].length)
    : [head, [] as Token[]];
  const left = shown(before, [], context);
  const right = shown(after, rest, context);
  if (right.html === '') {
    report(context, 'question-side-missing', line - 1, indentOf(context, line - 1));
    return null;
  }
  return left.html === '' ? { ...right, feedback, line } : { left, right, feedback, line };
}

/** Categories with the items nested in them, or indented below them by however little. */
export function readCategories(
  items: Node[],
  context: Context,
  looseOf: (item: Node) => Node[],
): AnswerCategory[] {
  const base = Math.min(...items.map((item) => indentOfItem(item, context)));
  const categories: AnswerCategory[] = [];
  for (const item of items) {
    const last = categories.at(-1);
    if (last && indentOfItem(item, context) > base) {
      last.items.push(readItem(item, context, looseOf(item)));
      continue;
    }
    const lists = childrenOf(item).filter((node) => node.type === 'bullet_list');
    const { head } = take(item, context, []);
    const inner = lists.flatMap(itemsOf).map((each) => readItem(each, context, []));
    categories.push({ name: shown(head, [], context), items: inner, line: lineOf(item) });
  }
  for (const { name, items: held, line } of categories)
    if (held.length === 0)
      report(context, 'question-category-empty', line - 1, indentOf(context, line - 1), { name: name.text });
  return categories;
}

function take(item: Node, context: Context, loose: Node[]): Taken {
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

function shown(head: Token[], rest: Node[], context: Context): { html: Html; text: string } {
  const inline = renderInline(head, envOf(context));
  const html = rest.length === 0 ? inline : trusted(`${inline}\n${renderNodes(rest, context)}`.trim());
  return { html, text: textOf(html) };
}
