/** Lists of any length: spread into the arguments of a call, some 100,000 values overflow the stack. */

export function pushAll<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}

/** The greatest of some numbers and `among`; -Infinity for none. */
export function greatest(numbers: Iterable<number>, among = Number.NEGATIVE_INFINITY): number {
  let found = among;
  for (const each of numbers) found = Math.max(found, each);
  return found;
}

/** The least of some numbers and `among`; Infinity for none. */
export function least(numbers: Iterable<number>, among = Number.POSITIVE_INFINITY): number {
  let found = among;
  for (const each of numbers) found = Math.min(found, each);
  return found;
}

/** The index of the first of some ranges in order that ends at an offset or later; their number when none does. */
export function firstEnding(ranges: readonly { end: number }[], offset: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Indices of the longest subsequence of integers that rise: of `1, 9, 3, 4` those of 1, 3 and 4. Of equally long ones it is the one
 * that ends last (of `9, 3` the 3), and each value in it is the greatest that fits (of `5, 0, 9` the 5 and the 9). Found by
 * patience sorting, in n log n steps.
 */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  // Of each length the indices of the values that end a rise of that length: by index, so that the values never grow.
  const ends: number[][] = [];
  const valueAt = (index: number | undefined): number => values[index ?? -1] ?? Number.NaN;
  for (const [index, value] of values.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueAt(ends[middle]?.at(-1)) < value) low = middle + 1;
      else high = middle;
    }
    const list = ends[low];
    if (list) list.push(index);
    else ends.push([index]);
  }
  const rise = new Set<number>();
  let limit = valueAt(ends.at(-1)?.at(-1));
  for (const list of ends.toReversed()) {
    const index = list.find((each) => valueAt(each) <= limit);
    if (index === undefined) continue;
    rise.add(index);
    limit = valueAt(index) - 1;
  }
  return rise;
}
