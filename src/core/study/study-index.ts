/** The whole course as things to learn: made from the linked pages, written beside them. */

import type { PageData } from '../model/course.ts';
import type { ContentHash } from '../model/event.ts';
import type { StudyIndex, StudyTopic } from '../model/study.ts';
import { contentHash } from '../quiz/content-hash.ts';
import { cardsOf } from './cards.ts';
import { cellsOf } from './cells.ts';
import { questionsOf } from './questions.ts';

/** Pages in order of reading; those with nothing to learn and drafts are left out. */
export function studyIndexOf(pages: Iterable<PageData>): StudyIndex {
  return { format: 1, topics: [...pages].flatMap(studyTopicOf) };
}

/** Whether a page has a question or a term to ask about; cheaper than the index. */
export const hasStudy = (page: PageData): boolean =>
  page.file !== null && !page.draft && (questionsOf(page).length > 0 || cardsOf(page).length > 0);

function studyTopicOf(page: PageData): StudyTopic[] {
  const { path, number, titleText: title, file } = page;
  if (file === null || page.draft) return [];
  const topic: StudyTopic = {
    path,
    number,
    title,
    file,
    area: page.area?.number ?? '',
    questions: questionsOf(page).map(({ id, question, anchor }) => ({
      id,
      type: question.type,
      anchor,
      hash: contentHash(question) as ContentHash,
    })),
    cards: cardsOf(page).map(({ facet, term, anchor }) => ({ facet, term, anchor })),
    cells: cellsOf(page),
  };
  const size = topic.questions.length + topic.cards.length + topic.cells.length;
  return size > 0 ? [topic] : [];
}
