/** Mermaid blocks of the notes: their markup, and what their author is told. One that cannot be drawn stays code. */

import type { Token } from 'markdown-it';
import { blocksOf, walkBlocks } from '../../model/blocks.ts';
import { escapeHtml, type Html, trusted } from '../../model/html.ts';
import type { CodeBlock, Topic } from '../../model/topic.ts';
import { type Context, indentOf, replacement, report } from '../source/context.ts';
import type { Flaw } from './diagram.ts';
import { diagramHtml, numbered } from './diagram-html.ts';
import { readDiagram } from './read-diagram.ts';

const LANGUAGE = 'mermaid';

/** The diagram that a code block describes; null when it describes none. */
export function renderDiagram({ language, code, title }: CodeBlock, context: Context): Html | null {
  if (language !== LANGUAGE) return null;
  const { diagram } = readDiagram(code);
  const drawings = diagram && context.options.drawDiagram?.(diagram);
  if (!diagram || drawings === 'failed') return null;
  context.hasDiagrams = true;
  return diagramHtml({
    diagram,
    drawings: drawings ?? null,
    title,
    code,
    style: context.options.styles?.diagram ?? '',
  });
}

/** Tells readers why they see code; of slips only the author is told. */
export function noteUndrawn({ language, code }: CodeBlock): Html | null {
  if (language !== LANGUAGE) return null;
  const flaw = readDiagram(code).flaws.find((one) => one.code === 'diagram-kind');
  return flaw
    ? trusted(`<p class="note"><code>${escapeHtml(flaw.found)}</code> 그림은 원문 그대로 둡니다.</p>\n`)
    : null;
}

/** Numbers the diagrams of a page in order of reading. Those of questions, which are also shown alone, have no number. */
export function numberDiagrams(topic: Pick<Topic, 'blocks' | 'sections'>): void {
  let number = 1;
  walkBlocks(blocksOf(topic), null, {
    without: ['quiz'],
    block: (block) => {
      if (block.kind === 'prose') ({ html: block.html, next: number } = numbered(block.html, number));
      return undefined;
    },
  });
}

/** Tells of what is wrong in a block, at its lines. */
export function checkDiagram(token: Token, context: Context): void {
  if (token.type !== 'fence' || !token.map || !/^mermaid\b/i.test(token.info.trim())) return;
  const { diagram, flaws } = readDiagram(token.content.replace(/\n$/, ''));
  const first = token.map[0] + 1;
  const rows = token.content.split('\n');
  for (const flaw of flaws) tell(flaw, first + flaw.row, rows[flaw.row] ?? '', context);
  if (diagram && context.options.drawDiagram?.(diagram) === 'failed')
    report(context, 'diagram-large', { line: token.map[0], params: TANGLED });
}

const TANGLED = { found: '선이 너무 얽혀', instead: '여러 그림으로 나누세요' };

function tell(
  { code, column, found, instead, isSafe }: Flaw,
  line: number,
  row: string,
  context: Context,
): void {
  const written = context.source.lines[line] ?? '';
  // In a quotation or an item the block is indented.
  const from = written.endsWith(row) ? written.length - row.length + column : indentOf(context, line);
  const isThere = written.startsWith(found, from);
  const fix =
    isSafe && isThere
      ? replacement(context, { line, from, to: from + found.length }, instead, `\`${instead}\`로 바꾸기`)
      : undefined;
  report(context, code, { line, column: from, params: { found, instead }, fix });
}
