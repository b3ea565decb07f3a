/** A page of the course: the course map, an area, a topic, or the overview of comparisons. */

import { lazy } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { TopicPage } from './topic-page.tsx';

const loadMap = () => import('./course-map.tsx');

/** Readers mostly arrive at a topic, so the map is a chunk of its own; prerendering has to have it at once. */
const CourseMap = import.meta.env.SSR
  ? (await loadMap()).CourseMap
  : lazy(async () => ({ default: (await loadMap()).CourseMap }));

const loadComparisons = () => import('./comparisons-page.tsx');

const ComparisonsPage = import.meta.env.SSR
  ? (await loadComparisons()).ComparisonsPage
  : lazy(async () => ({ default: (await loadComparisons()).ComparisonsPage }));

export function PageView({ page }: { page: PageData }) {
  if (page.kind === 'comparisons') return <ComparisonsPage key={page.path} page={page} />;
  return page.kind === 'home' ? (
    <CourseMap key={page.path} page={page} />
  ) : (
    <TopicPage key={page.path} page={page} />
  );
}
