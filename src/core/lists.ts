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
