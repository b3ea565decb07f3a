/** Turns blocks and inline markup into plain HTML that any program shows: no classes, no pictures, no addresses of the site. */

import { inWords } from '../content/diagrams/diagram-html.ts';
import { escapeHtml, type Html, textOf, withoutPlaces } from '../model/html.ts';
import type { AnswerItem } from '../model/question.ts';
import { encodePath } from '../model/site.ts';
import type { Block, Entry } from '../model/topic.ts';

/** Author text without classes, scripts, pictures or addresses that only work on the site; and what a reader reads of it. */
export interface Rich {
  html: string;
  text: string;
}

/** Where the pages of a course are; `origin` is empty when that is not known. */
export interface Site {
  origin: string;
  base: string;
}

/** The absolute address of a link; null for a link within the site when its origin is not known. */
export function addressFrom(site: Site, path: string, href: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  if (site.origin === '') return null;
  return href.startsWith('#')
    ? `${site.origin}${site.base.slice(0, -1)}${encodePath(path)}${href}`
    : `${site.origin}${href}`;
}

const ATTRIBUTES = /\s(?:start|colspan|rowspan)="\d+"/g;
/** Formulas go as their source between the marks that Anki and Moodle read. */
const FORMULA = /<math data-tex="([^"]*)"( display="block")?.*?<\/math>/gs;
const PICTURE = /<img [^>]*?alt="([^"]*)"[^>]*>/g;
const CODE_TITLE = /<pre [^>]*?data-title="([^"]*)"[^>]*>/g;
const CHECKBOX = /<input [^>]*>/g;
const LINK = /<a [^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g;
const OPENING = /<([a-z][a-z0-9]*)(\s[^>]*)>/g;

/** Turns markup made by core/content into plain HTML. Attributes there never hold a bare `>`. */
export class PlainHtml {
  readonly #site: Site;
  readonly #path: string;
  /** Called for each picture, which becomes its description. */
  readonly #onPicture: () => void;

  constructor(site: Site, path: string, onPicture: () => void) {
    this.#site = site;
    this.#path = path;
    this.#onPicture = onPicture;
  }

  inline(html: Html): string {
    return withoutPlaces(inWords(html))
      .replace(FORMULA, (_, tex: string, display?: string) => (display ? `\\[${tex}\\]` : `\\(${tex}\\)`))
      .replace(PICTURE, (_, alt: string) => {
        this.#onPicture();
        return `[그림: ${alt}]`;
      })
      .replace(CODE_TITLE, '<p><b>$1</b></p><pre>')
      .replace(CHECKBOX, (box) => (/\schecked\b/.test(box) ? '☑' : '☐'))
      .replace(LINK, (_, href: string, inner: string) => {
        const address = addressFrom(this.#site, this.#path, href);
        // Without attributes here, the next step would take the address away.
        return address === null ? inner : `<a\u0000${address}">${inner}</a>`;
      })
      .replace(OPENING, (_, tag: string, attributes: string) => {
        return `<${tag}${attributes.match(ATTRIBUTES)?.join('') ?? ''}>`;
      })
      .replaceAll('<a\u0000', '<a href="')
      .trim();
  }

  rich(html: Html): Rich {
    return richOf(this.inline(html));
  }

  item({ html, feedback }: AnswerItem): Rich & { feedback: Rich | null } {
    return { ...this.rich(html), feedback: feedback === null ? null : this.rich(feedback) };
  }

  /** Null when there is nothing. */
  blocks(blocks: readonly Block[]): Rich | null {
    const html = this.#blocks(blocks);
    return html === '' ? null : richOf(html);
  }

  /** What an entry says beside its term. */
  said({ text, blocks, points, pointList }: Entry): Rich {
    const own = text === null ? '' : `<p>${this.inline(text)}</p>`;
    return richOf(`${own}${this.#blocks(blocks)}${this.#points(points, pointList)}`);
  }

  #blocks = (blocks: readonly Block[]): string => blocks.map((block) => this.#block(block)).join('');

  #block(block: Block): string {
    switch (block.kind) {
      case 'prose':
        return this.inline(block.html);
      case 'outline': {
        const items = block.entries.map((entry) => this.#entry(entry)).join('');
        if (block.list === 'bullet') return `<ul>${items}</ul>`;
        return block.start === 1 ? `<ol>${items}</ol>` : `<ol start="${block.start}">${items}</ol>`;
      }
      case 'case':
        return `<ul>${block.steps.map(({ entry }) => this.#entry(entry)).join('')}</ul>`;
      case 'notice':
        return `<blockquote>${this.#blocks(block.blocks)}</blockquote>`;
      case 'code': {
        const title = block.title === null ? '' : `<p><b>${escapeHtml(block.title)}</b></p>`;
        return `${title}<pre><code>${escapeHtml(block.code)}</code></pre>`;
      }
      case 'comparison': {
        const head = ['비교', ...block.columns.map((column) => this.inline(column.head))];
        const rows = block.rows.map(({ name, cells }) =>
          [
            `<th>${escapeHtml(name)}</th>`,
            ...cells.map((cell) => `<td>${cell.origin === 'none' ? '–' : this.inline(cell.html)}</td>`),
          ].join(''),
        );
        return `<table><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
      }
      case 'stacks':
        return `<ul>${block.stacks
          .map(({ name, layers }) => {
            const texts = layers.map(({ text }) => `<li>${escapeHtml(text)}</li>`).join('');
            return `<li><b>${escapeHtml(name)}</b><ol>${texts}</ol></li>`;
          })
          .join('')}</ul>`;
      case 'quiz':
        return '';
      default:
        return block satisfies never;
    }
  }

  #entry({ term, text, blocks, points, pointList }: Entry): string {
    const name = term === null ? '' : `<b>${this.inline(term)}</b>`;
    const words = text === null ? '' : this.inline(text);
    const colon = name !== '' && words !== '' ? ': ' : '';
    return `<li>${name}${colon}${words}${this.#blocks(blocks)}${this.#points(points, pointList)}</li>`;
  }

  #points(points: readonly Entry[], list: Entry['pointList']): string {
    if (points.length === 0) return '';
    const tag = list === 'ordered' ? 'ol' : 'ul';
    return `<${tag}>${points.map((point) => this.#entry(point)).join('')}</${tag}>`;
  }
}

/** Blocks end with a blank in the text, so that two list items are not one word. */
const richOf = (html: string): Rich => ({
  html,
  text: textOf(
    html.replace(/<\/(?:p|li|td|th|tr|pre|blockquote|h\d)>|<(?:ul|ol|pre|table)>/g, ' $&') as Html,
  ),
});
