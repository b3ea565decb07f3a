/** For any question and any answer: parsing and grading are total, and order decides nothing. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import type { ReadQuestion } from '../../../src/core/model/topic.ts';
import { choicesFor, contentHash, grade, placesFor } from '../../../src/core/quiz/grade.ts';
import { shuffle } from '../../../src/core/quiz/shuffle.ts';
import { readOf } from './reading.ts';

const QUESTIONS = [
  '- [x] 가\n- [ ] 나\n- [ ] 다',
  '- [x] 가\n- [x] 나\n- [ ] 다\n- [ ] 다',
  '정답: X',
  '정답: conda / 콘다',
  '정답: 3 GiB',
  '```output\nconda\n```',
  '[[커널]]과 [[이미지|image]]',
  '- 가 -> 1\n- 나 -> 2\n- 다 -> 1\n- -> 3',
  '1. 가\n2. 나\n3. 다\n4. 나',
  '- 가\n  - 1\n  - 2\n- 나\n  - 3\n  - 1',
].map(readOf);
const question = fc.constantFrom(...QUESTIONS);
const FIELDS = ['option', 'options', 'isTrue', 'text', 'isMeant', 'texts', 'meant', 'places', 'order'];
const types = fc.constantFrom(...QUESTIONS.map((each) => each.type));

/** Fields of the right names with values of any kind, or anything at all. */
const anything = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
  fc
    .tuple(types, fc.dictionary(fc.constantFrom(...FIELDS), fc.anything()))
    .map(([type, fields]) => ({ type, ...fields })),
);

/** Keys the question knows, and some it does not, in any order and number. */
function responseFor({ type, ...rest }: ReadQuestion): fc.Arbitrary<Record<string, unknown>> {
  const read = { ...rest, type };
  const keys = fc.constantFrom('', '__proto__', ...choicesFor(read, 'r').map((each) => each.key));
  const places = fc.constantFrom('', ...placesFor(read).map((each) => each.key));
  const typed = fc.constantFrom('', 'conda', '콘다를', '커널', '커넝', '이미지', 'image', 'zjsjf', '3 GB');
  const placed = type === 'matching' ? fc.dictionary(places, keys) : fc.dictionary(keys, places);
  return fc.record({
    type: fc.constant(type),
    option: keys,
    options: fc.array(keys),
    isTrue: fc.option(fc.boolean()),
    text: typed,
    texts: fc.array(typed, { maxLength: 3 }),
    places: placed,
    order: fc.oneof(
      fc.array(keys),
      fc.shuffledSubarray(
        choicesFor(read, 'r').map((each) => each.key),
        { minLength: choicesFor(read, 'r').length },
      ),
    ),
  });
}

/** The same question with every list the learner may see in another order. */
function reordered(read: ReadQuestion, seed: string): ReadQuestion {
  const { answer } = read;
  if (answer.type === 'single' || answer.type === 'multiple')
    return { ...read, answer: { ...answer, options: shuffle(answer.options, seed) } };
  if (answer.type === 'matching')
    return {
      ...read,
      answer: { ...answer, pairs: shuffle(answer.pairs, seed), decoys: shuffle(answer.decoys, seed) },
    };
  if (answer.type === 'categories') {
    const categories = answer.categories.map((each) => ({ ...each, items: shuffle(each.items, seed) }));
    return { ...read, answer: { ...answer, categories: shuffle(categories, seed) } };
  }
  return read;
}

test('grading is total, and a grade is sound', () => {
  fc.assert(
    fc.property(
      question.chain((read) => fc.tuple(fc.constant(read), fc.oneof(anything, responseFor(read)))),
      ([read, response]) => {
        const { verdict, score, parts } = grade(read, response);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(verdict === 'correct').toBe(score === 1);
        expect(verdict === 'partial').toBe(score > 0 && score < 1);
        expect(parts.length).toBeGreaterThan(0);
        expect(parts.every((part) => part.verdict === 'unanswered')).toBe(verdict === 'unanswered');
      },
    ),
    { numRuns: 1200 },
  );
});

test('a shuffled quiz grades like the unshuffled, and hashes alike', () => {
  // Two options that read the same are told apart by their order alone.
  const distinct = QUESTIONS.map((read) =>
    read.answer.type === 'multiple'
      ? { ...read, answer: { ...read.answer, options: read.answer.options.slice(0, 3) } }
      : read,
  );
  fc.assert(
    fc.property(
      fc
        .constantFrom(...distinct)
        .chain((read) => fc.tuple(fc.constant(read), responseFor(read), fc.string())),
      ([read, response, seed]) => {
        const other = reordered(read, seed);
        const [a, b] = [grade(read, response), grade(other, response)];
        expect([b.verdict, b.score]).toEqual([a.verdict, a.score]);
        expect(contentHash(other)).toBe(contentHash(read));
        expect(choicesFor(other, seed)).toEqual(choicesFor(read, seed));
      },
    ),
    { numRuns: 1500 },
  );
});

test('choices are all there in any order, and an ordering never starts solved', () => {
  fc.assert(
    fc.property(question, fc.string(), fc.string(), (read, seed, other) => {
      const choices = choicesFor(read, seed);
      expect(choicesFor(read, seed)).toEqual(choices);
      expect(new Set(choices.map((each) => each.key))).toEqual(
        new Set(choicesFor(read, other).map((each) => each.key)),
      );
      if (read.answer.type !== 'ordering') return;
      const order = choices.map((each) => each.key);
      expect(grade(read, { type: 'ordering', order }).verdict).not.toBe('correct');
    }),
  );
  for (let seed = 0; seed < 50; seed++) {
    const two = readOf('1. 가\n2. 나');
    expect(choicesFor(two, `${seed}`).map((each) => each.html)).toEqual(['나', '가']);
  }
});

test('orders differ by seed and favour no place', () => {
  const firsts = Array.from({ length: 3000 }, (_, seed) => shuffle(['a', 'b', 'c'], `q${seed}`)[0]);
  for (const letter of ['a', 'b', 'c']) {
    const count = firsts.filter((first) => first === letter).length;
    expect(count).toBeGreaterThan(900);
    expect(count).toBeLessThan(1100);
  }
});

const piece = fc.constantFrom(
  ...[
    '- ',
    '- [x] ',
    '- [ ] ',
    '1. ',
    '> ',
    '  > ',
    '힌트: ',
    '해설: ',
    '출처: ',
    '정답: ',
    'O',
    '[[',
    ']]',
    '|',
    ' / ',
  ],
  ...[
    '`',
    '``',
    '**',
    '_',
    ' -> ',
    '→',
    '가',
    '나 다',
    '\n',
    '\n\n',
    '  ',
    '\t',
    '[a](#b) "c"',
    '<!-- q: b -->',
    '\\',
  ],
  ...[
    '```\n',
    '\uE000',
    '<br>',
    '![',
    '](',
    '| 비교 |\n|-|\n',
    '### ',
    '> [!NOTE]\n> ',
    '<script>',
    'javascript:',
  ],
);

const MARKUP = new Set(['html', 'feedback', 'explanation', 'hints', 'title']);

/** Every piece of markup in a value. */
function htmlIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return MARKUP.has(name) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const isCode = 'kind' in value && value.kind === 'code';
  return Object.entries(value).flatMap(([key, each]) =>
    isCode && key === 'title' ? [] : htmlIn(each, Array.isArray(value) ? name : key),
  );
}

/** Tags that are not closed, or closed without being open. */
function unclosed(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z]\w*)/g)) {
    if (['br', 'input', 'img', 'hr'].includes(tag)) continue;
    if (slash === '') open.push(tag);
    else if (open.pop() !== tag) return [`/${tag}`];
  }
  return open;
}

test('parsing a question never throws, and its markup is safe', () => {
  const body = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 });
  fc.assert(
    fc.property(body, (pieces) => {
      const source = `# 제목\n## 퀴즈\n### Q. 물음\n${pieces.join('')}`;
      const { value, diagnostics } = parse(source, { file: 'a.md' });
      const lines = source.split(/\r\n?|\n/);
      for (const { line, column } of diagnostics) {
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
      }
      for (const block of value.blocks) {
        if (block.kind !== 'quiz') continue;
        for (const read of block.questions) {
          for (const html of htmlIn(read)) {
            expect(html).not.toMatch(/<script|href="javascript/i);
            expect(unclosed(html)).toEqual([]);
          }
          if (read.answer) expect(grade(read, null).verdict).toBe('unanswered');
        }
      }
    }),
    { numRuns: 1200 },
  );
});
