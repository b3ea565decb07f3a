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
