/** The word index is the one MiniSearch makes of the same documents, and what is sent for it grows with them, no faster. */

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { link } from '../../../src/core/course/compile-course.ts';
import {
  cutPages,
  type SearchData,
  type SearchDocument,
  type SearchPlace,
} from '../../../src/core/search/documents.ts';
import { WordIndex } from '../../../src/core/search/search-index.ts';
import { wordsIn } from '../../../src/core/search/words.ts';

const words = fc
  .array(fc.constantFrom('컨테이너', '커널', 'docker', 'Docker', 'k8s', '1.24', '가상화를', '·', '__proto__'))
  .map((all) => all.join(' '));
const place = fc
  .record({ area: words, topic: words, section: words })
  .map((names): SearchPlace => ({ path: '/', anchor: null, number: null, ...names }));
const document = fc
  .record({ place: fc.nat(2), title: words, text: words })
  .map((said): SearchDocument => ({ kind: 'text', ...said }));

test('it is the same, score by score', () => {
  const notes = fc.record({
    places: fc.array(place, { minLength: 3, maxLength: 3 }),
    documents: fc.array(document),
  });
  fc.assert(
    fc.property(notes, words, ({ places, documents }, query) => {
      const plain = new MiniSearch({
        fields: ['title', 'text', 'context'],
        tokenize: (text) => wordsIn(text).map(({ word }) => word),
        processTerm: (term) => term,
      });
      plain.addAll(
        documents.map(({ title, text, place: at }, id) => {
          const { area = '', topic = '', section = '' } = places[at] ?? {};
          return { id, title, text, context: [area, topic, section].join(' ') };
        }),
      );
      const found = new WordIndex({ places, documents }).search(query);
      const expected = plain.search(query);
      expect(found.map(({ id, match }) => ({ id, match }))).toEqual(
        expected.map(({ id, match }) => ({ id, match })),
      );
      found.forEach(({ score }, at) => {
        expect(score).toBeCloseTo(expected[at]?.score ?? 0, 6);
      });
    }),
  );
});

const NOUNS = [
  '가상화',
  '컨테이너',
  '커널',
  '이미지',
  '볼륨',
  '네트워크',
  '레지스트리',
  '스케줄러',
  'Docker',
  'Pod',
  'conda',
];
const VERBS = ['나눈다', '묶는다', '옮긴다', '지킨다', '고른다', '다시 만든다', '기록한다'];

/** A course whose topics all say something else. */
function searchOf(topics: number): SearchData {
  let seed = 1;
  const pick = (list: readonly string[]) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return list[seed % list.length] ?? '';
  };
  const sentence = () => `${pick(NOUNS)}의 ${pick(NOUNS)}를 ${pick(NOUNS)}로 ${pick(VERBS)}.`;
  const notes = Array.from({ length: topics }, (_, index) => {
    const file = `area-${Math.floor(index / 50)}/topic-${index}.md`;
    const terms = Array.from({ length: 6 }, () => `- ${pick(NOUNS)} ${pick(NOUNS)}: ${sentence()}`);
    const text = `# ${pick(NOUNS)} ${index}\n\n${sentence()}\n\n## 특징\n\n1. 특징\n${terms.join('\n')}\n`;
    return [file, parse(text, { file }).value] as const;
  });
  const { pages } = link(new Map(notes), { tree: null, files: new Set(), drafts: false }).value;
  return cutPages(pages.values(), []);
}

test('eight times the topics are at most eight times the bytes', () => {
  const bytes = (topics: number) => gzipSync(JSON.stringify(searchOf(topics)), { level: 9 }).length;
  expect(bytes(1_000) / bytes(125)).toBeLessThanOrEqual(8);
});
