/** The small course of the fixtures, and one topic with every type of question, as a folder that is in order. */

import { readFileSync } from 'node:fs';
import { notesChecker } from '../../../src/core/course/apply-fixes.ts';
import type { Diagnostic } from '../../../src/core/model/diagnostic.ts';
import { readNotes } from '../../support/notes.ts';
import { COURSE_DIR } from '../../support/sites.mjs';

/** A topic with a question of every type, without anything to complain of. */
export const QUIZ_FILE = 'container/quiz.md';

export const QUIZ = readFileSync(new URL('../../fixtures/quiz/every-type.md', import.meta.url), 'utf8');

/** The course as it is. */
export const COURSE: ReadonlyMap<string, string> = readNotes(COURSE_DIR);

/** What is spoilt: the notes without their quizzes, since a slip under a question is another slip; and one file of questions. */
export const NOTES: ReadonlyMap<string, string> = new Map([
  ...[...COURSE].map(([file, source]) => [file, withoutQuizzes(source)] as const),
  [QUIZ_FILE, QUIZ] as const,
]);

const check = notesChecker({ files: new Set() });

/** A quiz ends at the next heading of its level or above. */
function withoutQuizzes(source: string): string {
  let level = 0;
  const kept = source.split('\n').filter((line) => {
    const [, marks, title] = /^(#+) (.*)$/.exec(line) ?? [];
    if (marks && (level === 0 || marks.length <= level)) level = title === '확인 문제' ? marks.length : 0;
    return level === 0;
  });
  return `${kept.join('\n').trimEnd()}\n`;
}

/** What is said of the course when one file has another text. */
export function checkWith(file: string, source: string): Diagnostic[] {
  const notes = new Map(NOTES).set(file, source);
  const listed = notes.get('README.md') ?? '';
  if (file !== 'README.md' && !listed.includes(QUIZ_FILE)) {
    notes.set('README.md', listed.replace('- [Docker]', `  - [문제](${QUIZ_FILE})\n- [Docker]`));
  }
  return check(notes);
}

export const countByCode = (diagnostics: readonly Diagnostic[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { file, code } of diagnostics)
    counts.set(`${file} ${code}`, (counts.get(`${file} ${code}`) ?? 0) + 1);
  return counts;
};
