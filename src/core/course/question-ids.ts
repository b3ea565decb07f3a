/** Is every question's id its own? Over the whole course, also for questions whose answer cannot be read. */

import { diagnose } from '../content/source/diagnostics.ts';
import { blocksOf } from '../model/blocks.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Question } from '../model/question.ts';
import type { Topic } from '../model/topic.ts';

/** Where the question stands that owns an id, `file:line`; others with the same id are its copies. */
export type Originals = ReadonlyMap<string, string>;

export interface FiledQuestion {
  file: string;
  question: Question;
}

/** Every question of some topics, in the order of files and lines. */
export function allQuestions(topics: ReadonlyMap<string, Topic>): FiledQuestion[] {
  return [...topics.values()].flatMap((topic) =>
    blocksOf(topic)
      .flatMap((block) => (block.kind === 'quiz' ? block.questions : []))
      .sort((a, b) => a.line - b.line)
      .map((question) => ({ file: topic.file, question })),
  );
}

/** Tells of every copy of an id. Without `originals` the first in the order of files and lines is the original. */
export function checkQuestionIds(topics: ReadonlyMap<string, Topic>, originals: Originals): Diagnostic[] {
  const byId = new Map<string, FiledQuestion[]>();
  for (const each of allQuestions(topics)) {
    const { id } = each.question;
    if (id !== null) byId.set(id, [...(byId.get(id) ?? []), each]);
  }
  return [...byId].flatMap(([id, all]) => {
    if (all.length === 1) return [];
    const original = all.find((each) => placeOf(each) === originals.get(id)) ?? all[0];
    return all
      .filter((each) => each !== original)
      .map(({ file, question }) => {
        const other = original ? placeOf(original) : '';
        return diagnose('question-id-repeated', { file, line: question.line, column: 1 }, { id, other });
      });
  });
}

export const placeOf = ({ file, question }: FiledQuestion): string => `${file}:${question.line}`;
