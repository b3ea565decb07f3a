/** The questions of a page, each with the section it checks and the name the record knows it by. */

import type { Question, ReadQuestion } from '../model/question.ts';
import type { Block, Section } from '../model/topic.ts';
import { contentHash } from '../quiz/content-hash.ts';
import { hash64 } from '../quiz/hash.ts';

/** A topic or a page of one. */
export interface Readable {
  blocks: readonly Block[];
  sections: readonly Pick<Section, 'anchor' | 'titleText' | 'blocks'>[];
}

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

/** All questions that can be answered, in order of reading; of equal ids the first one. */
export function questionsOf({ blocks, sections }: Readable): PlacedQuestion[] {
  const parts = [
    ...sections.map(({ anchor, titleText, blocks: inner }) => ({
      anchor,
      section: titleText,
      blocks: inner,
    })),
    // The whole topic's quiz closes the page.
    { anchor: null, section: null, blocks },
  ];
  const seen = new Set<string>();
  return parts.flatMap(({ anchor, section, blocks: inner }) =>
    inner
      .flatMap((block) => (block.kind === 'quiz' ? block.questions : []))
      .filter(isAnswerable)
      .map((question) => ({ id: questionIdOf(question), question, anchor, section }))
      .filter(({ id }) => !seen.has(id) && seen.add(id)),
  );
}

/** Id of a question's card in its page, so that `path#q:id` leads to it; a heading's anchor never has a colon. */
export const questionAnchor = (id: string): string => `q:${id}`;
