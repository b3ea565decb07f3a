/** Hundreds of spoilt files: each is told at its very place, most are offered a fix, and every fix mends and harms nothing. */

import { describe, expect, test } from 'vitest';
import { checkNotes, fixNotes } from '../../../src/core/course/apply-fixes.ts';
import { applyEdits, type Diagnostic } from '../../../src/core/model/diagnostic.ts';
import { COURSE, checkWith, countByCode, NOTES, QUIZ, QUIZ_FILE } from './course.ts';
import { MUTATIONS, type Mutation, type Spoilt } from './mutations.ts';
import { QUIZ_MUTATIONS } from './quiz-mutations.ts';

/** As many places a file as are needed for the number, spread over all files. */
const PLACES_A_FILE = 3;

interface Case extends Spoilt {
  mutation: Mutation;
  file: string;
}

const cases: Case[] = [
  ...MUTATIONS.flatMap((mutation) =>
    [...NOTES]
      .filter(([file]) => file !== QUIZ_FILE)
      .flatMap(([file, source]) =>
        spread(mutation.spoil(source)).map((spoilt) => ({ ...spoilt, mutation, file })),
      ),
  ),
  ...QUIZ_MUTATIONS.flatMap((mutation) =>
    mutation.spoil(QUIZ).map((spoilt) => ({ ...spoilt, mutation, file: QUIZ_FILE })),
  ),
];

function spread<T>(all: T[]): T[] {
  const step = Math.max(1, Math.ceil(all.length / PLACES_A_FILE));
  return all.filter((_, index) => index % step === 0);
}

/** Slips of which some have to be mended by hand; most are offered a fix. */
const LOSES: ReadonlySet<string> = new Set([
  'list-marker',
  'list-swallowed',
  'mark-full-width',
  'title-missing',
  'title-level',
]);

const find = ({ mutation, file, source, line, column }: Case): Diagnostic | undefined =>
  checkWith(file, source).find(
    (one) => one.file === file && one.code === mutation.code && one.line === line && one.column === column,
  );

test('the notes themselves, and every type of question, have nothing to mend', () => {
  expect(checkNotes({ notes: COURSE, files: new Set() })).toEqual([]);
  expect(checkWith(QUIZ_FILE, QUIZ)).toEqual([]);
});

test('the corpus is as large and as mendable as promised', () => {
  expect(cases.length).toBeGreaterThanOrEqual(300);
  expect(cases.filter(({ mutation }) => mutation.isMendable).length / cases.length).toBeGreaterThan(0.6);
  for (const mutation of [...MUTATIONS, ...QUIZ_MUTATIONS])
    expect(
      cases.some((one) => one.mutation === mutation),
      mutation.name,
    ).toBe(true);
});

describe.each([...new Set(cases.map(({ mutation }) => mutation))])('$name', (mutation) => {
  test.each(cases.filter((one) => one.mutation === mutation))('$file:$line:$column', (one) => {
    const before = checkWith(one.file, one.source);
    const told = find(one);
    expect(
      told,
      JSON.stringify(before.map(({ code, line, column }) => `${code} ${line}:${column}`)),
    ).toBeDefined();
    if (!mutation.isMendable) expect(told?.fix).toBeUndefined();
    // A slip may have made a card or an anchor of its own, which the fix would take away: fixes-keep.test.ts.
    if (!told?.fix) return expect(!mutation.isMendable || LOSES.has(mutation.code)).toBe(true);

    const after = checkWith(one.file, applyEdits(one.source, told.fix.edits));
    const [had, has] = [countByCode(before), countByCode(after)];
    const key = `${one.file} ${mutation.code}`;
    expect(has.get(key) ?? 0, 'the fix did not mend').toBeLessThan(had.get(key) ?? 0);
    for (const [other, count] of has)
      expect(count, `added ${other}`).toBeLessThanOrEqual(had.get(other) ?? 0);
  });
});

test('mending everything mends everything that has a fix, and mending again changes nothing', () => {
  for (const one of cases.filter((_, index) => index % 7 === 0)) {
    const notes = new Map(NOTES).set(one.file, one.source);
    const once = fixNotes({ notes, files: new Set() });
    if (one.mutation.isMendable && !LOSES.has(one.mutation.code))
      expect(countByCode(once.diagnostics).get(`${one.file} ${one.mutation.code}`) ?? 0).toBe(0);
    expect(once.diagnostics.filter(({ fix }) => fix !== undefined)).toEqual([]);
    const twice = fixNotes({ notes: once.notes, files: new Set() });
    expect(twice.applied).toEqual([]);
    expect(twice.notes).toEqual(once.notes);
    for (const [file, source] of once.notes) if (file !== one.file) expect(source).toBe(NOTES.get(file));
  }
});
