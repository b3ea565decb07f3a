/** Topics to a course: the tree and its numbers, addresses, reading order, checked links, and what depends on what. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { pagePath, resolveFile } from '../../../src/core/content/source/paths.ts';
import { parseTree } from '../../../src/core/content/written-tree.ts';
import { compileCourse, link, readNote } from '../../../src/core/course/compile-course.ts';
import type { Course, TreeNode } from '../../../src/core/model/course.ts';

interface Options {
  drafts?: boolean;
  files?: string[];
}

function linked(notes: Record<string, string>, { drafts = false, files = [] }: Options = {}) {
  const topics = new Map(
    Object.entries(notes).map(([file, source]) => [file, parse(source, { file }).value]),
  );
  const readme = notes['README.md'];
  const tree = readme === undefined ? null : parseTree(readme, 'README.md');
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

  test('a list of outside links is no tree', () => {
    expect(parseTree('# 강의\n\n- [밖](https://example.org)\n- 글\n', 'README.md')).toBeNull();
  });
});

describe('without a written tree', () => {
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

test('titles of `##` are told of where most files have `#`, since where most have not it is a habit', () => {
  const told = (count: number) => {
    const notes = Array.from({ length: 4 }, (_, at) => {
      const file = `${at}.md`;
      return [file, readNote(`${at < count ? '##' : '#'} 제목\n\n글.\n`, { file })] as const;
    });
    const { diagnostics } = compileCourse(new Map(notes), { files: new Set(), drafts: false });
    return diagnostics.filter(({ code }) => code === 'title-level').map(({ file }) => file);
  };
  expect(told(1)).toEqual(['0.md']);
  expect(told(3)).toEqual([]);
});
