/** What is put in its place: a list of pairs, lists of items below their categories, and a numbered list in the right order. */

import type { Token } from 'markdown-it';
import { least } from '../../../lists.ts';
import type { Fix } from '../../../model/diagnostic.ts';
import type { AnswerCategory, AnswerItem, AnswerOf, AnswerPair } from '../../../model/question.ts';
import { headOf, itemsOf } from '../../blocks/outline-run.ts';
import { cutAt } from '../../markdown/inline.ts';
import { childrenOf, inlineOf, isList, lineOf, type Node } from '../../markdown/nodes.ts';
import { type Context, replacement, report } from '../../source/context.ts';
import type { AnswerReader } from '../answer-block.ts';
import {
  asBullets,
  checkCount,
  checkRepeated,
  checkWords,
  claimLists,
  countStem,
  itemParts,
  type ListItem,
  readItem,
  shown,
  tellEmpty,
} from '../items.ts';

// Pairs: `- 왼쪽 -> 오른쪽`; a right side without a left one (`- -> 남는 것`) is a decoy.

/** `->`, `-->`, `=>`, `<->`, `→` */
export const ARROW = /<?[-－–—=]+[>＞]|[→⇒⟶⟹↔⇔➡➔➜➝]\uFE0F?/;

export const matching: AnswerReader<AnswerOf<'matching'>> = {
  isEnd: isList,
  claim(block, context) {
    const { lists } = block;
    if (lists?.kind !== 'bullet_list') return null;
    const isMeant = (item: Node) => isPair(item) || SURE_SIGNS.some((sign) => partedBy(item, sign, context));
    const stemItems = countStem(lists.items, isMeant, context);
    const own = lists.items.slice(stemItems);
    const count = own.filter(isPair).length;
    // Where most are pairs, an item without an arrow has lost it.
    if (count === 0 || count * 2 < own.length || (count < own.length && own.some(holdsList))) return null;
    return claimLists(block, lists, stemItems, (items) => {
      const sides = items.map((item) => readPair(item, context)).filter((side) => side !== null);
      const pairs = sides.filter((side) => 'left' in side);
      const decoys = sides.filter((side): side is AnswerItem => !('left' in side));
      checkCount('짝', pairs.length, items, context);
      checkRepeated(
        pairs.map(({ left, line }) => ({ ...left, line })),
        context,
      );
      return pairs.length > 0 ? { type: 'matching', pairs, decoys } : null;
    });
  },
};

const isArrow = (token: Token): boolean => token.type === 'text' && ARROW.test(token.content);

/** Whether an item has an arrow, outside of code. */
export const isPair = (item: Node): boolean => headOf(item).some(isArrow);

const holdsList = (item: Node): boolean => childrenOf(item).some(isList);

/** A pair, or a decoy when nothing stands left of the arrow; null when a side or the arrow is missing. */
function readPair({ node, loose }: ListItem, context: Context): AnswerPair | AnswerItem | null {
  const { head, rest, feedback } = itemParts(node, loose, context);
  const line = lineOf(node);
  const index = head.findIndex(isArrow);
  const arrow = ARROW.exec(head[index]?.content ?? '');
  const [before, after] = arrow
    ? cutAt(head, index, arrow.index, arrow.index + arrow[0].length)
    : [head, [] as Token[]];
  const left = shown(before, [], context);
  const right = shown(after, rest, context);
  if (!arrow || right.html === '') {
    const sign = arrow ? null : SIGNS.find((each) => partedBy(node, each, context) !== null);
    const fix = sign ? withArrows([node], sign, context) : undefined;
    report(context, 'question-side-missing', { line: line - 1, fix });
    return null;
  }
  return left.html === '' ? { ...right, feedback, line } : { left, right, feedback, line };
}

/** What is put between two sides instead of an arrow. */
const SURE_SIGNS = [/\s*[=＝]\s*/, /\s*[—–―]\s*/];
const SIGNS = [...SURE_SIGNS, /\s+-\s+/, /\s*[:：]\s+/, /\s+[|~…]\s+/];
const LONGEST_PAIR = 300;
const MARKER = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s+/;

/** The sign that parts all of some items in two, and the fix that makes arrows of it; null when there is none. */
export function signsOf(items: readonly Node[], context: Context): { sign: string; fix: Fix } | null {
  const sign =
    items.length < 2 ? undefined : SIGNS.find((each) => items.every((item) => partedBy(item, each, context)));
  const first = sign && items[0] ? partedBy(items[0], sign, context) : null;
  return sign && first ? { sign: first.mark.trim(), fix: withArrows(items, sign, context) } : null;
}

/** Where a sign stands in the line of an item, between words and outside of code. */
function partedBy(item: Node, sign: RegExp, context: Context): { mark: string; from: number } | null {
  const line = context.source.lines[lineOf(item) - 1] ?? '';
  const start = MARKER.exec(line)?.[0].length ?? 0;
  const words = line.slice(start).replace(/`[^`]*`/g, (code) => '`'.repeat(code.length));
  const match = words.length > LONGEST_PAIR ? null : sign.exec(words);
  const isBetween = match !== null && match.index > 0 && match.index + match[0].length < words.length;
  return isBetween ? { mark: match[0], from: start + match.index } : null;
}

function withArrows(items: readonly Node[], sign: RegExp, context: Context): Fix {
  const edits = items.flatMap((item) => {
    const at = partedBy(item, sign, context);
    const place = {
      line: lineOf(item) - 1,
      from: at?.from ?? 0,
      to: (at?.from ?? 0) + (at?.mark.length ?? 0),
    };
    return at ? replacement(context, place, ' -> ', '').edits : [];
  });
  return { label: '`->`로 쓰기', edits };
}

// Categories: bullets with their items as bullets within them, however little these are indented.

export const categories: AnswerReader<AnswerOf<'categories'>> = {
  isEnd: isList,
  claim(block, context) {
    const { lists } = block;
    if (lists?.kind !== 'bullet_list') return null;
    const { items } = lists;
    const isGroup = (item: Node, at: number) =>
      hasBullets(item) || columnOf(items[at + 1] ?? item, context) > columnOf(item, context);
    const stemItems = countStem(items, isGroup, context);
    const groups = items.slice(stemItems);
    const [base = 0, ...columns] = groups.map((item) => columnOf(item, context));
    if (!groups.some(hasBullets) && !columns.some((column) => column > base)) return null;
    return claimLists(block, lists, stemItems, (listed) => {
      const groupsRead = readCategories(listed, context);
      const items = groupsRead.flatMap((group) => group.items);
      checkWords(items, context);
      checkRepeated(
        groupsRead.map(({ name, line }) => ({ ...name, line })),
        context,
      );
      checkRepeated(items, context);
      checkCount('묶음', groupsRead.length, listed, context);
      return groupsRead.some((each) => each.items.length > 0)
        ? { type: 'categories', categories: groupsRead }
        : null;
    });
  },
};

const hasBullets = (item: Node): boolean => childrenOf(item).some((node) => node.type === 'bullet_list');

/** Columns an item's line is indented by. */
const columnOf = (item: Node, context: Context): number =>
  /^\s*/.exec(context.source.lines[item.token.map?.[0] ?? 0] ?? '')?.[0].length ?? 0;

/** The words of a group. An empty item right below them underlines them: they are a heading to markdown. */
function nameOf(group: Node, context: Context): Token[] {
  const [first] = childrenOf(group);
  if (first?.type !== 'heading') return itemParts(group, [], context).head;
  tellEmpty((first.token.map?.[1] ?? 1) - 1, context);
  return inlineOf(first)?.children ?? [];
}

/** A list within an item is a level too many. */
function readInner(item: ListItem, context: Context): AnswerItem {
  const list = childrenOf(item.node).find(isList);
  if (list) report(context, 'question-item-nested', { line: lineOf(list) - 1, params: { within: 'item' } });
  return readItem(item, context);
}

function readCategories(listed: ListItem[], context: Context): AnswerCategory[] {
  const base = least(listed.map(({ node }) => columnOf(node, context)));
  const groups: AnswerCategory[] = [];
  for (const item of listed) {
    const { node } = item;
    const last = groups.at(-1);
    if (last && columnOf(node, context) > base) {
      last.items.push(readInner(item, context));
      continue;
    }
    const lists = childrenOf(node).filter((each) => each.type === 'bullet_list');
    const head = nameOf(node, context);
    const inner = lists.flatMap(itemsOf).map((each) => readInner({ node: each, loose: [] }, context));
    groups.push({ name: shown(head, [], context), items: inner, line: lineOf(node) });
  }
  for (const { name, items, line } of groups)
    if (items.length === 0)
      report(context, 'question-category-empty', {
        line: line - 1,
        params: { name: name.text },
      });
  return groups;
}

// Items to put in order: a numbered list in the right order.

export const ordering: AnswerReader<AnswerOf<'ordering'>> = {
  isEnd: isList,
  claim(block, context) {
    const { lists } = block;
    if (lists?.kind !== 'ordered_list' || lists.items.length < 2 || lists.items.every(isPair)) return null;
    const claim = claimLists(block, lists, 0, (listed): AnswerOf<'ordering'> => {
      const nodes = listed.map(({ node }) => node);
      const items = listed.map((item) => readItem(item, context));
      if (nodes.every(holdsBullets))
        report(context, 'question-categories-numbered', {
          line: lineOf(nodes[0] as Node) - 1,
          fix: asBullets(nodes, context),
        });
      else {
        checkWords(items, context);
        checkRepeated(items, context);
      }
      return { type: 'ordering', items };
    });
    return { ...claim, isTentative: true };
  },
};

const holdsBullets = (item: Node): boolean => childrenOf(item).some(({ type }) => type === 'bullet_list');
