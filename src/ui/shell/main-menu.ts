/** The main places of the app, in the order of the menus; the bottom bar shows when there are two or more. */

import type { PageData } from '../../core/model/course.ts';
import { SITE_PAGES } from '../../core/model/site-pages.ts';
import type { IconName } from '../icon.tsx';

export interface Place {
  path: string;
  title: string;
  icon: IconName;
}

const CONTENTS: Place = { path: '/', title: '차례', icon: 'book' };
const STUDY: readonly Place[] = [
  { ...SITE_PAGES.practice, icon: 'bubbles' },
  { ...SITE_PAGES.review, icon: 'review' },
  { ...SITE_PAGES.progress, icon: 'chart' },
];

/** The places a course has; nothing is promised that it does not hold. */
export const placesOf = (course: PageData['course'] | null): readonly Place[] =>
  course?.hasStudy ? [CONTENTS, ...STUDY] : [CONTENTS];
