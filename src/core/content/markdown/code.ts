/** Code blocks: language and title from the info string (```` ```yaml compose.yaml ````), colours from the compiler's highlighter. */

import type { Env, Token } from 'markdown-it';
import type { Fix } from '../../model/diagnostic.ts';
import { escapeHtml, type Html } from '../../model/html.ts';
import type { CodeBlock } from '../../model/topic.ts';
import { renderDiagram } from '../diagrams/block.ts';
import { type Context, contextOf, indentOf, replacement, report } from '../source/context.ts';

const LANGUAGE = /^[A-Za-z0-9][\w+#.-]{0,31}$/;

/** The block of a fence or of indented code. */
export function readCode(token: Token, context: Context): CodeBlock {
  const info = /^(\S*)\s*(.*)$/s.exec(token.info.trim());
  const word = info?.[1] ?? '';
  const language = LANGUAGE.test(word) ? word.toLowerCase() : '';
  const rest = (language === '' ? token.info : (info?.[2] ?? '')).trim();
  const line = token.map?.[0] ?? 0;
  const code = token.content.replace(/\n$/, '');
  return {
    kind: 'code',
    language,
    title: rest === '' ? null : rest.replace(/^title=/, '').replace(/^"(.*)"$/, '$1'),
    code,
    html: highlight(code, language, context),
    line: line + 1,
  };
}

/** Code within other markup (an item, a quotation, an option), for markdown-it's renderer. The page frames it: src/ui/topic/html.tsx. */
export function renderCodeToken(token: Token | undefined, env: Env): string {
  if (!token) return '';
  const context = contextOf(env);
  const code = readCode(token, context);
  const diagram = renderDiagram(code, context);
  if (diagram) return diagram;
  const { language, title, html } = code;
  const named = language === '' ? '' : ` data-language="${escapeHtml(language)}"`;
  const titled = title === null ? '' : ` data-title="${escapeHtml(title)}"`;
  return `<pre${named}${titled}><code>${html}</code></pre>\n`;
}

function highlight(code: string, language: string, context: Context): Html {
  if (language === '') return escapeHtml(code);
  try {
    return context.options.highlight?.(code, language) ?? escapeHtml(code);
  } catch {
    return escapeHtml(code);
  }
}

/** Tells of a fence that runs to the end of its container because nothing closes it. */
export function checkFence(token: Token, context: Context): void {
  if (token.type !== 'fence' || !token.map) return;
  const [start, end] = token.map;
  const last = (context.source.lines[end - 1] ?? '').trimEnd();
  const closing = /(`+|~+)$/.exec(last)?.[1] ?? '';
  const isClosed = end - 1 > start && closing[0] === token.markup[0] && closing.length >= token.markup.length;
  if (!isClosed)
    report(context, 'fence-unclosed', {
      line: start,
      params: { fence: token.markup },
      fix: closeFence(token, context),
    });
}

/** The one line within that was meant to close the fence and is too short for it or of the other kind. */
function closeFence({ map, markup }: Token, context: Context): Fix | undefined {
  const [start, end] = map ?? [0, 0];
  const isNearly = (line: number) => /^[\s>]*(?:`{2,}|~{2,})\s*$/.test(context.source.lines[line] ?? '');
  const lines = Array.from({ length: end - start - 1 }, (_, at) => start + 1 + at).filter(isNearly);
  const [line] = lines;
  if (line === undefined || lines.length > 1) return undefined;
  const text = context.source.lines[line] ?? '';
  const from = indentOf(context, line);
  return replacement(context, { line, from, to: text.length }, markup, `\`${markup}\`로 닫기`);
}
