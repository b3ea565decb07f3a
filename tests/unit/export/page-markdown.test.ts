/** The markdown beside each page: the author's own words, and of questions nothing that depends on their answers. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCourse, readNote } from '../../../src/core/course/compile-course.ts';
import { htmlToMarkdown } from '../../../src/core/export/html-to-markdown.ts';
import { hasMarkdown, llmsFull, llmsIndex, pageMarkdown } from '../../../src/core/export/page-markdown.ts';
import { blocksOf, questionsIn } from '../../../src/core/model/blocks.ts';
import { type Html, textOf } from '../../../src/core/model/html.ts';

const SITE = { origin: 'https://example.org', base: '/notes/' };

function courseOf(files: Readonly<Record<string, string>>) {
  const notes = new Map(
    Object.entries(files).map(([file, text]) => [file, readNote(text, { file, base: SITE.base })] as const),
  );
  return compileCourse(notes, { files: new Set(['shot.png']), drafts: false, base: SITE.base }).course;
}

function markdownIn(files: Readonly<Record<string, string>>, address = '/note/', site = SITE): string {
  const page = courseOf(files).pages.get(address);
  if (!page) throw new Error(`no page ${address}`);
  return pageMarkdown(page, page.file === null ? null : (files[page.file] ?? null), site);
}

const README = '# 강의\n\n<!-- course: made -->\n\n- [글](note.md)\n- [도커](docker/compose.md)\n';
const COMPOSE = '# Compose\n\n1. 정의: 여러 컨테이너를 다룬다\n2. 파일: `compose.yaml`\n';
const note = (text: string, site = SITE) =>
  markdownIn({ 'README.md': README, 'docker/compose.md': COMPOSE, 'note.md': text }, '/note/', site);

describe('notes', () => {
  test('are the author’s own characters', () => {
    const text = `# 글

1. 정의
- **용어**: 설명 _기울임_ 과 \`코드 | 안\`
2) 다른 목록

| 이름 | 뜻 |
|:--|--:|
| a \\| b | c |

> [!NOTE]
> 알림

    들여 쓴 코드

\`\`\`stacks 층
가: 나 / 다
\`\`\`

$x^2$ 와 각주[^1].

[^1]: 각주의 말
`;
    expect(note(text)).toBe(text);
  });

  test('links lead to the site, those of other sites stay, and none leads out', () => {
    const text = note(`# 글

[Compose](docker/compose.md#정의)와 [여기](#절), ![그림](shot.png), [밖](https://a.org/x_(y)), [금지](javascript:alert(1)), [비밀](../secret.md).
\`[코드](docker/compose.md)\`, <img src="shot.png"> 와 [참조][ref].

[ref]: <docker/compose.md>
[^1]: docker/compose.md

## 절

\`\`\`md
[코드](docker/compose.md)
\`\`\`
`);
    expect(text).toContain(
      '[Compose](https://example.org/notes/docker/compose/#%EC%A0%95%EC%9D%98)와 [여기](#',
    );
    expect(text).toContain(
      '![그림](https://example.org/notes/note-files/shot.png), [밖](https://a.org/x_(y)), [금지](#), [비밀](#).',
    );
    expect(text).toContain(
      '`[코드](docker/compose.md)`, <img src="https://example.org/notes/note-files/shot.png"> 와',
    );
    expect(text).toContain('[ref]: https://example.org/notes/docker/compose/\n[^1]: docker/compose.md');
    expect(text).toContain('```md\n[코드](docker/compose.md)\n```');
    expect(note('# 글\n\n[가](docker/compose.md)', { origin: '', base: '/notes/' })).toContain(
      '[가](/notes/docker/compose/)',
    );
  });

  test('comments are left out, wherever they end, but not from code', () => {
    const text = note(`# 글 <!-- 제목 비밀 -->

<!-- 한 줄 비밀 -->
앞 <!-- 비밀 --> 뒤
가 <!-- 여는
비밀
\`\`\`
비밀
--> 나

\`<!-- 코드 -->\`

\`\`\`html
<!-- 코드 -->
\`\`\`

- 항목
  \`\`\`html
  <!-- 코드 -->
  \`\`\`
<!-- 안 닫은 비밀

## 절
비밀`);
    expect(text).not.toContain('비밀');
    expect(text.match(/<!-- 코드 -->/g)).toHaveLength(3);
    expect(text).toContain('앞  뒤\n가\n 나\n');
  });

  test('front matter is left out, and a title that stands there or nowhere is put first', () => {
    expect(note('---\ntitle: 앞의 제목\norder: 3\n---\n\n글이다.\n')).toBe('# 앞의 제목\n\n글이다.\n');
    expect(note('글이다.\n')).toBe('# note\n\n글이다.\n');
    expect(note('글\n===\n\n글이다.\n')).toBe('글\n===\n\n글이다.\n');
    expect(note('\uFEFF# **굵은** [제목](docker/compose.md)\r\n\r\n글이다.\r\n')).toMatch(
      /^# \*\*굵은\*\* \[제목\]\(https:[^)]*\)\n\n글이다\.\n$/,
    );
  });

  test('what the page fills into a comparison is filled in', () => {
    const other = '# 글\n\n1. 정의: 이것 | 저것\n2. 파일: 없음\n';
    const table = (rows: string) =>
      `# 표\n\n<!-- compare: t -->\n\n| 비교 | [글](other.md) | [Compose](docker/compose.md) |\n|---|---|---|\n${rows}`;
    const files = {
      'README.md': `${README}- [다른](other.md)\n`,
      'docker/compose.md': COMPOSE,
      'other.md': other,
    };
    const filled = markdownIn({ ...files, 'note.md': table('| 정의 | **쓴 말** | |\n| 파일 |  | – |\n') });
    expect(filled).toContain('| 정의 | **쓴 말** | 여러 컨테이너를 다룬다 |\n| 파일 | 없음 | – |\n');
    const made = markdownIn({ ...files, 'note.md': table('') });
    expect(made).toContain(
      '|---|---|---|\n| 정의 | 이것 \\| 저것 | 여러 컨테이너를 다룬다 |\n| 파일 | 없음 | compose.yaml |\n',
    );
  });

  test('a folder without a page of its own lists its topics', () => {
    const files = { 'README.md': '# 강의\n\n<!-- course: made -->\n', 'docker/compose.md': COMPOSE };
    expect(markdownIn(files, '/docker/')).toBe(
      '# docker\n\n- [Compose](https://example.org/notes/docker/compose/)\n',
    );
  });
});

/** Two writings of one question that differ in nothing but what decides or explains its answer. */
interface Pair {
  one: string;
  other: string;
}
const word = fc.stringMatching(/^[가-힣]{2,6}$/);
const words = (least: number, most: number) =>
  fc.uniqueArray(word, { minLength: least, maxLength: most, selector: (each) => each });
const orders = (list: readonly string[]) =>
  fc.tuple(
    fc.shuffledSubarray([...list], { minLength: list.length }),
    fc.shuffledSubarray([...list], { minLength: list.length }),
  );
const pairOf = (one: string, other: string): Pair => ({ one, other });
const tasks = (options: readonly string[], right: readonly boolean[]) =>
  options
    .map(
      (option, at) =>
        `- [${right[at] ? 'x' : ' '}] ${option}\n  > ${right[at] ? '맞은비밀' : '틀린비밀'} ${at}`,
    )
    .join('\n');

const QUESTIONS: Record<string, fc.Arbitrary<Pair>> = {
  single: words(2, 5).chain((options) =>
    fc
      .tuple(fc.nat(options.length - 1), fc.nat(options.length - 1), orders(options))
      .map(([a, b, [first, second]]) =>
        pairOf(
          tasks(
            first,
            first.map((_, at) => at === a),
          ),
          tasks(
            second,
            second.map((_, at) => at === b),
          ),
        ),
      ),
  ),
  multiple: words(4, 6).chain((options) =>
    fc.tuple(fc.nat(options.length - 2), fc.nat(options.length - 2)).map(([a, b]) =>
      pairOf(
        tasks(
          options,
          options.map((_, at) => at >= a),
        ),
        tasks(
          options,
          options.map((_, at) => at <= b + 1),
        ),
      ),
    ),
  ),
  'true-false': fc.constant(pairOf('정답: O', '정답: X')),
  short: fc
    .tuple(word, words(1, 3))
    .map(([one, other]) => pairOf(`정답: ${one}`, `정답: ${other.join(' / ')}`)),
  cloze: fc
    .tuple(words(2, 2), words(2, 2))
    .map(([one, other]) =>
      pairOf(
        `앞의 [[${one[0]}]]을(를) 쓴다.\n\n뒤의 [[${one[1]} / ${one[0]}]]`,
        `앞의 [[${other[0]}]]을(를) 쓴다.\n\n뒤의 [[${other[1]}]]`,
      ),
    ),
  matching: words(3, 5).chain((rights) =>
    orders(rights).map(([a, b]) => {
      const pairs = (order: readonly string[]) =>
        order.map((right, at) => `- 왼쪽${at} -> ${right}`).join('\n');
      return pairOf(pairs(a), `${pairs(b.slice(0, -1))}\n- 왼쪽${b.length - 1} -> ${b.at(-1)}`);
    }),
  ),
  ordering: words(3, 6).chain((items) =>
    orders(items).map(([a, b]) => {
      const list = (order: readonly string[]) => order.map((item, at) => `${at + 1}. ${item}`).join('\n');
      return pairOf(list(a), list(b));
    }),
  ),
  categories: words(4, 6).chain((items) =>
    orders(items).map(([a, b]) => {
      const list = (order: readonly string[], cut: number) =>
        `- 큰 것\n${order
          .slice(0, cut)
          .map((item) => `  - ${item}`)
          .join('\n')}\n- 작은 것\n${order
          .slice(cut)
          .map((item) => `  - ${item}`)
          .join('\n')}`;
      return pairOf(list(a, 1), list(b, 2));
    }),
  ),
};

describe('questions', () => {
  const quiz = (stem: string, answer: string, told: string) =>
    `# 글\n\n문단.\n\n## 확인 문제\n\n### Q. 물음은? <!-- q: one -->\n\n${stem}\n\n${answer}\n\n> 힌트: 힌트비밀${told}\n> 해설: 해설비밀${told}\n>\n> 둘째비밀${told}\n> 출처: [글](note.md) "문단"\n\n## 다음 절\n\n끝.\n`;

  test.each(Object.entries(QUESTIONS))('%s: the text is the same whatever the answer', (type, pairs) => {
    fc.assert(
      fc.property(
        pairs,
        fc.constantFrom('', '줄기 글', '```sh\n정답: 코드\n```', '- 가\n- 나\n\n글'),
        ({ one, other }, stem) => {
          const [first, second] = [quiz(stem, one, '가'), quiz(stem, other, '나')];
          const page = courseOf({ 'README.md': README, 'note.md': first }).pages.get('/note/');
          expect(questionsIn(page ? blocksOf(page) : []).map((each) => each.type)).toEqual([type]);
          const text = note(first);
          expect(note(second)).toBe(text);
          expect(text).not.toMatch(/비밀|출처|\[x\]/);
          expect(text).toMatch(/^# 글\n\n문단\.\n\n## 확인 문제\n\n### Q\. 물음은\?/);
          expect(text).toMatch(/\n\n## 다음 절\n\n끝\.\n$/);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('each type says what is asked', () => {
    const asked = (answer: string) =>
      note(quiz('', answer, ''))
        .split('### Q. 물음은?')[1]
        ?.split('## 다음 절')[0]
        ?.trim();
    expect(asked('- [x] `a | b`\n- [ ] 나 * 다\n- [ ] 라')?.split('\n').sort()).toEqual([
      '- `a | b`',
      '- 나 \\* 다',
      '- 라',
    ]);
    expect(note(quiz('', '- [x] 가\n- [x] 나\n- [ ] 다', ''))).toContain('### Q. 물음은? (모두 고르세요)\n');
    expect(asked('정답: O')).toBe('( O / X )');
    expect(asked('정답: 커널')).toBe('');
    expect(asked('가의 [[커널]]과 나의 [[셸 / shell]]')).toBe('가의 (\\_\\_\\_\\_)과 나의 (\\_\\_\\_\\_)');
    expect(asked('- 가 -> 나\n- 다 -> 라\n- -> 마')).toMatch(/^- 가\n- 다\n\n(?:- [나라마]\n?){3}$/);
    expect(asked('1. 가\n2. 나')).toMatch(/^(?:- [가나]\n?){2}$/);
    expect(asked('- 가\n  - 나\n- 다\n  - 라')).toMatch(/^- 가\n- 다\n\n(?:- [나라]\n?){2}$/);
  });

  test('one that cannot be read is only named', () => {
    const text = note(
      '# 글\n\n## 확인 문제\n\n### Q. 무엇? <!-- q: x -->\n\n- [x ] 비밀\n- [ ] 나\n\n답은 비밀이다.\n',
    );
    expect(text).toBe('# 글\n\n## 확인 문제\n\n### Q. 무엇?\n');
  });

  test('no explanation, feedback or hint of a whole course is told', () => {
    const dir = 'tests/fixtures/course';
    const files = Object.fromEntries(
      readdirSync(dir, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(dir, file), 'utf8')]),
    );
    const course = courseOf(files);
    const text = llmsFull(course, (page) => pageMarkdown(page, files[page.file ?? ''] ?? null, SITE), SITE);
    const said = [...course.pages.values()].filter(hasMarkdown).flatMap((page) =>
      questionsIn(blocksOf(page)).flatMap((question) => {
        if (question.answer === undefined) return [];
        const items =
          'options' in question.answer
            ? question.answer.options
            : 'items' in question.answer
              ? question.answer.items
              : [];
        return [question.explanation, ...question.hints, ...items.map(({ feedback }) => feedback)].filter(
          (html) => html !== null,
        );
      }),
    );
    // Of a field of several paragraphs the first; what the notes say in the same words is no secret.
    const written = Object.values(files).join('\n');
    const secrets = said
      .map((html) => textOf((html.split('</p>')[0] ?? '') as Html))
      .filter((words) => written.split(words).length === 2);
    expect(secrets.length).toBeGreaterThan(20);
    expect(secrets.filter((words) => text.includes(words))).toEqual([]);
    expect(text).not.toMatch(/- \[x\]|^>? ?(?:정답|해설)\s*:/m);
  });
});

test('llms.txt lists the pages in the order of the tree, and llms-full.txt has them', () => {
  const files = {
    'README.md':
      '# 강의\n\n<!-- course: made -->\n\n소개다.\n\n- 묶음\n  - [도커](docker/compose.md)\n- [글](note.md)\n',
    'docker/compose.md': COMPOSE,
    'note.md': '# 글\n\n글의 첫 문장.\n',
    'unlisted.md': '# 초안\n\n비밀\n',
  };
  const course = courseOf(files);
  const index = llmsIndex(course, SITE);
  expect(index).toMatch(/^# 강의\n\n> 소개다\.\n\n/);
  expect(index.match(/^(?:## |- \[).*$/gm)).toEqual([
    '## 1 묶음',
    '- [1.1 도커](https://example.org/notes/docker/compose/index.md): 정의: 여러 컨테이너를 다룬다',
    '## 2 글',
    '- [2 글](https://example.org/notes/note/index.md): 글의 첫 문장.',
  ]);
  const full = llmsFull(
    course,
    (page) => pageMarkdown(page, files[page.file as 'note.md'] ?? null, SITE),
    SITE,
  );
  expect(full.match(/^(?:<https.*|# .*)$/gm)).toEqual([
    '<https://example.org/notes/>',
    '# 강의',
    '<https://example.org/notes/docker/compose/>',
    '# Compose',
    '<https://example.org/notes/note/>',
    '# 글',
  ]);
  expect(index + full).not.toMatch(/비밀|초안/);
});

test.each([
  [
    '<p>글 <b>굵은</b> <i>말</i><br>다음</p><ul><li>가<ul><li>나</li></ul></li><li>다</li></ul>',
    '글 **굵은** *말*<br>다음\n\n- 가\n  - 나\n- 다',
  ],
  [
    '<ol start="3"><li><p>가</p><pre><code>a &lt; b\n</code></pre></li></ol>',
    '3. 가\n   ```\n   a < b\n   ```',
  ],
  [
    '<table><tr><th>가</th><th>나</th></tr><tr><td>a|b</td><td><code>c</code></td></tr></table>',
    '| 가 | 나 |\n|---|---|\n| a\\|b | `c` |',
  ],
  [
    '<blockquote><p>가</p><p>나 <a href="https://a.org">링크</a></p></blockquote>',
    '> 가\n>\n> 나 [링크](https://a.org)',
  ],
  ['<code>a`b</code> <sub>2</sub> *별* [괄호]', '``a`b`` <sub>2</sub> \\*별\\* \\[괄호\\]'],
  ['', ''],
])('%s as markdown', (html, markdown) => expect(htmlToMarkdown(html)).toBe(markdown));

test('any text becomes markdown, in time that grows with it', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          '#',
          ' ',
          '`',
          '~',
          '<!--',
          '-->',
          '\n',
          '[',
          ']',
          '(',
          ')',
          '글',
          '|',
          '>',
          '- ',
          'Q.',
          '\r',
          '\uFEFF',
        ),
        maxLength: 60,
      }),
      (text) => {
        expect(typeof note(text)).toBe('string');
      },
    ),
  );
  for (const part of ['`', '<!--', '](', '[a]', '```\n', '<img src="', '> '])
    expect(note(`# 글\n\n${part.repeat(20_000)}`).length).toBeGreaterThan(3);
});
