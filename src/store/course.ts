/**
 * The course that this site is of. Told once: by the first page that comes, or by the document where it has no page
 * (`<meta name="course">`). Whatever stores something of the learner asks here under which course to store it.
 */

import type { PageData } from '../core/model/course.ts';

type Course = PageData['course'];

let current: Course | null = null;

export function setCourse(course: Course | null): void {
  current = course;
}

/** Null until a page or the document has set it. */
export const currentCourse = (): Course | null => current;

/** The name under which the record, drafts and sittings are stored; `course` where the notes name none. */
export const courseId = (): string => current?.id ?? 'course';
