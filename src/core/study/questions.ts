/** The questions of a page, each with the section it checks and the id under which the record knows it. */

import type { Question, ReadQuestion } from '../model/topic.ts';
import { contentHash } from '../quiz/content-hash.ts';
import { hash64 } from '../quiz/hash64.ts';
import { type Readable, readingOrder } from './reading-order.ts';

export interface PlacedQuestion {
  id: string;
  question: ReadQuestion;
  /** Anchor and title of the section whose quiz it is in; null for the whole topic's. */
  anchor: string | null;
  section: string | null;
}

/** Whether a question can be answered. */
export const isAnswerable = (question: Question): question is ReadQuestion => question.answer !== undefined;

/**
 * The permanent id, or a name made of the words of the question while it has none: such a history lasts until the
 * words change.
 */
export const questionIdOf = (question: ReadQuestion): string =>
  question.id ?? `~${hash64(`${question.title.normalize('NFC')} ${contentHash(question)}`)}`;

/** All questions that can be answered, in the order in which the page shows them; of equal ids the first one. */
export function questionsOf(page: Readable): PlacedQuestion[] {
  const seen = new Set<string>();
  return readingOrder(page).flatMap((part) =>
    part.kind === 'section'
      ? []
      : part.block.questions
          .filter(isAnswerable)
          .map((question) => ({
            id: questionIdOf(question),
            question,
            anchor: part.section?.anchor ?? null,
            section: part.section?.titleText ?? null,
          }))
          .filter(({ id }) => !seen.has(id) && seen.add(id)),
  );
}

/** Id of a question's card in its page, so that `path#q:id` leads to it; a heading's anchor never has a colon. */
export const questionAnchor = (id: string): string => `q:${id}`;
