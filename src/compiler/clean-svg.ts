/**
 * SVG pictures without what could run or load anything: read as strict XML, and written anew from what a list allows. Hosts such as
 * GitHub Pages send no policy with a picture, and one that is opened by itself is a document of the site's origin.
 */

import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { SvgFlaw } from '../core/course/link-state.ts';
import { escapeHtml } from '../core/model/html.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XHTML = 'http://www.w3.org/1999/xhtml';

const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g a defs symbol use switch view title desc style path rect circle ellipse line polyline polygon text tspan textPath image marker
  pattern mask clipPath linearGradient radialGradient stop animate animateMotion animateTransform set mpath filter feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA
  feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
  feTile feTurbulence`.split(/\s+/),
);

/** Left out without a word, since no picture looks different without it. */
const UNSEEN = /^(?:metadata|data-.*|xmlns.*|xml:base)$/;

/** What embeds a raster picture in the file itself. */
const EMBEDDED = /^data:image\/(?:png|jpe?g|gif|webp);base64,[\w+/=\s]*$/i;

/** What loads something in a style or attribute: an import, an escape that could spell one, an address that is no `#part` of the file. */
const LOADS =
  /\\|@import|(?:image|image-set|src|cross-fade)\s*\(|url\s*\((?!\s*(?:["']\s*)?(?:#|data:(?:image\/(?:png|jpe?g|gif|webp)|(?:application\/(?:x-)?)?font[\w/+-]*)[;,]))/i;

/** Names that drawing programs give to long texts: `<!ENTITY ns_svg "http://www.w3.org/2000/svg">`. Short ones, so that many uses stay small. */
const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"&<]{0,200})"|'([^'&<]{0,200})')\s*>/g;

/** What became of a picture: its clean text, null when it is no SVG, and what is to be told of that. */
export interface CleanSvg {
  text: string | null;
  flaw: SvgFlaw | null;
}

export function cleanSvg(bytes: Uint8Array): CleanSvg {
  const parser = new SaxesParser({ xmlns: true });
  try {
    const { text, dropped } = rewrite(decode(bytes), parser);
    return { text, flaw: dropped.size === 0 ? null : { kind: 'cleaned', dropped: [...dropped] } };
  } catch {
    return { text: null, flaw: { kind: 'unreadable', line: parser.line } };
  }
}

/** Throws for bytes that are not in the encoding they claim to be in. */
function decode(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 100));
  const wideMark = /^(?:\xFF\xFE|\xFE\xFF)/.exec(head)?.[0];
  const declared = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*?\sencoding=["']([\w-]+)["']/.exec(head)?.[1];
  const encoding = wideMark ? (wideMark === '\xFF\xFE' ? 'utf-16le' : 'utf-16be') : (declared ?? 'utf-8');
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

function rewrite(source: string, parser: SaxesParser<{ xmlns: true }>) {
  const dropped = new Set<string>();
  const written: string[] = [];
  /** Open elements that are left out with all they hold. */
  let skipping = 0;
  let style: string | null = null;
  let isFirst = true;
  const write = (text: string) => {
    if (skipping > 0 || isFirst) return;
    if (style === null) written.push(escapeHtml(text));
    else style += text;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', (doctype) => {
    for (const [, name = '', text, other] of doctype.matchAll(ENTITY))
      parser.ENTITIES[name] = text ?? other ?? '';
  });
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('opentag', (tag) => {
    if (isFirst && (tag.local !== 'svg' || tag.uri !== SVG)) throw new Error('The root is no <svg>.');
    if (skipping > 0 || style !== null || !isAllowed(tag)) {
      if (skipping === 0 && (tag.uri === SVG || tag.uri === XHTML) && !UNSEEN.test(tag.local))
        dropped.add(`<${tag.local}>`);
      skipping++;
      return;
    }
    written.push(`<${tag.local}${isFirst ? ` xmlns="${SVG}"` : ''}${attributesOf(tag, dropped)}>`);
    isFirst = false;
    if (tag.local === 'style') style = '';
  });
  parser.on('closetag', ({ local }) => {
    if (skipping > 0) {
      skipping--;
      return;
    }
    if (style !== null) {
      if (LOADS.test(style)) dropped.add('<style>');
      else written.push(escapeHtml(style));
      style = null;
    }
    written.push(`</${local}>`);
  });
  parser.write(source).close();
  return { text: `${written.join('')}\n`, dropped };
}

/** An animation may change what is seen, not where something leads. */
function isAllowed({ uri, local, attributes }: SaxesTagNS): boolean {
  const animated = attributes.attributeName?.value ?? 'x';
  return uri === SVG && ELEMENTS.has(local) && /^\s*(?!on|href|style)[a-z][\w-]*\s*$/i.test(animated);
}

function attributesOf({ local: element, attributes }: SaxesTagNS, dropped: Set<string>): string {
  // Files that older programs have to read, too, say `xlink:href` beside `href`, which counts.
  const hasHref = attributes.href !== undefined;
  return Object.values(attributes)
    .map(({ name, local, uri, value }) => {
      if (hasHref && local === 'href' && uri === XLINK) return '';
      const isReference = local === 'href' && (uri === '' || uri === XLINK);
      const isKept = isReference
        ? isInside(element, value)
        : (uri === '' ? /^(?!on|data-)[a-z][\w-]*$/i.test(name) : /^xml:(?:space|lang)$/.test(name)) &&
          !LOADS.test(value);
      if (isKept) return ` ${isReference ? 'href' : name}="${escapeAttribute(value)}"`;
      if (isReference || (uri === '' && !UNSEEN.test(name))) dropped.add(isReference ? 'href' : name);
      return '';
    })
    .join('');
}

const isInside = (element: string, href: string): boolean =>
  /^\s*#/.test(href) || (/^(?:image|feImage)$/.test(element) && EMBEDDED.test(href.trim()));

const escapeAttribute = (value: string): string =>
  escapeHtml(value).replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
