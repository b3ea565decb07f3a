/** Columns of numbers are as wide as the longest one in them, which never breaks: `1.3`, `10.10`, `3.14.2.1`. */

/** For `data-wide`, by which styles know the room that the longest of some numbers takes (base.css). */
export function numberWidth(nodes: readonly { number: string | null }[]): 0 | 1 | 2 | 3 {
  const longest = nodes.reduce((most, { number }) => Math.max(most, number?.length ?? 0), 0);
  return longest <= 4 ? 0 : longest <= 6 ? 1 : longest <= 8 ? 2 : 3;
}
