/**
 * What shows that a question is written somewhere, whether or not it is read as one: a ticked option, a line `정답:`, a quote
 * `해설:`, a line `Q. …`, a comment with an id.
 */

import type { Token } from 'markdown-it';
import { idIn } from '../markdown/author-html.ts';
import { linesOf, plainText } from '../markdown/inline.ts';
import type { Node } from '../markdown/nodes.ts';
import { taskOf } from '../markdown/tasks.ts';
import { ANSWER, FIELD } from './answer-block.ts';
import { isMarked } from './marks.ts';

/** The 0-based line of the first of each kind; null for none. */
export interface Traces {
  /** A ticked option or a line `정답: …`: it gives the answer away. */
  key: number | null;
  /** An option with any mark, also one that is no task: `[v] 가`, `(x) 가`. */
  option: number | null;
  /** `해설: …`, `힌트: …` */
  field: number | null;
  /** `Q. …` as the first words of a paragraph, or an id in one. */
  asked: number | null;
}

const ASKED = /^(?:[#＃]{1,6} *)?[QＱ] ?[\d０-９]* ?[.)．：:）]/i;

// The nodes of a part are made once and never changed.
const cache = new WeakMap<readonly Node[], Traces>();

export function tracesIn(nodes: readonly Node[]): Traces {
  const known = cache.get(nodes);
  if (known) return known;
  const traces: Traces = { key: null, option: null, field: null, asked: null };
  for (const { tokens, start, end } of nodes) for (let at = start; at < end; at++) trace(tokens, at, traces);
  cache.set(nodes, traces);
  return traces;
}

function trace(tokens: Token[], at: number, traces: Traces): void {
  const token = tokens[at] as Token;
  if (token.type !== 'inline' || !token.map) return;
  const first = token.map[0];
  const item = tokens[at - 2];
  if (item?.type === 'list_item_open' && (taskOf(item) !== null || isMarked(token.content))) {
    traces.option ??= first;
    if (taskOf(item) === 'done') traces.key ??= first;
  }
  const opening = tokens[at - 1]?.type;
  if (opening !== 'paragraph_open') return;
  if (idIn(token, 'q') !== null) traces.asked ??= first;
  // A list may well say what `정답:` and `해설:` are.
  if (item?.type === 'list_item_open' || !/정답|해설|힌트|^[^\p{L}]{0,8}[QＱ]/iu.test(token.content)) return;
  linesOf(token.children ?? []).forEach((line, offset) => {
    const text = plainText(line);
    if (text.startsWith('정답') && ANSWER.exec(text)?.[1]) traces.key ??= first + offset;
    else if (FIELD.test(text)) traces.field ??= first + offset;
    else if (offset === 0 && ASKED.test(text)) traces.asked ??= first;
  });
}
