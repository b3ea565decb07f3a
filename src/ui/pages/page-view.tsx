/** A page of the course: the course map, an area or a topic. */

import { lazy } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { TopicPage } from './topic-page.tsx';

const loadMap = () => import('./course-map.tsx');

/** Readers mostly arrive at a topic, so the map is a chunk of its own; prerendering has to have it at once. */
const CourseMap = import.meta.env.SSR
  ? (await loadMap()).CourseMap
  : lazy(async () => ({ default: (await loadMap()).CourseMap }));

export function PageView({ page }: { page: PageData }) {
  return page.kind === 'home' ? (
    <CourseMap key={page.path} page={page} />
  ) : (
    <TopicPage key={page.path} page={page} />
  );
}
