import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import type { LinkReference } from '../../../src/core/model/topic.ts';
import { read, told } from './notation.ts';

const htmlOf = (markdown: string, base = '/'): string => {
  const block = parse(`# 제목\n\n${markdown}`, { file: 'area/topic.md', base }).value.blocks[0];
  return block?.kind === 'prose' ? block.html.trim() : '';
};
const link = (href: string, base?: string): string =>
  /href="([^"]*)"/.exec(htmlOf(`[글](${href})`, base))?.[1] ?? 'text';

describe('where links lead', () => {
  test.each([
    ['conda.md', '/area/conda/'],
    ['./conda.md#정의', '/area/conda/#%EC%A0%95%EC%9D%98'],
    ['../README.md', '/'],
    ['../docker/README.md', '/docker/'],
    ['../docker/', '/docker/'],
    ['../docker', '/docker/'],
    ['/docker/compose.md', '/docker/compose/'],
    ['file.pdf', '/note-files/area/file.pdf'],
    ['Dockerfile', '/note-files/area/Dockerfile'],
    ['<공백 있는 파일.md>', '/area/%EA%B3%B5%EB%B0%B1%20%EC%9E%88%EB%8A%94%20%ED%8C%8C%EC%9D%BC/'],
    ['v1.2/', '/area/v1.2/'],
    ['demo/index.html', '/area/demo/index.html/'],
    ['conda.md?x=1#y', '/area/conda/#y'],
    ['100%.md', '/area/100%25/'],
    ['#여기', '#%EC%97%AC%EA%B8%B0'],
    ['https://a.example/?a=1&b=2', 'https://a.example/?a=1&amp;b=2'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
  ])('%s', (href, expected) => {
    expect(link(href)).toBe(expected);
  });

  test('stay under the base path', () => {
    expect(link('conda.md', '/course/')).toBe('/course/area/conda/');
    expect(link('#a', '/course/')).toBe('#a');
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '&#106;avascript:alert(1)',
    'java%0ascript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    '//host/x',
    '/\\host/x',
    '\\\\host\\x',
    'ftp://host/x',
    'tel:010',
    'file:///etc/passwd',
    'https:host',
    'http:///x',
  ])('nowhere: %s', (href) => {
    expect(htmlOf(`[글](<${href}>) 뒤`)).not.toContain('<a');
  });

  test('outside the folder is text and told', () => {
    expect(htmlOf('[글](../../x.md)')).toBe('<p>글</p>');
    expect(told('# 제목\n\n글 [글](../../x.md)')).toEqual(['link-outside 3:3']);
  });

  test('external ones do not know where they were followed from', () => {
    expect(htmlOf('<https://a.example/>')).toBe(
      '<p><a href="https://a.example/" rel="noopener noreferrer">https://a.example/</a></p>',
    );
  });
});

describe('bare addresses', () => {
  /** Each address that became a link, as it is shown. */
  const linked = (text: string) =>
    [...htmlOf(text).matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href = '', words = '']) => ({
      href,
      words,
    }));

  test.each([
    ['https://a.example/x를 본다', 'https://a.example/x'],
    ['(https://a.example/x_(y))', 'https://a.example/x_(y)'],
    ['https://a.example/x.', 'https://a.example/x'],
    ['http://a.example:8080/?q=1', 'http://a.example:8080/?q=1'],
    ['http://localhost:3000/에 접속', 'http://localhost:3000/'],
  ])('%s', (text, href) => {
    expect(htmlOf(text)).toContain(`<a href="${href}" rel="noopener noreferrer">${href}</a>`);
  });

  test.each([
    // Hangul is of the address…
    ['https://ko.wikipedia.org/wiki/도커 참고', 'https://ko.wikipedia.org/wiki/도커'],
    ['https://ko.wikipedia.org/wiki/도커_(소프트웨어).', 'https://ko.wikipedia.org/wiki/도커_(소프트웨어)'],
    ['https://a.kr/?q=도커&n=1', 'https://a.kr/?q=도커&amp;n=1'],
    ['https://velog.io/@a/React란-무엇인가', 'https://velog.io/@a/React란-무엇인가'],
    ['https://한글.kr/가이드', 'https://한글.kr/가이드'],
    ['「https://ko.wikipedia.org/wiki/도커」, 그리고', 'https://ko.wikipedia.org/wiki/도커'],
    // …but not the particle behind it…
    ['https://ko.wikipedia.org/wiki/도커를', 'https://ko.wikipedia.org/wiki/도커'],
    ['https://ko.wikipedia.org/wiki/커널을', 'https://ko.wikipedia.org/wiki/커널'],
    ['https://ko.wikipedia.org/wiki/도커는', 'https://ko.wikipedia.org/wiki/도커'],
    ['https://ko.wikipedia.org/wiki/도커에서', 'https://ko.wikipedia.org/wiki/도커'],
    ['https://ko.wikipedia.org/wiki/커널으로', 'https://ko.wikipedia.org/wiki/커널'],
    ['https://ko.wikipedia.org/wiki/도커입니다.', 'https://ko.wikipedia.org/wiki/도커'],
    ['https://a.kr/b을 https://a.kr/c에서는', 'https://a.kr/b'],
    ['https://a.kr/b이고', 'https://a.kr/b'],
    ['https://a.kr/b(https://a.kr/c)로', 'https://a.kr/b(https://a.kr/c)'],
    ['https://a.kr을', 'https://a.kr'],
    ['https://a.kr/에서', 'https://a.kr/'],
    ['https://도메인.한국을', 'https://도메인.한국'],
    // …where it could be no other.
    ['https://ko.wikipedia.org/wiki/고양이', 'https://ko.wikipedia.org/wiki/고양이'],
    ['https://ko.wikipedia.org/wiki/마을', 'https://ko.wikipedia.org/wiki/마을'],
    ['https://ko.wikipedia.org/wiki/국가', 'https://ko.wikipedia.org/wiki/국가'],
    ['https://ko.wikipedia.org/wiki/김정은', 'https://ko.wikipedia.org/wiki/김정은'],
    ['https://ko.wikipedia.org/wiki/경로', 'https://ko.wikipedia.org/wiki/경로'],
    ['https://ko.wikipedia.org/wiki/회의', 'https://ko.wikipedia.org/wiki/회의'],
    ['https://ko.wikipedia.org/wiki/를', 'https://ko.wikipedia.org/wiki/'],
  ])('%s ends before the particle', (text, words) => {
    expect(linked(text)[0]?.words).toBe(words);
  });

  test('are percent-encoded where they lead', () => {
    expect(linked('https://ko.wikipedia.org/wiki/도커')[0]?.href).toBe(
      'https://ko.wikipedia.org/wiki/%EB%8F%84%EC%BB%A4',
    );
    expect(linked('https://한글.kr/')[0]?.href).toBe('https://xn--bj0bj06e.kr/');
  });

  test.each([
    ['www.a.example에서', 'http://www.a.example', 'www.a.example'],
    ['(www.a.example/x?y=1)', 'http://www.a.example/x?y=1', 'www.a.example/x?y=1'],
    ['a@b.co.kr로 보낸다', 'mailto:a@b.co.kr', 'a@b.co.kr'],
    ['메일(first.last+tag@example.com).', 'mailto:first.last+tag@example.com', 'first.last+tag@example.com'],
    ['mailto:a@b.kr', 'mailto:a@b.kr', 'mailto:a@b.kr'],
  ])('%s', (text, href, words) => {
    expect(linked(text)).toEqual([{ href, words }]);
  });

  test.each([
    'git@github.com:a/b.git',
    'react@19.2.0',
    'a@b',
    '@user.name',
    'a@b.c',
    'xwww.a.example',
    'a.b@c.kr/d',
    'www.',
  ])('%s stays text', (text) => {
    expect(htmlOf(`글 ${text} 글`)).not.toContain('<a');
  });

  test('in code, links and odd schemes stay text', () => {
    expect(htmlOf('`https://a.example` xhttps://b.example ftp://c.example `a@b.kr`')).not.toContain('<a');
    expect(htmlOf('[https://a.example](x.md)')).toBe('<p><a href="/area/x/">https://a.example</a></p>');
  });
});

describe('pictures', () => {
  test('know their size and wait their turn', () => {
    const { value } = parse('# 제목\n\n![그림 <하나>](../img/a%20b.png "말")', {
      file: 'area/topic.md',
      imageSize: (file) => (file === 'img/a b.png' ? { width: 3, height: 2 } : null),
    });
    expect(value.blocks[0]).toMatchObject({
      html: '<p><img src="/note-files/img/a%20b.png" alt="그림 &lt;하나&gt;" width="3" height="2" loading="lazy" decoding="async" title="말"></p>\n',
    });
  });

  test('of other sites become links, and never within links', () => {
    expect(htmlOf('![그림](https://a.example/x.png)')).toBe(
      '<p><a href="https://a.example/x.png" rel="noopener noreferrer">그림</a></p>',
    );
    expect(htmlOf('[![그림](https://a.example/x.png)](x.md)')).toBe('<p><a href="/area/x/">그림</a></p>');
    expect(told('# 제목\n\n글 ![그림](https://a.example/x.png)')).toEqual(['image-remote 3:3']);
  });

  test('of other sites are told once a file, and one without words has the name of its site', () => {
    const source = '# 제목\n\n글 ![](https://www.a.example/x.png)\n\n![](https://b.example/y.png)';
    expect(told(source)).toEqual(['image-remote 3:3']);
    expect(read(source).diagnostics[0]?.message).toContain('등 2개를');
    expect(htmlOf('![](https://www.a.example/x/0/1.png?a=b)')).toContain('>그림(a.example)</a>');
  });

  test('without words are told', () => {
    expect(told('# 제목\n\n![](x.png)')).toEqual(['image-alt-missing 3:1']);
  });
});

test('every link is recorded with its place', () => {
  const source =
    '# 제목\n\n[a](a.md) `[x](x.md)` [a](a.md#b)\n![그림](p.png) [**굵게**](c.md)\n\n> - [d][1]\n\n| 표 |\n|-|\n| [e](e.md) |\n\n[1]: d.md';
  const places = read(source).value.links.map(({ kind, file, anchor, line, column }: LinkReference) => [
    kind,
    file,
    anchor,
    `${line}:${column}`,
  ]);
  expect(places).toEqual([
    ['link', 'area/a.md', null, '3:1'],
    ['link', 'area/a.md', 'b', '3:23'],
    ['image', 'area/p.png', null, '4:1'],
    ['link', 'area/c.md', null, '4:14'],
    ['link', 'area/d.md', null, '6:5'],
    ['link', 'area/e.md', null, '10:3'],
  ]);
});
