/** Compares the questions of the notes with those of the last commit: which are copies, which are gone. */

import { parse } from '../../core/content/parse.ts';
import { idsIn } from '../../core/content/source/ids.ts';
import type { Originals } from '../../core/course/link-state.ts';
import { allQuestions, type FiledQuestion, questionLocation } from '../../core/course/question-ids.ts';
import { type Vanished, vanishedQuestions } from '../../core/course/vanished-questions.ts';
import { broughtIn, committedNotes, lineWritten } from './git.ts';

export interface History {
  originals: Originals;
  vanished: Vanished[];
}

/** Reads what the last commit says of the questions; an empty history where there is none. */
export function readHistory(dir: string, notes: ReadonlyMap<string, string>): History {
  const now = questionsIn(notes);
  const repeated = [...groupById(now)].filter(([, all]) => all.length > 1);
  const committed = committedNotes(dir);
  if (committed === null) return { originals: new Map(), vanished: [] };
  const before = questionsIn(committed);
  const originals = new Map(
    repeated.map(([id, all]) => [id, questionLocation(originalOf(dir, id, all, before))] as const),
  );
  return { originals, vanished: vanishedQuestions(before, now) };
}

/** The one whose id is in the file for longest; in one file, the one that reads as committed, then the older line. */
function originalOf(
  dir: string,
  id: string,
  all: readonly FiledQuestion[],
  before: readonly FiledQuestion[],
): FiledQuestion {
  const committed = before.find(({ question }) => question.id === id);
  const ranked = all.map((each) => ({
    each,
    rank: [
      broughtIn(dir, each.file, id),
      each.question.title === committed?.question.title ? 0 : 1,
      lineWritten(dir, each.file, each.question.line),
    ],
  }));
  ranked.sort((a, b) => {
    const at = a.rank.findIndex((value, index) => value !== b.rank[index]);
    return at < 0 ? 0 : (a.rank[at] ?? 0) < (b.rank[at] ?? 0) ? -1 : 1;
  });
  return ranked[0]?.each ?? (all[0] as FiledQuestion);
}

function groupById(questions: readonly FiledQuestion[]): Map<string, FiledQuestion[]> {
  const groups = new Map<string, FiledQuestion[]>();
  for (const each of questions) {
    const { id } = each.question;
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  return groups;
}

/** Only files that give ids or may have lost one are read. */
function questionsIn(notes: ReadonlyMap<string, string>): FiledQuestion[] {
  const topics = [...notes]
    .filter(([, source]) => idsIn(source, 'q').size > 0 || /^#{2,6}\s*(?:Q|문제)/m.test(source))
    .map(([file, source]) => [file, parse(source, { file }).value] as const);
  return allQuestions(new Map(topics));
}
