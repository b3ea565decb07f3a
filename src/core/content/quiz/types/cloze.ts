/** Text and code with blanks: the blanks are cut out first, so that no markup reads what stands in them. */

import type { Token } from 'markdown-it';
import { pushAll } from '../../../lists.ts';
import type { AnswerOf, ClozePart } from '../../../model/question.ts';
import { cutAt } from '../../markdown/inline.ts';
import { finishTokens, markdown, renderInline } from '../../markdown/markdown.ts';
import { inlineOf, lineOf, type Node } from '../../markdown/nodes.ts';
import { type Context, envOf, noTags, placeInRun, report } from '../../source/context.ts';
import { type AnswerReader, isAnswerLine } from '../answer-block.ts';
import {
  checkBrackets,
  findBlanks,
  isCodeWithBlanks,
  readCodeBlanks,
  tellJoined,
  unusedMark,
} from '../blanks.ts';

export const cloze: AnswerReader<AnswerOf<'cloze'>> = {
  isEnd: hasBlank,
  claim({ nodes, end }, context) {
    if (!hasBlank(end) || isAnswerLine(end)) return null;
    return {
      first: nodes.findIndex(hasBlank),
      divide: (node) =>
        node.type === 'paragraph' || isCodeWithBlanks(node.token) ? { answer: node } : { stem: node },
      read(answer) {
        for (const node of nodes) checkBrackets(node, context);
        const parts = readParts(answer, context);
        return parts && { type: 'cloze', parts };
      },
    };
  },
};

function hasBlank(node: Node): boolean {
  if (node.type !== 'paragraph') return isCodeWithBlanks(node.token);
  return findBlanks(inlineOf(node)?.content ?? '').blanks.length > 0;
}

/** The parts of some paragraphs and code; null when a blank has no answer or stands where nobody can write. */
function readParts(nodes: Node[], context: Context): ClozePart[] | null {
  const parts: ClozePart[] = [];
  let isWhole = true;
  for (const node of nodes) {
    const isCode = node.type !== 'paragraph';
    const own = isCode ? readCodeBlanks(node, context) : clozeParts(node, context);
    if (parts.length > 0 && !isCode) parts.push({ kind: 'break' });
    if (own) pushAll(parts, own);
    else isWhole = false;
  }
  return isWhole ? parts : null;
}

function clozeParts(paragraph: Node, context: Context): ClozePart[] | null {
  const inline = inlineOf(paragraph);
  const content = inline?.content ?? '';
  const { blanks } = findBlanks(content);
  const marker = unusedMark(content);
  if (!inline || marker === null) return null;
  let cut = '';
  let from = 0;
  let isWhole = true;
  const filled: ClozePart[] = [];
  for (const { start, end, variants } of blanks) {
    const { line, column } = placeInRun(context, lineOf(paragraph) - 1, content, start);
    if (variants.length === 0) report(context, 'question-blank-empty', { line, column });
    else tellJoined(content.slice(start + 2, end - 2), { line, column: column + 2 }, context);
    isWhole &&= variants.length > 0;
    filled.push({ kind: 'blank', variants, line: line + 1 });
    cut += content.slice(from, start) + marker;
    from = end;
  }
  const parts = assemble(parseAgain(paragraph, cut + content.slice(from), context), filled, marker, context);
  return isWhole ? parts : null;
}

/** Parses a paragraph again with other text. Diagnostics and links were recorded at the first parse and are dropped. */
function parseAgain(paragraph: Node, content: string, context: Context): Token[] {
  const silent: Context = {
    ...context,
    diagnostics: [],
    links: [],
    cursors: new Map(),
    anchors: new Set(),
    tags: noTags(),
  };
  const children: Token[] = [];
  markdown.inline.parse(content, markdown, envOf(silent), children);
  for (const child of children) if (child.type === 'text_special') child.type = 'text';
  const inline = { ...inlineOf(paragraph), content, children } as Token;
  finishTokens([paragraph.token, inline], silent, markdown);
  return inline.children ?? [];
}

/** Text and blanks in turn; null when a blank came to stand in an address or a picture. */
function assemble(
  tokens: Token[],
  blanks: ClozePart[],
  marker: string,
  context: Context,
): ClozePart[] | null {
  const parts: ClozePart[] = [];
  let rest = tokens;
  for (const blank of blanks) {
    const index = rest.findIndex((token) => token.type === 'text' && token.content.includes(marker));
    const at = rest[index]?.content.indexOf(marker) ?? -1;
    if (at < 0) return null;
    const [before, after] = cutAt(rest, index, at, at + 1);
    pushAll(parts, textPart(before, context));
    parts.push(blank);
    rest = after;
  }
  pushAll(parts, textPart(rest, context));
  const isClean = parts.every((part) => part.kind !== 'text' || !part.html.includes(marker));
  return isClean ? parts : null;
}

/** Blanks at the ends of a text are kept: they are those between a word and a gap. */
function textPart(tokens: Token[], context: Context): ClozePart[] {
  const raw = markdown.renderer.renderInline(tokens, markdown.options, envOf(context));
  const html = renderInline(tokens, envOf(context));
  const start = /^\s/.test(raw) ? ' ' : '';
  const end = /\s$/.test(raw) ? ' ' : '';
  return raw === '' ? [] : [{ kind: 'text', html: `${start}${html}${end}` as typeof html }];
}
