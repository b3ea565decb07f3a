/** Finds a quoted sentence in the text of a page. Both the check of the notes and the page that marks the sentence use it. */

/** Offsets in UTF-16 units; `end` is behind the last character. */
export interface QuoteMatch {
  start: number;
  end: number;
}

/** A character with its marks, or the jamo of a syllable: what NFC may put together. */
const CLUSTER = /[\u1100-\u115F][\u1160-\u11FF]*|\P{M}\p{M}*|\p{M}+/gsu;
/** Spaces, characters without width, and the colon behind a term, which the page shows as a column instead. */
const IGNORED = /^[\s:\u200B-\u200D\u2060\u00AD]$/u;
const QUOTES: Record<string, string> = { '“': '"', '”': '"', '‘': "'", '’': "'" };

/**
 * Where the words stand in a text, for the first time; null when they do not, or there are none. Spaces, colons, normal
 * form and the shape of quotation marks do not count, so the text may be that of an element's text nodes put together.
 */
export function findQuote(text: string, quote: string): QuoteMatch | null {
  const sought = read(quote).text;
  if (sought === '') return null;
  const { text: within, starts, ends } = read(text);
  const at = within.indexOf(sought);
  const [start, end] = [starts[at], ends[at + sought.length - 1]];
  return start === undefined || end === undefined ? null : { start, end };
}

/** What counts of a text: a quote stands in it when what counts of that does. */
export const countedText = (text: string): string => read(text).text;

/** What counts of a text, and for each of its units where it comes from. */
function read(text: string): { text: string; starts: number[]; ends: number[] } {
  const read = { text: '', starts: [] as number[], ends: [] as number[] };
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    if (IGNORED.test(cluster)) continue;
    const counted = QUOTES[cluster] ?? cluster.normalize('NFC');
    read.text += counted;
    for (let unit = 0; unit < counted.length; unit++) {
      read.starts.push(index);
      read.ends.push(index + cluster.length);
    }
  }
  return read;
}
