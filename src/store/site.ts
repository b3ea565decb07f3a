/** The site as its code sees it: constants of the build, and the course it is of. */

import type { PageData } from '../core/model/course.ts';

/** While notes are written, the pages of the author's guide live below a base of their own. */
let developed =
  import.meta.env.DEV && !import.meta.env.SSR ? document.documentElement.dataset.base : undefined;

/** The base path without its closing slash: empty, or `/study`. */
export const basePath = (): string =>
  (import.meta.env.DEV && developed ? developed : import.meta.env.BASE_URL).slice(0, -1);

/** For the dev server, which renders pages of both. */
export function setDevelopedBase(base: string): void {
  developed = base;
}

export const APP_VERSION: string = import.meta.env.APP_VERSION ?? '';

export const HAS_SERVICE_WORKER: boolean = import.meta.env.HAS_SERVICE_WORKER === true;

type Course = PageData['course'];

let current: Course | null = null;

/**
 * Told once: by the first page that comes, or by the document where it has no page (`<meta name="course">`). Whatever stores
 * something of the learner asks here under which course to store it.
 */
export function setCourse(course: Course | null): void {
  current = course;
}

/** Null until a page or the document has set it. */
export const currentCourse = (): Course | null => current;

/** Of the notes, where they are not Korean as the app is. */
export const notesLanguage = (): string | undefined => current?.language;

/** The name under which the record, drafts and sittings are stored; `course` where the notes name none. */
export const courseId = (): string => current?.id ?? 'course';
