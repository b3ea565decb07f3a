/** A page of the course: the course map, an area or a topic. */

import type { PageData } from '../../core/model/course.ts';
import { CourseMap } from './course-map.tsx';
import { TopicPage } from './topic-page.tsx';

export function PageView({ page }: { page: PageData }) {
  return page.kind === 'home' ? (
    <CourseMap key={page.path} page={page} />
  ) : (
    <TopicPage key={page.path} page={page} />
  );
}
