/** Ids for comparisons, questions and courses without one, made from the file and the words, so that every machine makes the same. */

import { hash64 } from '../../quiz/hash64.ts';
import type { Context } from './context.ts';
import { folderOf, isFolderPage } from './paths.ts';

const DIGITS = 6;

/**
 * `conda-3f9a2c`: the file's name and six digits. `words` are what the id is made from; once written it stays,
 * whatever becomes of them. Never one of `usedIds`; `rounds` remembers how often the same words were tried.
 */
export function freshId(
  file: string,
  words: string,
  usedIds: ReadonlySet<string>,
  rounds = new Map<string, number>(),
): string {
  const path = isFolderPage(file) ? folderOf(file) : file.replace(/\.[^./]*$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const stem =
    name
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 32)
      .replace(/^-+|-+$/g, '') || 'id';
  for (let round = rounds.get(words) ?? 0; ; round++) {
    rounds.set(words, round);
    const id = `${stem}-${hash64(`${file.normalize('NFC')}\n${words}\n${round}`).slice(0, DIGITS)}`;
    if (!usedIds.has(id)) return id;
  }
}

/** An id that nothing in the file has and that is offered only once. */
export function offerId(kind: 'compare' | 'q', words: string, context: Context): string {
  const usedIds = context.ids.get(kind) ?? idsIn(context.source.text, kind);
  context.ids.set(kind, usedIds);
  const id = freshId(context.options.file, words, usedIds, context.rounds);
  usedIds.add(id);
  return id;
}

/** A comment that gives an id, in three parts: what stands before the id, the id, and the rest: `pool: name`, too. */
export const idComment = (kind: 'compare' | 'q'): string =>
  `(<!--\\s*${kind}\\s*:\\s*)([^\\s<>,;]+)((?:[\\s,;][^<>]*)?-->)`;

/** Every id of a kind that a text gives, also where nothing reads it. */
export function idsIn(text: string, kind: 'compare' | 'q'): Set<string> {
  const matches = text.matchAll(new RegExp(idComment(kind), 'g'));
  return new Set([...matches].map(([, , id = '']) => id));
}
