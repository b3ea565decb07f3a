/** Footnotes: what GitHub makes of them, that no word is lost, and that a number is never taken for a word. */

import { describe, expect, test } from 'vitest';
import { shownText } from '../../../src/core/model/html.ts';
import { htmlOf, lines, read, shapeOf, told, toldOf } from './notation.ts';

const PAGE = '# 제목\n\n';

/** The notes of a page: the label of the list's own numbers, words, and how many links lead back. */
function notesOf(source: string): string[] {
  const { blocks, sections } = read(PAGE + source).value;
  const last = [...blocks, ...sections.flatMap((section) => section.blocks)].findLast(
    (block) => block.kind === 'prose' && block.html.startsWith('<section class="footnotes"'),
  );
  const items = last?.kind === 'prose' ? last.html.split('<li id="fn:').slice(1) : [];
  return items.map((item) => {
    const [number = '', words = ''] = item.split('" tabindex="-1">\n');
    const ways = words.split('class="fn-back"').length - 1;
    return `${number} ${shownText(words as never)}${ways === 0 ? '' : ` ↩${ways}`}`;
  });
}

/** The text with references as `¹`, in the order of their numbers. */
const shown = (source: string): string => {
  const [block] = read(PAGE + source).value.blocks;
  return block?.kind === 'prose'
    ? shownText(block.html.replace(/<sup class="fn">.*?>(\d+)<.*?<\/sup>/g, '($1)') as never)
    : '';
};

describe('notes', () => {
  test.each<[string, string, string, string[]]>([
    [
      'by number and by name',
      '가[^1] 나[^이름]\n\n[^1]: 하나\n[^이름]: 둘',
      '가(1) 나(2)',
      ['1 하나 ↩1', '2 둘 ↩1'],
    ],
    [
      'in the order of their references',
      '가[^b] 나[^a]\n\n[^a]: 에이\n[^b]: 비',
      '가(1) 나(2)',
      ['1 비 ↩1', '2 에이 ↩1'],
    ],
    ['with several references', '가[^1] 나[^1] 다[^1]\n\n[^1]: 하나', '가(1) 나(1) 다(1)', ['1 하나 ↩3']],
    ['whatever the case of their names', '가[^Note]\n\n[^nOTE]: 하나', '가(1)', ['1 하나 ↩1']],
    ['before their reference', '[^1]: 하나\n\n가[^1]', '가(1)', ['1 하나 ↩1']],
    ['right below the text', '가[^1]\n[^1]: 하나', '가(1)', ['1 하나 ↩1']],
    ['that go on on the next line', '가[^1]\n\n[^1]: 하나\n이어서', '가(1)', ['1 하나 이어서 ↩1']],
    ['with further blocks', '가[^1]\n\n[^1]: 하나\n\n    둘\n\n    - 셋\n\n나', '가(1)', ['1 하나 둘 셋 ↩1']],
    ['that refer to others', '가[^1]\n\n[^1]: 하나[^2]\n[^2]: 둘', '가(1)', ['1 하나 ↩1', '2 둘 ↩1']],
    ['side by side', '가[^1][^2]\n\n[^1]: 하나\n[^2]: 둘', '가(1)(2)', ['1 하나 ↩1', '2 둘 ↩1']],
    ['in emphasis', '**가[^1]**\n\n[^1]: 하나', '가(1)', ['1 하나 ↩1']],
    ['not in code', '`[^1]` 가[^1]\n\n[^1]: 하나', '[^1] 가(1)', ['1 하나 ↩1']],
    ['not behind a backslash', '\\[^1] 가[^1]\n\n[^1]: 하나', '[^1] 가(1)', ['1 하나 ↩1']],
    ['with nothing in them', '가[^1]\n\n[^1]:\n\n나', '가(1)', ['1  ↩1']],
  ])('%s', (_, source, text, notes) => {
    expect(shown(source).replace(/\(1\)\u2009?\(2\)/, '(1)(2)')).toBe(text);
    expect(notesOf(source)).toEqual(notes);
    expect(told(PAGE + source)).toEqual([]);
  });

  test('in lists and quotes stand with the others', () => {
    expect(notesOf('- 가[^1]\n\n  [^1]: 하나\n\n> 나[^2]\n>\n> [^2]: 둘')).toEqual(['1 하나 ↩1', '2 둘 ↩1']);
    expect(shapeOf('1. 정의\n- 가: 나[^1]\n\n[^1]: 하나\n2. 장점\n- 라: 마')).toBe(
      lines('label', '  정의 |', '    가 | 나', '  장점 |', '    라 | 마', 'prose section: 하나'),
    );
  });

  test('stand below the last section and above the quiz of the page', () => {
    const source = '가[^1]\n\n[^1]: 하나\n\n## 절\n\n글\n\n## 확인 문제\n\n### Q. 물음?\n\n정답: O';
    expect(shapeOf(source)).toBe(
      lines(
        'prose p: 가',
        'quiz 확인 문제',
        '  true-false 물음?',
        '## 절',
        'prose p: 글',
        'prose section: 하나',
      ),
    );
  });

  test('link to each other, with names for who hears the page', () => {
    const html = htmlOf(read(`${PAGE}가[^1] 나[^1]\n\n[^1]: 하나`).value).join('');
    expect(html).toContain('<sup class="fn"><a href="#fn:1" id="fnref:1" aria-label="각주 1">1</a></sup>');
    expect(html).toContain(
      '<a href="#fnref:1:2" class="fn-back"><span aria-hidden="true">↩\uFE0E<sup>2</sup></span><span class="visually-hidden">각주 1의 2번째 자리로</span></a>',
    );
  });

  test('make no term, no card and no anchor of a term', () => {
    const { value } = read(`${PAGE}가[^1]\n\n[^1]: 하나\n\n    - 용어: 설명\n\n    ## 제목`);
    expect(value.sections).toEqual([]);
    expect(value.blocks.map(({ kind }) => kind)).toEqual(['prose', 'prose']);
  });
});

describe('numbers', () => {
  test('are no words of a title, a term, a text or an anchor', () => {
    const { value } = read('# 제목[^1]\n\n- 용어[^1]: 설명[^1]\n\n[^1]: 하나\n\n## 절[^1]\n\n글');
    expect(value.titleText).toBe('제목');
    expect(value.sections[0]).toMatchObject({ titleText: '절', anchor: '절' });
    expect(value.blocks[0]).toMatchObject({ entries: [{ termText: '용어' }] });
    for (const html of htmlOf(value)) expect(shownText(html)).not.toMatch(/\d|↩/);
  });

  test('in a question lead to the page of the note, since questions are shown elsewhere, too', () => {
    const html = htmlOf(
      read(`${PAGE}## 확인 문제\n\n### Q. 물음[^1]?\n\n정답: O\n\n> 해설: 왜[^1]\n\n[^1]: 하나`).value,
    );
    expect(html.filter((each) => each.includes('class="fn"'))).toEqual([
      '물음<sup class="fn"><a href="/area/topic/#fn%3A1" aria-label="각주 1">1</a></sup>?',
      '왜<sup class="fn"><a href="/area/topic/#fn%3A1" aria-label="각주 1">1</a></sup>',
    ]);
    expect(html.join('')).not.toContain('fnref:');
  });
});

describe('told', () => {
  test.each([
    ['a reference without a note', '가[^x] `[^y]` 나[^x]', ['footnote-missing 3:2', 'footnote-missing 3:15']],
    ['a note without a reference', '가\n\n[^1]: 하나', ['footnote-unused 5:1']],
    ['a note whose reference is code', '`[^1]`\n\n[^1]: 하나', ['footnote-unused 5:1']],
    ['a second note of the same name', '가[^1]\n\n[^1]: 하나\n[^1]: 둘', ['footnote-unused 6:1']],
    ['brackets that are no reference', '정규식 [^,;] 와 [^ ] 는 글자다', []],
  ])('%s', (_, source, codes) => {
    expect(told(PAGE + source)).toEqual(codes);
  });

  test('and shown, so that nothing is lost', () => {
    expect(shown('가[^x]')).toBe('가[^x]');
    expect(notesOf('가[^1]\n\n[^1]: 하나\n[^2]: 둘\n[^1]: 셋')).toEqual(['1 하나 ↩1', '2 둘', '3 셋']);
    expect(toldOf(`${PAGE}가[^1]\n\n[^1]: 하나\n[^1]: 둘`, 'footnote-unused')[0]?.message).toContain(
      '앞에도',
    );
  });
});
