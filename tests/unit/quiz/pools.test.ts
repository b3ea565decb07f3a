/** The pool of a question: how it is written, what is told of slips in it, and that it changes nothing else of the question. */

import { describe, expect, test } from 'vitest';
import { noteRevisions } from '../../../src/compiler/course-files.ts';
import { parse } from '../../../src/core/content/parse.ts';
import { compileCourse, readNote } from '../../../src/core/course/compile-course.ts';
import { blocksOf, questionsIn } from '../../../src/core/model/blocks.ts';
import { applyEdits } from '../../../src/core/model/diagnostic.ts';
import { numbersInPools, questionsOf } from '../../../src/core/study/questions.ts';
import { studyIndexOf } from '../../../src/core/study/study-index.ts';

const ANSWER = '\n\n정답: O\n\n> 해설: 글\n> 출처: [글](https://a.b)\n\n';
const note = (...heads: string[]) =>
  `# 토픽\n\n글.\n\n## 확인 문제\n\n${heads.map((head) => `### Q. 참? ${head}${ANSWER}`).join('')}`;

const questionsOfNote = (source: string) =>
  questionsIn(blocksOf(parse(source, { file: 'topic.md' }).value)).map(({ id, pool }) => ({ id, pool }));

const told = (source: string) =>
  readNote(source, { file: 'topic.md' }).diagnostics.filter(({ code }) => code.startsWith('question-'));

describe('a pool is written behind the id', () => {
  test.each([
    ['<!-- q: a pool: disk -->', 'disk'],
    ['<!--q:a pool:disk-->', 'disk'],
    ['<!-- q: a  pool : 이미지.층_1 -->', '이미지.층_1'],
  ])('%s', (comment, pool) => {
    expect(questionsOfNote(note(comment))).toEqual([{ id: 'a', pool }]);
    expect(told(note(comment))).toEqual([]);
  });

  test('also in a comment below the heading', () => {
    expect(questionsOfNote(`# 글\n\n## 확인 문제\n\n### Q. 참?\n<!-- q: a pool: p -->${ANSWER}`)).toEqual([
      { id: 'a', pool: 'p' },
    ]);
  });
});

/** What is written, the id and what becomes of the comments by the fix; null where none is offered. */
const SLIPS: [written: string, id: string | null, code: string, mended: string | null][] = [
  ['<!-- q: a pool: two words -->', 'a', 'form', '<!-- q: a pool: two-words -->'],
  ['<!-- q: a pool: (층) -->', 'a', 'form', '<!-- q: a pool: 층 -->'],
  ['<!-- q: a pool: -->', 'a', 'form', null],
  ['<!-- q: a pool -->', 'a', 'form', null],
  ['<!-- q: a pool disk -->', 'a', 'form', '<!-- q: a pool: disk -->'],
  ['<!-- q: a, pool: disk -->', 'a', '', '<!-- q: a, pool: disk -->'],
  ['<!-- q: a pool：disk -->', 'a', 'form', '<!-- q: a pool: disk -->'],
  ['<!-- q: a Pool: disk -->', 'a', 'form', '<!-- q: a pool: disk -->'],
  ['<!-- q: a 묶음: disk -->', 'a', 'form', '<!-- q: a pool: disk -->'],
  ['<!-- pool: disk q: a -->', 'a', 'form', '<!-- q: a pool: disk -->'],
  ['<!-- q: a --> <!-- pool: disk -->', 'a', 'form', '<!-- q: a pool: disk -->'],
  ['<!-- pool: disk --> <!-- q: a -->', 'a', 'form', '<!-- q: a pool: disk -->'],
  ['<!-- q: a pool: x --> <!-- pool: disk -->', 'a', 'form', null],
  ['<!-- q: a pool: x --> <!-- q: b pool: y -->', 'a', 'several', null],
];

describe('a slip is told and loses no id', () => {
  test.each(SLIPS)('%s', (written, id, code, mended) => {
    const source = note(written);
    expect(questionsOfNote(source)[0]?.id).toBe(id);
    const messages = told(source);
    const expected = { form: 'question-pool-form', several: 'question-id-several' }[code];
    expect(messages.map((each) => each.code)).toEqual(expected ? [expected] : []);
    const [message] = messages;
    if (message) expect(message.line).toBe(7);
    if (mended === null) return expect(message?.fix).toBeUndefined();
    const fixed = message?.fix ? applyEdits(source, message.fix.edits) : source;
    expect(fixed.split('\n')[6]).toBe(`### Q. 참? ${mended}`);
    expect(told(fixed)).toEqual([]);
    expect(questionsOfNote(fixed)[0]?.pool).toBeDefined();
  });

  test('other words behind an id are an id with blanks, as before', () => {
    const source = note('<!-- q: java script:alert(1) -->');
    expect(questionsOfNote(source)).toEqual([{ id: null }]);
    expect(told(source).map(({ code }) => code)).toEqual(['question-id-form']);
  });

  test('without an id the pool is told beside it', () => {
    expect(told(note('<!-- pool: disk -->')).map(({ code }) => code)).toEqual([
      'question-id-missing',
      'question-pool-form',
    ]);
  });

  test.each([
    ['<!-- q: a b pool: disk -->', '<!-- q: a-b pool: disk -->'],
    ['<!-- q: pool: disk -->', '<!-- q: 아이디 pool: disk -->'],
  ])('an id that is none is told with the pool: %s', (written, wanted) => {
    expect(told(note(written))).toMatchObject([
      { code: 'question-id-form', message: expect.stringContaining(wanted) },
    ]);
  });

  test.each(['## 확인 문제 <!-- pool: disk -->\n', '## 확인 문제\n\n<!-- pool: disk -->\n'])(
    'one of a whole quiz is told: %j',
    (head) => {
      const source = `# 글\n\n${head}\n### Q. 참? <!-- q: a -->${ANSWER}`;
      expect(told(source).map(({ code }) => code)).toEqual(['question-pool-form']);
    },
  );
});

const courseOf = (notes: Record<string, string>) => {
  const list = Object.keys(notes).map((file) => `- [토픽](${file})`);
  const all = { 'README.md': `# 강의\n\n<!-- course: c -->\n\n${list.join('\n')}\n`, ...notes };
  return compileCourse(new Map(Object.entries(all).map(([file, text]) => [file, readNote(text, { file })])), {
    files: new Set(),
    drafts: false,
  });
};

const toldOf = (notes: Record<string, string>) =>
  courseOf(notes)
    .diagnostics.filter(({ code }) => code.startsWith('question-'))
    .map(({ code, file, line }) => `${code} ${file}:${line}`);

const IN = (pool: string, ...ids: string[]) => ids.map((id) => `<!-- q: ${id} pool: ${pool} -->`);

test('a question alone in its pool is a notice at its line, with what to write', () => {
  const notes = { 'one.md': note(...IN('disk', 'a')) };
  expect(toldOf(notes)).toEqual(['question-pool-alone one.md:7']);
  const [message] = courseOf(notes).diagnostics.filter(({ code }) => code === 'question-pool-alone');
  expect(message).toMatchObject({
    severity: 'notice',
    message: expect.stringContaining('<!-- q: 아이디 pool: disk -->'),
  });
  expect(toldOf({ 'one.md': note(...IN('disk', 'a', 'b')) })).toEqual([]);
});

test('a name of two files is told at the second: they are two pools', () => {
  const notes = { 'one.md': note(...IN('disk', 'a', 'b')), 'two.md': note(...IN('disk', 'c', 'd')) };
  expect(toldOf(notes)).toEqual(['question-pool-topics two.md:7']);
  const { questions } = studyIndexOf(courseOf(notes).course.pages.values()).topics[1] ?? { questions: [] };
  expect(questions).toMatchObject([{ id: 'c', siblings: [{ id: 'd' }] }]);
});

describe('what the notes count', () => {
  const notes = {
    'one.md': `# 토픽\n\n## 절\n\n글.\n\n### 확인 문제\n\n#### Q. 하나? <!-- q: a pool: p -->${ANSWER}#### Q. 둘? <!-- q: b -->${ANSWER}#### Q. 셋? <!-- q: c pool: p -->${ANSWER}## 다음 절\n\n글.\n\n### 확인 문제\n\n#### Q. 넷? <!-- q: d pool: p -->${ANSWER}`,
  };
  const { course } = courseOf(notes);
  const page = course.pages.get('/one/');

  test('is a pool once, where its first question stands', () => {
    expect(course.pages.get('/')?.map?.questions).toEqual({ '/one/': 2, '/one/#절': 2 });
    const [topic] = studyIndexOf(course.pages.values()).topics;
    expect(topic?.questions).toMatchObject([
      { id: 'a', anchor: '절', siblings: [{ id: 'c' }, { id: 'd', anchor: '다음-절' }] },
      { id: 'b' },
    ]);
  });

  test('the page shows every one, and each knows the numbers of the others', () => {
    expect(page && questionsOf(page).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(page && [...numbersInPools(page)]).toEqual([
      ['a', [3, 4]],
      ['c', [1, 4]],
      ['d', [1, 3]],
    ]);
  });
});

test('writing a pool changes no id, no hash and no revision of the notes', () => {
  const plain = courseOf({ 'one.md': note('<!-- q: a -->', '<!-- q: b -->') }).course;
  const pooled = courseOf({ 'one.md': note(...IN('disk', 'a', 'b')) }).course;
  expect(noteRevisions(pooled)).toEqual(noteRevisions(plain));
  const [was, is] = [plain, pooled].map((course) => studyIndexOf(course.pages.values()).topics[0]?.questions);
  expect(is?.flatMap(({ siblings = [], ...first }) => [first, ...siblings])).toEqual(was);
});

test('a copy of a question in a pool gets an id of its own and stays in the pool', () => {
  const notes = { 'one.md': note(...IN('disk', 'a', 'a')) };
  const [message] = courseOf(notes).diagnostics.filter(({ code }) => code === 'question-id-repeated');
  const fixed = applyEdits(notes['one.md'], message?.fix?.edits ?? []);
  expect(questionsOfNote(fixed)).toEqual([
    { id: 'a', pool: 'disk' },
    { id: expect.stringMatching(/^one-[0-9a-f]{6}$/), pool: 'disk' },
  ]);
});
