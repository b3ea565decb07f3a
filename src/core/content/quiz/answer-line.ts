/** Reads the line `정답: …` at the end of a paragraph, the answer of short and true-or-false questions. */

import { isBreak, linesOf, plainText, trimTokens } from '../markdown/inline.ts';
import { inlineOf, type Node, withInline } from '../markdown/nodes.ts';
import type { AnswerBlock, Claim } from './answer-reader.ts';

const ANSWER = /^정답\s*:\s*(.*)$/;
/** In the source the label may be bold: `**정답:** conda`. */
const LABEL = /^\s*(?:정답\s*:|(\*\*?|__?)정답\s*(?::\s*\1|\1\s*:))\s*/;

/** What stands after `정답:` on the last line of a paragraph, as read; null for other nodes. */
export function answerLine(node: Node): string | null {
  if (node.type !== 'paragraph') return null;
  const lines = linesOf(inlineOf(node)?.children ?? []);
  return ANSWER.exec(plainText(lines.at(-1) ?? []))?.[1]?.trim() ?? null;
}

export const isAnswerLine = (node: Node): boolean => answerLine(node) !== null;

/** The same in the author's own characters, before any markup. */
export const sourceOfAnswer = (node: Node): string =>
  (inlineOf(node)?.content.split('\n').at(-1) ?? '').replace(LABEL, '');

/** Claims the last line of the block's paragraph; the lines above it belong to the stem. */
export const claimLine = <A>({ last }: AnswerBlock, read: () => A | null): Claim<A> => ({
  first: last,
  divide: splitParagraph,
  read,
});

function splitParagraph(node: Node): { stem?: Node; answer: Node } {
  const children = inlineOf(node)?.children ?? [];
  const at = children.findLastIndex(isBreak);
  if (at < 0) return { answer: node };
  return {
    stem: withInline(node, trimTokens(children.slice(0, at))),
    answer: withInline(node, trimTokens(children.slice(at + 1))),
  };
}
