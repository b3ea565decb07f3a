/** The name among many that was probably meant: equal but for case and punctuation, or one or two letters away. */

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The only candidate that is near enough; null when there is none, or when two are. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  const all = [...new Set(candidates)];
  const target = lettersOf(name);
  const same = all.filter((each) => lettersOf(each) === target);
  if (same.length > 0) return only(same);
  if (target.length < 3) return null;
  const limit = target.length < 6 ? 1 : 2;
  return only(
    all.filter((each) => isWithin(lettersOf(each), target, limit) || isPart(lettersOf(each), target)),
  );
}

const only = (matches: string[]): string | null => (matches.length === 1 ? (matches[0] ?? null) : null);

/** One is the other with words before or behind it. */
function isPart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && (long.startsWith(short) || long.endsWith(short));
}

/** Whether as many insertions, deletions and replacements are enough to make one of the other. */
function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[b.length] ?? limit + 1) <= limit;
}
