/** What stands around a page: absolute addresses where the origin is known, under any base, and structured data that is safe. */

import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { documentRenderer } from '../../../src/compiler/build/document.ts';
import { parse } from '../../../src/core/content/parse.ts';
import { parseTree } from '../../../src/core/content/written-tree.ts';
import { link } from '../../../src/core/course/compile-course.ts';

const README = '# 강의 &lt;/script>&lt;b>\n\n무엇을 배우는지.\n\n- [글 "하나"](part/one.md)\n';
const topics = new Map(
  Object.entries({ 'README.md': README, 'part/one.md': '# 글 "하나" & 둘\n\n글.\n' }).map(
    ([file, source]) => [file, parse(source, { file }).value],
  ),
);
const { pages } = link(topics, {
  tree: parseTree(README, { file: 'README.md' }),
  files: new Set(),
  drafts: false,
}).value;

const rendererOf = (origin: string, base: string, scripts?: string) =>
  documentRenderer({
    ...(scripts !== undefined && { endTags: scripts }),
    template: '<html><head><!--head--></head><body data-revision=""><!--app--></body></html>',
    base,
    origin,
    course: pages.get('/')?.course ?? null,
    style: '',
    fonts: [],
    policy: true,
  });

function headOf(path: string, origin: string, base: string) {
  const page = pages.get(path);
  if (!page) throw new Error(`no page ${path}`);
  const render = rendererOf(origin, base);
  const { document } = new Window();
  document.write(render(page, '<main></main>'));
  const content = (selector: string, attribute: string) =>
    document.querySelector(selector)?.getAttribute(attribute);
  const [data, ...others] = document.querySelectorAll('script[type="application/ld+json"]');
  expect(others).toEqual([]);
  return {
    canonical: content('link[rel=canonical]', 'href'),
    ogUrl: content('meta[property="og:url"]', 'content'),
    data: JSON.parse(data?.textContent ?? '') as Record<string, unknown>,
  };
}

test('a topic is a learning resource of its course, at its address under the base', () => {
  const { canonical, ogUrl, data } = headOf('/part/one/', 'https://example.org', '/notes/');
  expect(canonical).toBe('https://example.org/notes/part/one/');
  expect(ogUrl).toBe(canonical);
  expect(data).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: '글 "하나" & 둘',
    description: '글.',
    url: canonical,
    inLanguage: 'ko',
    isPartOf: { '@type': 'Course', url: 'https://example.org/notes/' },
  });
});

test('the map is the course; what its title says ends no script', () => {
  const { canonical, data } = headOf('/', '', '/');
  expect(canonical).toBe('/');
  expect(data).toMatchObject({
    '@type': 'Course',
    name: '강의 </script><b>',
    description: '무엇을 배우는지.',
  });
});

test('the data that hydration waits for is fetched with the scripts, wherever the page lies', () => {
  const render = rendererOf('', '/notes/', '<script></script>');
  const preloads =
    /<main><\/main><script><\/script>\n?<link rel="preload" as="fetch" crossorigin [^>]*href="(.*?)">/;
  const preloadedBy = (path: string) => preloads.exec(render(pages.get(path) ?? null, '<main></main>'))?.[1];
  expect(preloadedBy('/part/one/')).toBe('/notes/data/part/one.json');
  expect(preloadedBy('/')).toBe('/notes/data/index.json');
  expect(render(null, '')).not.toContain('preload');
});

test('a page without an address tells of the course, whatever its title holds; others do not', () => {
  const { document } = new Window();
  document.write(rendererOf('', '/')(null, '<main></main>'));
  const told = document.querySelector('meta[name=course]')?.getAttribute('content') ?? '';
  expect(JSON.parse(told)).toEqual(pages.get('/')?.course);
  expect(JSON.parse(told).title).toBe('강의 </script><b>');
  expect(rendererOf('', '/')(pages.get('/') ?? null, '')).not.toContain('name="course"');
});
