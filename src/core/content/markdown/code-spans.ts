/** Searches that start again and again in one text, in time linear in the text for all of them together. */

import { firstEnding } from '../../lists.ts';

/**
 * For offsets of a text: where the code span that begins there ends, the offset itself when none does. A run of backticks is closed
 * by the next one as long. Looking for that from every run took quadratic time.
 */
export function codeSpans(text: string): (at: number) => number {
  if (!text.includes('`')) return (at) => at;
  const runs = [...text.matchAll(/`+/g)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }));
  const byLength = new Map<number, { start: number; end: number }[]>();
  for (const run of runs) {
    const same = byLength.get(run.end - run.start);
    if (same) same.push(run);
    else byLength.set(run.end - run.start, [run]);
  }
  return (at) => {
    if (text[at] !== '`') return at;
    const { end } = runs[firstEnding(runs, at + 1)] ?? { end: at };
    const same = byLength.get(end - at) ?? [];
    return same[firstEnding(same, end + 1)]?.end ?? at;
  };
}

/** `indexOf` for offsets that only grow, Infinity for none: what was found ahead, or is nowhere, is not looked for again. */
export function finderOf(text: string, mark: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const at = text.indexOf(mark, from);
      found = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return found;
  };
}

/** A text without its comments, each replaced; one that is not closed is none. */
export function withoutComments(text: string, instead = ''): string {
  const endOf = finderOf(text, '-->');
  let rest = '';
  let last = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', last)) {
    const close = endOf(at + 4);
    if (!Number.isFinite(close)) break;
    rest += text.slice(last, at) + instead;
    last = close + 3;
  }
  return rest + text.slice(last);
}
