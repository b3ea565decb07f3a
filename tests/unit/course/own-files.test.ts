/** Full addresses of the notes' own repository on GitHub lead within the site; all others stay what they are. */

import { describe, expect, test } from 'vitest';
import { checkNotes } from '../../../src/core/course/apply-fixes.ts';
import { followOwnLinks, readNote } from '../../../src/core/course/compile-course.ts';
import { hasOtherLinks, ownFiles } from '../../../src/core/course/own-files.ts';

const NOTES = {
  'README.md': '# 강의\n\n글\n',
  'docker/README.md': '# 도커\n\n글\n',
  'docker/compose.md': '# 컴포즈\n\n## 설치\n\n글\n',
  'docker/a#b (c).md': '# 이름\n\n글\n',
  'linux/shell.md': '# 셸\n\n글\n',
};
const FILES = new Set(['img/a.png', 'code/a.py']);

/** Where the links and pictures of a note lead, as it is read with all others. */
function leads(text: string, others: Record<string, string> = {}, files = FILES): (string | null)[] {
  const sources: Record<string, string> = { ...NOTES, ...others, 'note.md': `# 글\n\n${text}\n` };
  const plain = new Map(
    Object.entries(sources).map(([file, source]) => [file, readNote(source, { file }).value]),
  );
  const own = ownFiles({ topics: plain, files, listed: null });
  const { value } = readNote(sources['note.md'] ?? '', { file: 'note.md', ownFile: own });
  expect(hasOtherLinks(value, own)).toBe(false);
  return value.links.map(({ file, anchor }) => file && `${file}${anchor === null ? '' : `#${anchor}`}`);
}

const NAMED = { 'README.md': '# 강의\n\n[저장소](https://github.com/me/notes/tree/main)\n' };
const blob = (path: string) => `[글](https://github.com/me/notes/blob/main/${path})`;

describe('of the repository that the course page names', () => {
  test.each<[string, string | null]>([
    [blob('docker/compose.md'), 'docker/compose.md'],
    [blob('docker/compose.md#설치'), 'docker/compose.md#설치'],
    [blob('docker/compose.md#%EC%84%A4%EC%B9%98'), 'docker/compose.md#설치'],
    [blob('docker/compose.md?plain=1#설치'), 'docker/compose.md#설치'],
    ['[글](<https://github.com/me/notes/blob/main/docker/a%23b (c).md#절>)', 'docker/a#b (c).md#절'],
    ['[글](https://github.com/Me/Notes/tree/master/docker)', 'docker/README.md'],
    ['[글](http://www.github.com/me/notes/tree/main/docker/)', 'docker/README.md'],
    ['![그림](https://raw.githubusercontent.com/me/notes/main/img/a.png)', 'img/a.png'],
    ['![그림](https://raw.githubusercontent.com/me/notes/refs/heads/main/img/a.png)', 'img/a.png'],
    ['![그림](https://github.com/me/notes/blob/main/img/a.png?raw=true)', 'img/a.png'],
    ['![그림](https://github.com/me/notes/raw/main/img/a.png)', 'img/a.png'],
    ['<img src="https://github.com/me/notes/raw/main/img/a.png" alt="그림">', 'img/a.png'],
    // What GitHub alone shows, or is not here.
    [blob('docker/compose.md#L12-L20'), null],
    [blob('code/a.py'), null],
    [blob('docker/gone.md'), null],
    [blob('linux'), null],
    [
      '[글](https://github.com/me/notes/blob/0123456789012345678901234567890123456789/docker/compose.md)',
      null,
    ],
    ['[글](https://github.com/me/notes/issues/1)', null],
    ['[글](https://github.com/me/notes)', null],
    ['[글](https://github.com/me/other/blob/main/docker/compose.md)', null],
    ['[고치기](https://github.com/me/notes/blob/main/note.md)', null],
    ['<https://github.com/me/notes/blob/main/docker/compose.md>', null],
    ['https://github.com/me/notes/blob/main/docker/compose.md', null],
  ])('%s → %s', (text, wanted) => {
    expect(leads(text, NAMED)).toEqual([wanted]);
  });

  test('whose notes lie in a folder of it', () => {
    const named = { 'README.md': '# 강의\n\n[저장소](https://github.com/me/notes/tree/main/content)\n' };
    expect(leads(`${blob('content/docker/compose.md')} ${blob('docker/compose.md')}`, named)).toEqual([
      'docker/compose.md',
      null,
    ]);
    const bare = { 'README.md': '# 강의\n\n[저장소](https://github.com/me/notes)\n' };
    expect(leads(blob('content/docker/compose.md'), bare)).toEqual(['docker/compose.md']);
  });
});

describe('of a repository to whose files the notes agree to link', () => {
  const two = `${blob('docker/compose.md')} ${blob('linux/shell.md')}`;

  test('two notes that lie here are enough, where not more do not', () => {
    expect(leads(two)).toEqual(['docker/compose.md', 'linux/shell.md']);
    expect(leads(blob('docker/compose.md'))).toEqual([null]);
    expect(leads(`${blob('docker/compose.md')} ${blob('README.md')}`)).toEqual([null, null]);
    expect(leads(`${two} ${blob('x.md')} ${blob('y.md')}`)).toEqual([null, null, null, null]);
    expect(leads(`${two} ${blob('x.md')}`)).toEqual(['docker/compose.md', 'linux/shell.md', null]);
  });

  test('below a folder of it', () => {
    expect(leads(`${blob('docs/ko/docker/compose.md')} ${blob('docs/ko/linux/shell.md')}`)).toEqual([
      'docker/compose.md',
      'linux/shell.md',
    ]);
  });

  test('by a former name of it, too', () => {
    const former = '[글](https://github.com/me/old-name/tree/master/docker)';
    expect(leads(`${two} ${former}`)).toEqual(['docker/compose.md', 'linux/shell.md', 'docker/README.md']);
    expect(leads(`${two} [글](https://github.com/you/old-name/tree/master/docker)`)[2]).toBeNull();
  });

  test('not of the original of a translation, to which each page links', () => {
    const original = (file: string) => `# 글\n\n[원문](https://github.com/them/docs/blob/main/${file})\n`;
    const translated = Object.fromEntries(
      ['docker/compose.md', 'linux/shell.md', 'a.md', 'b.md'].map((file) => [file, original(file)]),
    );
    const { 'a.md': _, ...others } = translated;
    expect(leads('[원문](https://github.com/them/docs/blob/main/note.md)', others)).toEqual([null]);
  });
});

describe('of a page that another tool makes of a note', () => {
  test.each<[string, string | null]>([
    ['[글](docker/compose.html)', 'docker/compose.md'],
    ['[글](./docker/compose.html#설치)', 'docker/compose.md#설치'],
    ['[글](docker/index.html)', 'docker/README.md'],
    ['[글](/linux/shell.htm)', 'linux/shell.md'],
    ['[글](demo/page.html)', 'demo/page.html'],
    ['[글](gone.html)', 'gone.html'],
    ['[글](https://example.org/docker/compose.html)', null],
  ])('%s → %s', (text, wanted) => {
    expect(leads(text, { 'demo/page.md': '# 데모\n\n글\n' }, new Set(['demo/page.html']))).toEqual([wanted]);
  });
});

test('a draft has no page here, and is there on GitHub', () => {
  const list = `- [글](note.md)\n- [컴포즈](docker/compose.md)\n- [셸](linux/shell.md)\n`;
  const named = '[저장소](https://github.com/me/notes/tree/main)';
  const notes = new Map(
    Object.entries({
      ...NOTES,
      'README.md': `# 강의\n\n<!-- course: c -->\n\n${named} ${blob('docker/README.md')}\n\n${list}`,
      'note.md': `# 글\n\n${blob('docker')} ${blob('docker/compose.md')} [초안](docker/README.md)\n`,
    }),
  );
  const told = checkNotes({ notes, files: new Set() }).filter(({ code }) => code === 'link-broken');
  expect(told.map(({ file, message }) => [file, message])).toEqual([
    ['note.md', expect.stringContaining('초안')],
  ]);
});

test('a course page that lists its notes by their addresses is the tree, and checks know it', () => {
  const list = ['docker/compose.md', 'linux/shell.md'].map((file) => `- ${blob(file)}`).join('\n');
  const notes = new Map(
    Object.entries({
      ...NOTES,
      'README.md': `# 강의\n\n<!-- course: c -->\n\n${list}\n- ${blob('docker/compose.md#없음')}\n`,
    }),
  );
  const told = checkNotes({ notes, files: new Set() }).map(({ code, file }) => `${file}: ${code}`);
  expect(told).toContain('docker/README.md: file-unlisted');
  expect(told).toContain('README.md: link-anchor-broken');
  expect(told).not.toContain('README.md: tree-missing');
});

test('notes are read again only where an address means something else than before', () => {
  const read = new Map(Object.entries(NOTES).map(([file, source]) => [file, readNote(source, { file })]));
  const again: string[] = [];
  const follow = (text: string) => {
    again.length = 0;
    read.set('note.md', readNote(text, { file: 'note.md' }));
    return followOwnLinks(read, new Set(), (file, { source }, ownFile) => {
      again.push(file);
      return readNote(source, { file, ownFile });
    });
  };
  follow('# 글\n\n[글](docker/compose.md) [밖](https://example.org/a.html)\n');
  expect(again).toEqual([]);
  const followed = follow('# 글\n\n[글](docker/compose.html)\n');
  expect(again).toEqual(['note.md']);
  again.length = 0;
  followOwnLinks(followed, new Set(), (file, note) => {
    again.push(file);
    return note;
  });
  expect(again).toEqual([]);
});
