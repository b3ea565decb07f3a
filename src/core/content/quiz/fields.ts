/** Reads the quotes after an answer block: `> 힌트: …`, `> 해설: …`, `> 출처: …`. A field goes on until the next label. */

import { disassemble } from 'es-hangul';
import type { Token } from 'markdown-it';
import type { Fix } from '../../model/diagnostic.ts';
import { escapeHtml, type Html, trusted } from '../../model/html.ts';
import type { QuestionSource } from '../../model/question.ts';
import { isOneApart } from '../../quiz/near-miss.ts';
import { dropStart, isBreak, linesOf, plainText, trimTokens } from '../markdown/inline.ts';
import { renderInline } from '../markdown/markdown.ts';
import { childrenOf, inlineOf, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, envOf, indentOf, insertion, replacement, report } from '../source/context.ts';
import { FIELD, isFields } from './answer-block.ts';
import { renderNodes } from './items.ts';

const QUOTED = /^\s*[,·]?\s*(?:"([^"]+)"|“([^”]+)”|「([^」]+)」|'([^']+)'|‘([^’]+)’)/;

export interface Fields {
  hints: Html[];
  explanation: Html | null;
  sources: QuestionSource[];
}

interface Field {
  label: string;
  /** Inline runs and blocks in order. */
  content: (Token[] | Node)[];
  /** 0-based. */
  line: number;
}

/** Reads labelled quotes; anything else among `nodes`, and all that is `below` the question, is taken for explanation. */
export function readFields(nodes: Node[], below: Node[], context: Context): Fields {
  const fields = nodes.flatMap((node) =>
    isFields(node) ? fieldsOf(childrenOf(node), context) : explains(node, context),
  );
  if (below[0]) fields.push({ label: '해설', content: below, line: lineOf(below[0]) - 1 });
  const of = (label: string) => fields.filter((field) => field.label === label);
  const explained = of('해설').map((field) => render(field, context));
  return {
    hints: of('힌트').map((field) => render(field, context)),
    explanation: explained.length === 0 ? null : trusted(explained.map(asBlock).join('')),
    sources: of('출처').flatMap((field) => sourcesOf(field, context)),
  };
}

function explains(node: Node, context: Context): Field[] {
  const line = lineOf(node) - 1;
  const paragraph = node.type === 'blockquote' ? childrenOf(node)[0] : node;
  const [first = []] = linesOf((paragraph && inlineOf(paragraph)?.children) ?? []);
  if (!context.settled.has(line) && !tellLabel(plainText(first), OTHER_LABEL, line, context))
    report(context, 'question-text-after', { line, fix: asExplanation(node, context) });
  if (isLabelled(node)) return fieldsOf([node], context);
  return [{ label: '해설', content: node.type === 'blockquote' ? childrenOf(node) : [node], line }];
}

/** `해설 글`, `[해설] 글`, `출처. 글` */
const WITHOUT_COLON = /^[[(【<「]?\s*(힌트|해설|출처)\s*[\])】>」]?\s*(?:[.=–—-]|(?<=[\])】>」]))?\s+\S/;
const NAMED = /^(\p{L}{2,4})\s*[:：]/u;
/** Other words for 해설; within an explanation they may be its own. */
const OTHER_LABEL = /^(?:풀이|설명|근거|이유|해석|해답)$/;
const LABELS = ['힌트', '해설', '출처'];

/** Tells of a line whose label lacks its colon or is misspelt; `others` are words that stand for 해설 there. */
function tellLabel(text: string, others: RegExp | null, line: number, context: Context): boolean {
  const [, bare] = WITHOUT_COLON.exec(text) ?? [];
  const [, typed = ''] = bare ? [] : (NAMED.exec(text) ?? []);
  const isOther = others?.test(typed) ?? false;
  const near = LABELS.find((label) => typed !== label && isOneApart(disassemble(typed), disassemble(label)));
  const label = bare ?? (typed === '' ? undefined : isOther ? '해설' : near);
  if (label === undefined) return false;
  const fix = bare ? withColon(line, bare, context) : undefined;
  report(context, 'question-label', { line, params: { typed: bare ?? typed, label }, fix });
  return true;
}

function withColon(line: number, label: string, context: Context): Fix | undefined {
  const pattern = new RegExp(
    `^([\\s>]*)(\\*\\*|__)?[[(【<「]?\\s*${label}\\s*[\\])】>」]?\\2\\s*[.=–—-]?\\s+`,
  );
  const [whole, before = ''] = pattern.exec(context.source.lines[line] ?? '') ?? [];
  if (whole === undefined) return undefined;
  const mark = before.includes('>') ? '' : '> ';
  const place = { line, from: before.length, to: whole.length };
  return replacement(context, place, `${mark}${label}: `, `\`${label}:\`로 쓰기`);
}

/** `해설: …` without the `>`. */
const isLabelled = (node: Node): boolean =>
  node.type === 'paragraph' && FIELD.test(plainText(inlineOf(node)?.children ?? []));

/**
 * `해설. 글`, `해석: 글`, `**해설** 글`: a label was meant; `####Q. 다음`: a question was. Which one, and where it ends, is the
 * author's to say.
 */
const MEANT_OTHERWISE =
  /^[\s>*_]*(?:[#＃]|[QＱ]\s?\d*[.．:：]|(?:해설|힌트|출처|풀이|설명|정답)(?!\p{L})|\p{L}{1,6}\s*[:：])|<!--/u;

/** `> 해설: ` before the words, which is what they are taken for; only `> ` where the label is there. */
function asExplanation(node: Node, context: Context): Fix | undefined {
  const [start, end] = node.token.map ?? [0, 0];
  const hasLabel = isLabelled(node);
  if (!hasLabel && MEANT_OTHERWISE.test(context.source.lines[start] ?? '')) return undefined;
  const label = hasLabel ? '`>` 붙이기' : '`> 해설:`로 쓰기';
  if (node.type === 'blockquote')
    return insertion(context, { line: start, column: indentOf(context, start) }, '해설: ', label);
  if (node.type !== 'paragraph') return undefined;
  const mark = (at: number) => (at === 0 && !hasLabel ? '> 해설: ' : '> ');
  const edits = context.source.lines
    .slice(start, end)
    .flatMap((_, at) => insertion(context, { line: start + at, column: 0 }, mark(at), label).edits);
  return { label, edits };
}

function fieldsOf(nodes: Node[], context: Context): Field[] {
  const fields: Field[] = [];
  for (const node of nodes) {
    if (node.type !== 'paragraph') {
      fields.at(-1)?.content.push(node);
      continue;
    }
    let line = lineOf(node) - 1;
    let isFirst = true;
    for (const words of linesWithBreaks(inlineOf(node)?.children ?? [])) {
      const label = FIELD.exec(plainText(words));
      const open = fields.at(-1);
      if (label)
        fields.push({ label: label[1] ?? '', content: [[...dropStart(trimTokens(words), label[0])]], line });
      else if (open && tellLabel(plainText(words), null, line, context)) open.content.push(words);
      else if (isFirst) open?.content.push(words);
      else {
        const run = open?.content.at(-1);
        if (Array.isArray(run)) for (const word of words) run.push(word);
        else open?.content.push(words);
      }
      isFirst = false;
      line++;
    }
  }
  return fields;
}

/** The lines of a run; each but the first begins with its break. */
function linesWithBreaks(tokens: Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (isBreak(token)) lines.push([token]);
    else lines.at(-1)?.push(token);
  }
  return lines;
}

/** A field of one run is inline markup; of several or of blocks, each run is a paragraph. */
function render(field: Field, context: Context): Html {
  // `해설:` above a list.
  const content = field.content.filter(
    (part, _, all) => !Array.isArray(part) || part.length > 0 || all.length === 1,
  );
  const parts = content.map((part) =>
    Array.isArray(part) ? renderInline(part, envOf(context)) : renderNodes([part], context),
  );
  const [only] = content;
  if (content.length === 1 && Array.isArray(only)) return parts[0] ?? escapeHtml('');
  return trusted(parts.map((html, at) => (Array.isArray(content[at]) ? asBlock(html) : html)).join(''));
}

const asBlock = (html: Html, _index?: number, all?: Html[]): string =>
  all?.length === 1 || /^<(?:p|ul|ol|pre|table|blockquote|figure|h\d)\b/.test(html) ? html : `<p>${html}</p>`;

/** Every link is a source; the quoted words after it are those of the sentence. */
function sourcesOf({ content, line }: Field, context: Context): QuestionSource[] {
  const tokens = content.flatMap((part) => (Array.isArray(part) ? part : []));
  const sources: QuestionSource[] = [];
  for (let at = tokens.findIndex(isLink); at >= 0 && at < tokens.length; ) {
    let close = at + 1;
    while (close < tokens.length && tokens[close]?.type !== 'link_close') close++;
    let next = close + 1;
    while (next < tokens.length && !isLink(tokens[next] as Token)) next++;
    const tail = QUOTED.exec(plainText(tokens.slice(close + 1, next)));
    const href = String(tokens[at]?.attrGet('href') ?? '');
    const quote = tail?.slice(1).find((words) => words !== undefined) ?? null;
    sources.push({ href, label: plainText(tokens.slice(at + 1, close)), quote, line: line + 1 });
    at = next;
  }
  if (sources.length > 0) return sources;
  report(context, 'question-source-link', { line });
  const label = plainText(tokens);
  return label === '' ? [] : [{ href: null, label, quote: null, line: line + 1 }];
}

const isLink = (token: Token): boolean => token.type === 'link_open';
