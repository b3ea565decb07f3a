/** Folders of pages for the sites under test, all made from the lecture notes in the fixtures. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

const PIECES = 11;
const LINES_A_PIECE = 20;

/**
 * Texts as long and as full of code as those of ko.react.dev: 19 kB, half of the letters in 11 pieces of code. The words are the notes', the code is
 * this repository's, and no piece of it comes twice.
 */
function longTexts(sections) {
  const files = readdirSync('src', { recursive: true }).filter((name) => /\.tsx?$/.test(name));
  const pieces = files.sort().flatMap((name) => {
    const lines = readFileSync(path.join('src', name), 'utf8').split('\n');
    const language = path.extname(name).slice(1);
    return Array.from({ length: Math.ceil(lines.length / LINES_A_PIECE) }, (_, at) => {
      const code = lines.slice(at * LINES_A_PIECE, (at + 1) * LINES_A_PIECE).join('\n');
      return { language, code };
    });
  });
  const wordsOf = (at) => {
    const { title, text } = sections[at % sections.length];
    return `## ${title} ${at + 1}\n\n${text.replace(/^#+ /gm, '### ')}`;
  };
  return (index) =>
    Array.from({ length: PIECES }, (_, nth) => {
      const at = index * PIECES + nth;
      const { language, code } = pieces[at % pieces.length];
      const round = Math.floor(at / pieces.length);
      return `${wordsOf(at)}\n\n\`\`\`${language}\n// ${round}\n${code}\n\`\`\``;
    }).join('\n\n');
}

/**
 * Writes `ch-001/p-0001.md` …, fifty a folder, and `index.md`. Without `pages` there is one page a section of the notes
 * (17); with it, the sections with real text are repeated under titles of their own until there are as many, `long` with many of
 * them on a page. Returns the names of the pages.
 */
export function writeContent(dir, { pages = null, long = false, header = 'heading', folderFile = null }) {
  const { title, sections } = readSections();
  const from = pages ? sections.filter(({ text }) => text.length > 60) : sections;
  const count = pages ?? sections.length;
  const longText = long ? longTexts(from) : null;
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
    writeFileSync(
      path.join(dir, `${name}.md`),
      `${HEADERS[header](page)}${longText?.(index) ?? section.text}\n`,
    );
    names.push(name);
  }
  writeFileSync(
    path.join(dir, 'index.md'),
    `${HEADERS[header]({ title })}${count}쪽의 강의 노트입니다. 왼쪽 차례에서 고르세요.\n`,
  );
  return names;
}
