/**
 * What shows that a question is written somewhere, whether or not it is read as one: a ticked option, a line `정답:`, a quote
 * `해설:`, a line `Q. …`, a comment with an id.
 */

import type { Token } from 'markdown-it';
import { idIn } from '../markdown/author-html.ts';
import { linesOf, plainText } from '../markdown/inline.ts';
import { type Node, taskOf } from '../markdown/nodes.ts';
import { ANSWER, FIELD } from './answer-block.ts';
import { isCodeWithBlanks } from './blanks.ts';
import { isMarked } from './items.ts';
import { roleOf } from './types/fix.ts';

/** The 0-based line of the first of each kind; null for none. */
export interface Traces {
  /** A ticked option or a line `정답: …`: it gives the answer away. */
  key: number | null;
  /** What may give one away where a question stands: an option with any mark (`[v] 가`, `(x) 가`), or a blank in any brackets. */
  answer: number | null;
  /** `[[commit]]` in a code block, which may be TOML as well. */
  coded: number | null;
  /** `해설: …`, `힌트: …` */
  field: number | null;
  /** `Q. …` as the first words of a paragraph. */
  asked: number | null;
  /** The id of a question in a paragraph. */
  id: number | null;
}

const ASKED = /^(?:[#＃]{1,6} *)?[QＱ] ?[\d０-９]* ?[.)．：:）]/i;
/** Not `[[ -f x ]]`, which is a test of the shell, nor `{{ .Values }}`, nor the words of a link: `[[1] 논문](https://…)`. */
const BLANK = /\[\[(?=\S)[^[\]\n]*(?<=\S)(?:\]\]|\](?![^[\n]*\]\())|\{\{(?=[^\s.])[^{}\n]{1,80}\}\}|［［/;
const CODED = /\[\[[^\s[\]]+\]\]/;
const SUSPECT = /정답|해설|힌트|\[\[|\{\{|［［|^[^\p{L}]{0,8}[QＱ]/iu;

// The nodes of a part are made once and never changed.
const cache = new WeakMap<readonly Node[], Traces>();

export function tracesIn(nodes: readonly Node[]): Traces {
  const known = cache.get(nodes);
  if (known) return known;
  const traces: Traces = { key: null, answer: null, coded: null, field: null, asked: null, id: null };
  for (const { tokens, start, end } of nodes) for (let at = start; at < end; at++) trace(tokens, at, traces);
  cache.set(nodes, traces);
  return traces;
}

/** Whether an answer or what follows one stands there. */
export function isTraced(nodes: readonly Node[]): boolean {
  const { key, answer, coded, field } = tracesIn(nodes);
  return (key ?? answer ?? coded ?? field) !== null;
}

function trace(tokens: Token[], at: number, traces: Traces): void {
  const token = tokens[at] as Token;
  if (token.type === 'html_block' && idIn(token, 'q') !== null) traces.id ??= token.map?.[0] ?? null;
  if (roleOf(token) === 'solution') traces.answer ??= token.map?.[0] ?? null;
  if ((token.type === 'fence' || token.type === 'code_block') && CODED.test(token.content))
    traces[isCodeWithBlanks(token) ? 'answer' : 'coded'] ??= token.map?.[0] ?? null;
  if (token.type !== 'inline' || !token.map || tokens[at - 1]?.type !== 'paragraph_open') return;
  const [first] = token.map;
  const item = tokens[at - 2]?.type === 'list_item_open' ? tokens[at - 2] : undefined;
  const isOption = item !== undefined && (taskOf(item) !== null || isMarked(token.content));
  if (isOption) traces.answer ??= first;
  if (item && taskOf(item) === 'done') traces.key ??= first;
  if (idIn(token, 'q') !== null) traces.id ??= first;
  if (!SUSPECT.test(token.content)) return;
  linesOf(token.children ?? []).forEach((line, offset) => {
    const text = plainText(line);
    if (offset === 0 && ASKED.test(text)) traces.asked ??= first;
    if (line.some(({ type, content }) => type === 'text' && BLANK.test(content)))
      traces.answer ??= first + offset;
    // A list may well say what `정답:` and `해설:` are.
    if (item) return;
    if (text.startsWith('정답') && ANSWER.exec(text)?.[1]) traces.key ??= first + offset;
    // Any text may name its 출처.
    else if (FIELD.test(text) && !text.startsWith('출처')) traces.field ??= first + offset;
  });
}
