/** Code blocks: language and title from the info string (```` ```yaml compose.yaml ````). Their colours come later: colours.ts. */

import type { Env, Token } from 'markdown-it';
import type { Fix } from '../../model/diagnostic.ts';
import { escapeHtml } from '../../model/html.ts';
import type { CodeBlock } from '../../model/topic.ts';
import { renderDiagram } from '../diagrams/block.ts';
import { type Context, contextOf, indentOf, replacement, report } from '../source/context.ts';

const LANGUAGE = /^[A-Za-z0-9][\w+#.-]{0,31}$/;
/** Which lines are marked and how (`{1,3}`, `{{ "a": 1 }}`), and settings other tools know (`showLineNumbers`, `copy=false`). */
const BRACED = /,?\s*\[\[.*\]\]|\{\{.*?\}\}|\{[^{}]*\}/g;
const SETTING =
  /(?:^|\s)(?!(?:title|filename|file|name)=)[\w-]+=(?:"[^"]*"|'[^']*'|\S+)|(?:^|\s)(?:showLineNumbers|linenos|numberLines|copy|expandable|wrap)(?=\s|$)/g;

/** The block of a fence or of indented code. */
export function readCode(token: Token): CodeBlock {
  const { language, title } = readInfo(token.info);
  const line = token.map?.[0] ?? 0;
  const code = token.content.replace(/\n$/, '');
  return {
    kind: 'code',
    language,
    title: title === '' ? null : title,
    code,
    html: escapeHtml(code),
    line: line + 1,
  };
}

/** `yaml compose.yaml`, `js {1,3} title="app.js"`, `yaml:compose.yaml`, `rust,ignore`, `{.python .numberLines}`: a language and a title. */
function readInfo(info: string): { language: string; title: string; unread: string } {
  const pandoc = /^\{\s*\.([\w+#-]+)[^{}]*\}\s*(.*)$/s.exec(info.trim());
  const [, word = '', rest = ''] = pandoc ?? /^([^\s{]*)\s*(.*)$/s.exec(info.trim()) ?? [];
  const [, head = '', sign = '', name = ''] = /^([^:,]*)([:,]?)(.*)$/s.exec(word) ?? [];
  const language = [word, head].find((each) => LANGUAGE.test(each)) ?? '';
  if (language === '') return { language, title: info.trim(), unread: '' };
  const unread = rest.match(BRACED)?.[0] ?? rest.match(SETTING)?.[0].trim() ?? '';
  const title = rest
    .replace(BRACED, ' ')
    .replace(SETTING, ' ')
    .replace(/(?:^|\s)(?:title|filename|file|name)=/, ' ')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return { language: language.toLowerCase(), title: title || (sign === ':' ? name : ''), unread };
}

/** Code within other markup (an item, a quotation, an option), for markdown-it's renderer. The page frames it: src/ui/topic/html.tsx. */
export function renderCodeToken(token: Token | undefined, env: Env): string {
  if (!token) return '';
  if (token.meta?.html) return String(token.meta.html);
  const context = contextOf(env);
  const code = readCode(token);
  const diagram = renderDiagram(code, context);
  if (diagram) return diagram;
  const { language, title, html } = code;
  const named = language === '' ? '' : ` data-language="${escapeHtml(language)}"`;
  const titled = title === null ? '' : ` data-title="${escapeHtml(title)}"`;
  return `<pre${named}${titled}><code>${html}</code></pre>\n`;
}

/** All of a block of code: `{{#include ../main.rs}}` of mdBook, `--8<-- "main.py"` of MkDocs, `<<< @/main.ts` of VitePress. */
const INCLUDE =
  /^\s*(?:\{\{\s*#(?:rustdoc_)?(?:include|playground)\s[^{}\n]*\}\}|-{2,}8<-{2,}[^\n]*|<<< ?@?\/[^\n]*)(?=\s*$)/;

/**
 * Tells of a fence that runs to the end of its container because nothing closes it, and once a file of settings that do nothing and
 * of code that is not put in.
 */
export function checkFence(token: Token, context: Context): void {
  if (token.type !== 'fence' || !token.map) return;
  const { unread } = readInfo(token.info);
  if (unread !== '' && !context.diagnostics.some(({ code }) => code === 'code-info'))
    report(context, 'code-info', { line: token.map[0], params: { info: unread } });
  const [start, end] = token.map;
  const mark = INCLUDE.exec(token.content)?.[0];
  // Told once a file: who writes one writes many.
  if (mark !== undefined && !context.hasInclude) {
    context.hasInclude = true;
    const params = { kind: 'include' as const, mark: mark.length > 30 ? `${mark.slice(0, 30)}…` : mark };
    report(context, 'mark-left', { line: start + 1, params });
  }
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
