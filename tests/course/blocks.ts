/** The fenced blocks of the notes, for the tests of what they show. */

export interface Block {
  /** `docker/compose.md:31`, where the block opens. */
  at: string;
  file: string;
  language: string;
  /** What stands behind the language: a name, and `fix`, `solution` or `blanks` in a question. */
  title: string;
  lines: string[];
  isSupplement: boolean;
  /** The whole supplement or question around it. */
  around: string;
}

/** Every fenced block, with its answers written into the blanks. */
export const readBlocks = (notes: ReadonlyMap<string, string>): Block[] =>
  [...notes].flatMap(([file, text]) => {
    const lines = text.split('\n');
    const found: Block[] = [];
    for (let at = 0; at < lines.length; at++) {
      const [, quote = '', fence = '', language = '', title = ''] =
        /^((?:> ?)*)(`{3,})(\S*) ?(.*)$/.exec(lines[at] ?? '') ?? [];
      if (fence === '') continue;
      const isSupplement = quote !== '';
      const end = lines.indexOf(`${quote}${fence}`, at + 1);
      const opens = isSupplement ? /^> \*\*보충\*\*$/ : /^#+ Q\. /;
      const from = lines.findLastIndex((line, index) => index < at && opens.test(line));
      const to = lines.findIndex(
        (line, index) => index > end && (isSupplement ? !line.startsWith('>') : line.startsWith('#')),
      );
      found.push({
        at: `${file}:${at + 1}`,
        file,
        language,
        title,
        // `docker [[tag / image tag]] churn:2.3` → `docker tag churn:2.3`
        lines: lines
          .slice(at + 1, end)
          .map((line) => line.slice(quote.length))
          .map((line) => (/\bblanks$/.test(title) ? line.replace(/\[\[(.+?)(?: \/ .+?)*\]\]/g, '$1') : line)),
        isSupplement,
        around: lines.slice(from, to < 0 ? undefined : to).join('\n'),
      });
      at = end;
    }
    return found;
  });
