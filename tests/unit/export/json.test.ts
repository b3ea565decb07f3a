/** The JSON export against its published schema, judged by ajv, which refuses what the schema does not say. */

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { type ExportDocument, questionsSchema } from '../../../src/core/export/document.ts';
import { readNotes } from '../../support/notes.ts';
import { COURSE_DIR } from '../../support/sites.mjs';
import { collected, courseOf, EVERY_SHAPE, questionsIn } from './course.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
  questionsSchema(),
);
const errorsOf = (data: unknown) => {
  validate(JSON.parse(JSON.stringify(data)));
  return validate.errors ?? [];
};

test('the course and every shape of question are valid', () => {
  expect(errorsOf(collected(readNotes(COURSE_DIR), 'https://example.org').document)).toEqual([]);
  const document = courseOf(EVERY_SHAPE);
  expect(questionsIn(document).map(({ type }) => type)).toEqual(Object.keys(EVERY_SHAPE));
  expect(errorsOf(document)).toEqual([]);
});

describe('the schema is strict', () => {
  const changed = (change: (document: ExportDocument) => unknown) => {
    const document = courseOf(EVERY_SHAPE);
    change(document);
    return errorsOf(document);
  };
  const first = (document: ExportDocument) => questionsIn(document)[0] ?? {};
  const answer = (document: ExportDocument) => questionsIn(document)[0]?.answer ?? {};

  test.each<[string, (document: ExportDocument) => unknown]>([
    ['a field it does not know', (document) => Object.assign(first(document), { more: 1 })],
    ['a type it does not know', (document) => Object.assign(first(document), { type: 'essay' })],
    ['an answer without options', (document) => Object.assign(answer(document), { options: null })],
    ['a single choice with no right option', (document) => Object.assign(answer(document), { options: [] })],
    ['a line that is none', (document) => Object.assign(first(document), { line: 0 })],
    ['another format', (document) => Object.assign(document, { format: 2 })],
  ])('%s', (_, change) => {
    expect(changed(() => undefined)).toEqual([]);
    expect(changed(change)).not.toEqual([]);
  });
});

describe('markup that works elsewhere', () => {
  const notes = (text: string) =>
    new Map([
      ['README.md', '# 강의\n\n- [토픽](topic.md)\n- [초안 아님](other.md)\n'],
      ['other.md', '# 다른 토픽\n\n글.\n'],
      ['topic.md', `# 토픽\n\n## 정의\n\n글.\n\n## 확인 문제\n\n### Q. 물음은? <!-- q: a -->\n\n${text}\n`],
    ]);
  const questionOf = (text: string, origin = '') => questionsIn(collected(notes(text), origin).document)[0];

  test('links to the site live where the site is known, others always', () => {
    const text =
      '[안](other.md)과 [밖](https://example.com/a?b=1)이다.\n\n정답: O\n\n> 출처: [정의](#정의) "글."';
    expect(questionOf(text)?.stem?.html).toBe('<p>안과 <a href="https://example.com/a?b=1">밖</a>이다.</p>');
    expect(questionOf(text)?.sources).toEqual([{ label: '정의', address: null, quote: '글.' }]);
    const known = questionOf(text, 'https://example.org');
    expect(known?.stem?.html).toContain('<a href="https://example.org/other/">안</a>');
    expect(decodeURI(known?.sources[0]?.address ?? '')).toBe('https://example.org/topic/#정의');
  });

  test('a picture becomes its description, which is told', () => {
    const text = '![구조](picture.png)\n\n정답: O';
    expect(questionOf(text)?.stem).toEqual({ html: '<p>[그림: 구조]</p>', text: '[그림: 구조]' });
    expect(collected(notes(text)).losses.map(({ places }) => places)).toEqual([['topic.md:9']]);
  });

  test('no class, script, handler or number of a note is carried', () => {
    const text =
      '물음 <script>alert(1)</script> <b onclick=alert(1)>글</b>[^1] <img src=x onerror=alert(1)>\n\n[^1]: 각주\n\n| 가 | 나 |\n|:-:|---|\n| 1 | `2` |\n\n정답: O';
    const html = questionOf(text)?.stem?.html ?? '';
    expect(html).toContain('<p>물음  <strong>글</strong> [그림: ]</p>');
    expect([...html.matchAll(/<[^/>][^>]*>/g)].map(([tag]) => tag)).toSatisfy((tags: string[]) =>
      tags.every((tag) => /^<[a-z0-9]+>$/.test(tag)),
    );
  });
});

test('a question that cannot be read and a second one of a name are left out and told', () => {
  const { document, losses } = collected(
    new Map([
      ['README.md', '# 강의\n\n- [가](a.md)\n- [나](b.md)\n'],
      ['a.md', '# 가\n\n글.\n\n## 확인 문제\n\n### Q. 하나? <!-- q: same -->\n\n정답: O\n'],
      [
        'b.md',
        '# 나\n\n글.\n\n## 확인 문제\n\n### Q. 둘? <!-- q: same -->\n\n정답: X\n\n### Q. 답이 없다? <!-- q: none -->\n\n글.\n',
      ],
    ]),
  );
  expect(questionsIn(document).map(({ title }) => title.text)).toEqual(['하나?']);
  expect(losses.map(({ places }) => places)).toEqual([['b.md:11'], ['b.md:7']]);
});
