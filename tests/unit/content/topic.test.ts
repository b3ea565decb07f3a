import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withColours } from '../../../src/core/content/colours.ts';
import { parse } from '../../../src/core/content/parse.ts';
import { escapeHtml, trusted } from '../../../src/core/model/html.ts';
import { mend, read, shapeOf, told, toldOf } from './notation.ts';

describe('the title', () => {
  test('is the first #, with its markup and without its comments', () => {
    const { value, diagnostics } = read('<!-- 메모 -->\n# **굵은** `제목` <!-- course: mlops -->\n\n글');
    expect(value).toMatchObject({
      title: '<strong>굵은</strong> <code>제목</code>',
      titleText: '굵은 제목',
      anchor: '굵은-제목',
      courseId: 'mlops',
    });
    expect(diagnostics).toEqual([]);
  });

  test('falls back to front matter, then to the name of the file or folder', () => {
    expect(read('---\ntitle: "앞 <b>말</b>"\ntags: [a]\n---\n\n글').value.title).toBe(
      '앞 &lt;b&gt;말&lt;/b&gt;',
    );
    expect(read('글', 'area/conda.md').value.titleText).toBe('conda');
    expect(read('글', 'area/README.md').value.titleText).toBe('area');
    expect(read('글', 'area/keyboard_navigation-of-forms.md').value.titleText).toBe(
      'keyboard navigation of forms',
    );
    expect(read('글', '2021-06-08.md').value.titleText).toBe('2021-06-08');
    expect(told('글')).toEqual(['title-missing 1:1']);
    expect(read('---\ntitle: 앞\n---\n# 제목').value.titleText).toBe('제목');
  });

  describe('is the first heading, whatever its level', () => {
    const outline = (source: string) => {
      const { titleText, sections } = read(source).value;
      return [titleText, ...sections.map(({ level, titleText: title }) => `${level} ${title}`)];
    };

    test.each<[string, string, string[]]>([
      ['## 제목\n\n### 가\n글', '`##`', ['제목', '2 가']],
      ['### 제목\n글\n#### 가\n글\n##### 나\n글', '`###`', ['제목', '2 가', '3 나']],
      ['## 하나\n글\n### 가\n글\n## 둘\n글\n### 나\n글', '`##`', ['하나', '3 가', '2 둘', '3 나']],
      ['### 하나\n글\n## 둘\n글', '`###`', ['하나', '2 둘']],
      ['### 하나\n글\n### 둘\n글\n##### 나\n글', '`###`', ['하나', '2 둘', '4 나']],
      ['글\n\n## 제목\n글\n### 가\n글', '`##`', ['제목', '2 가']],
      ['<!-- 옛 주소 -->\n<a id="old"></a>\n\n## 제목\n글\n## 둘\n글', '`##`', ['제목', '2 둘']],
      ['제목\n---\n글', '`##`', ['제목']],
    ])('%j', (source, marks, wanted) => {
      expect(outline(source)).toEqual(wanted);
      const [told] = toldOf(source, 'title-level');
      expect(told?.message).toContain(marks);
      expect(toldOf(source, 'title-missing')).toEqual([]);
    });

    test('but not one of several below a text, or with which any text begins', () => {
      expect(outline('글\n\n## 가\n글\n## 나\n글')).toEqual(['topic', '2 가', '2 나']);
      expect(outline('### Introduction\n글\n### 가\n글\n#### 나\n글')).toEqual([
        'topic',
        '2 Introduction',
        '2 가',
        '3 나',
      ]);
      expect(outline('## 소개\n글\n### 가\n글')).toEqual(['소개', '2 가']);
      expect(outline('## 확인 문제\n\n### Q. 참? <!-- q: a -->\n\n정답: O')).toEqual(['topic']);
    });

    test('and not where front matter gives it, or a `#` stands alone', () => {
      expect(outline('---\ntitle: 앞\n---\n\n### 가\n글\n#### 나\n글')).toEqual(['앞', '2 가', '3 나']);
      expect(outline('## 목차\n글\n# 제목\n글\n## 가\n글')).toEqual(['제목', '2 목차', '2 가']);
    });

    test('of several `#` below it each is a section', () => {
      expect(outline('## 제목\n\n# 하나\n글\n## 가\n글\n# 둘\n글')).toEqual([
        '제목',
        '2 하나',
        '3 가',
        '2 둘',
      ]);
    });

    test('levels that are skipped below it are told as they are written', () => {
      const [told] = toldOf('### 제목\n글\n#### 가\n글\n###### 나\n글', 'heading-skips-level');
      expect(told?.message).toContain('4단계에서 6단계로');
      expect(told?.message).toContain('`#####`');
      expect(told?.fix?.label).toBe('`#####`로 쓰기');
    });

    test('all go up by a fix where nothing stands beside it', () => {
      const source = '### 제목\n글\n#### 가\n글\n##### 나\n글';
      expect(mend(source, toldOf(source, 'title-level')[0] as never)).toBe(
        '# 제목\n글\n## 가\n글\n### 나\n글',
      );
      expect(toldOf('## 하나\n글\n## 둘\n글', 'title-level')[0]?.fix).toBeUndefined();
    });
  });

  describe('of front matter', () => {
    const front = (yaml: string) => {
      const { titleText, order } = read(`---\n${yaml}\n---\n\n글`).value;
      return { titleText, order };
    };

    test.each([
      ['title: "따옴표: 안"', '따옴표: 안', undefined],
      ["title: '하나 #둘'", '하나 #둘', undefined],
      ['title: >-\n  두 줄의\n  제목', '두 줄의 제목', undefined],
      ['title: 2024', '2024', undefined],
      ['title: 가 # 주석', '가', undefined],
      ['title: 도커\nsidebar_position: 3', '도커', 3],
      ['order: -1.5\ntitle: 도커', '도커', -1.5],
      ['title : 빈칸 뒤의 쌍점\nweight: 0', '빈칸 뒤의 쌍점', 0],
      ['sidebar: { order: 2 }', 'topic', 2],
      ['title: [가, 나]\norder: "3"', 'topic', undefined],
      ['title: ~\norder: .inf', 'topic', undefined],
      ['태그: [a]\ntitle: 한글 이름', '한글 이름', undefined],
    ])('%j', (yaml, titleText, order) => {
      expect(front(yaml)).toEqual({ titleText, order });
      expect(toldOf(`---\n${yaml}\n---\n\n# 제목\n글`, 'front-matter')).toEqual([]);
    });

    test.each([
      ['title: React: 소개', 2],
      ['order: 1\ntitle: "닫지 않음\ntags: [a]', 3],
      ['title 도커\nsidebar_position: 3', 2],
      ['title: a\n\tdraft: true', 3],
      ['title: 가\ntitle: 나', 3],
      ['title: [가, 나\norder: 3', 2],
      ['description: @me', 2],
      [`a: ${'['.repeat(9_000)}`, 2],
    ])('%j that is no YAML is told at its line, and is not shown', (yaml, line) => {
      const source = `---\n${yaml}\n---\n\n# 제목\n글`;
      expect(toldOf(source, 'front-matter').map((one) => one.line)).toEqual([line]);
      expect(read(source).value).toMatchObject({ titleText: '제목', sections: [] });
    });

    test.each([
      '---\n글이다.\n---\n글',
      '---\n- 목록\n- 목록\n---\n글',
      '---\n\n첫 글.\n\n참고: 이것: 저것\n글.\n\n---\n',
    ])('%j is text between rules', (source) => {
      expect(JSON.stringify(read(source).value)).toMatch(/글|목록/);
      expect(toldOf(source, 'front-matter')).toEqual([]);
    });
  });

  test.each([
    ['## 설치 {#install}', '설치', 'install'],
    ['## 설치 {/*install*/}', '설치', 'install'],
    ['## `<link>` **속성** {/* link-props */}', '<link> 속성', 'link-props'],
    ['## 설치 {#설치-방법}   ##', '설치', '설치-방법'],
    ['설치 {#install}\n---', '설치', 'install'],
    ['## 집합 {1, 2}', '집합 {1, 2}', '집합-1-2'],
    ['## `{#code}`', '{#code}', 'code'],
  ])('%j has the anchor that its author gave', (source, titleText, anchor) => {
    const [section] = read(`# 제목\n\n${source}\n\n글`).value.sections;
    expect(section).toMatchObject({ titleText, anchor });
  });

  test('comes once', () => {
    const source = '# 하나\n글\n# 둘\n글';
    expect(told(source)).toEqual(['title-repeated 3:1']);
    expect(read(source).value.sections).toMatchObject([{ level: 2, titleText: '둘' }]);
    expect(mend(source, toldOf(source, 'title-repeated')[0] as never)).toBe('# 하나\n글\n## 둘\n글');
  });

  test('is asked for with an edit that puts it in', () => {
    expect(mend('글', toldOf('글', 'title-missing')[0] as never)).toBe('# topic\n\n글');
  });
});

describe('the file', () => {
  test.each(['', '  \n\n', '\uFEFF', '---\n---\n'])('may be empty: %j', (source) => {
    expect(read(source).value).toMatchObject({ titleText: 'topic', blocks: [], sections: [] });
    expect(told(source)).toEqual(['file-empty 1:1']);
  });

  test('may have a BOM, other line ends and another normal form: places stay those of the file', () => {
    const source =
      '\uFEFF---\r\na: b\r\n---\r\n# 제목\r\n\r\n각 설ㄹ치 [가](../../b.md)\r나\r\n## 없음'.normalize('NFD');
    const { value, diagnostics } = parse(source, { file: 'a.md' });
    const at = source.split(/\r\n?/)[5]?.indexOf('[') ?? 0;
    expect(value.links).toMatchObject([{ line: 6, column: at + 1 }]);
    expect(value.titleText).toBe('제목'.normalize('NFC'));
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['jamo-stray', 6],
      ['link-outside', 6],
      ['section-empty', 8],
    ]);
  });

  test('may hold bytes that are no text', () => {
    expect(told('# 제목\n\n글 \uFFFD과 \0')).toEqual(['file-encoding 3:3']);
    expect(read('# 제목\n\n\uD800 \uDC00 [글](\uD800.md)').value.links).toHaveLength(1);
  });

  test('keeps a rule at its top that is no front matter', () => {
    expect(shapeOf('x')).toBe('prose p: x');
    expect(read('---\n\n글\n\n---\n\n끝').value.blocks.map((block) => block.kind)).toHaveLength(4);
    expect(read('---\na: b\n글').value.blocks).not.toEqual([]);
  });
});

describe('sections', () => {
  test('have the anchors that GitHub gives them', () => {
    const { sections } = read(
      '# 가\n## 가\n## A / B (C) & D.e_f-g <!-- x -->\n## 가\n## `코드` **굵게** [글](x.md)\n## !!!\n## 👍 표정',
    ).value;
    expect(sections.map((section) => section.anchor)).toEqual([
      '가-1',
      'a--b-c--de_f-g',
      '가-2',
      '코드-굵게-글',
      'section',
      '-표정',
    ]);
    expect(told('# 가\n## 나\n글\n## 나\n글')).toEqual(['anchor-repeated 4:1']);
  });

  test('show emoji by their names, and keep the anchors of the names', () => {
    const { sections, titleText } = read(
      '# :memo: 정리\n## :bulb: 팁\n글 :rocket:, `:rocket:`, 12:30:45 a:b:c',
    ).value;
    expect(titleText).toBe('📝 정리');
    expect(sections[0]).toMatchObject({ titleText: '💡 팁', title: '💡 팁', anchor: 'bulb-팁' });
    expect(JSON.stringify(sections[0]?.blocks)).toContain('글 🚀, <code>:rocket:</code>, 12:30:45 a:b:c');
  });

  test('are empty only when nothing deeper follows', () => {
    expect(told('# 제목\n## 가\n### 나\n글\n## 다')).toEqual(['section-empty 5:1']);
    expect(told('# 제목\n## 가\n<!-- 나중에 -->')).toEqual(['section-empty 2:1']);
    expect(told('# 제목\n## [다른 곳](https://example.org)\n## 나\n글')).toEqual([]);
    expect(told('# 제목\n## <a id="x"></a>가\n## 나\n글')).toEqual(['section-empty 2:1']);
  });

  test('do not skip levels', () => {
    expect(told('# 제목\n### 가\n글')).toEqual(['heading-skips-level 2:1']);
    const quiz =
      '# 제목\n## 가\n글\n## 확인 문제\n#### Q. 1 <!-- q: a -->\n정답: O\n\n> 해설: 가\n> 출처: [가](#가)';
    expect(told(quiz)).toEqual([]);
  });

  test('made by an underline are told; whether one was meant is left to the author', () => {
    const source = '# 제목\n\n## 가\n정답: X\n---\n글';
    const [found] = toldOf(source, 'heading-by-underline');
    expect(found).toMatchObject({ line: 4, column: 1 });
    expect(found?.fix).toBeUndefined();
  });

  test('in comments are none', () => {
    expect(
      read('# 제목\n<!--\n## 숨음\n-->\n## 보임\n글 <!-- ## 숨음 -->').value.sections.map(
        (each) => each.titleText,
      ),
    ).toEqual(['보임']);
  });
});

describe('code', () => {
  const colour = (code: string, language: string) =>
    trusted(`<i>${language} ${escapeHtml(code.toUpperCase())}</i>`);
  const noting = (read: string[]) => (code: string) => {
    read.push(code);
    return null;
  };

  test('has language and title, and colours wherever it stands', () => {
    const { value } = parse(
      '# 제목\n\n```YAML compose.yaml\na: 1\n```\n\n- x\n\n  ```js a&b.js\n  1 < 2\n  ```\n',
      { file: 'a.md' },
    );
    expect(withColours(value.blocks, colour)).toMatchObject([
      {
        kind: 'code',
        language: 'yaml',
        title: 'compose.yaml',
        code: 'a: 1',
        html: '<i>yaml A: 1</i>',
      },
      {
        kind: 'prose',
        html: expect.stringContaining(
          '<pre data-language="js" data-title="a&amp;b.js"><code><i>js 1 &lt; 2</i></code></pre>',
        ),
      },
    ]);
  });

  test('of a question has colours in options, feedback, hints and explanation, and no word of it changes', () => {
    const code = (word: string) => `  \`\`\`js\n  ${word} < "&"\n  \`\`\``;
    const { value } = parse(
      `# 제목\n\n## 확인 문제\n\n### Q. 무엇인가요?\n\n- [x] 가\n\n${code('one')}\n\n  > 맞다\n  >\n${code('two').replace(/^ {2}/gm, '  > ')}\n- [ ] 나\n\n> 힌트:\n>\n${code('three').replace(/^ {2}/gm, '> ')}\n\n> 해설:\n>\n${code('four').replace(/^ {2}/gm, '> ')}\n`,
      { file: 'a.md' },
    );
    const coloured = withColours(value.blocks, colour);
    for (const word of ['ONE', 'TWO', 'THREE', 'FOUR'])
      expect(JSON.stringify(coloured)).toContain(`<i>js ${word} &lt; &quot;&amp;&quot;</i>`);
    const read: string[] = [];
    expect(withColours(value.blocks, noting(read))).toBe(value.blocks);
    expect(read).toEqual(['one < "&"', 'two < "&"', 'three < "&"', 'four < "&"']);
  });

  test('is escaped, and stays so where nothing colours it and where that fails', () => {
    const { value } = parse('# 제목\n\n```js\n"<b>"\n```\n\n- x\n\n  ```js\n  <b>\n  ```\n', {
      file: 'a.md',
    });
    expect(value.blocks).toMatchObject([{ html: '&quot;&lt;b&gt;&quot;' }, { kind: 'prose' }]);
    expect(withColours(value.blocks, () => null)).toBe(value.blocks);
    const failing = () => {
      throw new Error('no grammar');
    };
    expect(withColours(value.blocks, failing)).toEqual(value.blocks);
    const file = { language: 'yaml', title: null, code: 'a: 1', html: escapeHtml('a: 1'), line: 1 };
    expect(withColours({ type: 'fix', file }, colour).file.html).toBe('<i>yaml A: 1</i>');
  });

  test('that shows the markup of code stays what it is', () => {
    const shown = '<pre data-language="js"><code>x</code></pre>';
    const { value } = parse(`# 제목\n\n\`\`\`html\n${shown}\n\`\`\`\n\n- 가: \`${shown}\`\n`, {
      file: 'a.md',
    });
    const read: string[] = [];
    expect(withColours(value.blocks, noting(read))).toBe(value.blocks);
    expect(read).toEqual([shown]);
  });

  test('must be closed', () => {
    expect(told('# 제목\n\n````sh\nls\n```')).toEqual(['fence-unclosed 3:1']);
    expect(told('# 제목\n\n> ```sh\n> ls\n\n```\nx\n```\n~~~\ny\n~~~~')).toEqual(['fence-unclosed 3:3']);
    expect(told('# 제목\n\n- 가\n  ```\n  x\n  ```\n\n      ```')).toEqual([]);
  });
});

test('the description is the first text, cut at a word', () => {
  expect(read('# 제목\n\n1. 정의\n- **도구**이며 `x`다').value.description).toBe('도구이며 x다');
  expect(read('# 제목\n\n> [!NOTE]\n> 말\n\n- 용어: 설명').value.description).toBe('용어: 설명');
  // Badges and links in a row say nothing of the page.
  const badges =
    '[![stars](https://a.example/b.svg)](https://a.example) ![](https://a.example/c.svg)\n[작성자](x.md)';
  expect(read(`# 제목\n\n${badges}\n\n{/* 메모 */}\n\n[도커](x.md)를 다룹니다.`).value.description).toBe(
    '도커를 다룹니다.',
  );
  const { description } = read(`# 제목\n\n${'낱말 '.repeat(100)}`).value;
  expect(description).toMatch(/낱말…$/);
  expect(description.length).toBeLessThanOrEqual(160);
  expect(read('# 제목').value.description).toBe('');
});

describe('numbers the author wrote are on the page', () => {
  const shown = (source: string): string => {
    const { value } = parse(`# 제목\n\n${source}`, { file: 'a.md' });
    return value.blocks.map((block) => (block.kind === 'prose' ? block.html : '')).join('\n');
  };

  test('a year that markdown takes for an item, also after a list', () => {
    expect(shown('1. 설치\n2. 실행\n\n2023. 3월 개정\n\n글.\n')).toContain('<li value="2023">');
    expect(shown('2023. 3월에 시작했다.\n')).toContain('<ol start="2023">');
    expect(shown('1. 설치\n2. 용어: 실행\n3. 말: 뜻\n\n2023. 3월: 개정\n')).toContain('<li value="2023">');
  });

  test('numbers that markdown counts itself stay its own', () => {
    for (const list of ['1. 가\n1. 나\n1. 다\n', '1. 가\n2. 나\n3. 다\n', '0. 가\n1. 나\n'])
      expect(shown(list)).not.toContain('value=');
  });

  test('any numbers: each is shown by some item', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 999_999_999 }), { minLength: 1, maxLength: 6 });
    const near = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.oneof(numbers, near),
        fc.constantFrom('글', '용어: 뜻'),
        fc.constantFrom('\n', '\n\n'),
        (all, words, gap) => {
          const { value } = parse(`# 제목\n\n${all.map((n) => `${n}. ${words}`).join(gap)}\n`, {
            file: 'a.md',
          });
          const counted = value.blocks.flatMap((block) => {
            if (block.kind === 'outline') return block.entries.map((_, at) => block.start + at);
            if (block.kind !== 'prose') return [];
            let next = Number(/<ol start="(\d+)"/.exec(block.html)?.[1] ?? 1);
            return [...block.html.matchAll(/<li(?: value="(\d+)")?>/g)].map(([, own]) => {
              const number = own === undefined ? next : Number(own);
              next = number + 1;
              return number;
            });
          });
          for (const number of all) expect(counted).toContain(number);
        },
      ),
    );
  });
});
