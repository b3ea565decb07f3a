/** Makes the pages of the app itself (core/model/site-pages.ts), where the course has something for them to show. */

import { comparisonsIn } from '../model/blocks.ts';
import type { ComparisonSummary, PageLink } from '../model/course.ts';
import { SITE_PAGE_KINDS, SITE_PAGES } from '../model/site-pages.ts';
import type { Block, Topic } from '../model/topic.ts';
import { hasStudy } from '../study/study-index.ts';
import type { LinkState } from './link-state.ts';
import { addPage } from './make-pages.ts';

/** Runs after `makePages`, and tells the course what it has. */
export function addSitePages(state: LinkState): void {
  const { course, pages, order, topics, fileOf } = state;
  const comparisons = order.flatMap(({ path, title, number }) => {
    const topic = topics.get(fileOf.get(path) ?? '');
    return topic ? summarizeComparisons(topic, { path, title, number: number || null }) : [];
  });
  if (comparisons.length > 0) course.hasComparisons = true;
  if ([...pages.values()].some(hasStudy)) course.hasStudy = true;
  const has = {
    topics: order.length > 0,
    comparisons: course.hasComparisons === true,
    study: course.hasStudy === true,
  };
  for (const kind of SITE_PAGE_KINDS) {
    const { path, title: titleText, needs } = SITE_PAGES[kind];
    const own = kind === 'comparisons' ? { comparisons } : {};
    if (has[needs]) addPage(state, null, path, { kind, titleText, anchor: kind, ...own });
  }
}

/** A topic's comparisons in order of reading, each named after its section. Those in quizzes ask and do not sum up. */
function summarizeComparisons(topic: Topic, page: PageLink): ComparisonSummary[] {
  const parts: { title: string; anchor: string | null; blocks: Block[] }[] = [
    { title: topic.titleText, anchor: null, blocks: topic.blocks },
    ...topic.sections.map(({ titleText: title, anchor, blocks }) => ({ title, anchor, blocks })),
  ];
  return parts.flatMap(({ title, anchor, blocks }) =>
    comparisonsIn(blocks.filter(({ kind }) => kind !== 'quiz')).map(({ columns, rows }) => ({
      title,
      page,
      anchor,
      columns: columns.map(({ text }) => text),
      rows: rows.length,
    })),
  );
}
