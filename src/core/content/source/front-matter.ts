/**
 * Front matter, as other tools write it at the top of a file: it is no part of the notes. Only its title is used, where
 * the file has no `#` heading.
 *
 *     ---
 *     title: Docker
 *     ---
 */

import type { Source } from './source.ts';

/** `text`: the even text with the front matter's lines emptied, so that line numbers stay. */
export interface FrontMatter {
  text: string;
  title: string | null;
}

/** A rule at the top is front matter only when what follows looks like `key: value` and is closed. */
export function readFrontMatter(source: Source): FrontMatter {
  const { lines, text } = source;
  if (lines[0]?.trimEnd() !== '---' || !/^(?:[\w-]+\s*:|#|---|$)/.test(lines[1] ?? ''))
    return { text, title: null };
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const keys = lines.slice(1, end).filter((line) => line.trim() !== '');
  if (end < 0 || keys.some((line) => !/^(?:[\w-]+\s*:|\s|#|-)/.test(line))) return { text, title: null };
  const title = /^title\s*:\s*(.*?)\s*$/.exec(keys.find((line) => /^title\s*:/.test(line)) ?? '')?.[1] ?? '';
  const words = title.replace(/^(["'])(.*)\1$/, '$2').trim();
  const rest = lines.slice(end + 1).join('\n');
  return { text: `${'\n'.repeat(end + 1)}${rest}`, title: words === '' ? null : words };
}
