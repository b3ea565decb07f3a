/** Where a question or card stands in the course, for its links, its report and its name. */

import type { IssueForm, PageData } from '../../core/model/course.ts';

export interface QuestionPlace {
  /** Path of its page under the base: `/environment-tools/conda/`. */
  path: string;
  /** Number of its page in the tree, `1.3`. */
  number: string | null;
  /** Title of its page. */
  title: string;
  /** Its markdown file, for 「문제 오류 신고」. */
  file: string | null;
  courseTitle: string;
  /** Where an error in the question is reported; null where the course names no repository. */
  newIssue: IssueForm | null;
}

export const questionPlace = ({ path, number, titleText, file, course }: PageData): QuestionPlace => ({
  path,
  number,
  title: titleText,
  file,
  courseTitle: course.title,
  newIssue: course.newIssue ?? null,
});
