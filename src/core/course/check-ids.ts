/**
 * The ids of questions: checks that they are unique in the course, also where the answer cannot be read, and that no pool is alone or
 * in two files; and finds the questions of the last commit whose id is gone, each with the new question that is most like it.
 */

import { diagnose } from '../content/source/diagnostics.ts';
import { blocksOf, questionsIn } from '../model/blocks.ts';
import { type Html, meantText } from '../model/html.ts';
import type { Question, Topic } from '../model/topic.ts';
import { type LinkState, listedFirst } from './link-state.ts';

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

/**
 * Tells of every copy of an id. A draft holds the copy of what is listed; else `originals` say which it is, or the first in
 * the order of files and lines is the original.
 */
export function checkQuestionIds({ topics, shape, options: { originals }, diagnostics }: LinkState): void {
  const drafts = new Set(shape.drafts);
  const byId = new Map<string, FiledQuestion[]>();
  for (const each of allQuestions(topics)) {
    const { id } = each.question;
    const same = id === null ? undefined : byId.get(id);
    if (same) same.push(each);
    else if (id !== null) byId.set(id, [each]);
  }
  for (const [id, all] of byId) {
    const listed = all.filter(({ file }) => !drafts.has(file));
    const owners = listed.length > 0 ? listed : all;
    const original = owners.find((each) => questionLocation(each) === originals?.get(id)) ?? owners[0];
    for (const copy of all) {
      if (copy === original || !original) continue;
      const place = { file: copy.file, line: copy.question.line, column: 1 };
      diagnostics.push(diagnose('question-id-repeated', place, { id, other: questionLocation(original) }));
    }
  }
}

/** Tells of a pool of one question, and of one whose name another file has, too: a pool is of one page. */
export function checkPools({ topics, shape, diagnostics }: LinkState): void {
  const first = new Map<string, FiledQuestion>();
  for (const file of listedFirst(topics.keys(), shape)) {
    const topic = topics.get(file);
    const pools = new Map<string, FiledQuestion[]>();
    for (const each of topic ? allQuestions(new Map([[file, topic]])) : []) {
      const { pool } = each.question;
      if (pool !== undefined) pools.set(pool, [...(pools.get(pool) ?? []), each]);
    }
    for (const [name, siblings] of pools) {
      const [own] = siblings;
      if (!own) continue;
      const place = { file, line: own.question.line, column: 1 };
      const other = first.get(name);
      if (other)
        diagnostics.push(diagnose('question-pool-topics', place, { name, other: questionLocation(other) }));
      else if (siblings.length === 1) diagnostics.push(diagnose('question-pool-alone', place, { name }));
      if (!other) first.set(name, own);
    }
  }
}

export const questionLocation = ({ file, question }: FiledQuestion): string => `${file}:${question.line}`;

export interface Vanished {
  id: string;
  /** Where it stood in the last commit, and its words. */
  before: { file: string; line: number; title: string };
  /** The closest question that was not there; null when none is like it at all. */
  closest: { file: string; line: number; title: string; id: string | null; likeness: number } | null;
}

/** From here on it is taken for the same question with other words. */
export const SAME_QUESTION = 0.9;
const SOMEWHAT_LIKE = 0.4;

/** In the order in which they stood. Likeness is a share from 0 to 1. */
export function vanishedQuestions(
  before: readonly FiledQuestion[],
  now: readonly FiledQuestion[],
): Vanished[] {
  const idsOf = (all: readonly FiledQuestion[]) => new Set(all.map(({ question }) => question.id));
  const [old, present] = [idsOf(before), idsOf(now)];
  const fresh = now.filter(({ question }) => question.id === null || !old.has(question.id));
  const pairs = new Map(fresh.map((each) => [each, pairsOf(each.question)]));
  return before.flatMap(({ file, question }): Vanished[] => {
    const { id, line } = question;
    if (id === null || present.has(id)) return [];
    const own = pairsOf(question);
    let closest: Vanished['closest'] = null;
    for (const [each, theirs] of pairs) {
      const likeness = likenessOf(own, theirs);
      if (likeness < SOMEWHAT_LIKE || likeness <= (closest?.likeness ?? 0)) continue;
      const { id: newId, line: at } = each.question;
      closest = { file: each.file, line: at, title: titleOf(each.question), id: newId, likeness };
    }
    return [{ id, before: { file, line, title: titleOf(question) }, closest }];
  });
}

const titleOf = (question: Question): string => meantText(question.title);

/** Pairs of neighbouring characters of what is asked and answered, with how often each occurs. */
function pairsOf(question: Question): Map<string, number> {
  const said = question.answer ? [question.stem, question.answer] : question.blocks;
  const words = [
    ...JSON.stringify(said).matchAll(/"(?:text|html|variants)":("(?:[^"\\]|\\.)*"|\[[^\]]*\])/g),
  ];
  const text = [titleOf(question), ...words.map(([, value = '']) => meantText(value as Html))]
    .join(' ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice's coefficient. */
function likenessOf(a: Map<string, number>, b: Map<string, number>): number {
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  const total = [...a.values(), ...b.values()].reduce((sum, count) => sum + count, 0);
  return total === 0 ? 0 : (2 * shared) / total;
}
