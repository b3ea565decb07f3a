/**
 * HTML of other programs made plain and well formed: tags that markdown has, closed in their parent, links that lead outside. What
 * would run in a page is refused, since nobody writes it into a question by chance.
 */

import { decodeEntities } from '../../core/content/markdown/entities.ts';
import { parse } from '../../core/content/parse.ts';
import { PlainHtml } from '../../core/export/plain-html.ts';
import { escapeHtml, type Html, textOf } from '../../core/model/html.ts';
import { Hostile } from './bank.ts';

const INLINE = /^(?:b|strong|i|em|u|s|del|sub|sup|kbd|code|a)$/;
const BLOCK = /^(?:p|ul|ol|li|pre|blockquote|table|thead|tbody|tr|th|td)$/;
/** Paragraphs by another name. */
const PARAGRAPHS =
  /^(?:div|h[1-6]|section|article|header|footer|center|address|dl|dt|dd|figure|figcaption|details|summary|form|fieldset)$/;
/** Tags that leave their words. */
const LEFT =
  /^(?:span|font|big|small|tt|var|samp|cite|q|ins|mark|abbr|acronym|bdi|bdo|strike|label|tfoot|caption|colgroup|col|nobr|wbr|math|mrow|mi|mo|mn|msup|msub|mfrac|semantics|annotation|html|body|o)$/;
const MEDIA = /^(?:img|video|audio|picture|source|svg|canvas)$/;
const RUNNING = /^(?:script|iframe|object|embed|applet|base|meta|link|frame|frameset)$/;
/** Tags that neither markdown nor words have a use for. */
const DROPPED = /^(?:style|input|button|select|option|textarea|nav|head|title)$/;
const CLOSES_ITSELF = /^(?:p|li|tr|td|th)$/;
const DEEPEST = 40;
const LONGEST = 60_000;

const TOKEN = /<(\/?)([a-z][a-z0-9]*)(?![a-z0-9])([^<>]*)>|<!--|[^<]+|</gi;

/** Words of a bank as plain HTML. `onPicture` is called for each picture, which becomes its description. */
export function cleanHtml(html: string, onPicture: () => void): string {
  if (html.length > LONGEST) throw new Hostile(`글이 너무 깁니다(${LONGEST.toLocaleString('ko')}자까지).`);
  const cleaner = new Cleaner(onPicture);
  const tokens = new RegExp(TOKEN);
  for (let match = tokens.exec(html); match; match = tokens.exec(html)) {
    const [whole, slash, name, attributes = ''] = match;
    if (whole === '<!--') tokens.lastIndex = endOf(html, '-->', match.index);
    else if (name === undefined) cleaner.text(decodeEntities(whole));
    else if (slash === '/') cleaner.close(name.toLowerCase(), whole);
    else {
      cleaner.open(name.toLowerCase(), attributes, whole);
      if (/^style$/i.test(name)) tokens.lastIndex = endOf(html, '</style>', match.index);
    }
  }
  return cleaner.end();
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

class Cleaner {
  #html = '';
  readonly #open: string[] = [];
  readonly #onPicture: () => void;

  constructor(onPicture: () => void) {
    this.#onPicture = onPicture;
  }

  text(words: string): void {
    this.#html += escapeHtml(words);
  }

  open(name: string, attributes: string, whole: string): void {
    if (RUNNING.test(name) || /\son[a-z]+\s*=|(?:java|vb)script\s*:/i.test(decodeEntities(attributes)))
      throw new Hostile(`실행되는 태그가 들어 있습니다: ${whole.slice(0, 60)}`);
    if (MEDIA.test(name)) {
      this.#onPicture();
      this.text(`[그림: ${decodeEntities(attributeOf(attributes, 'alt')).replace(/\s+/g, ' ').trim()}]`);
    } else if (name === 'br' || name === 'hr') {
      this.#html += this.#open.includes('pre') ? '\n' : `<${name}>`;
    } else if (PARAGRAPHS.test(name)) this.#push('p');
    else if (BLOCK.test(name)) this.#push(name, name === 'ol' ? startOf(attributes) : '');
    else if (name === 'a') {
      const href = decodeEntities(attributeOf(attributes, 'href')).trim();
      if (/^(?:https?:\/\/|mailto:)/i.test(href)) this.#push('a', ` href="${escapeHtml(href)}"`);
    } else if (INLINE.test(name)) this.#push(name);
    else if (!LEFT.test(name) && !DROPPED.test(name)) this.text(whole);
  }

  #push(name: string, attributes = ''): void {
    if (this.#open.length > DEEPEST) throw new Hostile('태그가 너무 깊이 겹쳐 있습니다.');
    if (!INLINE.test(name)) {
      if (this.#open.at(-1) === 'p') this.close('p', '');
      if (CLOSES_ITSELF.test(name) && this.#open.at(-1) === name) this.close(name, '');
    }
    this.#open.push(name);
    this.#html += `<${name}${attributes}>`;
  }

  close(name: string, whole: string): void {
    const own = PARAGRAPHS.test(name) ? 'p' : name;
    const at = this.#open.lastIndexOf(own);
    if (at >= 0) this.#pop(at);
    else if (!isKnown(own)) this.text(whole);
  }

  #pop(length: number): void {
    while (this.#open.length > length) this.#html += `</${this.#open.pop()}>`;
  }

  end(): string {
    this.#pop(0);
    return this.#html.replace(/<p>\s*<\/p>/g, '').trim();
  }
}

const isKnown = (name: string): boolean =>
  [INLINE, BLOCK, PARAGRAPHS, LEFT, MEDIA, RUNNING, DROPPED, /^[bh]r$/].some((names) => names.test(name));

const startOf = (attributes: string): string => {
  const start = attributeOf(attributes, 'start');
  return /^\d{1,6}$/.test(start) ? ` start="${start}"` : '';
};

function attributeOf(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(
    attributes,
  );
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

/** Plain words as HTML; lines stay lines. */
export const htmlOfText = (text: string): string =>
  escapeHtml(text.trim().replace(/\r\n?/g, '\n')).replaceAll('\n', '<br>');

/** Markdown of a bank as HTML, read as that of the notes is. */
export function htmlOfMarkdown(text: string): string {
  const { value } = parse(`# t\n\n${text}`, { file: 't.md' });
  return new PlainHtml({ origin: '', base: '/' }, '/', () => undefined).blocks(value.blocks)?.html ?? '';
}

/**
 * What is asked, as a title of one line and the rest: a first paragraph that is bold as our own export writes it, else the first
 * line. `name` is the title where there is no such line, since a table or code stands first.
 */
export function divideAsked(html: string, name: string): { title: string; stem: string } {
  const [own, bold = ''] = /^<p><b>((?:(?!<\/p>).)*)<\/b>(?: \(모두 고르세요\))?<\/p>/s.exec(html) ?? [];
  if (own !== undefined && textOf(bold as Html) !== '') return { title: bold, stem: html.slice(own.length) };
  const inner = html.replace(/^<p>/, '');
  const end = /<br>|<\/?(?:p|ul|ol|pre|blockquote|table|hr)\b[^<>]*>/.exec(inner);
  const first = inner.slice(0, end?.index ?? inner.length).trim();
  if (textOf(first as Html) === '' || !isWhole(first))
    return { title: escapeHtml(name.trim() || '다음 물음에 답하세요.'), stem: html };
  const rest = end ? inner.slice(end.index) : '';
  const isInParagraph = inner.length < html.length;
  const below = rest.startsWith('<br>')
    ? `${isInParagraph ? '<p>' : ''}${rest.slice(4)}`
    : rest.replace(/^<\/p>/, '');
  return { title: first, stem: below.trim() };
}

/** Whether every tag is closed within. */
const isWhole = (html: string): boolean =>
  (html.match(/<[a-z][^<>]*>/g) ?? []).length === (html.match(/<\/[a-z]+>/g) ?? []).length;
