/** Checks that question ids are unique in the course, also of questions whose answer cannot be read. */

import { diagnose } from '../content/source/diagnostics.ts';
import { blocksOf, questionsIn } from '../model/blocks.ts';
import type { Question, Topic } from '../model/topic.ts';
import type { LinkState } from './link-state.ts';

export interface FiledQuestion {
  file: string;
  question: Question;
}

/** Every question of some topics, in the order of files and lines. */
export function allQuestions(topics: ReadonlyMap<string, Topic>): FiledQuestion[] {
  return [...topics.values()].flatMap((topic) =>
    questionsIn(blocksOf(topic))
      .sort((a, b) => a.line - b.line)
      .map((question) => ({ file: topic.file, question })),
  );
}

/** Tells of every copy of an id. Without `originals` the first in the order of files and lines is the original. */
export function checkQuestionIds({ topics, options: { originals }, diagnostics }: LinkState): void {
  const byId = new Map<string, FiledQuestion[]>();
  for (const each of allQuestions(topics)) {
    const { id } = each.question;
    if (id !== null) byId.set(id, [...(byId.get(id) ?? []), each]);
  }
  for (const [id, all] of byId) {
    const original = all.find((each) => questionLocation(each) === originals?.get(id)) ?? all[0];
    for (const copy of all) {
      if (copy === original || !original) continue;
      const place = { file: copy.file, line: copy.question.line, column: 1 };
      diagnostics.push(diagnose('question-id-repeated', place, { id, other: questionLocation(original) }));
    }
  }
}

export const questionLocation = ({ file, question }: FiledQuestion): string => `${file}:${question.line}`;
