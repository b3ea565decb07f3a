/** The golden set of typed answers: nothing false passes, and hardly anything right is turned away. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { variantsOf } from '../../../src/core/content/quiz/blanks.ts';
import {
  distinctSpellings,
  foldAnswer,
  judgeAnswer,
  spellingsOf,
} from '../../../src/core/quiz/answer-text.ts';

const CLASSES = [
  'exact',
  'variant',
  'case',
  'spacing',
  'hyphen',
  'width',
  'nfd',
  'particle',
  'layout',
  'typo',
  'wrong-particle',
  'near-miss',
  'unrelated',
  'marks',
  'needed-marks',
];

const pairs = readFileSync(new URL('../../fixtures/quiz/answers.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [keys = '', typed = '', expected = '', kind = ''] = line.split('\t');
    return { keys, typed, expected, kind, result: judgeAnswer(typed, variantsOf(keys)).result };
  });

describe('the golden set', () => {
  test('is large and has every class', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(200);
    expect([...new Set(pairs.map(({ kind }) => kind))].sort()).toEqual(CLASSES.toSorted());
    expect(new Set(pairs.map(({ keys, typed }) => `${keys}\t${typed}`)).size).toBe(pairs.length);
  });

  test('has no false accept', () => {
    expect(pairs.filter(({ expected, result }) => expected !== 'accept' && result === 'accept')).toEqual([]);
  });

  test('has at most 3 % false rejects', () => {
    const right = pairs.filter(({ expected }) => expected !== 'reject');
    const turnedAway = right.filter(({ expected, result }) => result !== expected && result !== 'accept');
    expect(turnedAway.length / right.length, JSON.stringify(turnedAway, null, 1)).toBeLessThanOrEqual(0.03);
  });

  test('asks only where it should', () => {
    expect(pairs.filter(({ expected, result }) => result === 'ask' && expected === 'reject')).toEqual([]);
  });
});

describe('judging', () => {
  test('says what it took the words for', () => {
    expect(judgeAnswer('컨테이너를', ['container', '컨테이너'])).toEqual({
      result: 'accept',
      variant: '컨테이너',
      by: 'particle',
    });
    expect(judgeAnswer('컨테니너', ['컨테이너'])).toEqual({ result: 'ask', variant: '컨테이너', by: 'near' });
    expect(judgeAnswer('ehzj', ['도커'])).toMatchObject({ by: 'layout' });
    expect(judgeAnswer(' ', ['도커'])).toEqual({ result: 'reject', variant: null, by: null });
  });

  test.each(['hks', 'npc', 'a hla', 'mlr'])('reads no Korean word out of %s', (typed) => {
    expect(judgeAnswer(typed, ['커널'])).toEqual({ result: 'reject', variant: null, by: null });
    expect(judgeAnswer(typed, ['커널', typed])).toMatchObject({ result: 'accept', by: 'exact' });
  });

  test('prefers a variant that is exact to one that is near', () => {
    expect(judgeAnswer('컨테니너', ['컨테이너', '컨테니너']).by).toBe('exact');
  });

  test('folding is idempotent, and what folds alike is judged alike', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('가', 'ᄀ', 'ᅡ', 'ᆨ', ' ', '-', '1', 'Ａ', 'İ', 'ﾡ', 'ㄱ', 'Σ', '\u0301'),
      }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const folded = foldAnswer(typed);
        expect(foldAnswer(folded)).toBe(folded);
        expect(foldAnswer(typed.normalize('NFD'))).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });

  test('never throws, and accepts every variant itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' })),
        (typed, variants) => {
          expect(['accept', 'ask', 'reject']).toContain(judgeAnswer(typed, variants).result);
          if (foldAnswer(typed) !== '')
            expect(judgeAnswer(typed, [...variants, typed])).toMatchObject({ result: 'accept', by: 'exact' });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test('two numbers with a comma between them never become one', () => {
  expect(spellingsOf('80, 443')).toEqual(['80, 443']);
  expect(spellingsOf('1,000')).toEqual(['1,000', '1000']);
});

test('every spelling of a variant is accepted, and its own spellings are among them', () => {
  const variant = fc
    .array(fc.constantFrom(' ', '-', '‐', ',', '1', '000', '가', 'a', 'B', '.', '(', ')', '/'), {
      minLength: 1,
      maxLength: 10,
    })
    .map((parts) => parts.join(''))
    .filter((text) => foldAnswer(text) !== '');
  fc.assert(
    fc.property(variant, (text) => {
      const spellings = spellingsOf(text);
      expect(spellings[0]).toBe(text);
      expect(spellings.length).toBeLessThanOrEqual(10);
      expect(spellings.map((each) => judgeAnswer(each, [text]).by)).toEqual(spellings.map(() => 'exact'));
      for (const each of spellings)
        expect(distinctSpellings([...spellings, ...spellingsOf(each)])).toEqual(spellings);
    }),
    { numRuns: 2000 },
  );
});
