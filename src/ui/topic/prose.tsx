/** Ordinary markdown; tables get a region of their own that scrolls and takes the focus. */

import type { Html as SafeHtml } from '../../core/model/topic.ts';
import { Html } from './html.tsx';

export function Prose({ html }: { html: SafeHtml }) {
  return <Html as="div" className="prose" html={withScrollingTables(html)} />;
}

/** `<table>` in Html is always core's own tag (an author's is escaped), so plain replacement is exact. */
function withScrollingTables(html: SafeHtml): SafeHtml {
  if (!html.includes('<table')) return html;
  return html
    .replaceAll('<table', '<div class="scroll" role="region" aria-label="표" tabindex="0"><table')
    .replaceAll('</table>', '</table></div>') as SafeHtml;
}
