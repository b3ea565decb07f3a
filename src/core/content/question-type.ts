/** The type of a question, told by the shape of its answer block alone. */

import type { QuestionType } from '../model/topic.ts';
import type { Context } from './context.ts';
import { linesOf, plainText } from './inline.ts';
import { childrenOf, inlineOf, isList, type Node } from './nodes.ts';
import { headOf, isComment, itemsOf } from './run.ts';
import { taskOf } from './tasks.ts';

const FIELD = /^(?:힌트|해설|출처)\s*:/;
const ANSWER = /^정답\s*:\s*(.*)$/;
const TRUTH = /^(?:[OXox○ㅇ×⭕❌◯]|참|거짓)$/;
const PAIR = /\s*(?:->|→|=>)\s*/;

/** The type of the question these nodes make up; null when no shape fits. */
export function typeOf(nodes: Node[], context: Context): QuestionType | null {
  const answer = nodes.findLast((node) => !isComment(node) && !isFields(node) && isAnswer(node));
  if (!answer) return null;
  if (answer.type === 'paragraph') {
    const given = answerOf(answer);
    if (given === null) return 'cloze';
    if (given === '') return null;
    return TRUTH.test(given) ? 'true-false' : 'short';
  }
  const items = itemsOf(answer);
  const tasks = items.map((item) => taskOf(item.token));
  if (tasks.some((task) => task !== null)) {
    const ticked = tasks.filter((task) => task === 'done').length;
    return ticked === 0 ? null : ticked === 1 ? 'single' : 'multiple';
  }
  if (answer.type === 'ordered_list') return items.length > 1 ? 'ordering' : null;
  if (items.every((item) => PAIR.test(plainText(headOf(item))))) return 'matching';
  return isNested(answer, items, context) ? 'categories' : null;
}

/** A quote that holds the labelled fields of a question. */
function isFields(node: Node): boolean {
  const first = node.type === 'blockquote' ? childrenOf(node)[0] : undefined;
  return first?.type === 'paragraph' && FIELD.test(plainText(inlineOf(first)?.children ?? []));
}

function isAnswer(node: Node): boolean {
  return isList(node) || (node.type === 'paragraph' && (answerOf(node) !== null || hasBlank(node)));
}

/** What stands after `정답:` on the last line of a paragraph. */
function answerOf(node: Node): string | null {
  const lines = linesOf(inlineOf(node)?.children ?? []);
  return ANSWER.exec(plainText(lines.at(-1) ?? []))?.[1]?.trim() ?? null;
}

/** A blank is cut out before inline markup is read, but not in code. */
function hasBlank(node: Node): boolean {
  const inline = inlineOf(node);
  if (!inline?.content.includes('[[')) return false;
  return /\[\[[^\]]+\]\]/.test(inline.content.replace(/(`+)[\s\S]*?\1/g, ''));
}

/** Bullets within bullets, even where one blank of indent is too little for markdown. */
function isNested(list: Node, items: Node[], context: Context): boolean {
  if (items.some((item) => childrenOf(item).some((node) => node.type === 'bullet_list'))) return true;
  const indents = items.map((item) => {
    const line = context.source.lines[item.token.map?.[0] ?? 0] ?? '';
    return /^\s*/.exec(line)?.[0].length ?? 0;
  });
  return list.type === 'bullet_list' && indents.some((indent) => indent > (indents[0] ?? 0));
}
