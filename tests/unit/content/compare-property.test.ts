/** Any subset of topics, any entries missing, repeated or spelt apart: filling never throws and never makes words up. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameKey } from '../../../src/core/content/blocks/comparison-table.ts';
import { parse } from '../../../src/core/content/parse.ts';
import { pagePath } from '../../../src/core/content/source/paths.ts';
import { fillComparisons } from '../../../src/core/course/fill-comparisons.ts';
import { blocksOf, comparisonsIn } from '../../../src/core/model/blocks.ts';
import type { Diagnostic } from '../../../src/core/model/diagnostic.ts';
import type { ComparisonBlock, Topic } from '../../../src/core/model/topic.ts';

const NAMES = ['정의', '주요 특징', '활용', '장점', 'Lock file', '보안'];
const name = fc.constantFrom(...NAMES);
/** The same name with other spaces and other case. */
const spelt = (text: string) =>
  fc
    .boolean()
    .map((isTight) => (isTight ? text.replaceAll(' ', '') : text))
    .chain((one) => fc.boolean().map((isUpper) => (isUpper ? one.toUpperCase() : one)));
const entry = name.chain((each) => fc.record({ name: spelt(each), words: fc.integer({ min: 0, max: 999 }) }));
const entries = fc.array(entry, { maxLength: 6 });
const topics = fc.dictionary(fc.constantFrom('a.md', 'b.md', 'c.md'), entries);
const cell = fc.constantFrom('', '', '', '–', '내 말');
const rows = fc.array(fc.tuple(name.chain(spelt), cell, cell, cell), { maxLength: 5 });

interface Given {
  topics: Record<string, { name: string; words: number }[]>;
  rows: [string, string, string, string][];
}

function run({ topics: given, rows: typed }: Given) {
  const sources: Record<string, string> = {};
  for (const [file, list] of Object.entries(given)) {
    const lines = list.map((each, at) => `${at + 1}. ${each.name}: 말 ${file} ${each.words}\n`);
    sources[file] = `# ${file}\n\n${lines.join('')}`;
  }
  const body = typed.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
  sources['x.md'] = `# x\n\n| 비교 | [A](a.md) | [B](b.md) | [C](c.md) |\n|---|---|---|---|\n${body}`;
  const parsed = new Map(Object.entries(sources).map(([file, text]) => [file, parse(text, { file }).value]));
  const pathOf = new Map(Object.keys(sources).map((file) => [file, pagePath(file)]));
  const state = {
    topics: parsed,
    pathOf,
    options: { base: '/' },
    hidden: new Set<string>(),
    shape: { areas: [], drafts: [] },
  };
  const diagnostics: Diagnostic[] = [];
  const filled = { ...state, diagnostics };
  fillComparisons(filled);
  const block = comparisonsIn(blocksOf(filled.topics.get('x.md') as Topic))[0] as ComparisonBlock;
  return { diagnostics, block };
}

const files = ['a.md', 'b.md', 'c.md'];
const hitsOf = (given: Given['topics'], file: string, row: string) =>
  (given[file] ?? []).filter((each) => nameKey(each.name) === nameKey(row));

test('each blank cell of a typed row is filled from its only hit, or left with the reason told', () => {
  fc.assert(
    fc.property(fc.record({ topics, rows }), (given) => {
      fc.pre(given.rows.length > 0);
      const { block, diagnostics } = run(given);
      const codes = diagnostics.map((each) => each.code);
      let blank = 0;
      given.rows.forEach(([row, ...typed], at) => {
        typed.forEach((words, column) => {
          const made = block.rows[at]?.cells[column];
          const file = files[column] ?? '';
          const hits = hitsOf(given.topics, file, row);
          if (words === '내 말') expect(made).toMatchObject({ origin: 'typed', text: '내 말', source: null });
          else if (words === '–') expect(made).toMatchObject({ origin: 'none', source: null });
          else if (hits.length === 1) {
            expect(made).toMatchObject({ origin: 'filled', text: `말 ${file} ${hits[0]?.words}` });
            expect(made?.source?.href).toMatch(/^\/[abc]\/#./);
          } else {
            expect(made?.origin).toBe('blank');
            if (file in given.topics) blank++;
          }
        });
      });
      expect(codes.filter((code) => code === 'comparison-link')).toHaveLength(
        files.filter((file) => !(file in given.topics)).length,
      );
      expect(
        codes.filter((code) => code === 'comparison-unfilled' || code === 'comparison-ambiguous'),
      ).toHaveLength(blank);
    }),
    { numRuns: 300 },
  );
});

test('a union has every name once and keeps the order of the first topic', () => {
  fc.assert(
    fc.property(topics, (given) => {
      const { block } = run({ topics: given, rows: [] });
      const keys = block.rows.map((row) => nameKey(row.name));
      const all = files.flatMap((file) => (given[file] ?? []).map((each) => nameKey(each.name)));
      expect(new Set(keys).size).toBe(keys.length);
      expect([...keys].sort()).toEqual([...new Set(all)].sort());
      const first = files.find((file) => file in given);
      const order = [...new Set((given[first ?? ''] ?? []).map((each) => nameKey(each.name)))];
      expect(keys.filter((key) => order.includes(key))).toEqual(order);
    }),
    { numRuns: 300 },
  );
});

test('the order of the topics in memory changes nothing', () => {
  fc.assert(
    fc.property(fc.record({ topics, rows }), (given) => {
      const reversed = Object.fromEntries(Object.entries(given.topics).reverse());
      expect(run({ ...given, topics: reversed }).block).toEqual(run(given).block);
    }),
    { numRuns: 100 },
  );
});
