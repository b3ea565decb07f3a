/**
 * Why no answer is found in a question: the first slip there, told where it stands. Asked only of questions that cannot be read, so that
 * what is a slip here (`( )`, `[커널]`, a table) may be anything elsewhere.
 */

import { pushAll } from '../../lists.ts';
import type { Fix } from '../../model/diagnostic.ts';
import { itemsOf, startOf } from '../blocks/outline-run.ts';
import type { Heading } from '../markdown/headings.ts';
import { linesOf, plainText } from '../markdown/inline.ts';
import { childrenOf, inlineOf, isList, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, indentOf, insertion, replacement, report, settle } from '../source/context.ts';
import { ANSWER, FIELD, isTask } from './answer-block.ts';
import { tellBlank } from './blank-slips.ts';
import { asBullets, markOf, mendMarks } from './items.ts';
import { ARROW, isPair, signsOf } from './types/placing.ts';

interface Unread {
  heading: Heading;
  nodes: Node[];
  context: Context;
}

/** Tells why a question cannot be read. */
export function tellUnread(heading: Heading, nodes: Node[], context: Context): void {
  const unread = { heading, nodes, context };
  const isTold =
    tellMarks(unread) ||
    tellIndented(nodes, context) ||
    tellAnswerLine(nodes, context) ||
    tellGlued(nodes, heading, context) ||
    tellBlank(heading, nodes, context) ||
    tellList(unread) ||
    tellTable(unread) ||
    tellOutput(unread);
  if (!isTold) report(context, 'question-shape', { line: heading.line, params: { found: 'nothing' } });
}

/** `[v] 가`, `(x) 가`, or options none of which is ticked. */
function tellMarks({ nodes, context }: Unread): boolean {
  const items = nodes.filter(isList).flatMap(itemsOf);
  const marks = items.flatMap((item) => markOf(item, context) ?? []);
  const meant = marks.find(({ mark, isRight }) => mark !== undefined && isRight);
  const open = items.find(isTask) ?? items.find((item) => markOf(item, context)?.mark !== undefined);
  if (meant)
    report(context, 'question-option-mark', {
      line: meant.line,
      params: { mark: (meant.mark ?? '').trim() },
      fix: mendMarks(items, context),
    });
  else if (open) report(context, 'question-none-right', { line: lineOf(open) - 1 });
  return (meant ?? open) !== undefined;
}

/** `-[x] 가`, `－ 가`, `① 가`, `1.가`, `가. 글`: lines that look like items and are words of a paragraph. */
const GLUED =
  /^\s*(?:([-*+－–—•·◦▪‣＊＋]\s*)(?=[[［(]\s?[^\s\])］]?\s?[\]］)])|([-－–—•·◦▪‣＊＋])(?=\S)|([－–—•·◦▪‣＊＋])\s+|([①-⑳❶-❿]|\(\d{1,2}\)|[０-９]{1,2}[．.)])\s*|(\d{1,2}[.)])(?=\S)|[가-하][.)]\s+|[ㄱ-ㅎ][.)]\s+|[A-Ea-e][.)]\s+)/u;

function tellGlued(nodes: readonly Node[], heading: Heading, context: Context, least = 2): boolean {
  for (const node of nodes) {
    if (node.type !== 'paragraph') continue;
    const [start, end] = node.token.map ?? [0, 0];
    const lines = context.source.lines.slice(start, end).flatMap((text, at) => {
      const match = GLUED.exec(text);
      return match ? [{ line: start + at, text, match }] : [];
    });
    const [first] = lines;
    if (!first || (lines.length < least && !first.match[1])) continue;
    const isOrder = ASKS_ORDER.test(heading.text);
    const edits = lines.flatMap(({ line, match }, at) =>
      itemEdits(line, match, isOrder ? at + 1 : null, context),
    );
    const fix = edits.length === lines.length ? { label: '목록으로 쓰기', edits } : undefined;
    settle(context, node.token.map);
    report(context, 'question-shape', { line: first.line, params: { found: 'glued' }, fix });
    return true;
  }
  return false;
}

/** In what is asked: an item that a missing blank or another mark has cut off from the others (`-[x] 가`, `1. 가 -> 1` above `- 나 -> 2`). */
export function tellCutOff(
  stem: readonly Node[],
  next: Node | undefined,
  heading: Heading,
  context: Context,
): boolean {
  const last = stem.at(-1);
  const isFlush = isList(next) && last?.token.map?.[1] === next.token.map?.[0];
  const goesOn = next?.type === 'ordered_list' && startOf(next) > 1;
  if ((isFlush || goesOn) && last && holdsItems(last)) {
    report(context, 'question-shape', { line: lineOf(last) - 1, params: { found: 'mixed' } });
    return true;
  }
  return stem.some((node) => {
    const [start, end] = node.token.map ?? [0, 0];
    const lines = context.source.lines.slice(start, end);
    const isOption = lines.some((text) => GLUED.exec(text)?.[1] !== undefined);
    const below = lines.at(-1) ?? '';
    const isItem = node === last && (isFlush || ARROW.test(below)) && GLUED.test(below);
    return node.type === 'paragraph' && (isOption || isItem) && tellGlued([node], heading, context, 1);
  });
}

const holdsItems = (node: Node): boolean =>
  isList(node) || (node.type === 'blockquote' && childrenOf(node).some(isList));

/** A number means an option as well as a place: only the question tells. */
function itemEdits(
  line: number,
  match: RegExpExecArray,
  place: number | null,
  context: Context,
): Fix['edits'] {
  const [whole, bracketed, glued, wide, circled, numbered] = match;
  const from = indentOf(context, line);
  const put = (mark: string) => replacement(context, { line, from, to: whole.length }, mark, '').edits;
  if (bracketed ?? glued ?? wide) return put('- ');
  if (place !== null && (circled ?? numbered)) return put(`${place}. `);
  return [];
}

const ASKS_ORDER = /순서|차례|먼저/;
const ASKS_PAIRS = /연결|짝|이으|잇|맞추|매칭|match/i;

/** `    정답: O`: four blanks make code of it. */
function tellIndented(nodes: readonly Node[], context: Context): boolean {
  const isAnswer = (text: string) => /^(?:정답\s*[:：]|[-*+] \S|\d+[.)] \S)/.test(text);
  const block = nodes.find(
    ({ type, token }) => type === 'code_block' && token.content.split('\n').some(isAnswer),
  );
  if (!block) return false;
  const [start, end] = block.token.map ?? [0, 0];
  const edits = context.source.lines.slice(start, end).flatMap((text, at) => {
    const to = /^(?: {4}|\t)/.exec(text)?.[0].length ?? 0;
    return to === 0 ? [] : replacement(context, { line: start + at, from: 0, to }, '', '').edits;
  });
  const fix = { label: '내어 쓰기', edits };
  report(context, 'question-shape', { line: start, params: { found: 'indented' }, fix });
  return true;
}

/** A list without anything that makes it an answer. */
function tellList({ heading, nodes, context }: Unread): boolean {
  const list = nodes.findLast(isList);
  if (!list) return false;
  const items = itemsOf(list);
  const line = lineOf(list) - 1;
  const isOrdered = list.type === 'ordered_list';
  const signs = signsOf(items, context);
  if (isOrdered && items.length > 1 && items.every(isPair)) {
    report(context, 'question-shape', {
      line,
      params: { found: 'numbered-pairs' },
      fix: asBullets(items, context),
    });
  } else if (signs) {
    const fix = ASKS_PAIRS.test(heading.text) ? signs.fix : undefined;
    report(context, 'question-shape', { line, params: { found: 'sign', sign: signs.sign }, fix });
  } else if (isOrdered && items.length === 1)
    report(context, 'question-shape', { line, params: { found: 'one' } });
  else if (items.every((item) => childrenOf(item).some((node) => node.type === 'ordered_list')))
    report(context, 'question-shape', { line, params: { found: 'numbers-within' } });
  else report(context, 'question-shape', { line, params: { found: 'list' } });
  return true;
}

/** A code block below another one, as an output below its command. */
function tellOutput({ nodes, context }: Unread): boolean {
  const [above, below] = nodes.filter(({ type }) => type === 'fence').slice(-2);
  if (!above || !below) return false;
  report(context, 'question-shape', { line: lineOf(below) - 1, params: { found: 'output' } });
  return true;
}

function tellTable({ nodes, context }: Unread): boolean {
  const table = nodes.find((node) => node.type === 'table');
  if (table) report(context, 'question-shape', { line: lineOf(table) - 1, params: { found: 'table' } });
  return table !== undefined;
}

// Lines that say 정답 in another way than `정답: …`, or elsewhere than at the end of a paragraph.

const LABEL = String.raw`[[(【]?\s*(?:정답|답안|답|정닫|졍답|정담|answer|ans)\s*[\])】]?`;
/** `정답 O`, `정답은 O`, `[정답] O`, `Answer: O` */
const MEANT = new RegExp(`^${LABEL}(?:은|는)?\\s*[:：=.–—-]?\\s+\\S|^${LABEL}\\s*[:：=]`, 'i');
const MEANT_IN_SOURCE = new RegExp(`^(\\*\\*?|__?)?${LABEL}\\1(?:은|는)?\\s*[:：=.–—-]?\\1\\s*`, 'i');
const LONGEST_ANSWER = 60;

/** Tells of the first such line of a question. */
function tellAnswerLine(nodes: readonly Node[], context: Context): boolean {
  for (const node of nodes) {
    const slip = slipIn(node, context);
    if (!slip) continue;
    const { line, fix } = slip;
    report(context, 'question-answer-line', { line, params: { slip: slip.slip }, fix });
    return true;
  }
  return false;
}

interface AnswerSlip {
  slip: 'heading' | 'empty' | 'quoted' | 'item' | 'inside' | 'label';
  /** 0-based. */
  line: number;
  fix?: Fix | undefined;
}

function slipIn(node: Node, context: Context): AnswerSlip | null {
  if (node.type === 'heading' && /^정답/.test(plainText(inlineOf(node)?.children ?? [])))
    return { slip: 'heading', line: lineOf(node) - 1 };
  for (let at = node.start + 1; at < node.end; at++) {
    const [before, token] = node.tokens.slice(at - 1, at + 1);
    if (before?.type !== 'paragraph_open' || !token?.map) continue;
    const lines = linesOf(token.children ?? []).map(plainText);
    const offset = lines.findIndex(isMeant);
    if (offset >= 0) return slipAt(node, lines, offset, token.map[0] + offset, context);
  }
  return null;
}

const isMeant = (text: string): boolean =>
  ANSWER.test(text) || (text.length < LONGEST_ANSWER && MEANT.test(text));

/** `lines` are those of the paragraph, `line` is the one that says 정답. */
function slipAt(node: Node, lines: string[], offset: number, line: number, context: Context): AnswerSlip {
  const answer = ANSWER.exec(lines[offset] ?? '')?.[1];
  const isLast = offset === lines.length - 1;
  if (answer === '') return { slip: 'empty', line };
  const isFirst = answer !== undefined && lineOf(node) - 1 === line;
  if (node.type === 'blockquote')
    return { slip: 'quoted', line, fix: isFirst ? unquoted(line, context) : undefined };
  if (isList(node)) {
    const isOnly = isFirst && isLast && itemsOf(node).length === 1;
    return { slip: 'item', line, fix: isOnly ? withoutBullet(line, context) : undefined };
  }
  if (answer === undefined) return { slip: 'label', line, fix: isLast ? labelled(line, context) : undefined };
  return { slip: 'inside', line: line + 1, fix: quotedBelow(lines.slice(offset + 1), line + 1, context) };
}

/** `정답은 O` → `정답: O` */
function labelled(line: number, context: Context): Fix | undefined {
  const from = indentOf(context, line);
  const label = MEANT_IN_SOURCE.exec((context.source.lines[line] ?? '').slice(from))?.[0];
  const place = { line, from, to: from + (label?.length ?? 0) };
  return label === undefined ? undefined : replacement(context, place, '정답: ', '`정답:`으로 쓰기');
}

/** `- 정답: O` → `정답: O` */
function withoutBullet(line: number, context: Context): Fix {
  const to = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(context.source.lines[line] ?? '')?.[0].length ?? 0;
  return replacement(context, { line, from: 0, to }, '', '목록에서 빼기');
}

/** The first line of a quote outside of it, with a blank line before what is left. */
function unquoted(line: number, context: Context): Fix {
  const to = /^ {0,3}> ?/.exec(context.source.lines[line] ?? '')?.[0].length ?? 0;
  const fix = replacement(context, { line, from: 0, to }, '', '인용에서 빼기');
  const isFollowed = /\S/.test(context.source.lines[line + 1] ?? '');
  if (isFollowed) pushAll(fix.edits, insertion(context, { line: line + 1, column: 0 }, '\n', '').edits);
  return fix;
}

/** `해설: …` right below the answer, as a quote of its own. */
function quotedBelow(lines: string[], first: number, context: Context): Fix | undefined {
  if (!FIELD.test(lines[0] ?? '')) return undefined;
  const edits = lines.flatMap((text, at) => {
    const mark = at === 0 ? '\n> ' : '> ';
    return FIELD.test(text) ? insertion(context, { line: first + at, column: 0 }, mark, '').edits : [];
  });
  return { label: '`>` 붙이기', edits };
}
