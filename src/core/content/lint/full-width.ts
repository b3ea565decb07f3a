/** Marks typed in full width, which markdown takes for letters: `＃ 제목`, `＞ 인용`, `［글］（주소）`. */

import { type Context, replacement, report } from '../source/context.ts';
import { placeInRun } from '../source/positions.ts';
import type { LintedText } from './words.ts';

export const FULL_WIDTH = /[＃＞［］（]/;

/** A heading or quote at the start of a line, or a link with a bracket of the wrong kind. */
const MARK = /(?<=^|\n)(?:＃{1,6}|＞)(?=\s*\S)\s*|[[［][^[\]［］\n]+[\]］][(（][^()（）\s]+[)）]/g;

export function checkFullWidth({ content, masked, line }: LintedText, context: Context): void {
  for (const { 0: mark, index } of masked.matchAll(MARK)) {
    if (!FULL_WIDTH.test(mark)) continue;
    const written = content.slice(index, index + mark.length);
    const place = placeInRun(context, line, content, index);
    const instead = narrow(written);
    const { column } = place;
    const isThere = context.source.lines[place.line]?.startsWith(written, column) ?? false;
    const label = `\`${instead.trim()}\`로 쓰기`;
    const fix = isThere
      ? replacement(context, { line: place.line, from: column, to: column + written.length }, instead, label)
      : undefined;
    report(context, 'mark-full-width', {
      line: place.line,
      column,
      params: { mark: written.trim(), instead: instead.trim() },
      fix,
    });
  }
}

/** The brackets of a link keep what stands between them. */
function narrow(mark: string): string {
  if (/^[＃＞]/.test(mark)) return `${mark.trim().replaceAll('＃', '#').replaceAll('＞', '>')} `;
  const [, words = '', address = ''] = /^.(.*)[\]］].(.*).$/s.exec(mark) ?? [];
  return `[${words}](${address})`;
}
