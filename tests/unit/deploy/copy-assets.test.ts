/** What notes bring to the site: what may be brought, in a folder of its own, and nothing that runs or loads. */

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyNoteFiles } from '../../../src/compiler/build/build-site.ts';
import { Workspace } from '../../../src/compiler/workspace.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'assets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};

/** A workspace whose course page links to each of some files, a line each from line 5 on. */
async function linking(files: Record<string, string>): Promise<Workspace> {
  const links = Object.keys(files).map(
    (file) => `[파일](${encodeURI(file).replace(/[?#]/g, encodeURIComponent)})`,
  );
  put('notes/README.md', `# 강의\n\n<!-- course: test -->\n\n${links.join('\n')}\n`);
  for (const [file, text] of Object.entries(files)) put(`notes/${file}`, text);
  const workspace = new Workspace({ dir: path.join(folder, 'notes'), base: '/', drafts: false });
  await workspace.load();
  return workspace;
}

/** What the site has of them, below its folder. */
async function copied(workspace: Workspace): Promise<string[]> {
  await copyNoteFiles(path.join(folder, 'site'), workspace);
  const names = readdirSync(path.join(folder, 'site'), { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(path.join(folder, 'site'), path.join(parentPath, name)))
    .sort();
}

test('files are copied to a folder of their own, whatever names the app’s files have', async () => {
  put('site/data/index.json', 'of the app');
  const workspace = await linking({
    'img/a.png': 'picture',
    'data/index.json': '{}',
    'assets/b.PNG': 'picture',
    'robots.txt': 'User-agent: *',
    Dockerfile: 'FROM x',
    'a.tar.gz': 'archive',
  });
  expect(await copied(workspace)).toEqual([
    'data/index.json',
    'note-files/Dockerfile',
    'note-files/a.tar.gz',
    'note-files/assets/b.PNG',
    'note-files/data/index.json',
    'note-files/img/a.png',
    'note-files/robots.txt',
  ]);
  expect(readFileSync(path.join(folder, 'site/data/index.json'), 'utf8')).toBe('of the app');
  expect(workspace.compiled.diagnostics).toEqual([]);
  expect(workspace.compiled.course.pages.get('/')?.blocks).toMatchObject([
    { html: expect.stringContaining('href="/note-files/img/a.png"') },
  ]);
});

test('everything else is refused, each at its link', async () => {
  const refused = [
    ...['demo/index.html', '404.html', 'doc.shtml', 'doc.xht', 'doc.XHTML', 'UP.HTML', 'd.htm', 'doc.mhtml'],
    ...[
      'pic.svgz',
      'x.xsl',
      'x.xslt',
      'd.xml',
      'feed.rss',
      'feed.atom',
      'm.mathml',
      'r.rdf',
      'p.kml',
      'p.xspf',
    ],
    ...['evil.js', 'm.mjs', 'c.css', 'a.wasm', 'a.swf', 'x.php', 'x.cgi', 'x.jsp', 'x.hta', 'x.manifest'],
    ...['sw.js', '_headers', '_redirects', 'CNAME', 'manifest.webmanifest', '404.html.', 'a.html ', 'a.svg.'],
    ...['index.html.gz', 'a.html.br', 'a.svg.gz', 'a.gz', 'a.unknown', 'a\nb.html', 'a\nb.svg', 'a\\b.svg'],
  ].filter((name) => process.platform !== 'win32' || !/[\n\\]|[. ]$/.test(name));
  const workspace = await linking(Object.fromEntries(refused.map((name) => [name, 'x'])));
  expect(workspace.compiled.course.assets).toEqual(new Set());
  await copyNoteFiles(path.join(folder, 'site'), workspace);
  const told = workspace.compiled.diagnostics.filter(({ code }) => /^(?:file-refused|link-)/.test(code));
  expect(told.map(({ line }) => line)).toEqual(refused.map((_, at) => at + 5));
});

test('an SVG is published clean, and what was left out is told', async () => {
  const workspace = await linking({
    'plain.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4"/></svg>',
    'evil.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
    'page.svg': '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
    'broken.svg': '<svg xmlns="http://www.w3.org/2000/svg">\n<g>\n</svg>',
  });
  expect(await copied(workspace)).toEqual(['note-files/evil.svg', 'note-files/plain.svg']);
  expect(readFileSync(path.join(folder, 'site/note-files/evil.svg'), 'utf8')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n',
  );
  expect(workspace.compiled.diagnostics.map(({ line, code }) => `${line} ${code}`)).toEqual([
    '6 svg-cleaned',
    '7 file-refused',
    '8 file-refused',
  ]);
  put('notes/evil.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await workspace.take(path.join(folder, 'notes/evil.svg'));
  expect(workspace.compiled.diagnostics.map(({ code }) => code)).toEqual(['file-refused', 'file-refused']);
});

test('what has become a symbolic link is not copied', async () => {
  const workspace = await linking({ 'a.png': 'picture' });
  put('secret.png', 'secret');
  rmSync(path.join(folder, 'notes/a.png'));
  symlinkSync(path.join(folder, 'secret.png'), path.join(folder, 'notes/a.png'));
  await copyNoteFiles(path.join(folder, 'site'), workspace);
  expect(workspace.broughtFile('a.png')).toBeNull();
});
