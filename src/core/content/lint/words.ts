/** The text of an inline run as the lint rules see it: code, escapes and addresses are masked. */

/** A run of words with code, escapes and addresses masked; offsets are those of the content. */
export interface LintedText {
  content: string;
  masked: string;
  /** 0-based line of the first word. */
  line: number;
  /** False for headings and table cells, which are one line each. */
  isParagraph: boolean;
}

const MASKED =
  /(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\\[!-/:-@[-`{-~]|<!--[\s\S]*?-->|<[^<>\n]*>|\]\([^()\s]*\)|https?:\/\/[^\s<>가-힣]+/g;

/** The same length, with everything that is not words made harmless; what stands at the edges is kept. */
export function mask(content: string): string {
  if (!/[`\\<(]|:\/\//.test(content)) return content;
  return content.replace(MASKED, (match) => {
    if (match.startsWith('\\')) return ',,';
    const edge = match.startsWith('](') ? 2 : 1;
    return match.slice(0, edge) + match.slice(edge, -1).replace(/[^\n]/g, 'a') + match.slice(-1);
  });
}
