/** Pairs: `- 왼쪽 -> 오른쪽`; a right side without a left one (`- -> 남는 것`) is a decoy. */

import type { Token } from 'markdown-it';
import type { Fix } from '../../../model/diagnostic.ts';
import type { AnswerItem, AnswerOf, AnswerPair } from '../../../model/question.ts';
import { headOf } from '../../blocks/outline-run.ts';
import { cutAt } from '../../markdown/inline.ts';
import { childrenOf, isList, lineOf, type Node } from '../../markdown/nodes.ts';
import { type Context, replacement, report } from '../../source/context.ts';
import type { AnswerReader } from '../answer-block.ts';
import {
  checkCount,
  checkRepeated,
  claimLists,
  countStem,
  itemParts,
  type ListItem,
  shown,
} from '../items.ts';

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
