/** The only component that sets inner HTML. Its type `Html` says that core has made the markup safe. */

import { type HTMLAttributes, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { type Html as SafeHtml, textOf, withFormulaSources } from '../../core/model/html.ts';
import { notesLanguage } from '../../store/site.ts';
import { trustedHtml } from '../../store/trusted-types.ts';
import { CopyButton, commandsOf } from './copy-button.tsx';

type Tag = 'span' | 'p' | 'div' | 'code' | 'b' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'dt' | 'dd' | 'th';

interface HtmlProps extends Omit<HTMLAttributes<HTMLElement>, 'dangerouslySetInnerHTML' | 'children'> {
  html: SafeHtml;
  as?: Tag;
  scope?: 'col' | 'row';
}

/** Text without markup is set as text, which is cheaper than parsing each of the many little pieces of a page. */
const isText = (html: string): boolean => /^[^<>&"'\r\0]+$/.test(html);

export function Html({ html, as: Element = 'span', lang = notesLanguage(), ...others }: HtmlProps) {
  const rest = lang === undefined ? others : { ...others, lang };
  const markup = useMemo(() => (isText(html) ? null : trustedHtml(framed(withWholeOptions(html)))), [html]);
  if (markup === null) return <Element {...rest}>{html}</Element>;
  if (html.includes('<pre')) return <WithCopyButtons key={html} as={Element} markup={markup} {...rest} />;
  return filled(Element, markup, rest);
}

/** Markup that is the name of a control. No program that works out names reads MathML, so a formula's source stands there unseen. */
export function NameHtml({ id, html }: { id: string; html: SafeHtml }) {
  if (!html.includes('<math')) return <Html id={id} html={html} />;
  return (
    <>
      <Html html={html} />
      <span id={id} hidden>
        {textOf(withFormulaSources(html))}
      </span>
    </>
  );
}

type Markup = ReturnType<typeof trustedHtml>;

function filled(Element: Tag, markup: Markup, rest: object) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one place; Html is escaped and checked by core/content
  return <Element {...rest} dangerouslySetInnerHTML={{ __html: markup }} />;
}

const INLINE_CODE = /(<pre[^>]*>)?<code>([^<]*-[^<]*)<\/code>/g;
/** Hyphens but the one within a name, and what follows them: `--r` of `docker run --rm`, `->` of `a->b`, nothing of `iris-api`. */
const HYPHENS = /(?:(?<![\p{L}\p{N}-])-+|--+|-(?=&gt;))(?:&\w+;|[^-\s&])/gu;

/** Browsers end a line after any hyphen; here it ends before an option. Characters put between would be copied and not be found. */
const withWholeOptions = (html: SafeHtml): SafeHtml =>
  html.replace(INLINE_CODE, (whole, pre: string | undefined, code: string) =>
    pre ? whole : `<code>${code.replace(HYPHENS, '<span class="unbroken">$&</span>')}</code>`,
  ) as SafeHtml;

const TABLE = /<table[\s\S]*?<\/table>/g;
const CELL_CODE = /<code>[\s\S]*?<\/code>/g;
/** The places in a name where a narrow cell may end a line: `ErrImagePull` as Err, Image, Pull. */
const HUMP = /(?<=[a-z])(?=[A-Z])/g;

const withHumps = (table: string): string => table.replace(CELL_CODE, (code) => code.replace(HUMP, '<wbr>'));

/** `<table` and `<pre` in Html are always core's own tags (an author's is escaped), so plain replacement is exact. */
function framed(html: SafeHtml): SafeHtml {
  if (!/<(?:table|pre)/.test(html)) return html;
  return html
    .replace(TABLE, withHumps)
    .replaceAll('<table', '<div class="scroll" role="group" aria-label="표" tabindex="0"><table')
    .replaceAll('</table>', '</table></div>')
    .replace(CODE, codeFrame) as SafeHtml;
}

const CODE = /<pre(?: data-language="([^"]*)")?(?: data-title="([^"]*)")?><code>([\s\S]*?)<\/code><\/pre>/g;

/** As CodeFigure draws it; the parts are escaped as they stand in the markup. */
function codeFrame(_: string, language = '', title = '', code = ''): string {
  const name = title || language || '코드';
  const kind = title && language ? `<span>${language}</span>` : '';
  return (
    `<figure class="code" aria-label="${name}" data-language="${language}">` +
    `<figcaption class="line note"><span class="code-title">${name}</span>${kind}</figcaption>` +
    `<pre tabindex="0"><code lang="en">${code}</code></pre></figure>`
  );
}

interface WithCopyButtonsProps extends Omit<HtmlProps, 'html' | 'as'> {
  as: Tag;
  markup: Markup;
}

/** Markup with code in it: once scripts run, the bar of each code has its button. */
function WithCopyButtons({ as, markup, ...rest }: WithCopyButtonsProps) {
  const element = useRef<HTMLElement>(null);
  const [figures, setFigures] = useState<HTMLElement[]>([]);
  useEffect(() => setFigures([...(element.current?.querySelectorAll<HTMLElement>('.code') ?? [])]), []);
  return (
    <>
      {filled(as, markup, { ...rest, ref: element })}
      {figures.map((figure, at) => {
        const [bar, pre] = figure.children;
        const text = commandsOf({ code: pre?.textContent ?? '', language: figure.dataset.language ?? '' });
        return bar && createPortal(<CopyButton text={text} />, bar, String(at));
      })}
    </>
  );
}
