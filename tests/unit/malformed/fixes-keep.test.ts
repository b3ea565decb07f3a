/**
 * A fix takes nothing away: whatever is wrong with a note, after any fix its questions, ids, anchors, cards and words are
 * still there, and fixing again changes nothing. `FIX_RUNS=20000` tries more notes than the suite has time for.
 */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { type Fixable, fixNotes, isFixable, tryFix } from '../../../src/core/course/apply-fixes.ts';
import { compileCourse, readNote } from '../../../src/core/course/compile-course.ts';
import { withSafeFixes } from '../../../src/core/course/fix-losses.ts';
import { blocksOf, comparisonsIn, questionsIn, walkBlocks } from '../../../src/core/model/blocks.ts';
import type { Topic } from '../../../src/core/model/topic.ts';
import { cardsOf } from '../../../src/core/study/cards.ts';
import { COURSE, QUIZ } from './course.ts';

const RUNS = Number(process.env.FIX_RUNS ?? 80);
const FILE = 'area/topic.md';

const ORIGINAL = readFileSync(new URL('../../fixtures/original/notes.md', import.meta.url), 'utf8');

/** Notes as they are, each to be spoilt: those of the course, one with every type of question, and pieces of the instructor's. */
const NOTES = [...COURSE.values(), QUIZ, ...ORIGINAL.split(/^(?=# )/m)];

/** What an author's hand does to a line. */
const SLIPS: ((line: string) => string)[] = [
  (line) => line.replace(/^(\s*(?:>\s*)?(?:[-*+]|\d+\.|#+|>))\s+/, '$1'),
  (line) => line.replace(/^#+/, (marks) => `${marks}#`),
  (line) => line.replace(/^##+/, (marks) => `${marks}##`),
  (line) => line.replace(/^##/, '#'),
  (line) => line.replace(/^# .*/, ''),
  (line) => `${line}\n---`,
  (line) => `${line}\n===`,
  (line) => line.replace(/^#+ (.*)$/, '$1\n---'),
  (line) => line.replace(/^#+/, (marks) => '＃'.repeat(marks.length)),
  (line) => line.replace(/^>\s?/, ''),
  (line) => line.replace(/^> (해설|힌트|출처):/, '> $1'),
  (line) => line.replace(/^> 해설:/, '> 해석:'),
  (line) => line.replace(/^> 해설:/, '해설.'),
  (line) => line.replace(/^(#+ )Q\. /, '$1Q.'),
  (line) => line.replace(/^(#+ )Q\. /, '$1Ｑ． '),
  (line) => line.replace(/^(#+ )Q\. /, '$1'),
  (line) => line.replace(/ ?<!--.*?-->/, ''),
  (line) => line.replace(/<!-- q: .*?-->/, '<!-- q: same -->'),
  (line) => line.replace(/\[x\]/, '[v]').replace(/\[ \]/, '[]'),
  (line) => line.replace(/^( *)- /, '$1• '),
  (line) => line.replace(/^1\. /, '① '),
  (line) => line.replace(/^ {2,4}(?=\S)/, '\t'),
  (line) => line.replace(/^정답:/, '정답 :'),
  (line) => line.replace(/\]\]/, ']'),
  (line) => line.replace(/\|[^|]*\|$/, '|'),
  (line) => line.replace(/\.md/, 'x.md'),
  (line) => line.replace(/#([^)\s]+)\)/, '#$11)'),
  (line) => `${line}\\`,
  (line) => `${line} 3~5개와 10~20개`,
  (line) => `${line} **도커(Docker)**는`,
  (line) => `${line}\n2. 둘째`,
  (line) => `${line}\n\n### 참고\n\n글`,
  (line) => `${line}\n정답: X`,
  (line) => `${line}\n해설: 까닭`,
  (line) => line.replace(/^```$/, '``'),
  () => '',
];

const note = fc
  .record({
    source: fc.constantFrom(...NOTES),
    slips: fc.array(fc.record({ at: fc.nat(), slip: fc.constantFrom(...SLIPS), isGlued: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    }),
    // A slip in one of the long notes seldom meets another one: parts of them are notes, too.
    from: fc.nat(),
    length: fc.integer({ min: 5, max: 80 }),
  })
  .map(({ source, slips, from, length }) => {
    const all = source.split('\n');
    const start = from % Math.max(1, all.length - length);
    const lines = all.slice(start, start + length);
    for (const { at, slip, isGlued } of slips) {
      const index = at % lines.length;
      lines[index] = slip(lines[index] ?? '');
      // The blank line below is forgotten.
      if (isGlued && lines[index + 1] === '') lines.splice(index + 1, 1);
    }
    return lines.join('\n');
  });

const folderOf = (source: string) => ({
  notes: new Map([
    ['README.md', `# 강의\n\n<!-- course: keep -->\n\n- [토픽](${FILE})\n- [옆](area/next-topic.md)\n`],
    [FILE, source],
    [
      'area/next-topic.md',
      '# 옆\n\n## 설치 방법\n\n글.\n\n## 확인 문제\n\n### Q. 참? <!-- q: same -->\n\n정답: O\n',
    ],
  ]),
  files: new Set<string>(),
});

const compile = (notes: ReadonlyMap<string, string>) => {
  const read = [...notes].map(([file, source]) => [file, readNote(source, { file })] as const);
  return compileCourse(new Map(read), { files: new Set(), drafts: false });
};

/** Everything a learner's record or a link may name, and every word, as lines. */
function namesIn(notes: ReadonlyMap<string, string>): Set<string> {
  const { course, diagnostics } = compile(notes);
  const untitled = new Set(
    diagnostics.filter(({ code }) => code === 'title-missing').map(({ file }) => file),
  );
  const names = [...course.pages.keys()].map((path) => `page ${path}`);
  for (const topic of course.topics.values()) {
    const add = (kind: string, all: readonly string[]) =>
      names.push(...all.map((name) => `${topic.file} ${kind} ${name}`));
    const blocks = blocksOf(topic);
    if (!untitled.has(topic.file)) add('anchor', [topic.anchor]);
    add(
      'anchor',
      topic.sections.map(({ anchor }) => anchor),
    );
    walkBlocks(blocks, null, { entry: ({ anchor }) => void (anchor && add('anchor', [anchor])) });
    add(
      'card',
      cardsOf(topic).map(({ item }) => item),
    );
    const questions = questionsIn(blocks);
    add('questions', [...questions.keys()].map(String));
    add('answers', [...questions.filter(({ answer }) => answer).keys()].map(String));
    for (const { id } of [...questions, ...comparisonsIn(blocks)]) if (id !== null) names.push(`id ${id}`);
    add('word', wordsOf(topic));
  }
  return new Set(names);
}

/** Labels are read, not shown. Anchors say headings once more, addresses are no words. */
const wordsOf = ({ title, blocks, sections }: Topic): string[] =>
  (JSON.stringify([title, blocks, sections]).match(/"(?:href|anchor)":"[^"]*"|[가-힣]{2,}/g) ?? []).filter(
    (word) => !/^(?:".*|정답|해설|힌트|출처|문제)$/.test(word),
  );

/** `장점 -재현성` and its anchor were never meant: the item was glued to its label, and its neighbours had no facet. */
const lost = (before: ReadonlySet<string>, notes: ReadonlyMap<string, string>, codes: string[]): string[] => {
  const after = namesIn(notes);
  const isMeant = !codes.some((code) => /^list-(?:marker|swallowed)$/.test(code));
  return [...before].filter((name) => !after.has(name) && (isMeant || !/ (?:card|anchor) /.test(name)));
};

const levelsInQuizzes = (source: string) =>
  source.match(/^[#＃]+(?= ?[QＱ])/gm)?.map((marks) => marks.length);

/** How often each code was fixed. */
const tried = new Map<string, number>();

function checkFixes(source: string): void {
  const folder = folderOf(source);
  const { diagnostics } = compile(folder.notes);
  const before = namesIn(folder.notes);
  const offered = diagnostics.filter(isFixable);
  for (const one of offered) {
    const fixed = tryFix(folder, one);
    if (!('text' in fixed)) continue;
    tried.set(one.code, (tried.get(one.code) ?? 0) + 1);
    expect(lost(before, new Map(folder.notes).set(one.file, fixed.text), [one.code]), told(one)).toEqual([]);
    // A heading that lacked its `Q.` or its `###` is one of a question now.
    if (one.file === FILE && one.code !== 'question-outside')
      expect(levelsInQuizzes(fixed.text)).toEqual(levelsInQuizzes(source));
  }
  const once = fixNotes(folder);
  expect(
    lost(
      before,
      once.notes,
      once.applied.map(({ code }) => code),
    ),
  ).toEqual([]);
  expect(fixNotes({ ...folder, notes: once.notes }).notes).toEqual(once.notes);
}

const told = ({ code, line, fix }: Fixable): string => `${code} at line ${line}: ${fix.label}`;

test('whatever slipped, a fix takes nothing away and is done at once', () => {
  fc.assert(fc.property(note, checkFixes), { numRuns: RUNS, seed: 15 });
  const sum = [...tried.values()].reduce((all, count) => all + count, 0);
  if (process.env.FIX_RUNS) console.log(`${RUNS} notes, ${sum} fixes`, Object.fromEntries(tried));
  expect(sum).toBeGreaterThan(RUNS / 2);
  expect(tried.size).toBeGreaterThan(8);
});

const QUIZ_HEAD = '# 가\n\n글.\n\n## 확인 문제\n\n';
const QUESTION = '### Q. 하나다. <!-- q: f1 -->\n\n정답: O\n\n';

describe('fixed as meant, or left to the author', () => {
  test.each([
    [
      'a slip in a heading of a quiz, whose level is right',
      `${QUIZ_HEAD}### Q.공백없음\n\n정답: O\n\n${QUESTION}> 해설: 글.\n`,
      null,
    ],
    [
      'a heading in a quiz, whose level is wrong',
      `${QUIZ_HEAD}##### 참고\n\n글.\n\n${QUESTION}> 해설: 글.\n`,
      null,
    ],
    [
      'levels above a quiz',
      `# 가\n\n#### 절\n\n글.\n\n##### 확인 문제\n\n###### Q. 하나다. <!-- q: f1 -->\n\n정답: O\n`,
      null,
    ],
    [
      'a label without its quote',
      `${QUIZ_HEAD}${QUESTION}해설: 호스트의 것이다.\n`,
      `${QUIZ_HEAD}${QUESTION}> 해설: 호스트의 것이다.\n`,
    ],
    [
      'labels without their quotes, on lines of one paragraph',
      `${QUIZ_HEAD}${QUESTION}힌트: 글\n해설: 말\n`,
      `${QUIZ_HEAD}${QUESTION}> 힌트: 글\n> 해설: 말\n`,
    ],
    ['a label without its colon', `${QUIZ_HEAD}${QUESTION}> 해설 하나다.\n`, null],
    ['a label with a full stop', `${QUIZ_HEAD}${QUESTION}해설. 하나다.\n`, null],
    ['a label that is misspelt', `${QUIZ_HEAD}${QUESTION}> 해석: 하나다.\n`, null],
    ['a label in bold', `${QUIZ_HEAD}${QUESTION}> **해설** 하나다.\n`, null],
    [
      'words that only begin like a label',
      `${QUIZ_HEAD}${QUESTION}> 해설서를 본다.\n`,
      `${QUIZ_HEAD}${QUESTION}> 해설: 해설서를 본다.\n`,
    ],
    ['headings by underlines', '제목\n====\n\n글.\n\n첫 절\n-----\n\n내용.\n', null],
    ['a title one level too deep', '## 제목\n\n글.\n\n### 절\n\n글.\n', '# 제목\n\n글.\n\n## 절\n\n글.\n'],
    ['a title two levels too deep', '### 제목\n\n글.\n', '# 제목\n\n글.\n'],
    ['the same above terms', '## 제목\n\n- 용어: 뜻\n', '# 제목\n\n- 용어: 뜻\n'],
    ['the same above a quiz', `## 제목\n\n글.\n\n### 확인 문제\n\n#${QUESTION}`, null],
    [
      'several headings and no title',
      '글.\n\n## 하나\n\n글.\n\n## 둘\n\n글.\n',
      '# topic\n\n글.\n\n## 하나\n\n글.\n\n## 둘\n\n글.\n',
    ],
    ['a first heading with others of its level', '## 하나\n\n글.\n\n## 둘\n\n글.\n', null],
  ])('%s', (_, source, wanted) => {
    const folder = folderOf(source);
    const fixes = new Set([
      'heading-skips-level',
      'question-text-after',
      'title-missing',
      'title-level',
      'heading-by-underline',
    ]);
    const { notes } = fixNotes(folder, ({ code }) => fixes.has(code));
    expect(notes.get(FILE)).toBe(wanted ?? source);
    checkFixes(source);
  });

  test('an unquoted label is read as the quoted one', () => {
    const read = (source: string) => questionsIn(blocksOf(readNote(source, { file: FILE }).value))[0];
    const bare = read(`${QUIZ_HEAD}${QUESTION}힌트: 글\n해설: 말\n`);
    expect(bare).toEqual(read(`${QUIZ_HEAD}${QUESTION}> 힌트: 글\n> 해설: 말\n`));
    expect(bare).toMatchObject({ hints: ['글'], explanation: '말' });
  });
});

test.each([
  ['a question', '### Q. 하나다. <!-- q: f1 -->\n\n정답: O\n\n', '', '문제'],
  ['an id', ' <!-- q: f1 -->', '', '아이디'],
  ['an answer', '정답: O', '정답: X', '정답'],
  ['an address', '## 절', '절', '절의 주소'],
  ['a card', '용어: 뜻', '용어 뜻', '카드'],
  ['a cell', '| 말 |', '| |', '비교표의 칸'],
  ['words', '긴 글', '글', '글'],
])('an edit that takes %s is refused', (_, taken, by, loss) => {
  const table = '<!-- compare: t -->\n\n| 비교 | 가 | 나 |\n|---|---|---|\n| 뜻 | 글 | 말 |\n';
  const source = `# 가\n\n긴 글\n\n- 용어: 뜻\n\n${table}\n## 절\n\n글\n\n## 확인 문제\n\n${QUESTION}${QUESTION.replace('f1', 'f2')}`;
  const start = source.indexOf(taken);
  const fix = { label: '', edits: [{ start, end: start + taken.length, text: by }] };
  const at = { severity: 'notice', message: '', file: FILE, line: 1, column: 1 } as const;
  expect(tryFix(folderOf(source), { ...at, code: 'indent-by-tab', fix })).toEqual({ loss });
});

describe('fixes are tried when they are asked for', () => {
  const words = Array.from({ length: 16 }, (_, at) => `낱말${String.fromCodePoint(0xac00 + at)}`);
  const source = `# 가\n\n${words.join('\n\n')}\n`;
  /** One fix a word: `takes` are those of which the word is taken away. */
  const tried = (takes: readonly number[]) => {
    const diagnostics = words.map((word, at) => {
      const start = source.indexOf(word);
      const edit = takes.includes(at)
        ? { start, end: start + word.length, text: '다른 말' }
        : { start, end: start, text: '더 ' };
      const place = { file: FILE, line: 1, column: 1, severity: 'notice', message: '' } as const;
      return { ...place, code: 'indent-by-tab' as const, fix: { label: '', edits: [edit] } };
    });
    let reads = 0;
    const read = (text: string) => {
      reads++;
      return parse(text, { file: FILE, isTrial: true });
    };
    const note = { ...parse(source, { file: FILE }), diagnostics };
    return { all: withSafeFixes(note, source, read), reads: () => reads };
  };

  test('none before, and all of a note together', () => {
    const { all, reads } = tried([]);
    expect(all.map(({ code }) => code)).toHaveLength(words.length);
    expect(reads()).toBe(0);
    expect(all.filter(({ fix }) => fix === undefined)).toEqual([]);
    expect(reads()).toBe(1);
  });

  test('by halves where some lose something', () => {
    const { all, reads } = tried([2, 11]);
    const refused = all.flatMap(({ fix }, at) => (fix === undefined ? [at] : []));
    expect(refused).toEqual([2, 11]);
    expect(reads()).toBe(15);
    expect(JSON.parse(JSON.stringify(all))).toEqual(all.map((one) => ({ ...one })));
  });
});
