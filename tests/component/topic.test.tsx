/** A page of notes: headings, facets, lists, supplements, code, tables, questions, the way on. */

import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/core/model/html.ts';
import { TopicPage } from '../../src/ui/pages/topic-page.tsx';
import { lastRead } from '../../src/ui/shell/reading-place.tsx';
import { formatMonth, hasLongLine } from '../../src/ui/topic/blocks.tsx';
import { CopyButton, commandsOf } from '../../src/ui/topic/copy-button.tsx';
import { Html } from '../../src/ui/topic/html.tsx';
import { area, code, conda, html, kitchen, page, prose, section, supplement } from './fixtures.ts';
import { renderAt } from './render.tsx';

vi.mock('../../src/store/pages.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/pages.ts')>()),
  loadTree: vi.fn(),
  prefetchPage: vi.fn(),
}));
afterEach(() => vi.restoreAllMocks());

const show = (data: typeof conda) => renderAt(data.path, <TopicPage page={data} isWhole />);

test.each([area, conda, kitchen])(
  'headings of $titleText go down one level at a time, from one h1',
  (data) => {
    show(data);
    const levels = screen.getAllByRole('heading').map((heading) => Number(heading.tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => {
      expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1);
    });
  },
);

test('labels are headings; terms and their explanations are a description list', () => {
  show(conda);
  const facet = screen.getByRole('heading', { level: 2, name: '주요특징' }).closest('section');
  expect(facet).not.toBeNull();
  const inFacet = within(facet as HTMLElement);
  expect(inFacet.getAllByRole('term').map((term) => term.textContent)).toEqual([
    '언어 독립적',
    '크로스 플랫폼',
    '환경관리',
    '다양한 패키지',
  ]);
  const supplement = inFacet.getByRole('note', { name: '보충' });
  expect(supplement.textContent).toContain('Anaconda 이용 약관 · 2026년 11월 확인');
  expect(supplement.closest('dd')).toBeNull();
});

test('a list of the author stays a list, in order', () => {
  show(area);
  const items = screen.getAllByRole('listitem').filter((item) => item.matches('.items > li'));
  expect(items.map((item) => item.querySelector('.term')?.textContent)).toEqual([
    '환경 격리',
    '종속성 관리',
    '환경 재현성',
    '버전 호환성',
  ]);
  expect(items[0]?.closest('ol')).not.toBeNull();
});

test('sections of an area carry the numbers of the tree, and its topics follow', () => {
  show(area);
  expect(screen.getByRole('heading', { name: '주요기능' }).closest('header')?.textContent).toContain('1.2');
  const rows = screen.getAllByRole('link').filter((link) => link.matches('.contents-row'));
  expect(rows.map((row) => row.textContent)).toEqual([
    '1.3conda',
    '1.4Virtualenv',
    '1.5Pipenv',
    '1.6세 도구 비교',
  ]);
  expect(screen.getByRole('heading', { level: 2, name: '이어지는 글' })).toBeDefined();
});

test('a heading has a link to itself', () => {
  show(area);
  const link = screen.getByRole('link', { name: '주요기능 주소' });
  expect(decodeURIComponent(link.getAttribute('href') ?? '')).toBe('#주요기능');
  expect(screen.getByRole('heading', { name: '주요기능' }).id).toBe('주요기능');
});

test('tables can be scrolled by keyboard, and comparisons keep the roles of a table', async () => {
  show(kitchen);
  expect(screen.getByRole('group', { name: '표' }).tabIndex).toBe(0);
  const table = await screen.findByRole('table', { name: 'conda, Virtualenv, Pipenv 비교' });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((cell) => cell.textContent),
  ).toEqual(['관점', 'conda', 'Virtualenv', 'Pipenv']);
  expect(within(table).getAllByRole('rowheader')).toHaveLength(2);
  expect(within(table).getAllByRole('cell')).toHaveLength(6);
});

test('a question whose answer cannot be read is shown without giving it away', async () => {
  show(kitchen);
  expect(await screen.findByRole('heading', { name: 'VM과 컨테이너의 핵심 차이는?' })).toBeDefined();
  const fold = screen.getByText('정답과 해설').closest('details');
  expect(fold?.open).toBe(false);
  expect(fold?.textContent).toContain('VM은 저마다 커널을 가진다');
});

test('이 페이지에서 lists the headings of levels 2 and 3, and the quiz', () => {
  show(kitchen);
  const fold = screen.getByText('이 페이지에서').closest('details') as HTMLElement;
  expect(
    within(fold)
      .getAllByRole('link', { hidden: true })
      .map((link) => link.textContent),
  ).toEqual([...kitchen.sections.map((section) => section.titleText), '확인 문제']);
});

test('a topic without sections is led through by its labels', () => {
  show(conda);
  const fold = screen.getByText('이 페이지에서').closest('details') as HTMLElement;
  const links = within(fold).getAllByRole('link', { hidden: true });
  expect(links.map((link) => link.textContent)).toEqual(['정의', '주요특징', '장점']);
  const anchor = decodeURIComponent(links[1]?.getAttribute('href')?.split('#')[1] ?? '');
  expect(document.getElementById(anchor)).toBe(screen.getByRole('heading', { name: '주요특징' }));
});

test('the way on names number and title, in both directions', () => {
  show(conda);
  const turn = within(screen.getByRole('navigation', { name: '이전 글과 다음 글' }));
  expect(turn.getByRole('link', { name: '이전 1 환경관리 툴' }).getAttribute('rel')).toBe('prev');
  expect(turn.getByRole('link', { name: '다음 1.4 Virtualenv' }).getAttribute('href')).toBe(
    '/environment-tools/virtualenv/',
  );
});

test('code is copied, and that is said', async () => {
  const user = userEvent.setup();
  render(<CopyButton text="conda env list" />);
  await user.click(screen.getByRole('button', { name: '코드 복사' }));
  expect(await navigator.clipboard.readText()).toBe('conda env list');
  expect(screen.getByRole('status').textContent).toBe('복사했습니다');
});

test('where there is no clipboard, as without https, a press of 마크다운 복사 says so', async () => {
  vi.stubGlobal('fetch', async () => new Response('# conda'));
  const user = userEvent.setup();
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
  show(conda);
  await user.click(screen.getByRole('button', { name: '마크다운 복사' }));
  expect(await screen.findByText('복사하지 못했습니다')).toBeDefined();
  vi.unstubAllGlobals();
});

describe('code within other markup', () => {
  const item = html(
    '<ol><li><p>실행한다.</p><pre data-language="console"><code>$ docker ps\nCONTAINER ID</code></pre></li></ol>',
  );

  test('has the frame, the name and the copy button of code that stands alone', async () => {
    const user = userEvent.setup();
    render(<Html as="div" html={item} />);
    const figure = screen.getByRole('figure', { name: 'console' });
    expect(figure.querySelector('pre')?.tabIndex).toBe(0);
    await user.click(within(figure).getByRole('button', { name: '코드 복사' }));
    expect(await navigator.clipboard.readText()).toBe('docker ps');
    expect(within(figure).getByRole('status').textContent).toBe('복사했습니다');
  });

  test('has its title, which the author wrote after the language', () => {
    render(
      <Html html={html('<pre data-language="yaml" data-title="a &amp; b.yaml"><code>x: 1</code></pre>')} />,
    );
    const figure = screen.getByRole('figure', { name: 'a & b.yaml' });
    expect(figure.querySelector('figcaption')?.textContent).toBe('a & b.yamlyaml');
  });

  test('keeps a button for each when the note is edited', () => {
    const { rerender } = render(<Html html={item} />);
    rerender(<Html html={html(`${item}<blockquote><pre><code>다른 것</code></pre></blockquote>`)} />);
    expect(screen.getAllByRole('button', { name: '코드 복사' })).toHaveLength(2);
    expect(screen.getByRole('figure', { name: '코드' })).toBeTruthy();
  });
});

describe('a line of inline code ends before an option, never after its hyphens', () => {
  const unbroken = (code: string) => {
    const { container } = render(<Html html={html(code)} />);
    return [...container.querySelectorAll('.unbroken')].map(({ textContent }) => textContent);
  };

  test.each([
    ['docker run --rm -it app', ['--r', '-i']],
    ['conda export --format=explicit', ['--f']],
    ['iris-api', []],
    ['iris-api:1 --no-trunc', ['--n']],
    ['a-&gt;b --&gt; c--d', ['->', '-->', '--d']],
    ['tar -&lt; - -1', ['-<', '-1']],
  ])('%s', (code, whole) => {
    expect(unbroken(`<code>${code}</code>`)).toEqual(whole);
    expect(document.querySelector('code')?.textContent).toBe(textOf(html(code)));
  });

  test('a block of code scrolls and is left as it is, and so are other words', () => {
    expect(unbroken('<pre><code>docker run --rm</code></pre><p>run --rm <code>ok</code></p>')).toEqual([]);
  });
});

test('in a cell a long name of code ends its lines between its words, and is copied as it is written', () => {
  const cells = '<td><code>ErrImagePull</code></td><td>ErrImagePull <code>run --rmNow &lt;aB&gt;</code></td>';
  const { container } = render(
    <Html html={html(`<p><code>ErrImagePull</code></p><table><tbody><tr>${cells}</tr></tbody></table>`)} />,
  );
  const written = [...container.querySelectorAll('code')];
  expect(written.map((code) => code.querySelectorAll('wbr').length)).toEqual([0, 2, 2]);
  expect(written.map(({ textContent }) => textContent)).toEqual([
    'ErrImagePull',
    'ErrImagePull',
    'run --rmNow <aB>',
  ]);
});

test('a clipboard that refuses is said too', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  render(<CopyButton text="x" />);
  await user.click(screen.getByRole('button', { name: '코드 복사' }));
  expect(screen.getByRole('status').textContent).toBe('복사하지 못했습니다');
});

test('months are written out; a date that is none is left out', () => {
  expect(formatMonth('2026-03-05')).toBe('2026년 3월');
  expect(formatMonth('어제')).toBeNull();
  expect(formatMonth(null)).toBeNull();
});

test('the place one reads is named by the section of an area, or by topic and heading', () => {
  expect(lastRead(area, '주요기능', 5)).toMatchObject({
    number: '1.2',
    title: '주요기능',
    anchor: '주요기능',
    at: 5,
  });
  expect(lastRead(kitchen, '설치', 5)).toMatchObject({ number: '2.4', title: '활용 사례 › 설치' });
  expect(lastRead(conda, null, 5)).toMatchObject({ number: '1.3', title: 'conda', anchor: null });
});

test('an empty page still has its title and says nothing false', () => {
  show(page({ path: '/new/', titleText: '새 글', title: html('새 글'), draft: true }));
  expect(screen.getByRole('heading', { level: 1, name: '새 글' })).toBeDefined();
  expect(screen.getByText('초안')).toBeDefined();
  expect(screen.queryByText('이 페이지에서')).toBeNull();
});

test('where the course names its repository, a page and each of its sections lead to their lines', () => {
  show(kitchen);
  expect(screen.queryByRole('link', { name: /고치기$/ })).toBeNull();
  cleanup();
  const sourceHref = 'https://github.com/me/notes/blob/main/content/use-cases.md?plain=1#L';
  show({ ...kitchen, sourceHref });
  const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(hrefOf('이 페이지 고치기')).toBe(`${sourceHref}1`);
  for (const { titleText, line } of kitchen.sections)
    expect(hrefOf(`${titleText} 고치기`)).toBe(`${sourceHref}${line}`);
});

test.each([
  ['컨테이너는 커널을 함께 쓴다', '컨테이너는 커널을 함께 쓴다'],
  ['<b>커널</b>을 함께', '커널을 함께'],
  ['a &lt; b &amp;&amp; c', 'a < b && c'],
])(
  'a piece of notes reads the same whether it came as text or as markup, also after an edit: %s',
  (written, read) => {
    const { container, rerender } = render(<Html as="p" html={html('처음')} />);
    for (const edit of [written, '그냥 글', written, '<em>강조</em>', '그냥 글']) {
      rerender(<Html as="p" html={html(edit)} />);
      const expected = edit === written ? read : edit.replace(/<.*?>/g, '');
      expect(container.querySelector('p')?.textContent).toBe(expected);
    }
  },
);

test.each([
  ['docker build -t iris-api:1.0 .', false],
  [`first\n${'x'.repeat(64)}`, false],
  [`first\n${'x'.repeat(65)}`, true],
  // Hangul is as wide as two letters.
  ['가'.repeat(33), true],
  ['가'.repeat(32), false],
])('code that the text has no room for is let out: %j', (code, isLong) => {
  expect(hasLongLine({ kind: 'code', language: '', title: null, code, html: html(code), line: 1 })).toBe(
    isLong,
  );
});

describe('what is copied of code', () => {
  const commands = (code: string, language = 'console') => commandsOf({ code, language });

  test.each([
    ['$ docker ps\nCONTAINER ID\n# whoami\nroot', 'docker ps\nwhoami'],
    ['$ docker run \\\n    --rm \\\n    alpine\nhello', 'docker run \\\n    --rm \\\n    alpine'],
    ['$ docker run \\\n> --rm alpine\nhello', 'docker run \\\n--rm alpine'],
    ['$ echo "a\n> b"\na\nb', 'echo "a\nb"'],
    ["$ echo it\\'s\nit's\n$ ls", "echo it\\'s\nls"],
    ['$ cat <<EOF > a.txt\n> x\n> $ y\n> EOF\n$ ls', 'cat <<EOF > a.txt\nx\n$ y\nEOF\nls'],
    ['me@host:~/app$ ls\na\nroot@0a1b:/# id\nuid=0\n[me@host ~]$ pwd', 'ls\nid\npwd'],
    ['(venv) $ pip list\n(base) me@host:~$ conda list', 'pip list\nconda list'],
    ['PS C:\\Users\\me> docker ps\nCONTAINER\nC:\\> dir', 'docker ps\ndir'],
    ['>>> for x in y:\n...     print(x)\n...\n1\n>>> x', 'for x in y:\n    print(x)\n\nx'],
    ['mysql> SELECT 1;\n+---+\napp=# SELECT 2;', 'SELECT 1;\nSELECT 2;'],
    ['# 목록을 본다\n$ ls | \\\n  wc\n3\n\n$ ls |\nwc', 'ls | \\\n  wc\nls |\nwc'],
    ['$ npm run build\n> vite build\ndone', 'npm run build'],
    ['no prompt\nat all', 'no prompt\nat all'],
  ])('of the session %j its commands', (code, copied) => {
    expect(commands(code)).toBe(copied);
  });

  test('a script with a prompt is a session, any other stays as it is', () => {
    expect(commands('$ ls\na', 'bash')).toBe('ls');
    expect(commands('# whoami\nls', 'bash')).toBe('# whoami\nls');
    expect(commands('$ = 1', 'php')).toBe('$ = 1');
  });
});

test('a supplement at the end of a section stands beside its text; one with code stays below', () => {
  const withCode = supplement('환경을 만든다.', '문서', null);
  withCode.blocks.push(code('bash', null, 'conda create'));
  show(
    page({
      path: '/docker/',
      titleText: 'Docker',
      sections: [
        section(2, '정의', [prose('<p>도구</p>'), supplement('지금은 v2를 쓴다.', '문서', null)]),
        section(2, '실행', [prose('<p>순서</p>'), withCode]),
      ],
    }),
  );
  const [beside, below] = screen.getAllByRole('note', { name: '보충' });
  expect(beside?.closest('.aside')?.previousElementSibling?.textContent).toBe('도구');
  expect(below?.closest('.aside')).toBeNull();
});
