/** The main places of the app, in the order of the menus; the bottom bar shows when there are two or more. */

import type { PageData } from '../../core/model/course.ts';
import type { IconName } from '../icon.tsx';

export interface Place {
  path: string;
  label: string;
  icon: IconName;
}

const CONTENTS: Place = { path: '/', label: '차례', icon: 'book' };
const STUDY: readonly Place[] = [
  { path: '/practice/', label: '문제', icon: 'bubbles' },
  { path: '/review/', label: '복습', icon: 'review' },
  { path: '/progress/', label: '학습 기록', icon: 'chart' },
];

/** The places a course has; nothing is promised that it does not hold. */
export const placesOf = (course: PageData['course'] | null): readonly Place[] =>
  course?.hasStudy ? [CONTENTS, ...STUDY] : [CONTENTS];
