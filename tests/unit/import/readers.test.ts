/** What is read of each kind of bank, and what is told of each question that has no place in the notes. */

import { describe, expect, test } from 'vitest';
import { Unfit } from '../../../src/compiler/import/bank.ts';
import { type BankFormat, readBank } from '../../../src/compiler/import/read-bank.ts';
import { writeQuestion } from '../../../src/compiler/import/write-question.ts';

/** The questions as markdown without their ids, and `line message` of what is told. */
function read(text: string, format: BankFormat | null = null, name = 'bank.txt') {
  const bank = readBank(name, text, format);
  const told = bank.losses.map(({ line, message }) => `${line} ${message}`);
  const notes = bank.questions.flatMap((question) => {
    try {
      return [writeQuestion(question, 'x', 3).replace(/^### Q\. (.*) <!-- q: x -->/, '$1')];
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      told.push(`${question.line} ${error.message}`);
      return [];
    }
  });
  return { notes, told, ids: bank.questions.map(({ id }) => id) };
}

describe('GIFT', () => {
  test.each([
    [
      '::이름::2+2는? {=4#맞다. ~3#하나 모자란다. ~5}',
      '2+2는?\n\n- [x] 4\n  > 맞다.\n- [ ] 3\n  > 하나 모자란다.\n- [ ] 5',
    ],
    ['모두? {~%50%가 ~%50%나 ~%-100%다}', '모두?\n\n- [x] 가\n- [x] 나\n- [ ] 다'],
    ['해는 동쪽에서 뜬다.{T}', '해는 동쪽에서 뜬다.\n\n정답: O'],
    [
      '핵심은? {=커널 =kernel####운영체제의 핵심.}',
      '핵심은?\n\n정답: 커널 / kernel\n\n> 해설: 운영체제의 핵심.',
    ],
    ['포트는? {=80}', '포트는?\n\n정답: `80`'],
    ['원주율은? {#3.14:0.01}', '원주율은?\n\n정답: 3.13..3.15'],
    ['몇인가? {#2..3}', '몇인가?\n\n정답: 2..3'],
    ['잇기 {=가 -> 1 =나 -> 2 = -> 3}', '잇기\n\n- 가 -> 1\n- 나 -> 2\n- -> 3'],
    [
      '[html]<p>첫 문단</p><pre>a: 1\\n  b</pre>{=가 ~나}',
      '첫 문단\n\n```\na: 1\n  b\n```\n\n- [x] 가\n- [ ] 나',
    ],
    [
      '[html]<div><p dir="ltr">첫 <span style="color: red">줄</span>&nbsp;&mdash;<br></p></div>{=[html]<p>가<br></p> ~나}',
      '첫 줄 —\n\n- [x] 가\n- [ ] 나',
    ],
    ['[markdown]**굵게** `코드`는? {=가 ~나}', '**굵게** `코드`는?\n\n- [x] 가\n- [ ] 나'],
    ['::Q: 이름::포트는: HTTP = 80 #1? {=80 ~a:b}', '포트는: HTTP = 80 #1?\n\n- [x] 80\n- [ ] a:b'],
    ['수도는 {=서울 ~부산} 이다.', '수도는 _____ 이다.\n\n- [x] 서울\n- [ ] 부산'],
    ['a < b && List<T>는? {=\\{x\\}\\: y ~*}', 'a \\< b && List\\<T>는?\n\n- [x] {x}: y\n- [ ] \\*'],
  ])('%s', (gift, note) => expect(read(gift, 'gift')).toMatchObject({ notes: [note], told: [] }));

  test.each([
    ['{~가 ~나}', '맞는 보기가 없습니다.'],
    ['{~가}', '보기가 둘은 있어야 합니다.'],
    ['{=가 ~나 =다}', '하나만 고르는 문제에 맞는 보기가 둘입니다.'],
    ['{}', '서술형'],
    ['', '설명'],
    ['{=a* }', '맞는 답이 없습니다.'],
    ['{=a → b -> c =d -> e}', '다른 문제로 읽힙니다.'],
    ['{=가 ~나', 'GIFT로 읽을 수 없습니다.'],
  ])('물음 %s is told at its line, and the next question is read', (answer, message) => {
    const { notes, told } = read(`// 머리\n\n물음 ${answer}\n\n다음은? {=가 ~나}`, 'gift');
    expect(notes).toEqual(['다음은?\n\n- [x] 가\n- [ ] 나']);
    expect(told.filter((each) => each.startsWith('3 ') && each.includes(message))).toHaveLength(told.length);
    expect(told.length).toBeGreaterThan(0);
  });

  test('what is lost of a question that comes in is told', () => {
    expect(read('물음 {=가 ~%50%나 ~다}', 'gift').told[0]).toContain('배점');
    expect(read('물음 {~%70%가 ~%30%나 ~다}', 'gift').told[0]).toContain('배점');
    expect(read('물음 {=%100%가 =%50%나}', 'gift').told[0]).toContain('일부만 맞는 답');
    expect(read('[html]<img src="@@PLUGINFILE@@/a.png" alt="구조">이다. {T}', 'gift')).toMatchObject({
      notes: ['\\[그림: 구조\\]이다.\n\n정답: O'],
      told: [expect.stringContaining('그림은 옮기지 않습니다')],
    });
    expect(read('$CATEGORY: a\n\n하나 {T}\n\n$CATEGORY: b\n\n둘 {F}', 'gift').told[0]).toContain('범주 2개');
  });
});

test('Aiken', () => {
  const text =
    '첫째는?\n둘째 줄\nA. 가\nB) 나\nANSWER: B\n\n정답이 없다?\nA. 가\nB. 나\n\n둘인가?\nA. 가\nB. 나\nANSWER: A, B\n\n하나뿐?\nA. 가\nANSWER: A\n';
  const { notes, told } = read(text);
  expect(notes).toEqual(['첫째는?\n\n둘째 줄\n\n- [ ] 가\n- [x] 나']);
  expect(told.map((each) => each.slice(0, 2))).toEqual(['7 ', '11', '16']);
});

describe('Moodle XML', () => {
  const question = (type: string, inner: string) =>
    `<question type="${type}"><name><text>이름</text></name><questiontext format="html"><text><![CDATA[<p>물음은?</p>]]></text></questiontext>${inner}</question>`;
  const quiz = (...questions: string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;
  const answer = (fraction: number, text: string, more = '') =>
    `<answer fraction="${fraction}" format="html"><text>${text}</text>${more}</answer>`;

  test.each([
    [
      'multichoice',
      `<single>true</single>${answer(100, '가', '<feedback><text>맞다.</text></feedback>')}${answer(0, '나')}`,
      '- [x] 가\n  > 맞다.\n- [ ] 나',
    ],
    [
      'multichoice',
      `<single>false</single>${answer(50, '가')}${answer(50, '나')}${answer(-100, '다')}`,
      '- [x] 가\n- [x] 나\n- [ ] 다',
    ],
    ['truefalse', answer(0, 'true') + answer(100, 'false'), '정답: X'],
    ['shortanswer', answer(100, '커널') + answer(100, 'kernel') + answer(0, '*'), '정답: 커널 / kernel'],
    ['numerical', answer(100, '3.14', '<tolerance>0.01</tolerance>'), '정답: 3.13..3.15'],
    [
      'matching',
      '<subquestion><text>왼쪽</text><answer><text>오른쪽</text></answer></subquestion><subquestion><text>위</text><answer><text>아래</text></answer></subquestion>',
      '- 왼쪽 -> 오른쪽\n- 위 -> 아래',
    ],
    ['ordering', answer(1, '먼저') + answer(2, '다음'), '1. 먼저\n2. 다음'],
  ])('%s', (type, inner, note) => {
    expect(read(quiz(question(type, inner)))).toMatchObject({ notes: [`물음은?\n\n${note}`], told: [] });
  });

  test('ids, hints and explanations; what has no place is told at its line', () => {
    const more =
      '<idnumber>x-1</idnumber><generalfeedback><text>까닭.</text></generalfeedback><hint><text>힌트 글.</text></hint>';
    const { notes, told, ids } = read(
      quiz(
        question('truefalse', answer(100, 'true') + more),
        ...['essay', 'cloze', 'ddwtos', 'description'].map((type) => question(type, '')),
        question('multichoice', answer(100, '가') + answer(100, '나')),
      ),
    );
    expect(notes).toEqual(['물음은?\n\n정답: O\n\n> 힌트: 힌트 글.\n> 해설: 까닭.']);
    expect(ids).toEqual(['x-1']);
    expect(told.map((each) => Number.parseInt(each, 10))).toEqual([4, 5, 6, 7, 8]);
  });

  test.each([
    ['<quiz><question', 'XML로 읽을 수 없습니다'],
    ['<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>', 'DOCTYPE'],
    ['<quiz>&nope;</quiz>', 'XML로 읽을 수 없습니다'],
    [`<quiz>${'<a>'.repeat(50_000)}`, '너무 깊이'],
    ['<html></html>', 'Moodle XML이 아닙니다'],
  ])('%# is refused', (text, message) => expect(() => read(text, 'xml')).toThrow(message));
});

describe('CSV', () => {
  test('columns by their names, rows by what they hold', () => {
    const text =
      '﻿문제,보기1,보기2,정답,해설,힌트,아이디,메모\n"첫째, 둘째?",가,나,2,까닭.,힌트 글.,a-1,x\n모두?,가,나,"1, 2",,,,\n참이다.,,,O,,,,\n이름은?,,,커널 / kernel,,,,\n몇인가?,,,42,,,,\n없다?,가,나,3,,,,\n';
    const { notes, told, ids } = read(text, null, 'bank.csv');
    expect(notes).toEqual([
      '첫째, 둘째?\n\n- [ ] 가\n- [x] 나\n\n> 힌트: 힌트 글.\n> 해설: 까닭.',
      '모두?\n\n- [x] 가\n- [x] 나',
      '참이다.\n\n정답: O',
      '이름은?\n\n정답: 커널 / kernel',
      '몇인가?\n\n정답: 42',
    ]);
    expect(ids[0]).toBe('a-1');
    expect(told).toEqual([
      '1 모르는 열은 옮기지 않습니다: 메모',
      expect.stringMatching(/^7 .*보기의 번호가 아닙니다: 3/),
    ]);
  });

  test('a mark or a tag in a cell is text', () => {
    const [note] = read('question;answer\n"a **b** <b>c</b> = ?";--name\n', null, 'bank.csv').notes;
    expect(note).toBe('a \\*\\*b\\*\\* \\<b>c\\</b> = ?\n\n정답: --name');
  });

  test.each(['=1+1', "=cmd|' /C calc'!A0", '@SUM(A1)', '+HYPERLINK("http://x")', '-WEBSERVICE("x")'])(
    'the formula %s is refused',
    (cell) =>
      expect(() => read(`문제,정답\n"${cell.replaceAll('"', '""')}",O\n`, 'csv')).toThrow(
        '2줄: 수식이 든 칸',
      ),
  );

  test.each([
    ['문제,보기1\n가,나\n', '「정답」 열이 없습니다'],
    ['문제,정답\n"가,나\n', '표로 읽을 수 없습니다'],
  ])('%j is refused', (text, message) => expect(() => read(text, 'csv')).toThrow(message));
});

test('Anki', () => {
  const text =
    '#separator:tab\n#html:true\n#guid column:1\n#tags column:4\ng1\t<b>핵심</b>은?\t커널 / kernel\ttag\ng2\t호스트의 {{c1::커널::무엇}}만 함께 쓴다.\t덧붙임.\t\ng3\t긴 답?\t<p>하나</p><p>둘</p>\t\n';
  const { notes, told, ids } = read(text);
  expect(notes).toEqual([
    '**핵심**은?\n\n정답: 커널 / kernel',
    '빈칸을 채우세요.\n\n호스트의 [[커널]]만 함께 쓴다.\n\n> 해설: 덧붙임.',
  ]);
  expect(ids).toEqual(['g1', 'g2']);
  expect(told).toEqual([expect.stringMatching(/^7 .*뒷면이 길어/)]);
});

describe('hostile banks are refused as a whole', () => {
  test.each([
    ['<script>alert(1)</script>물음 {T}', '1줄: 실행되는 태그'],
    ['하나 {T}\n\n[html]<img src=x onerror\\=alert(1)> {T}', '3줄: 실행되는 태그'],
    ['[html]<a href\\="java&#115;cript\\:alert(1)">x</a> {T}', '실행되는 태그'],
    ['<iframe src\\=x></iframe> {T}', '실행되는 태그'],
    [`[html]${'<ul><li>'.repeat(5000)} {T}`, '너무 깊이'],
    [`${'가'.repeat(70_000)} {T}`, '너무 깁니다'],
    ['하나 {T}\n둘\u0000 {F}', '2줄: 글이 아닌 글자(U+0000)'],
    [`하나 {T}\n\n`.repeat(1001), '1,001개'],
  ])('%#', (text, message) => expect(() => read(text, 'gift')).toThrow(message));

  test('many openings without an end take no long time to read', () => {
    for (const part of ['<!--', '<a ', '&', '<', '<style>', '{{c1::']) {
      const text = part.repeat(50_000 / part.length);
      expect(() => read(`#html:true\n${text}\t답\n`, 'anki')).not.toThrow(/Maximum call stack/);
    }
  });
});
