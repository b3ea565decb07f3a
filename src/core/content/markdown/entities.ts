/** Character references and addresses of raw HTML, read as markdown-it reads its own: `&amp;`, `&#x26;`. */

import MarkdownIt from 'markdown-it';

const { utils, normalizeLink } = new MarkdownIt('zero');

/** An address with all that is not ASCII percent-encoded, and its host in Punycode. */
export { normalizeLink };

/** A backslash is no escape in HTML. */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? utils.unescapeAll(text.replaceAll('\\', '\\\\')) : text;

/** An address of an attribute, percent-encoded as those of markdown are. */
export const encodeAddress = (address: string): string => normalizeLink(decodeEntities(address).trim());
