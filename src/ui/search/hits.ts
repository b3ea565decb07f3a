/** Hits of a search for display: filtered by kind, grouped by topic, and where each one leads. */

import { encodePath } from '../../core/model/site.ts';
import type { Hit, HitGroup } from '../../core/search/find.ts';
import { basePath } from '../../store/site.ts';
import { visitSource } from '../../store/source-visit.ts';

export type Filter = 'all' | HitGroup;

export const FILTERS: readonly { filter: Filter; label: string }[] = [
  { filter: 'all', label: '모두' },
  { filter: 'notes', label: '노트' },
  { filter: 'tables', label: '표' },
  { filter: 'questions', label: '문제' },
];

export interface TopicHits {
  path: string;
  number: string | null;
  topic: string;
  hits: Hit[];
}

export const filtered = (hits: readonly Hit[], filter: Filter): Hit[] =>
  hits.filter(({ group }) => filter === 'all' || group === filter);

export function groupByTopic(hits: readonly Hit[]): TopicHits[] {
  const topics = new Map<string, TopicHits>();
  for (const hit of hits) {
    const { path, number, topic } = hit.place;
    const group = topics.get(path) ?? { path, number, topic, hits: [] };
    group.hits.push(hit);
    topics.set(path, group);
  }
  return [...topics.values()];
}

const FEWEST_A_TOPIC = 2;
const ROWS = 8;

/** For a short list: no topic hides the others, and no section the other sections of its topic. */
export function fewByTopic(hits: readonly Hit[]): TopicHits[] {
  const topics = groupByTopic(hits);
  const room = Math.floor(ROWS / topics.length);
  return topics.map((topic) => {
    const seen = new Set<string | null>();
    const [others, again]: [Hit[], Hit[]] = [[], []];
    for (const hit of topic.hits) {
      (seen.has(hit.place.anchor) ? again : others).push(hit);
      seen.add(hit.place.anchor);
    }
    const first = others.slice(0, Math.max(FEWEST_A_TOPIC, room));
    return { ...topic, hits: [...first, ...again.slice(0, Math.max(0, room - first.length))] };
  });
}

/** Where a hit leads: the term itself, or the section it stands in. */
export const anchorOf = ({ anchor, place }: Hit): string | null => anchor ?? place.anchor;

/** The address under the base. */
export function addressOf(hit: Hit): string {
  const anchor = anchorOf(hit);
  return encodePath(hit.place.path) + (anchor === null ? '' : `#${encodeURIComponent(anchor)}`);
}

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
