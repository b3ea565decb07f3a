/** The only component that sets inner HTML. Its type `Html` says that core has made the markup safe. */

import { type HTMLAttributes, useMemo } from 'react';
import type { Html as SafeHtml } from '../../core/model/html.ts';
import { trustedHtml } from '../../store/trusted-types.ts';

type Tag = 'span' | 'p' | 'div' | 'code' | 'b' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'dt' | 'dd' | 'th';

interface HtmlProps extends Omit<HTMLAttributes<HTMLElement>, 'dangerouslySetInnerHTML' | 'children'> {
  html: SafeHtml;
  as?: Tag;
  scope?: 'col' | 'row';
}

/** Text without markup is set as text, which is cheaper than parsing each of the many little pieces of a page. */
const isText = (html: string): boolean => /^[^<>&"'\r\0]+$/.test(html);

export function Html({ html, as: Element = 'span', ...rest }: HtmlProps) {
  const markup = useMemo(() => (isText(html) ? null : trustedHtml(html)), [html]);
  if (markup === null) return <Element {...rest}>{html}</Element>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one place; Html is escaped and checked by core/content
  return <Element {...rest} dangerouslySetInnerHTML={{ __html: markup }} />;
}
