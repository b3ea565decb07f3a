/** A page of the course: a topic or an area, or one of the pages the app makes, each a chunk of its own. */

import { type ComponentType, lazy } from 'react';
import type { PageData } from '../../core/model/course.ts';
import type { SitePageKind } from '../../core/model/site-pages.ts';
import { TopicPage } from './topic-page.tsx';

type Page = ComponentType<{ page: PageData }>;
type Kind = SitePageKind | 'home';

const LOADERS: Record<Kind, () => Promise<Page>> = {
  home: async () => (await import('./course-map.tsx')).CourseMap,
  comparisons: async () => (await import('./comparisons-page.tsx')).ComparisonsPage,
  search: async () => (await import('../search/search-page.tsx')).SearchPage,
  practice: async () => (await import('../sitting/practice/practice-page.tsx')).PracticePage,
  review: async () => (await import('../sitting/review/review-page.tsx')).ReviewPage,
  mistakes: async () => (await import('../sitting/mistakes/mistakes-page.tsx')).MistakesPage,
  progress: async () => (await import('../progress/progress-page.tsx')).ProgressPage,
};

const KINDS = Object.keys(LOADERS) as Kind[];
const later = (kind: Kind): Page => lazy(async () => ({ default: await LOADERS[kind]() }));

/** Readers mostly arrive at a topic, so only that comes at once; prerendering has to have them all. */
const PAGES = Object.fromEntries(
  import.meta.env.SSR
    ? await Promise.all(KINDS.map(async (kind) => [kind, await LOADERS[kind]()]))
    : KINDS.map((kind) => [kind, later(kind)]),
) as Record<Kind, Page>;

export function PageView({ page }: { page: PageData }) {
  const Made = page.kind === 'area' || page.kind === 'topic' ? TopicPage : PAGES[page.kind];
  return <Made key={page.path} page={page} />;
}
