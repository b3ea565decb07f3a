/** The fixture course of quizzes with its pages about the record, and a record of its own that a test can fill. */

import type { PageData } from '../../../src/core/model/course.ts';
import { type Day, questionItem } from '../../../src/core/model/event.ts';
import type { StudyIndex } from '../../../src/core/model/study.ts';
import { contentHash } from '../../../src/core/quiz/grade.ts';
import { studyIndexOf } from '../../../src/core/study/study-index.ts';
import { setCourse } from '../../../src/store/site.ts';
import type { NewAnswer } from '../../../src/store/study/record.ts';
import { openStudy, useStudy } from '../../../src/store/study/study.ts';
import { page } from '../fixtures.ts';
import { pageAt, placedOf } from '../quiz/questions.ts';

const notes = [pageAt('/container/'), pageAt('/types/')];
export const index: StudyIndex = studyIndexOf(notes);

/** What a visit finds; each test is one of its own, so that nothing the page holds in memory is left over. */
export const visit = { course: '', pages: [] as PageData[] };

let visits = 0;

/** A new visit with an empty record. */
export async function startVisit(): Promise<void> {
  visits += 1;
  visit.course = `quizzes-${visits}`;
  const course = { ...pageAt('/container/').course, id: visit.course, hasStudy: true as const };
  visit.pages = [
    page({ kind: 'practice', path: '/practice/', titleText: '문제', course }),
    page({ kind: 'review', path: '/review/', titleText: '복습', course }),
    page({ kind: 'mistakes', path: '/mistakes/', titleText: '오답', course }),
    ...notes.map((each) => ({ ...each, course })),
  ];
  setCourse(course);
  localStorage.clear();
  sessionStorage.clear();
  (await openStudy()).erase({ by: 'all' });
  useStudy.setState({ index, today: clock.today });
}

export const pageOf = async (path: string) => visit.pages.find((each) => each.path === path) ?? null;

/** The day the tests' clock shows. */
export const clock = { today: '2026-11-24' as Day };

/** Answers on a day, as if it had been asked then. */
export async function answerOn(
  day: string,
  id: string,
  verdict: 'correct' | 'incorrect',
  more: Partial<NewAnswer> = {},
): Promise<void> {
  const record = await openStudy();
  const now = clock.today;
  clock.today = day as Day;
  const given = {
    kind: 'question',
    item: questionItem(id),
    contentHash: more.contentHash ?? contentHash(placedOf(id).question),
    answer: null,
    verdict,
    score: verdict === 'correct' ? 1 : 0,
    confidence: 'sure',
    hints: 0,
    elapsedMillis: 20_000,
    ...more,
  } as NewAnswer;
  const { stored } = record.answer(given);
  clock.today = now;
  await stored;
}
