/** The small course of quizzes after an edit of the notes, and an app of another version: what a later publish brings. */

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const EDITED_DIR = 'node_modules/.cache/lecture-study/edited-notes';
export const EDITED_SENTENCE = '이 문장은 나중에 더해졌다.';

export function makeEditedNotes() {
  rmSync(EDITED_DIR, { recursive: true, force: true });
  cpSync('tests/fixtures/quizzes', EDITED_DIR, { recursive: true });
  const file = path.join(EDITED_DIR, 'container.md');
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(/^(## .+\n\n)/m, `$1${EDITED_SENTENCE}\n\n`);
  if (edited === text) throw new Error(`${file} has no section to edit`);
  writeFileSync(file, edited);
}
