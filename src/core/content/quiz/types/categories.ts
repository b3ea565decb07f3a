/** Categories: bullets with their items as bullets within them, however little these are indented. */

import type { Token } from 'markdown-it';
import { least } from '../../../lists.ts';
import type { AnswerCategory, AnswerItem, AnswerOf } from '../../../model/question.ts';
import { itemsOf } from '../../blocks/outline-run.ts';
import { childrenOf, inlineOf, isList, lineOf, type Node } from '../../markdown/nodes.ts';
import { type Context, report } from '../../source/context.ts';
import type { AnswerReader } from '../answer-block.ts';
import {
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
