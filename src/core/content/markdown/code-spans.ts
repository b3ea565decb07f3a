/** Searches that start again and again in one text, in time linear in the text for all of them together. */

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
    const { end } = firstFrom(runs, at + 1) ?? { end: at };
    return firstFrom(byLength.get(end - at) ?? [], end + 1)?.end ?? at;
  };
}

/** The first of some runs in order that ends at an offset or later. */
function firstFrom<R extends { end: number }>(runs: readonly R[], offset: number): R | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return runs[low];
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
