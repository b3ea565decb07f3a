/** Tags of raw HTML as they are written, and what becomes of each name: GitHub's own list, as far as a note needs it. */

/** `<img src="a.png" width=300>`; names are in lower case, values as written. */
export interface Tag {
  name: string;
  isClosing: boolean;
  /** `<br/>`. */
  isSelfClosing: boolean;
  attributes: ReadonlyMap<string, string>;
}

/** Tags that stand around words, and the markup they become: markdown has some of them, too. */
export const PAIRS: ReadonlyMap<string, string> = new Map([
  ...'kbd sub sup u mark code strong em s'.split(' ').map((name) => [name, name] as const),
  ['b', 'strong'],
  ['i', 'em'],
  ['del', 's'],
  ['strike', 's'],
  ['ins', 'u'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['var', 'code'],
]);

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Left out without a word, since they only say how something is to look. */
export const UNTOLD = names('div span p center font br hr img a details summary picture source wbr');

/** Left out with all they hold, which is no text for readers. */
export const HIDING = names(
  'script style textarea title iframe object noscript template svg math head select',
);

/** These end a paragraph. */
export const BREAKING = names(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset
  h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol optgroup option p section summary table tbody tfoot thead tr ul`,
);

/** Names that need no closing tag. */
const UNCLOSED = names(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th',
);

/** Whether a tag that nothing closes is a tag all the same, and no word in angle brackets. */
export const standsAlone = (name: string): boolean => UNCLOSED.has(name) || PAIRS.has(name) || name === 'a';

/** Reads a whole tag; null for a declaration, an instruction or words. */
export function readTag(written: string): Tag | null {
  const match = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(written);
  if (!match) return null;
  const [start, slash = '', name = ''] = match;
  return {
    name: name.toLowerCase(),
    isClosing: slash !== '',
    isSelfClosing: written.endsWith('/>'),
    attributes: slash === '' ? attributesIn(written.slice(start.length, -1)) : new Map(),
  };
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** The first of a name counts, as in browsers. */
function attributesIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, double ?? single ?? bare ?? '');
  }
  return found;
}

/** Where the tag that begins at `at` ends; −1 where none does: `a < b`, `<3`. */
export function tagEnd(text: string, at: number): number {
  if (!/^<(?:[/!?]?[a-z]|!\[)/i.test(text.slice(at, at + 3))) return -1;
  const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<![CDATA[', at) ? ']]>' : null;
  if (close !== null) {
    const end = text.indexOf(close, at);
    return end < 0 ? -1 : end + close.length;
  }
  for (let next = at + 1; next < text.length; next++) {
    const char = text[next] ?? '';
    if (char === '>') return next + 1;
    if (char === '<') return -1;
    if (char === '"' || char === "'") {
      const close = text.indexOf(char, next + 1);
      if (close < 0) return -1;
      next = close;
    }
  }
  return -1;
}
