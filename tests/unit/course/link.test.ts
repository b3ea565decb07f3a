/** Topics to a course: the tree and its numbers, addresses, reading order, checked links, and what depends on what. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { pagePath, resolveFile } from '../../../src/core/content/source/paths.ts';
import { parseTree } from '../../../src/core/content/written-tree.ts';
import {
  type CompileOptions,
  compileCourse,
  link,
  readNote,
} from '../../../src/core/course/compile-course.ts';
import type { Course, TreeNode } from '../../../src/core/model/course.ts';
import { textOf } from '../../../src/core/model/html.ts';

interface Options {
  drafts?: boolean;
  files?: string[];
}

function linked(notes: Record<string, string>, { drafts = false, files = [] }: Options = {}) {
  const topics = new Map(
    Object.entries(notes).map(([file, source]) => [file, parse(source, { file }).value]),
  );
  const readme = notes['README.md'];
  const tree = readme === undefined ? null : parseTree(readme, { file: 'README.md' });
  const { value, diagnostics } = link(topics, { tree, files: new Set(files), drafts });
  return { course: value, codes: diagnostics.map(({ code, file }) => `${file}: ${code}`), diagnostics };
}

/** The tree as lines: `1.2 title /path/#anchor`. */
const outline = (nodes: readonly TreeNode[]): string[] =>
  nodes.flatMap((node) => [
    `${node.number} ${node.title} ${node.path ?? '-'}${node.anchor === null ? '' : `#${node.anchor}`}`,
    ...outline(node.children),
  ]);

const order = (course: Course): string[] => {
  const seen: string[] = [];
  for (let at = course.pages.get('/')?.next?.path; at !== undefined; at = course.pages.get(at)?.next?.path)
    seen.push(at);
  return seen;
};

const NOTES = {
  'README.md':
    '# 강의\n\n<!-- course: test -->\n\n소개 문장.\n\n- [도구](tools/README.md)\n  - [conda](tools/conda.md)\n  - [Pipenv 쓰기](tools/pipenv.md)\n- [Docker](docker/README.md)\n  - [Compose](docker/compose.md)\n    - [더 깊이](docker/compose/more.md)\n\n## 출처\n\n끝.\n',
  'tools/README.md': '# 도구\n\n## 정의\n\n글\n\n## 기능\n\n글\n\n### 작은 절\n\n글\n',
  'tools/conda.md': '# conda\n\n[정의](README.md#정의)와 [Docker](../docker/README.md)\n',
  'tools/pipenv.md': '# Pipenv\n\n글\n',
  'docker/README.md': '# Docker\n\n글\n',
  'docker/compose.md': '# Compose\n\n글\n',
  'docker/compose/more.md': '# 더\n\n글\n',
};

describe('the written tree', () => {
  test('gives numbers: an area’s sections and its topics in one sequence, topics of topics below', () => {
    expect(outline(linked(NOTES).course.tree)).toEqual([
      '1 도구 /tools/',
      '1.1 정의 /tools/#정의',
      '1.2 기능 /tools/#기능',
      '1.3 conda /tools/conda/',
      '1.4 Pipenv 쓰기 /tools/pipenv/',
      '2 Docker /docker/',
      '2.1 Compose /docker/compose/',
      '2.1.1 더 깊이 /docker/compose/more/',
    ]);
  });

  test('a number that the author counted is not said twice; any other stays', () => {
    const notes = {
      'README.md':
        '# 강의\n\n- [1. Interview](a/README.md)\n  - [2) 둘째](a/b.md)\n  - [2. 셋째](a/c.md)\n- [10. 열](d.md)\n- [3.5 버전](e.md)\n',
      'a/README.md': '# 가\n\n글\n\n## 1. 정의\n\n글\n',
      'a/b.md': '# 나\n\n글\n',
      'a/c.md': '# 다\n\n글\n',
      'd.md': '# 라\n\n글\n',
      'e.md': '# 마\n\n글\n',
    };
    expect(outline(linked(notes).course.tree)).toEqual([
      '1 Interview /a/',
      '1.1 정의 /a/#1-정의',
      '1.2 둘째 /a/b/',
      '1.3 2. 셋째 /a/c/',
      '2 10. 열 /d/',
      '3 3.5 버전 /e/',
    ]);
  });

  test('gives the order of reading, and pages know their neighbours, areas and ancestors', () => {
    const { course } = linked(NOTES);
    expect(order(course)).toEqual([
      '/tools/',
      '/tools/conda/',
      '/tools/pipenv/',
      '/docker/',
      '/docker/compose/',
      '/docker/compose/more/',
    ]);
    const more = course.pages.get('/docker/compose/more/');
    expect(more?.crumbs.map(({ title }) => title)).toEqual(['Docker', 'Compose']);
    expect(more?.number).toBe('2.1.1');
    expect(more?.next).toBeNull();
    expect(course.pages.get('/docker/')?.previous).toEqual({
      path: '/tools/pipenv/',
      title: '도구',
      number: '1',
    });
  });

  test('is taken out of the course map; what else stands there stays', () => {
    const home = linked(NOTES).course.pages.get('/');
    expect(home?.kind).toBe('home');
    expect(JSON.stringify(home?.blocks)).toContain('소개 문장');
    expect(JSON.stringify(home?.blocks)).not.toContain('conda');
    expect(home?.sections.map(({ titleText }) => titleText)).toEqual(['출처']);
  });

  test('moving a line moves the topic', () => {
    const moved = {
      ...NOTES,
      'README.md': NOTES['README.md']
        .replace('  - [conda](tools/conda.md)\n', '')
        .replace('# Docker\n', '# Docker\n'),
    };
    moved['README.md'] = moved['README.md'].replace(
      '  - [Compose]',
      '  - [conda](tools/conda.md)\n  - [Compose]',
    );
    expect(outline(linked(moved).course.tree)).toContain('2.1 conda /tools/conda/');
  });

  test('unlisted files are drafts: left out, or shown after the others', () => {
    const notes = { ...NOTES, 'tools/draft.md': '# 쓰는 중\n\n글\n' };
    const published = linked(notes);
    expect(published.course.pages.has('/tools/draft/')).toBe(false);
    expect(published.codes).toContain('tools/draft.md: file-unlisted');
    const shown = linked(notes, { drafts: true }).course;
    expect(shown.pages.get('/tools/draft/')).toMatchObject({ draft: true, number: null });
    expect(shown.tree.at(-1)).toMatchObject({ title: '초안', draft: true });
    expect(order(shown)).not.toContain('/tools/draft/');
  });

  test('missing and repeated files are told, and the rest stands', () => {
    const { codes, course } = linked({
      'README.md':
        '# 강의\n\n<!-- course: x -->\n\n- [하나](one.md)\n- [없음](none.md)\n- [또 하나](one.md)\n',
      'one.md': '# 하나\n\n글\n',
    });
    expect(codes).toEqual(
      expect.arrayContaining(['README.md: file-missing', 'README.md: file-listed-twice']),
    );
    expect(outline(course.tree)).toEqual(['1 하나 /one/']);
  });

  test('items without a link are headings of the tree; links to folders mean their page', () => {
    const { course } = linked({
      'README.md': '# 강의\n\n- 묶음\n  - [하나](one.md)\n- [폴더](folder/)\n',
      'one.md': '# 하나\n\n글\n',
      'folder/README.md': '# 폴더\n\n글\n',
    });
    expect(outline(course.tree)).toEqual(['1 묶음 -', '1.1 하나 /one/', '2 폴더 /folder/']);
  });

  test('lists below headings are parts of it; what is not of the notes stays on the course page', () => {
    const { course, codes } = linked({
      'README.md':
        '# 강의\n\n<!-- course: c -->\n\n## 📌 기초\n\n- ### 자료 구조\n\n  - [하나](one.md)\n\n<br>\n\n- ### 알고리즘\n\n  - [둘](two.md)\n  - [밖](https://example.org/)\n- [메모리]()\n\n## 심화\n\n- [셋](three.md)\n\n## 읽을거리\n\n- [셋](three.md)\n- [책](https://example.org/b)\n',
      'one.md': '# 하나\n\n글\n',
      'two.md': '# 둘\n\n글\n',
      'three.md': '# 셋\n\n글\n',
    });
    expect(outline(course.tree)).toEqual([
      '1 📌 기초 -',
      '1.1 자료 구조 -',
      '1.1.1 하나 /one/',
      '1.2 알고리즘 -',
      '1.2.1 둘 /two/',
      '2 심화 -',
      '2.1 셋 /three/',
    ]);
    expect(codes).toEqual([]);
    const home = course.pages.get('/');
    const said = home?.sections.map(({ titleText, blocks }) => [
      titleText,
      blocks.map((block) => (block.kind === 'prose' ? textOf(block.html) : block.kind)),
    ]);
    expect(said).toEqual([
      ['📌 기초', ['밖메모리']],
      ['읽을거리', ['셋 책']],
    ]);
  });

  test('a line with several links is several items, but for those that are listed elsewhere', () => {
    const { course, codes } = linked({
      'README.md':
        '# 강의\n\n<!-- course: c -->\n\n- [하나](one.md) · [둘](two.md)\n- [셋](three.md): [하나](one.md)를 읽고\n',
      'one.md': '# 하나\n\n글\n',
      'two.md': '# 둘\n\n글\n',
      'three.md': '# 셋\n\n글\n',
    });
    expect(outline(course.tree)).toEqual(['1 하나 /one/', '2 둘 /two/', '3 셋: 하나를 읽고 /three/']);
    expect(codes).toEqual([]);
  });

  test('a heading above parts that stay on the course page stays, too', () => {
    const { course } = linked({
      'README.md':
        '# 강의\n\n## 가\n\n### 나\n\n- [하나](one.md)\n\n### 다\n\n글\n\n## 라\n\n### 마\n\n- [둘](two.md)\n',
      'one.md': '# 하나\n\n글\n',
      'two.md': '# 둘\n\n글\n',
    });
    expect(course.pages.get('/')?.sections.map(({ titleText }) => titleText)).toEqual(['가', '다']);
    expect(outline(course.tree)).toEqual([
      '1 가 -',
      '1.1 나 -',
      '1.1.1 하나 /one/',
      '2 라 -',
      '2.1 마 -',
      '2.1.1 둘 /two/',
    ]);
  });

  test.each([
    ['of links without an address', '- [메모리]()\n- [캐시](<>)\n- [표](#)\n'],
    ['back to the course page', '- [처음](README.md)\n- [처음](./)\n- [절](#절)\n'],
    ['of slides and pictures', '- [슬라이드](slides.pdf)\n- ![그림](a.png)\n'],
    ['of notes that are still to be written', '- [없는 글](later.md)\n- [없는 폴더](later/)\n'],
  ])('a list %s hides nothing', (_, list) => {
    const { course } = linked(
      { 'README.md': `# 강의\n\n${list}`, 'a.md': '# 가\n\n글\n', 'b.md': '# 나\n\n글\n' },
      { files: ['slides.pdf', 'a.png'] },
    );
    expect(outline(course.tree)).toEqual(['1 강의 -', '1.1 가 /a/', '1.2 나 /b/']);
  });

  test('a link back to the course page is no page of the tree, and is told as what it is', () => {
    const { course, diagnostics } = linked({
      'README.md': '# 강의\n\n<!-- course: c -->\n\n- [처음](README.md)\n- [하나](one.md)\n',
      'one.md': '# 하나\n\n글\n',
    });
    expect(outline(course.tree)).toEqual(['1 하나 /one/']);
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['file-listed-twice', 5]]);
    expect(diagnostics[0]?.message).toContain('첫 페이지');
  });

  test('a list of outside links is no tree', () => {
    expect(parseTree('# 강의\n\n- [밖](https://example.org)\n- 글\n', { file: 'README.md' })).toBeNull();
  });
});

/** A whole folder, as the build reads it. */
function compiled(notes: Record<string, string>, options: Partial<CompileOptions> = {}) {
  const read = Object.entries(notes).map(([file, source]) => [file, readNote(source, { file })] as const);
  const { course, diagnostics } = compileCourse(new Map(read), {
    files: new Set(),
    drafts: false,
    ...options,
  });
  const told = diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`);
  return { tree: outline(course.tree), course, told };
}

const note = (title: string) => `# ${title}\n\n글\n`;

describe('lists that other tools read', () => {
  test('SUMMARY.md of mdBook: parts, chapters, chapters without a number, drafts', () => {
    const { tree, course, told } = compiled({
      'SUMMARY.md':
        '# The Book\n\n[머리말](preface.md)\n[소개](intro.md)\n\n## 1부\n\n- [하나](one.md)\n    - [하나의 하나](one-one.md)\n\n- [둘](two.md)\n\n## 2부\n\n- [셋](three.md)\n- [아직 없음]()\n\n---\n\n[맺음말](end.md)\n',
      ...Object.fromEntries(
        ['preface', 'intro', 'one', 'one-one', 'two', 'three', 'end'].map((name) => [
          `${name}.md`,
          note(name),
        ]),
      ),
    });
    expect(tree).toEqual([
      '1 머리말 /preface/',
      '2 소개 /intro/',
      '3 1부 -',
      '3.1 하나 /one/',
      '3.1.1 하나의 하나 /one-one/',
      '3.2 둘 /two/',
      '4 2부 -',
      '4.1 셋 /three/',
      '4.2 맺음말 /end/',
    ]);
    expect(course.title).toBe('The Book');
    expect([...course.pages.keys()]).not.toContain('/SUMMARY/');
    expect(told).toEqual([]);
  });

  test('_sidebar.md of docsify: from the root, without endings, with the first page', () => {
    const { tree, course, told } = compiled({
      'README.md': '# 강의\n\n<!-- course: c -->\n\n글\n',
      '_sidebar.md':
        '- [처음](/)\n- 시작하기\n  - [설치](guide/install)\n  - [설정](/guide/config.md)\n- [안내](guide/)\n',
      '_navbar.md': '- [한국어](/)\n',
      '_coverpage.md': '# 표지\n',
      'guide/README.md': note('안내'),
      'guide/install.md': note('설치'),
      'guide/config.md': note('설정'),
      'guide/_sidebar.md': '- [안내](README.md)\n',
    });
    expect(tree).toEqual([
      '1 시작하기 -',
      '1.1 설치 /guide/install/',
      '1.2 설정 /guide/config/',
      '2 안내 /guide/',
    ]);
    expect([...course.pages.keys()].filter((path) => path.includes('_'))).toEqual([]);
    expect(told).toEqual([]);
  });

  test('the list of the course page comes first; a topic of that name stays one', () => {
    const notes = {
      'README.md': '# 강의\n\n<!-- course: c -->\n\n- [하나](one.md)\n- [요약](SUMMARY.md)\n',
      'SUMMARY.md': '# 요약\n\n- [둘](two.md)\n',
      'one.md': note('하나'),
      'two.md': note('둘'),
    };
    expect(compiled(notes).tree).toEqual(['1 하나 /one/', '2 요약 /SUMMARY/']);
    expect(compiled({ 'README.md': '# 강의\n', 'SUMMARY.md': '# 요약\n\n글\n' }).tree).toEqual([
      '1 강의 -',
      '1.1 요약 /SUMMARY/',
    ]);
  });
});

test.each([
  ['an area that says something begins the course', '# 가\n\n소개.\n\n## 절\n\n글\n', '1 /a/'],
  ['one that only has sections begins with the first of them', '# 가\n\n## 절\n\n글\n', '1.1 /a/#절'],
  ['one that only has a title is passed over', '# 가\n', '1.1 /a/b/'],
])('%s', (_, area, wanted) => {
  const { course } = compiled({
    'README.md': '# 강의\n\n- [가](a/README.md)\n  - [나](a/b.md)\n',
    'a/README.md': area,
    'a/b.md': note('나'),
  });
  const first = course.pages.get('/')?.map?.first;
  expect(`${first?.number} ${first?.path}${first?.anchor ? `#${first.anchor}` : ''}`).toBe(wanted);
});

describe('without a written tree', () => {
  test('front matter gives titles and places, `_category_.json` those of folders', () => {
    const at = (title: string, field: string) => `---\ntitle: ${title}\n${field}\n---\n\n글\n`;
    const { tree, told } = compiled(
      {
        'README.md': '# 강의\n\n<!-- course: c -->\n\n글\n',
        'b/x.md': at('"1. 하나"', 'sidebar_position: 1'),
        'b/a.md': at('둘', 'nav_order: 2.5'),
        'b/c.md': at('열', 'weight: 10'),
        'b/z.md': note('가나다'),
        'b/deep/index.md': at('깊은 곳', 'sidebar:\n  order: 2'),
        'b/deep/one.md': note('하나'),
        'a/_index.md': '---\ntitle: 나중\nweight: 7\n---\n\n글\n',
        'c/one.md': at('종류가 다른 값', 'order: 첫째'),
        'c/two.md': at('여러 줄', 'order: [1]'),
      },
      { categories: new Map([['b/_category_.json', { title: '라벨', order: 1, brokenLine: null }]]) },
    );
    expect(tree).toEqual([
      '1 라벨 /b/',
      '1.1 하나 /b/x/',
      '1.2 깊은 곳 /b/deep/',
      '1.2.1 하나 /b/deep/one/',
      '1.3 둘 /b/a/',
      '1.4 열 /b/c/',
      '1.5 가나다 /b/z/',
      '2 나중 /a/',
      '3 c /c/',
      '3.1 종류가 다른 값 /c/one/',
      '3.2 여러 줄 /c/two/',
    ]);
    expect(told).toEqual([]);
  });

  test('a list orders the course whatever front matter says', () => {
    const { tree } = compiled({
      'README.md': '# 강의\n\n- [하나](one.md)\n- [둘](two.md)\n',
      'one.md': '---\norder: 9\n---\n\n# 하나\n\n글\n',
      'two.md': '---\norder: 1\n---\n\n# 둘\n\n글\n',
    });
    expect(tree).toEqual(['1 하나 /one/', '2 둘 /two/']);
  });

  test('a `_category_.json` that cannot be read is told at its line', () => {
    const categories = new Map([['a/_category_.json', { title: null, order: null, brokenLine: 2 }]]);
    expect(
      compiled({ 'README.md': '# 강의\n\n<!-- course: c -->\n', 'a/b.md': note('나') }, { categories }).told,
    ).toEqual(['a/_category_.json:3 front-matter']);
  });

  test('index.md is the page of its folder, and of the course', () => {
    expect(
      compiled({ 'index.md': note('강의'), 'a/index.md': note('가'), 'a/b.md': note('나') }).tree,
    ).toEqual(['1 가 /a/', '1.1 나 /a/b/']);
  });

  test('folders and names give it, in the order of their numbers', () => {
    const { course, codes } = linked({
      'README.md': '# 책\n\n글\n',
      '10-ten.md': '# 열\n\n글\n',
      '2-two.md': '# 둘\n\n글\n',
      'part/README.md': '# 1부\n\n글\n',
      'part/b.md': '# 나\n\n글\n',
      'part/a.md': '# 가\n\n글\n',
      'bare/x.md': '# 엑스\n\n글\n',
    });
    expect(outline(course.tree)).toEqual([
      '1 책 -',
      '1.1 둘 /2-two/',
      '1.2 열 /10-ten/',
      '2 bare /bare/',
      '2.1 엑스 /bare/x/',
      '3 1부 /part/',
      '3.1 가 /part/a/',
      '3.2 나 /part/b/',
    ]);
    expect(course.pages.get('/bare/')).toMatchObject({ kind: 'area', titleText: 'bare', file: null });
    expect(codes).toContain('README.md: tree-missing');
  });

  test('a file beside a folder of its name is the folder’s page', () => {
    const { course } = linked({ 'a/part.md': '# 장\n\n글\n', 'a/part/one.md': '# 절\n\n글\n' });
    expect(outline(course.tree)).toEqual(['1 a /a/', '1.1 장 /a/part/', '1.1.1 절 /a/part/one/']);
  });

  test('an empty folder is a course without pages but its map', () => {
    expect([...linked({}).course.pages.keys()]).toEqual(['/']);
  });
});

describe('addresses', () => {
  test('two files that want the same address both get one, and the author is told', () => {
    const { course, codes } = linked({
      'a/foo.md': '# 가\n\n글\n',
      'a/foo/README.md': '# 나\n\n글\n',
      'A/Foo.md': '# 다\n\n글\n',
    });
    const paths = [...course.pages.values()].filter(({ file }) => file !== null).map(({ path }) => path);
    expect(paths).toHaveLength(3);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(3);
    expect(codes.filter((code) => code.endsWith('file-clash'))).toHaveLength(2);
  });

  test('names the app needs are told and moved', () => {
    const { course, codes } = linked({ 'review.md': '# 복습\n\n글\n' });
    expect(course.pages.has('/review/')).toBe(false);
    expect(codes).toContain('review.md: file-reserved');
  });

  test('no page takes the place of a file of the site', () => {
    for (const file of ['llms.txt.md', 'llms-full.txt/README.md', 'docker/index.md/README.md', 'sw.js.md']) {
      const { codes } = linked({ [file]: '# 글\n\n글\n' });
      expect(codes, file).toContain(`${file}: file-reserved`);
    }
  });

  test('any set of files: every topic has exactly one page, at an address of its own', () => {
    const part = fc.constantFrom(
      'a',
      'A',
      'b',
      'README',
      'index',
      '한글',
      '한글'.normalize('NFD'),
      'search',
      'x y',
      '50%',
    );
    const file = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.md`);
    fc.assert(
      fc.property(fc.uniqueArray(file, { maxLength: 12 }), (files) => {
        const notes = Object.fromEntries(files.map((name) => [name.normalize('NFC'), `# ${name}\n\n글\n`]));
        const { course } = linked(notes);
        const shown = [...course.pages.values()].flatMap((page) => (page.file === null ? [] : [page.file]));
        expect(shown.sort()).toEqual(Object.keys(notes).sort());
        for (const [path, page] of course.pages) {
          expect(page.path).toBe(path);
          expect(path.startsWith('/') && path.endsWith('/')).toBe(true);
        }
      }),
    );
  });

  test('paths and files', () => {
    expect(pagePath('README.md')).toBe('/');
    expect(pagePath('a/b.markdown')).toBe('/a/b/');
    expect(resolveFile('a/b.md', '../c.md#x'.replace(/#.*/, ''))).toBe('c.md');
    expect(resolveFile('a/b.md', '../../c.md')).toBeNull();
    expect(resolveFile('a/b.md', '/d/e.md')).toBe('d/e.md');
  });
});

describe('a draft takes nothing from what is listed', () => {
  const QUIZ = '## 확인 문제\n\n### Q. 참인가? <!-- q: one -->\n\n정답: O\n';
  const TABLE = '<!-- compare: tools -->\n\n| 비교 | 가 | 나 |\n|---|---|---|\n| 정의 | 글 | 말 |\n';
  const LISTED = {
    'README.md':
      '# 강의\n\n<!-- course: test -->\n\n- [도커](docker/README.md)\n  - [컴포즈](docker/compose.md)\n- [도구](tools.md)\n',
    'docker/README.md': `# Docker\n\n글. [도구](../tools)와 ![그림](a.png)\n\n${QUIZ}`,
    'docker/compose.md': '# Compose\n\n| 비교 | [도구](../tools) | 나 |\n|---|---|---|\n| 이름 | | 말 |\n',
    'tools.md': `# 도구\n\n- 이름: 연장\n\n${TABLE}`,
  };
  const compiled = (notes: Record<string, string>, drafts: boolean) => {
    const read = Object.entries(notes).map(([file, source]) => [file, readNote(source, { file })] as const);
    const { course, diagnostics } = compileCourse(new Map(read), {
      files: new Set(['docker/a.png', 'docker/b.png']),
      drafts,
    });
    const pages = [...course.pages.values()].filter(({ file }) => file !== null && file in LISTED);
    return {
      pages: Object.fromEntries(
        pages.map(({ path, file, title, blocks, sections }) => [path, { file, title, blocks, sections }]),
      ),
      said: diagnostics
        .filter(({ file }) => file in LISTED)
        .map(({ file, line, code }) => `${file}:${line} ${code}`),
      assets: [...course.assets],
    };
  };

  test('whatever it is called and whatever it holds', () => {
    const name = fc.constantFrom(
      'docker.md',
      'Docker.md',
      'DOCKER/readme.md',
      'docker/index.md',
      'docker/readme.md',
      'docker/Compose.md',
      'docker/compose/README.md',
      'docker/compose.markdown',
      'tools/README.md',
      'tools/index.md',
      'Tools.md',
      'index.md',
      'Readme.md',
      'a.md',
    );
    const text = fc.constantFrom(
      QUIZ,
      TABLE,
      '- [도구](tools.md)\n',
      '![그림](docker/b.png)\n',
      '<!-- course: other -->\n',
    );
    const draft = fc
      .tuple(name, fc.array(text))
      .map(([file, parts]): [string, string] => [file, `# 초안\n\n${parts.join('\n')}`]);
    fc.assert(
      fc.property(fc.array(draft, { minLength: 1, maxLength: 4 }), fc.boolean(), (drafts, areShown) => {
        const alone = compiled(LISTED, areShown);
        // As they are read from a folder: by name.
        const all = Object.entries<string>({ ...Object.fromEntries(drafts), ...LISTED }).sort(([a], [b]) =>
          a < b ? -1 : 1,
        );
        const beside = compiled(Object.fromEntries(all), areShown);
        expect(beside.pages).toEqual(alone.pages);
        expect(beside.said).toEqual(alone.said);
        if (!areShown) expect(beside.assets).toEqual(alone.assets);
      }),
    );
  });
});

describe('links', () => {
  test('to files, anchors and pictures that are not there are told with their place', () => {
    const { diagnostics } = linked(
      {
        'a.md':
          '# 가\n\n[없는 글](none.md) [절](b.md#없는-절) [있는 절](b.md#있는-절)\n\n![그림](p.png) ![없는 그림](q.png)\n\n[여기](#가) [저기](#나)\n',
        'b.md': '# 나\n\n## 있는 절\n\n글\n',
      },
      { files: ['p.png'] },
    );
    const found = diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`);
    expect(found).toEqual([
      '3:1 link-broken',
      '3:17 link-anchor-broken',
      '5:14 image-missing',
      '7:10 link-anchor-broken',
    ]);
  });

  test('files that notes refer to are part of the site, others are not', () => {
    const { course } = linked(
      { 'a.md': '# 가\n\n![그림](img/p.png) [자료](data.csv)\n' },
      { files: ['img/p.png', 'data.csv', 'secret.txt'] },
    );
    expect([...course.assets].sort()).toEqual(['data.csv', 'img/p.png']);
  });
});

describe('what a page holds of the course', () => {
  test('does not grow with the topics of other areas, and a renamed topic changes its own area and the map only', () => {
    const area = (name: string, topics: number) =>
      Object.fromEntries([
        [`${name}/README.md`, `# ${name}\n\n글\n`],
        ...Array.from({ length: topics }, (_, n) => [`${name}/t${n}.md`, `# ${name} ${n}\n\n글\n`]),
      ]);
    const small = linked({ ...area('a', 3), ...area('b', 3) }).course;
    const large = linked({ ...area('a', 3), ...area('b', 300) }).course;
    expect(JSON.stringify(large.pages.get('/a/t1/'))).toBe(JSON.stringify(small.pages.get('/a/t1/')));

    const renamed = linked({ ...area('a', 3), ...area('b', 3), 'b/t1.md': '# 새 이름\n\n글\n' }).course;
    const changed = [...renamed.pages].filter(
      ([path, page]) => JSON.stringify(page) !== JSON.stringify(small.pages.get(path)),
    );
    expect(changed.map(([path]) => path).sort()).toEqual(['/', '/b/', '/b/t0/', '/b/t1/', '/b/t2/']);
  });
});

test('the reading time is that of the notes; their quizzes are not read', () => {
  const text = `${'가'.repeat(2_000)}\n\n`;
  const quiz = `## 확인 문제\n\n### Q. ${'나'.repeat(4_000)}? <!-- q: a -->\n\n정답: O\n\n> 해설: ${'다'.repeat(4_000)}\n\n`;
  const minutesOf = (source: string) =>
    linked({ 'README.md': '# 강의\n\n- [글](t.md)\n', 't.md': source }).course.pages.get('/t/')?.minutes;
  const minutes = minutesOf(`# 글\n\n${text}## 절\n\n${text}`);
  expect(minutes).toBeGreaterThan(3);
  expect(minutesOf(`# 글\n\n${text}${quiz}## 절\n\n${text}`)).toBe(minutes);
  // A heading of that name without questions is a section like any other.
  expect(minutesOf(`# 글\n\n${text}## 퀴즈\n\n${text}`)).toBe(minutes);
});

test('Korean names of files are told of where most are English', () => {
  const named = (...names: string[]) =>
    compiled(Object.fromEntries(names.map((name) => [name, note('글')]))).told.filter((one) =>
      one.endsWith('file-name'),
    );
  expect(named('a.md', 'b.md', '나.md')).toEqual(['나.md:1 file-name']);
  expect(named('가.md', '나.md', 'a.md')).toEqual([]);
});

test('titles of `##` are told of where most files have `#`, since where most have not it is a habit', () => {
  const told = (count: number, files = 4) => {
    const notes = Array.from({ length: files }, (_, at) => {
      const file = `${at}.md`;
      return [file, readNote(`${at < count ? '##' : '#'} 제목\n\n글.\n`, { file })] as const;
    });
    const { diagnostics } = compileCourse(new Map(notes), { files: new Set(), drafts: false });
    return diagnostics.filter(({ code }) => code === 'title-level').map(({ file }) => file);
  };
  expect(told(1)).toEqual(['0.md']);
  expect(told(3)).toEqual([]);
  // Of a large course a third is enough.
  expect(told(10, 30)).toHaveLength(10);
  expect(told(11, 30)).toEqual([]);
});
