/** What becomes of pools where the questions go: named as data, a tag in GIFT, one of them on paper; and they come in again. */

import { expect, test } from 'vitest';
import { readBank } from '../../../src/compiler/import/read-bank.ts';
import { writeQuestion } from '../../../src/compiler/import/write-question.ts';
import { toAnki } from '../../../src/core/export/anki.ts';
import { select } from '../../../src/core/export/document.ts';
import { toGift } from '../../../src/core/export/gift.ts';
import { toPrint } from '../../../src/core/export/print.ts';
import { collected, questionsIn } from './course.ts';

const question = (stem: string, comment: string) => `### Q. ${stem} <!-- q: ${comment} -->\n\n정답: O\n\n`;
const { document } = collected(
  new Map([
    ['README.md', '# 강의\n\n<!-- course: trial -->\n\n- [토픽](topic.md)\n'],
    [
      'topic.md',
      `# 토픽\n\n글.\n\n## 확인 문제\n\n${question('첫째?', 'a pool: 층')}${question('홀로?', 'b')}${question('둘째?', 'c pool: 층')}${question('외동?', 'd pool: lone')}`,
    ],
  ]),
);
const told = ({ losses }: ReturnType<typeof toGift>) =>
  losses.filter(({ message }) => message.includes('쌍둥이')).map(({ places }) => places);

test('JSON names the pool of each question; one alone is in none', () => {
  expect(questionsIn(document).map(({ id, pool }) => [id, pool])).toEqual([
    ['a', '층'],
    ['b', null],
    ['c', '층'],
    ['d', null],
  ]);
});

test('GIFT has all of them with a tag, which comes in again', () => {
  const gift = toGift(document);
  expect(told(gift)).toEqual([['topic.md:7', 'topic.md:15']]);
  const { questions } = readBank('bank.gift', gift.files[0]?.text ?? '', null);
  const written = questions.map((each) =>
    writeQuestion(each, each.id?.replace(/.*:/, '') ?? '', 3).split('\n', 1),
  );
  expect(written.flat()).toEqual([
    '### Q. 첫째? <!-- q: a pool: 층 -->',
    '### Q. 홀로? <!-- q: b -->',
    '### Q. 둘째? <!-- q: c pool: 층 -->',
    '### Q. 외동? <!-- q: d -->',
  ]);
});

test('Anki has all of them, and says that each has days of its own', () => {
  expect(told(toAnki(document))).toEqual([['topic.md:7', 'topic.md:15']]);
});

test('paper has one of them, drawn by the seed, on both sheets', () => {
  const papers = (seed: string) => toPrint(document, seed).files.map(({ text }) => text);
  const drawn = new Set<string>();
  for (let seed = 0; seed < 20; seed++) {
    const [exam = '', answers = ''] = papers(String(seed));
    const [asked, ...more] = ['첫째?', '둘째?'].filter((stem) => exam.includes(stem));
    expect(more).toEqual([]);
    expect(exam).toContain('/ 3<');
    expect(answers.match(/<li>/g)).toHaveLength(3);
    drawn.add(asked ?? '');
  }
  expect(drawn.size).toBe(2);
  expect(told(toPrint(document, ''))).toEqual([['topic.md:7', 'topic.md:15']]);
});

test('a number of questions never has two of one pool', () => {
  for (let seed = 0; seed < 20; seed++) {
    const ids = questionsIn(select(document, { only: null, count: 3, seed: String(seed) })).map(
      ({ id }) => id,
    );
    expect(ids).toHaveLength(3);
    expect(ids.includes('a') && ids.includes('c')).toBe(false);
  }
});
