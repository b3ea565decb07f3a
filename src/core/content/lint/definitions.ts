/**
 * Definitions of links that no link uses and that were hardly meant as such: `[conda]: 관리자` is taken for the address of `[conda]` and
 * vanishes from the page.
 */

import type { Env } from 'markdown-it';
import { markdown } from '../markdown/markdown.ts';
import { type Context, report } from '../source/context.ts';
import { shorten } from './words.ts';

/** A single word that is no address: without a dot, a slash, a hash or a colon. */
const DEFINITION =
  /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*\[([^[\]\n]{1,60})\]:[ \t]*([^\s./#:<>]+[.!?]?)[ \t]*$/;

export function checkDefinitions({ references }: Env, context: Context): void {
  if (references === undefined) return;
  const { lines, text } = context.source;
  lines.forEach((source, line) => {
    const [, label = '', address = ''] = DEFINITION.exec(source) ?? [];
    const isRead = label !== '' && Object.hasOwn(references, markdown.utils.normalizeReference(label));
    if (!isRead || text.split(`[${label}]`).length > 2) return;
    report(context, 'reference-unused', {
      line,
      column: source.indexOf('['),
      params: { label: shorten(label), address: shorten(address) },
    });
  });
}
