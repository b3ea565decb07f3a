/** Folders of pages for the sites under test, all made from the lecture notes in the fixtures. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const NOTES = 'tests/fixtures/original/notes.md';
const PER_FOLDER = 50;

/** The notes' sections: one for each `##` and `###`, deeper headings lifted by two levels. */
function readSections() {
  const lines = readFileSync(NOTES, 'utf8').replace(/\r\n?/g, '\n').split('\n');
  const sections = [];
  let title = 'Notes';
  let area = null;
  let current = null;
  let fenced = false;
  for (const line of lines) {
    if (/^(```|~~~)/.test(line)) fenced = !fenced;
    const [, marks, text] = (!fenced && /^(#{1,6})\s+(.*\S)\s*$/.exec(line)) || [];
    if (marks?.length === 1) title = text;
    else if (marks?.length === 2 || marks?.length === 3) {
      if (marks.length === 2) area = text;
      current = { title: text, parent: marks.length === 3 ? area : null, lines: [] };
      sections.push(current);
    } else current?.lines.push(marks ? `${'#'.repeat(marks.length - 2)} ${text}` : line);
  }
  const withText = sections.map(({ title: own, parent, lines: body }) => {
    const children = sections
      .filter((section) => section.parent === own)
      .map((section) => `- ${section.title}`);
    const text = body.join('\n').trim() || children.join('\n') || '이 절에는 아직 내용이 없습니다.';
    return { title: parent ? `${parent} · ${own}` : own, text };
  });
  return { title, sections: withText };
}

/** How a page says its title: the way each generator wants it. */
const HEADERS = {
  heading: ({ title }) => `# ${title}\n\n`,
  'front matter': ({ title, order }) =>
    `---\ntitle: ${JSON.stringify(title)}\n${order ? `sidebar_position: ${order}\n` : ''}---\n\n`,
  both: (page) => HEADERS['front matter'](page) + HEADERS.heading(page),
};

/**
 * Writes `ch-001/p-0001.md` …, fifty a folder, and `index.md`. Without `pages` there is one page a section of the notes
 * (17); with it, the sections with real text are repeated under titles of their own until there are as many.
 * Returns the names of the pages.
 */
export function writeContent(dir, { pages = null, header = 'heading', folderFile = null }) {
  const { title, sections } = readSections();
  const from = pages ? sections.filter(({ text }) => text.length > 60) : sections;
  const count = pages ?? sections.length;
  const names = [];
  for (let index = 0; index < count; index++) {
    const section = from[index % from.length];
    const chapter = Math.floor(index / PER_FOLDER) + 1;
    const folder = `ch-${String(chapter).padStart(3, '0')}`;
    if (index % PER_FOLDER === 0) {
      mkdirSync(path.join(dir, folder), { recursive: true });
      if (folderFile) writeFileSync(path.join(dir, folder, folderFile.name), folderFile.text(chapter));
    }
    const name = `${folder}/p-${String(index + 1).padStart(4, '0')}`;
    const page = { title: pages ? `${section.title} (${index + 1})` : section.title, order: index + 1 };
    writeFileSync(path.join(dir, `${name}.md`), `${HEADERS[header](page)}${section.text}\n`);
    names.push(name);
  }
  writeFileSync(
    path.join(dir, 'index.md'),
    `${HEADERS[header]({ title })}${count}쪽의 강의 노트입니다. 왼쪽 차례에서 고르세요.\n`,
  );
  return names;
}
