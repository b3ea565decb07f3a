/** Opens a hit: its page marks the sentence, and a bar there leads back to the results. */

import type { Hit } from '../../core/search/find.ts';
import { basePath } from '../../store/base-path.ts';
import { visitSource } from '../../store/source-visit.ts';
import { anchorOf } from './groups.ts';

/** Called with the click on the link. Titles and questions need no mark: one sees them at once. */
export function followHit(hit: Hit, query: string): void {
  const quote = quoteOf(hit);
  if (quote === null) return;
  visitSource({
    path: hit.place.path,
    anchor: anchorOf(hit),
    quote,
    name: '찾은 말',
    back: {
      href: `${basePath()}/search/?q=${encodeURIComponent(query.trim())}`,
      id: 'search',
      label: '검색 결과로',
    },
  });
}

function quoteOf({ kind, title, text, textMarks }: Hit): string | null {
  switch (kind) {
    case 'topic':
    case 'section':
    case 'question':
      return null;
    case 'row':
      return title;
    case 'code': {
      const at = textMarks[0]?.start ?? 0;
      const end = text.indexOf('\n', at);
      return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end).trim() || null;
    }
    default:
      return text || title;
  }
}
