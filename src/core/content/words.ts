/** The words of markup, where the text of its tags is not all there is to know. */

import { type Html, textOf, trusted, withFormulaSources } from '../model/html.ts';

/** Numbers of footnotes and the ways back from them. */
const NUMBERS = /<sup class="fn".*?<\/sup>|<a [^<>]*class="fn-back".*?<\/a>/g;

/** What a page shows, without the numbers of footnotes, which are no words. */
export const shownText = (html: Html): string =>
  textOf(html.includes('class="fn') ? trusted(html.replace(NUMBERS, '')) : html);

/** What is meant: of a formula its source. */
export const meantText = (html: Html): string => shownText(withFormulaSources(html));
