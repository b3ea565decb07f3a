/** Lines that say 정답 in another way than `정답: …`, or elsewhere than at the end of a paragraph. */

import { pushAll } from '../../lists.ts';
import type { Fix } from '../../model/diagnostic.ts';
import { itemsOf } from '../blocks/outline-run.ts';
import { linesOf, plainText } from '../markdown/inline.ts';
import { inlineOf, isList, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, indentOf, insertion, replacement, report } from '../source/context.ts';
import { ANSWER, FIELD } from './answer-block.ts';

const LABEL = String.raw`[[(【]?\s*(?:정답|답안|답|정닫|졍답|정담|answer|ans)\s*[\])】]?`;
/** `정답 O`, `정답은 O`, `[정답] O`, `Answer: O` */
const MEANT = new RegExp(`^${LABEL}(?:은|는)?\\s*[:：=.–—-]?\\s+\\S|^${LABEL}\\s*[:：=]`, 'i');
const MEANT_IN_SOURCE = new RegExp(`^(\\*\\*?|__?)?${LABEL}\\1(?:은|는)?\\s*[:：=.–—-]?\\1\\s*`, 'i');
const LONGEST_ANSWER = 60;

/** Tells of the first such line of a question. */
export function tellAnswerLine(nodes: readonly Node[], context: Context): boolean {
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
