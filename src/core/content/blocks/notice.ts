/**
 * GitHub alerts, and 보충: what the instructor's notes do not say, with its source and the day it was checked.
 *
 *     > [!NOTE]
 *     > **보충**
 *     >
 *     > 볼륨은 컨테이너를 지워도 남는다.
 *     >
 *     > 출처: [Docker Docs](https://docs.docker.com/) · 확인 2026-11-23
 */

import { disassemble } from 'es-hangul';
import type { Token } from 'markdown-it';
import type { Fix } from '../../model/diagnostic.ts';
import type { Html } from '../../model/html.ts';
import type { NoticeBlock, NoticeTone } from '../../model/topic.ts';
import { isOneApart } from '../../quiz/near-miss.ts';
import { cutAt, dropStart, isBreak, linesOf, plainText, trimTokens } from '../markdown/inline.ts';
import { renderInline } from '../markdown/markdown.ts';
import { childrenOf, inlineOf, lineOf, type Node, withInline } from '../markdown/nodes.ts';
import { type Context, envOf, replacement, report } from '../source/context.ts';
import type { BlockReader, BlockReading } from './rule.ts';

/** `[!NOTE]`, and the sign of Obsidian's boxes that fold. */
const MARK = /^\[!([\p{L}-]+)\][+-]?(?=\s|$)/u;
const TONES = new Set<string>(['note', 'tip', 'important', 'warning', 'caution'] satisfies NoticeTone[]);
/** What others call the five kinds that GitHub knows. */
const OTHER_NAMES: Record<NoticeTone, string> = {
  note: 'info|information|notice|abstract|summary|tldr|todo|example|quote|cite|노트|참고|정보|메모|알림|안내|예시',
  tip: 'hint|success|check|done|question|help|faq|팁|힌트|도움말',
  important: 'attention|핵심|중요',
  warning: 'warn|주의|경고',
  caution: 'danger|error|bug|failure|fail|missing|위험|금지',
};
/** `[NOTE]`, `![NOTE]`, `[! NOTE]`, `［!NOTE］`, `[!NOTE}`: nearly a mark. A word by itself, as in `[참고] 글`, is a label. */
const NEARLY =
  /^(?:\[(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?=\s*$)|[!！]?[[［{(]\s*[!！]?\s*(note|tip|important|warning|caution)\s*[\]］})](?=\s|$))/i;
const CHECKED = /확인\s*:?\s*(\d{4}(?:[-./]\s?)\d{1,2}(?:[-./]\s?)\d{1,2})\.?$/;

/** Reads the alert at `index`; null for other nodes and for ordinary quotes. */
export function readNotice(
  nodes: Node[],
  index: number,
  context: Context,
  readBlocks: BlockReader,
): BlockReading | null {
  const node = nodes[index];
  if (node?.type !== 'blockquote') return null;
  const inner = childrenOf(node);
  const first = inner[0];
  const head = first?.type === 'paragraph' ? (inlineOf(first)?.children ?? []) : [];
  const start = plainText(firstLine(head));
  const mark = MARK.exec(start);
  const tone = toneOf(mark?.[1] ?? '');
  const markLine = node.token.map?.[0] ?? 0;
  if (!first || !mark || !tone) {
    if (first) checkQuote(first, start, markLine, context);
    return null;
  }
  keepAsNotice(first);
  const ownLine = dropStart(firstLine(head), mark[0]);
  checkMark({ mark: mark[0], name: mark[1] ?? '', tone, isAlone: ownLine.length === 0 }, markLine, context);
  let rest = ownLine.length > 0 ? dropStart(head, mark[0]) : afterLine(head);
  let body = inner.slice(1);
  let supplement: NoticeBlock['supplement'] = null;
  if (tone === 'note' && plainText(firstLine(rest)) === '보충' && rest[0]?.type === 'strong_open') {
    rest = afterLine(rest);
    if (rest.length > 0) body = [withInline(first, rest), ...body];
    ({ supplement, body } = readSource(body, node, context));
  } else {
    checkSupplementMark(rest, body, markLine, context);
    if (rest.length > 0) body = [withInline(first, rest), ...body];
  }
  const block: NoticeBlock = {
    kind: 'notice',
    tone,
    supplement,
    blocks: readBlocks(body, context),
    line: lineOf(node),
  };
  return { blocks: [block], next: index + 1 };
}

function toneOf(name: string): NoticeTone | null {
  const word = name.toLowerCase();
  if (TONES.has(word)) return word as NoticeTone;
  const [tone] = Object.entries(OTHER_NAMES).find(([, names]) => names.split('|').includes(word)) ?? [];
  return (tone as NoticeTone | undefined) ?? null;
}

/** What was told of a mark here is not told again as text that was left over. */
function keepAsNotice(paragraph: Node): void {
  const inline = inlineOf(paragraph);
  if (inline) inline.meta = { ...inline.meta, isNotice: true };
}

/** Tells of a mark that GitHub shows as text: a name of another tool, or words beside it. */
function checkMark(
  { mark, name, tone, isAlone }: { mark: string; name: string; tone: NoticeTone; isAlone: boolean },
  line: number,
  context: Context,
): void {
  const isKnown = TONES.has(name.toLowerCase()) && mark.endsWith(']');
  if (isKnown && isAlone) return;
  const text = context.source.lines[line] ?? '';
  const column = text.indexOf(mark);
  const instead = `[!${tone.toUpperCase()}]`;
  const quotes = /^[\s>]*/.exec(text)?.[0] ?? '';
  const end = column + mark.length + (/^\s*/.exec(text.slice(column + mark.length))?.[0].length ?? 0);
  const fix = isAlone
    ? replacement(context, { line, from: column, to: column + mark.length }, instead, `\`${instead}\`로 쓰기`)
    : replacement(
        context,
        { line, from: column, to: end },
        `${isKnown ? mark : instead}\n${quotes}`,
        '글을 다음 줄로 옮기기',
      );
  report(context, 'notice-mark', {
    line,
    column: Math.max(0, column),
    params: { mark, slip: isKnown ? 'line' : 'kind', instead },
    fix: column === quotes.length ? fix : undefined,
  });
}

/** Tells of a quote that was meant as a notice. */
function checkQuote(first: Node, start: string, line: number, context: Context): void {
  const mark = MARK.exec(start)?.[0];
  const near = NEARLY.exec(start);
  if (mark !== undefined || near) keepAsNotice(first);
  if (mark !== undefined)
    report(context, 'notice-mark', { line, params: { mark, slip: 'unknown', instead: '' } });
  else if (near) {
    const instead = `[!${(near[1] ?? near[2] ?? 'note').toUpperCase()}]`;
    report(context, 'notice-mark', { line, params: { mark: near[0], slip: 'shape', instead } });
  } else if (start === '보충' && trimTokens(inlineOf(first)?.children ?? [])[0]?.type === 'strong_open')
    report(context, 'supplement-mark', { line });
}

/** Tells of a notice that was meant as a supplement: `**보층**`, `보충:`, `**보충 설명**`, 보충 in a box of another kind. */
function checkSupplementMark(rest: Token[], body: Node[], markLine: number, context: Context): void {
  const words = plainText(firstLine(rest));
  const isBold = rest[0]?.type === 'strong_open';
  const [word = ''] = /^\p{L}+/u.exec(words) ?? [];
  const isAlone = words.replace(/\s*[:：]$/, '') === word || /^보충\s?(?:설명|자료|내용)$/.test(words);
  const isTypo = isBold && isOneApart(disassemble(word), disassemble('보충')) && hasSource(body);
  if ((word === '보충' && (isAlone || isBold)) || isTypo)
    report(context, 'supplement-mark', { line: markLine + 1 });
}

function hasSource(body: Node[]): boolean {
  const last = body.at(-1);
  const children = last?.type === 'paragraph' ? (inlineOf(last)?.children ?? []) : [];
  return linesOf(children).some((line) => /^출처\s*[:：]/.test(plainText(line)));
}

const firstLine = (tokens: Token[]): Token[] => {
  const end = tokens.findIndex(isBreak);
  return end < 0 ? tokens : tokens.slice(0, end);
};

function afterLine(tokens: Token[]): Token[] {
  const end = tokens.findIndex(isBreak);
  return end < 0 ? [] : trimTokens(tokens.slice(end + 1));
}

/** Takes the line `출처: … · 확인 2026-11-23` off the end. */
function readSource(
  body: Node[],
  notice: Node,
  context: Context,
): { supplement: { source: Html | null; checked: string | null }; body: Node[] } {
  const line = (notice.token.map?.[0] ?? 0) + 1;
  const last = body.at(-1);
  const children = last?.type === 'paragraph' ? (inlineOf(last)?.children ?? []) : [];
  const lines = linesOf(children);
  const words = lines.at(-1) ?? [];
  if (!last || !/^출처\s*[:：]/.test(plainText(words))) {
    // `출저: …`, `출처 …`: the slip is in that line.
    const isNear = /^[출츨춛][처저쳐쳬]/.test(plainText(words));
    report(context, 'supplement-source-missing', {
      line: isNear ? (notice.token.map?.[1] ?? line + 1) - 1 : line,
    });
    return { supplement: { source: null, checked: null }, body };
  }
  const at = (notice.token.map?.[1] ?? line + 1) - 1;
  const { source, date } = splitSource(words);
  const checked = date !== null && isDate(date) ? date : null;
  const isAhead = checked !== null && checked > (context.options.latestDay ?? checked);
  if (checked === null || isAhead)
    report(context, 'supplement-date', {
      line: at,
      params: { date, isAhead },
      fix: isAhead ? undefined : asIsoDate(date, at, context),
    });
  const html = renderInline(source, envOf(context));
  if (html === '') report(context, 'supplement-source-missing', { line: at });
  const before = trimTokens(children.slice(0, children.length - words.length));
  return {
    supplement: { source: html === '' ? null : html, checked },
    body: before.length > 0 ? [...body.slice(0, -1), withInline(last, before)] : body.slice(0, -1),
  };
}

/** The words after `출처:` and the date after `확인`, as written. */
function splitSource(words: Token[]): { source: Token[]; date: string | null } {
  const first = words.findIndex((token) => token.type === 'text' && /[:：]/.test(token.content));
  const colon = words[first]?.content.search(/[:：]/) ?? 0;
  const [, source] = first < 0 ? [[], words] : cutAt(words, first, colon, colon + 1);
  const index = source.findLastIndex((token) => token.type === 'text' && token.content.trim() !== '');
  const text = source[index]?.content ?? '';
  const match = CHECKED.exec(text.trimEnd());
  if (!match) return { source, date: null };
  // Without what parts the two: `공식 문서 · 확인 2026-11-23`.
  const named = text.slice(0, match.index).trimEnd();
  const end = /[·•|,]/.test(named.slice(-1)) ? named.slice(0, -1).trimEnd().length : named.length;
  const [before] = cutAt(source, index, end, text.length);
  return { source: before, date: match[1] ?? null };
}

/** `2026. 1. 3` as `2026-01-03`, when that is a day. */
function asIsoDate(date: string | null, line: number, context: Context): Fix | undefined {
  const iso = date
    ?.split(/\D+/)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const from = date === null ? -1 : (context.source.lines[line] ?? '').lastIndexOf(date);
  if (date === null || !iso || from < 0 || !isDate(iso)) return undefined;
  return replacement(context, { line, from, to: from + date.length }, iso, `\`${iso}\`로 쓰기`);
}

/** Whether an ISO day exists in the calendar. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
