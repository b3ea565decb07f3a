/** Folders of notes that tests read: the small course of the fixtures, and any other as a map of file to text. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SYNONYMS_FILE } from '../../src/core/search/documents.ts';

/** The notes of a folder by file, without its list of synonyms, which is no topic. */
export const readNotes = (dir: string): Map<string, string> =>
  new Map(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && file !== SYNONYMS_FILE)
      .map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(dir, file), 'utf8')]),
  );
