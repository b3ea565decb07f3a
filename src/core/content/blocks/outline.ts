/**
 * Reads lists in the notes' habit to a tree of entries: labels with bullets flush below them, terms before a colon,
 * points within points.
 *
 *     1. 장점
 *     - 재현성: 같은 환경을 다시 만든다
 */

import type { Token } from 'markdown-it';
import { pushAll } from '../../lists.ts';
import type { Entry } from '../../model/topic.ts';
import { plainText } from '../markdown/inline.ts';
import { renderInline } from '../markdown/markdown.ts';
import { childrenOf, isList, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, envOf } from '../source/context.ts';
import { splitCases, wrapPoints } from './case.ts';
import {
  hasOwnNumbers,
  hasTerm,
  headOf,
  isComment,
  isTaskList,
  itemsOf,
  type Plan,
  planRun,
} from './outline-run.ts';
import type { BlockReader, BlockReading } from './rule.ts';
import { isHeading, splitTerm } from './term.ts';

/** Reads the outline at `index`; null when that list is ordinary markdown. */
export function readOutline(
  nodes: Node[],
  index: number,
  context: Context,
  readBlocks: BlockReader,
): BlockReading | null {
  const first = nodes[index];
  if (!isList(first) || isTaskList(first)) return null;
  const plan = planRun(nodes, index, context);
  // The numbers of an outline are counted; where the author's own differ, the list is shown with them.
  if (plan.steps.some((step) => step.role !== 'between' && hasOwnNumbers(step.list))) return null;
  const hasTerms = plan.steps.some((step) => step.role !== 'between' && hasTerm(step.list));
  if (plan.list !== 'label' && !hasTerms) return null;
  const entries = buildEntries(plan, context, readBlocks);
  const { list, start } = plan;
  return {
    blocks: splitCases({ kind: 'outline', list, start, entries, line: lineOf(first) }),
    next: plan.end,
  };
}

/** An entry and the words it was made of. */
interface Draft {
  entry: Entry;
  head: Token[];
}

/** The entries of a plan. Blocks between go to the last entry in reading order, so that the order never changes. */
function buildEntries(plan: Plan, context: Context, readBlocks: BlockReader): Entry[] {
  const drafts: Draft[] = [];
  const flush: Draft[] = [];
  for (const step of plan.steps) {
    const last = drafts.at(-1)?.entry;
    if (step.role === 'between') {
      if (last) pushAll(deepest(last).blocks, readBlocks(step.nodes, context));
    } else if (step.role === 'items') {
      for (const item of itemsOf(step.list)) drafts.push(readEntry(item, context, readBlocks));
    } else {
      const points = itemsOf(step.list).map((item) => readEntry(item, context, readBlocks));
      pushAll(flush, points);
      for (const { entry } of points) last?.points.push(entry);
    }
  }
  for (const draft of flush) finishEntry(draft, false);
  for (const draft of drafts) finishEntry(draft, plan.list === 'label' && draft.entry.blocks.length > 0);
  return drafts.map((draft) => draft.entry);
}

function deepest(entry: Entry): Entry {
  let at = entry;
  for (let last = at.points.at(-1); last; last = at.points.at(-1)) at = last;
  return at;
}

function readEntry(item: Node, context: Context, readBlocks: BlockReader): Draft {
  const env = envOf(context);
  const head = headOf(item);
  const split = splitTerm(head);
  const text = renderInline(split ? split.rest : head, env);
  const rest = restOf(item);
  const tail = findTail(rest, context);
  const entry: Entry = {
    term: split ? renderInline(split.term, env) : null,
    termText: split ? plainText(split.term) : null,
    text: text === '' ? null : text,
    blocks: readBlocks(rest.slice(0, tail?.index ?? rest.length), context),
    points: tail ? buildEntries(tail.plan, context, readBlocks) : [],
    pointList: tail && tail.plan.list !== 'bullet' ? 'ordered' : 'bullet',
    line: lineOf(item),
  };
  return { entry, head };
}

/** What stands in an item below its first words. */
function restOf(item: Node): Node[] {
  const hasHead = item.tokens[item.start + 1]?.type === 'paragraph_open';
  if (hasHead && item.end - item.start === 5) return [];
  return childrenOf(item).slice(hasHead ? 1 : 0);
}

/** The list an item ends with: its entries are the item's points. */
function findTail(nodes: Node[], context: Context): { index: number; plan: Plan } | null {
  let end = nodes.length;
  while (end > 0 && isComment(nodes[end - 1])) end--;
  for (let index = 0; index < end; ) {
    const node = nodes[index];
    const plan = isList(node) && !isTaskList(node) ? planRun(nodes, index, context) : null;
    if (plan && plan.end >= end) return { index, plan };
    index = plan?.end ?? index + 1;
  }
  return null;
}

/** When the points are known: a label without a colon becomes their term, and a case among them is told apart. */
function finishEntry({ entry, head }: Draft, isLabel: boolean): void {
  const headsSomething = entry.points.length > 0 || isLabel;
  if (headsSomething && entry.term === null && isHeading(head)) {
    entry.term = entry.text;
    entry.termText = plainText(head);
    entry.text = null;
  }
  if (entry.points.length > 0) wrapPoints(entry);
}
