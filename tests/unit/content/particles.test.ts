import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../src/core/content/source/diagnostics.ts';
import { particleAfter } from '../../../src/core/content/source/particles.ts';

test.each([
  ['beta (v2).md', '가', '를', '로'],
  ['docker', '가', '를', '로'],
  ['python', '이', '을', '으로'],
  ['git', '이', '을', '으로'],
  ['kubectl', '이', '을', '로'],
  ['file', '이', '을', '로'],
  ['compose', '가', '를', '로'],
  ['utf16', '이', '을', '으로'],
  ['v8', '이', '을', '로'],
  ['2026-13-40', '이', '을', '으로'],
  ['URL', '이', '을', '로'],
  ['`conda`', '가', '를', '로'],
  ['커널', '이', '을', '로'],
  ['커널 (kernel)', '이', '을', '로'],
  ['!!!', '가', '를', '로'],
])('%s', (word, subject, object, means) => {
  expect(particleAfter(word, '이/가')).toBe(subject);
  expect(particleAfter(word, '을/를')).toBe(object);
  expect(particleAfter(word, '으로/로')).toBe(means);
});

test('messages use it after names', () => {
  expect(CATALOGUE['file-name'].message({ name: 'beta (v2).md', suggestion: 'beta-v2.md' })).toContain(
    '`beta (v2).md`가 그대로',
  );
  expect(CATALOGUE['supplement-date'].message({ date: '2026-13-01', isAhead: false })).toContain(
    '`2026-13-01`은 없는',
  );
});
