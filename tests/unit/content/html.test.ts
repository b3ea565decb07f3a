/** Raw HTML in the notes: what GitHub shows of it is shown, nothing else comes through, and no tag is printed at a reader. */

import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { lines, mend, read, shapeOf, told, toldOf } from './notation.ts';

/** The markup of what stands under the title. */
const shown = (source: string): string =>
  read(`# 제목\n\n${source}`)
    .value.blocks.map((block) => (block.kind === 'prose' ? block.html : `[${block.kind}]`))
    .join('')
    .trim();

describe('tags within words', () => {
  test.each([
    [
      'pairs',
      '<kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup> <u>밑줄</u> <mark>형광</mark>',
      '<p><kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup> <u>밑줄</u> <mark>형광</mark></p>',
    ],
    [
      'pairs that markdown has',
      '<b>가</b> <strong>나</strong> <i>다</i> <em>라</em> <del>마</del> <s>바</s>',
      '<p><strong>가</strong> <strong>나</strong> <em>다</em> <em>라</em> <s>마</s> <s>바</s></p>',
    ],
    ['breaks, in any spelling', '가<br>나<BR/>다<br class="x">라', '<p>가<br>나<br>다<br>라</p>'],
    ['attributes', '<u style="color:red" onclick="alert(1)" class=x>가</u>', '<p><u>가</u></p>'],
    [
      'what only says how it looks',
      '<span style="color:red">빨강 **굵게**</span> <font color=red>글</font>',
      '<p>빨강 <strong>굵게</strong> 글</p>',
    ],
    ['markdown in a pair', '<u>가 **나** `다`</u>', '<p><u>가 <strong>나</strong> <code>다</code></u></p>'],
    ['a pair across markup', '**가 <b>나** 다</b>', '<p><strong>가 나</strong> 다</p>'],
    ['pairs that overlap', '<b>가 <i>나</b> 다</i>', '<p><strong>가 나</strong> 다</p>'],
    ['a pair that is not closed', '가 <b>나', '<p>가 나</p>'],
    ['a pair that is not opened', '가 나</b>', '<p>가 나</p>'],
    ['a script and what it says', '가 <script>alert(1)</script> 나', '<p>가  나</p>'],
    ['a script that nothing closes', '가 <script src=x> 나', '<p>가  나</p>'],
    ['comments', '가<!-- 메모 -->나', '<p>가나</p>'],
    ['declarations', '가 <?php 1 ?> <![CDATA[x]]> <!DOCTYPE html> 나', '<p>가    나</p>'],
    ['a component', '가 <Foo bar={1} /> <Bar>나</Bar>', '<p>가  나</p>'],
    ['a paragraph of tags alone', '<span></span>\n\n나', '<p>나</p>'],
  ])('%s', (_, source, html) => {
    expect(shown(source)).toBe(html);
  });

  test('make links, by the rules of links', () => {
    expect(shown('<a href="b.md#절" target=_blank>글 **굵게**</a>')).toBe(
      '<p><a href="/area/b/#%EC%A0%88">글 <strong>굵게</strong></a></p>',
    );
    expect(shown('<a href="https://a.example/">글</a>')).toContain('rel="noopener noreferrer"');
    expect(shown('<a href="java&#x09;script:alert(1)">글</a>')).toBe('<p>글</p>');
    expect(told('# 제목\n\n글 <a href="javascript:alert(1)">글</a>')).toEqual(['link-unsafe 3:3']);
    expect(shown('<a href="b.md">글 [안](c.md) 글</a>')).toBe('<p>글 <a href="/area/c/">안</a> 글</p>');
    expect(shown('[글 <a href="b.md">안</a>](c.md)')).toBe('<p><a href="/area/c/">글 안</a></p>');
  });

  test('are cut with the words they stand around', () => {
    expect(shapeOf('- <b>용어: 설</b>명\n- <u>다른 것</u>: 설명')).toBe(
      lines('bullet', '  용어 | 설명', '  다른 것 | 설명'),
    );
    const [block] = read('# 제목\n\n- <b>용어: 설</b>명').value.blocks;
    expect(block).toMatchObject({
      entries: [{ term: '<strong>용어</strong>', text: '<strong>설</strong>명' }],
    });
  });
});

describe('pictures', () => {
  const sized = (source: string) =>
    parse(`# 제목\n\n${source}`, { file: 'a.md', imageSize: () => ({ width: 800, height: 400 }) }).value
      .blocks[0];

  test.each([
    ['<img src="a.png" alt="그림" width="400">', 'width="400" height="200"'],
    ['<img src="a.png" alt="그림" width=400px height=7>', 'width="400" height="200"'],
    ['<img src="a.png" alt="그림" height="100">', 'width="200" height="100"'],
    ['<img src="a.png" alt="그림" width="50%">', 'width="300" height="150"'],
    ['<img src="a.png" alt="그림" width="x" onerror="alert(1)" style="x">', 'width="800" height="400"'],
  ])('%s', (source, size) => {
    expect(sized(source)).toMatchObject({
      html: `<p><img src="/note-files/a.png" alt="그림" ${size} loading="lazy" decoding="async"></p>\n`,
    });
  });

  test('are told of like those of markdown, at their place', () => {
    expect(told('# 제목\n\n글 <img src="a.png"> <img src="https://a.example/b.png" alt="그림">')).toEqual([
      'image-alt-missing 3:3',
      'image-remote 3:21',
    ]);
    expect(read('# 제목\n\n글 <img src="a.png" alt="가">').value.links).toMatchObject([
      { kind: 'image', file: 'area/a.png', line: 3, column: 3 },
    ]);
  });

  test('stand in an outline as those of markdown do', () => {
    const outline = (picture: string) => shapeOf(`1. 가\n- 나\n${picture}\n2. 다\n- 라`);
    expect(outline('<img src="a.png" alt="">')).toBe(outline('![](a.png)'));
  });
});

describe('anchors', () => {
  test('are places that links lead to', () => {
    const { value, diagnostics } = read(
      '# 제목\n\n<a id="old"></a>\n## 절\n\n<a name="Here">글</a> <span id="there"></span>',
    );
    expect(value.anchors).toEqual(['old', 'here', 'there']);
    expect(value.sections[0]).toMatchObject({ title: '<a id="old"></a>절', titleText: '절', anchor: '절' });
    expect(value.sections[0]?.blocks).toMatchObject([
      { html: '<p><a id="here"></a>글 <a id="there"></a></p>\n' },
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('never take the id of a heading, of the page or of another', () => {
    const { value } = read(
      '# 제목\n\n<a id="절"></a>글 <a id="root"></a><a id="x"></a><a id="x"></a>\n\n## 절\n\n글',
    );
    expect(value.anchors).toEqual(['x']);
    expect(value.blocks).toMatchObject([{ html: '<p>글 <a id="x"></a></p>\n' }]);
  });

  test('are names and nothing else', () => {
    expect(shown('글<a id="a b"></a><a id="&quot;onclick"></a><a id=""></a>')).toBe('<p>글</p>');
  });
});

describe('blocks', () => {
  test.each([
    ['a wrapper', '<div align="center">\n\n**굵게**\n\n</div>', '<p><strong>굵게</strong></p>'],
    ['words in a wrapper, which are no markdown on GitHub either', '<div>\n**글**\n</div>', '<p>**글**</p>'],
    ['references in it', '<p>a &lt; b &amp;&nbsp;c \\&amp;</p>', '<p>a &lt; b &amp;\u00A0c \\&amp;</p>'],
    [
      'pictures in it',
      '<p align="center">\n  <img src="a.png" alt="가">\n  <b>나</b>\n</p>',
      '<p><img src="/note-files/area/a.png" alt="가" loading="lazy" decoding="async">\n<strong>나</strong></p>',
    ],
    ['paragraphs', '<div><p>가</p><p>나</p></div>', '<p>가</p>\n<p>나</p>'],
    ['a rule', '<hr/>', '<hr>'],
    [
      'a table, row by row',
      '<table><tr><td>가</td><td>나</td></tr><tr><td>다</td></tr></table>',
      '<p>가 나</p>\n<p>다</p>',
    ],
    ['a listing', '<pre>\n a\n  b &lt; <b>c</b>\n</pre>', '[code]'],
    ['a script', '<script>\nalert(1)\n\nalert(2)\n</script>\n\n글', '<p>글</p>'],
    ['a drawing', '<div><svg><path d="x"/><text>숨음</text></svg>글</div>', '<p>글</p>'],
    [
      'a script that nothing closes, and what follows',
      '<script src=//evil.example/x.js>\n\n글 **굵게**',
      '<p>글 <strong>굵게</strong></p>',
    ],
    ['what follows a comment', '<!-- 메모 --> **뒤의 글**', '<p><strong>뒤의 글</strong></p>'],
    ['a tag alone on a line, before markdown', '<Note>\n**글**\n</Note>', '<p>\n<strong>글</strong>\n</p>'],
    ['a break alone on a line', '<br>\n**굵게**', '<p><br>\n<strong>굵게</strong></p>'],
  ])('%s', (_, source, html) => {
    expect(shown(source)).toBe(html);
  });

  test('with headings have sections', () => {
    expect(shapeOf('<h2 align="center">가운데 <b>제목</b></h2>\n\n글')).toBe(
      lines('## 가운데 제목', 'prose p: 글'),
    );
  });

  test('in a list stay in their item', () => {
    expect(shown('- 가\n\n  <div>나</div>\n\n- 다')).toBe(
      '<ul>\n<li>\n<p>가</p>\n<p>나</p>\n</li>\n<li>\n<p>다</p>\n</li>\n</ul>',
    );
  });
});

test('what stands in `<div markdown="1">` is markdown from the next line on', () => {
  const inside = '1. **하나** [둘](b.md)\n2. 셋';
  const source = (tag: string) => `# 제목\n\n## 절\n\n${tag}\n${inside}\n</div>\n\n뒤\n`;
  const plain = shapeOf(`# 제목\n\n## 절\n\n${inside}\n\n뒤\n`);
  for (const tag of ['<div class="panel" markdown="1">', "<div markdown='block'>", '<div markdown>']) {
    expect(shapeOf(source(tag))).toEqual(plain);
    expect(told(source(tag))).toEqual([]);
  }
  expect(told(source('<div class="panel">'))).toEqual(['mark-left 6:1']);
});

describe('folds', () => {
  test('hold what stands between their tags', () => {
    const source =
      '<details>\n<summary>정답 <b>보기</b></summary>\n\n답은 **커널**이다.\n\n- 가\n\n</details>\n\n뒤';
    expect(shown(source)).toBe(
      '<details class="fold">\n<summary><span>정답 <strong>보기</strong></span></summary>\n<p>답은 <strong>커널</strong>이다.</p>\n<ul>\n<li>가</li>\n</ul>\n</details>\n<p>뒤</p>',
    );
    expect(told(`# 제목\n\n${source}`)).toEqual([]);
  });

  test.each([
    [
      'in one block',
      '<details open ontoggle=alert(1)><summary>가</summary>나</details>',
      '<details class="fold">\n<summary><span>가</span></summary>\n<p>나</p>\n</details>',
    ],
    [
      'in each other',
      '<details>\n<summary>가</summary>\n\n<details>\n<summary>나</summary>\n\n글\n\n</details>\n\n</details>',
      '<details class="fold">\n<summary><span>가</span></summary>\n<details class="fold">\n<summary><span>나</span></summary>\n<p>글</p>\n</details>\n</details>',
    ],
    [
      'with a heading for a summary',
      '<details>\n<summary><h3>가</h3></summary>\n\n글\n\n</details>',
      '<details class="fold">\n<summary><span>가</span></summary>\n<p>글</p>\n</details>',
    ],
    ['without a summary', '<details>\n\n글\n\n</details>', '<details class="fold">\n<p>글</p>\n</details>'],
    [
      'in an item',
      '- 가\n\n  <details>\n  <summary>나</summary>\n\n  다\n\n  </details>',
      '<ul>\n<li>\n<p>가</p>\n<details class="fold">\n<summary><span>나</span></summary>\n<p>다</p>\n</details>\n</li>\n</ul>',
    ],
  ])('%s', (_, source, html) => {
    expect(shown(source)).toBe(html);
  });

  test.each([
    ['that is not closed', '<details>\n<summary>가</summary>\n\n글', 'prose p: 가\nprose p: 글'],
    [
      'that is closed in a list',
      '<details>\n<summary>가</summary>\n\n- 글\n\n  </details>',
      'prose p: 가\nprose ul: 글',
    ],
  ])('%s is open, and told', (_, source, shape) => {
    expect(shapeOf(source)).toBe(shape);
    expect(told(`# 제목\n\n${source}`)).toEqual(['details-open 3:1']);
  });

  test('with a heading in it is open, so that its sections and questions are there', () => {
    const source = '<details>\n<summary>가</summary>\n\n## 절\n\n글\n\n</details>';
    expect(shapeOf(source)).toBe('prose p: 가\n## 절\nprose p: 글');
    expect(toldOf(`# 제목\n\n${source}`, 'details-open')).toMatchObject([
      { line: 3, message: expect.stringContaining('제목') },
    ]);
  });

  test('and what is not opened is left out', () => {
    expect(shown('글\n\n</details>\n\n</summary>\n\n나')).toBe('<p>글</p>\n<p>나</p>');
  });
});

describe('what is left out', () => {
  test('is told once a file, at the first', () => {
    expect(
      told('# 제목\n\n글 <big>가</big>\n\n<table><tr><td>나</td></tr></table>\n\n<big>다</big>'),
    ).toEqual(['html-dropped 3:3']);
    const [found] = toldOf(
      '# 제목\n\n글 <big>가</big>\n\n<table><tr><td>나</td></tr></table>',
      'html-dropped',
    );
    expect(found?.message).toContain('`<table>`, `<tr>`, `<big>`, `<td>` 태그 4개');
  });

  test('is not told where it only says how something looks', () => {
    expect(
      told(
        '# 제목\n\n<div align=center>\n\n글 <span class=x>가</span> <font color=red>나</font><br><a>다</a>\n\n</div>',
      ),
    ).toEqual([]);
    expect(told('# 제목\n\n`<div>` <!-- <big> -->\n\n    <big>')).toEqual([]);
  });
});

describe('words in angle brackets', () => {
  const source = '# 제목\n\ndocker run <image> 와 List<String>.\n';

  test('are words, told once and mended', () => {
    expect(shown('docker run <image> 와 List<String>.')).toBe(
      '<p>docker run &lt;image&gt; 와 List&lt;String&gt;.</p>',
    );
    const [found, ...others] = toldOf(source, 'html-shown-as-text');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ line: 3, column: 12 });
    expect(found && mend(source, found)).toBe('# 제목\n\ndocker run \\<image> 와 List\\<String>.\n');
  });

  test('are words also where HTML has the name, at the start of a line, too', () => {
    expect(shown('<section> 태그와 <script> 태그는 **다르다**.')).toBe(
      '<p>&lt;section&gt; 태그와 &lt;script&gt; 태그는 <strong>다르다</strong>.</p>',
    );
    expect(shown('<section>\n\n글')).toBe('<p>글</p>');
  });

  test('are a tag where the file closes it', () => {
    expect(shown('<Intro>\n\n글\n\n</Intro>')).toBe('<p>글</p>');
  });
});

test('an unclosed comment is told', () => {
  expect(told('# 제목\n\n<!-- 메모\n\n글')).toEqual(['comment-unclosed 3:1']);
  expect(told('# 제목\n\n글 <!-- 메모')).toEqual(['comment-unclosed 3:3']);
  expect(told('# 제목\n\n글 `<!--`')).toEqual([]);
});

test('a break by itself, which made room on GitHub, is nothing; one among words stays', () => {
  expect(shown('글\n\n<br>\n\n<br/> <br>\n\n- 하나\n\n  <br>\n\n말<br>끝')).toBe(
    '<p>글</p>\n<ul>\n<li>\n<p>하나</p>\n</li>\n</ul>\n<p>말<br>끝</p>',
  );
});
