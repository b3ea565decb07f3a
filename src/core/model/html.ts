/** Safe HTML: the only place where a string becomes `Html`, by escaping or joining, and is read back as text. */

declare const safe: unique symbol;
/** Markup made by core/content only: author text escaped, harmless tags, live links checked. Safe to insert. */
export type Html = string & { readonly [safe]: true };

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** The signs by the names that `escapeHtml` gives them. */
export const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Text as it may stand between tags and in double-quoted attributes. */
export function escapeHtml(text: string): Html {
  return (/[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char) : text) as Html;
}

/** The text that `escapeHtml` made markup of. */
export const unescapeHtml = (html: string): string =>
  html.includes('&') ? html.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '') : html;

/** Marks markup as safe. Only for strings put together from escaped text and our own tags. */
export const trusted = (markup: string): Html => markup as Html;

/** Markup as it may stand a second time: without the places that links lead to, references to notes and the link of a style. */
export const withoutPlaces = (html: Html): Html =>
  html.replace(/<a id="[^"]*"><\/a>|<sup class="fn">.*?<\/sup>|<link [^<>]*>/g, '') as Html;

const FORMULA = /<math data-tex="([^"]*)".*?<\/math>/gs;

/** Markup with its formulas as their source, since the letters of `\frac{1}{2}` alone are 12. */
export const withFormulaSources = (html: Html): Html =>
  html.includes('<math') ? (html.replace(FORMULA, '$1') as Html) : html;

/** The text a reader sees in markup made here; line breaks become spaces. */
export function textOf(html: Html): string {
  if (!/[<&]/.test(html)) return /[^\S ]|\s\s|^\s|\s$/.test(html) ? html.replace(/\s+/g, ' ').trim() : html;
  const text = html
    .replace(/<br>/g, ' ')
    .replace(/<img [^<>]*?alt="([^"]*)"[^<>]*>/g, '$1')
    .replace(/<pre [^<>]*?data-title="([^"]*)"[^<>]*>/g, '$1 ')
    .replace(/<[^<>]*>/g, '');
  return unescapeHtml(text).replace(/\s+/g, ' ').trim();
}

/** Numbers of footnotes and the ways back from them. */
const NUMBERS = /<sup class="fn".*?<\/sup>|<a [^<>]*class="fn-back".*?<\/a>/g;

/** What a page shows, without the numbers of footnotes, which are no words. */
export const shownText = (html: Html): string =>
  textOf(html.includes('class="fn') ? trusted(html.replace(NUMBERS, '')) : html);

/** What is meant: of a formula its source. */
export const meantText = (html: Html): string => shownText(withFormulaSources(html));
