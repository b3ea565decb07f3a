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

import type { Token } from 'markdown-it';
import type { Fix } from '../../model/diagnostic.ts';
import type { Html } from '../../model/html.ts';
import type { NoticeBlock, NoticeTone } from '../../model/topic.ts';
import { cutAt, isBreak, linesOf, plainText, trimTokens } from '../markdown/inline.ts';
import { renderInline } from '../markdown/markdown.ts';
import { childrenOf, inlineOf, lineOf, type Node, withInline } from '../markdown/nodes.ts';
import { type Context, envOf, replacement, report } from '../source/context.ts';
import type { BlockReader, BlockReading } from './rule.ts';

const MARK = /^\[!(note|tip|important|warning|caution)\]$/i;
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
  const mark = MARK.exec(plainText(firstLine(head)));
  if (!first || !mark) return null;
  const tone = (mark[1] ?? 'note').toLowerCase() as NoticeTone;
  let rest = afterLine(head);
  let body = inner.slice(1);
  let supplement: NoticeBlock['supplement'] = null;
  if (tone === 'note' && plainText(firstLine(rest)) === '보충' && rest[0]?.type === 'strong_open') {
    rest = afterLine(rest);
    if (rest.length > 0) body = [withInline(first, rest), ...body];
    ({ supplement, body } = readSource(body, node, context));
  } else if (rest.length > 0) body = [withInline(first, rest), ...body];
  const block: NoticeBlock = {
    kind: 'notice',
    tone,
    supplement,
    blocks: readBlocks(body, context),
    line: lineOf(node),
  };
  return { blocks: [block], next: index + 1 };
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
  if (!last || !/^출처\s*:/.test(plainText(words))) {
    report(context, 'supplement-source-missing', { line });
    return { supplement: { source: null, checked: null }, body };
  }
  const at = (notice.token.map?.[1] ?? line + 1) - 1;
  const { source, date } = splitSource(words);
  const checked = date !== null && isDate(date) ? date : null;
  if (checked === null)
    report(context, 'supplement-date', {
      line: at,
      params: { date },
      fix: asIsoDate(date, at, context),
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
  const first = words.findIndex((token) => token.type === 'text' && token.content.includes(':'));
  const colon = words[first]?.content.indexOf(':') ?? 0;
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
