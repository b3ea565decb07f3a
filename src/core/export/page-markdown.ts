/**
 * A page as markdown, for machines and for whoever copies it: the notes in the author's own characters, with links that lead to the
 * site and without comments; and the questions without anything that tells their answers. Questions are written from what the page
 * shows before one answers, never cut out of the source, and do not depend on the key.
 */

import { codeSpans } from '../content/markdown/code-spans.ts';
import { destinationOf } from '../content/markdown/links.ts';
import { readFrontMatter } from '../content/source/front-matter.ts';
import { toHref } from '../content/source/paths.ts';
import { readSource } from '../content/source/source.ts';
import { blocksOf, comparisonsIn } from '../model/blocks.ts';
import type { Course, PageData, TreeNode } from '../model/course.ts';
import { type Html, textOf } from '../model/html.ts';
import { PAGE_MARKDOWN } from '../model/site.ts';
import type { ComparisonBlock, Question, QuizBlock } from '../model/topic.ts';
import { choicesFor, placesFor } from '../quiz/grade.ts';
import { escapeMarkdown, htmlToMarkdown } from './html-to-markdown.ts';
import { PlainHtml, type Site } from './plain-html.ts';
import { exportOf } from './types/exports.ts';

/** Whether a page has one: those of the notes have. */
export const hasMarkdown = ({ kind }: PageData): boolean =>
  kind === 'home' || kind === 'area' || kind === 'topic';

/** `source` is the text of the page's file; null for a folder that has none. */
export function pageMarkdown(page: PageData, source: string | null, site: Site): string {
  const body = source === null ? '' : notesOf(page, source, site).join('\n');
  const listed = source === null ? topicsOf(page, site) : '';
  const text = [hasTitle(body, page.titleText) ? '' : `# ${page.titleText}`, body, listed].join('\n\n');
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}

/** What a folder without a page of its own shows. */
function topicsOf({ area, path }: PageData, site: Site): string {
  const own = area && findNode([area], path);
  return own ? own.children.map((node) => listItem(node, site)).join('\n') : '';
}

const listItem = ({ title, path, anchor }: TreeNode, { origin, base }: Site): string =>
  path === null
    ? `- ${plainWords(title)}`
    : `- [${plainWords(title)}](${origin}${toHref(base, path, anchor)})`;

/** A title as markdown, in one line. */
const plainWords = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' '));

function findNode(nodes: readonly TreeNode[], path: string): TreeNode | null {
  for (const node of nodes) {
    if (node.path === path && node.anchor === null) return node;
    const found = findNode(node.children, path);
    if (found) return found;
  }
  return null;
}

/** Whether the first heading of a text is the page's title; it may come from elsewhere, too. */
function hasTitle(text: string, title: string): boolean {
  const words = (line: string) => line.replace(/\]\([^)]*\)/g, '').replace(/[^\p{L}\p{N}]/gu, '');
  const [, atx, setext] = /^ {0,3}#{1,6}\s+(.*)$|^(\S.*)\n {0,3}(?:=+|-+)\s*$/m.exec(text) ?? [];
  return words(atx ?? setext ?? '') === words(title);
}

/** The lines of a file with each quiz written anew. */
function notesOf(page: PageData, source: string, site: Site): string[] {
  const file = page.file ?? '';
  const lines = readFrontMatter(readSource(source)).text.split('\n');
  const all = blocksOf(page);
  const quizzes = all.flatMap((block) => (block.kind === 'quiz' ? [block] : []));
  for (const table of comparisonsIn(all)) fillTable(table, lines);
  const starts = [...page.sections, ...quizzes].map(({ line }) => line).sort((a, b) => a - b);
  const rewrite = linkRewriter(file, site);
  const written: string[] = [];
  let from = 1;
  for (const quiz of [...quizzes].sort((a, b) => a.line - b.line)) {
    written.push(publishLines(lines.slice(from - 1, quiz.line - 1), rewrite).join('\n'));
    written.push(`${quizMarkdown(quiz, lines[quiz.line - 1] ?? '', page.path, site)}\n`);
    from = starts.find((line) => line > quiz.line) ?? lines.length + 1;
  }
  written.push(publishLines(lines.slice(from - 1), rewrite).join('\n'));
  return written;
}

/** Writes into a table what the page has filled in from other notes. */
function fillTable({ columns, rows, line: tableLine }: ComparisonBlock, lines: string[]): void {
  const cellText = ({ text, origin }: { text: string; origin: string }) =>
    origin === 'none' ? '–' : text.replaceAll('|', '\\|');
  // A table of links alone has no rows in the file.
  if (rows.every(({ line }) => line === tableLine)) {
    const made = rows.map(({ name, cells }) => `| ${[name, ...cells.map(cellText)].join(' | ')} |`);
    lines[tableLine] = [lines[tableLine] ?? '', ...made].join('\n');
    return;
  }
  for (const { line, cells } of rows) {
    if (!cells.some(({ origin }) => origin === 'filled')) continue;
    const text = lines[line - 1] ?? '';
    const parts = text.split(/(?<!\\)\|/);
    const first = /^[\s>]*\|/.test(text) ? 2 : 1;
    cells.slice(0, columns.length).forEach((cell, at) => {
      if (cell.origin === 'filled') parts[first + at] = ` ${cellText(cell)} `;
    });
    lines[line - 1] = parts.join('|');
  }
}

/** Lines as they are published: code as it is, elsewhere without comments, and with links that lead to the site. */
function publishLines(lines: readonly string[], rewrite: (text: string) => string): string[] {
  const published: string[] = [];
  let fence: string | null = null;
  let isComment = false;
  for (const line of lines) {
    let text = line;
    if (isComment) {
      const close = text.indexOf('-->');
      if (close < 0) continue;
      text = text.slice(close + 3);
      isComment = false;
      if (text.trim() === '') continue;
    } else {
      const [, mark] = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}(?!.*`)|~{3,})/.exec(text) ?? [];
      if (fence !== null || mark !== undefined) {
        published.push(text);
        fence = fence === null ? (mark ?? null) : closes(text, fence) ? null : fence;
        continue;
      }
    }
    const { shown, isOpen } = publishText(text, rewrite);
    isComment = isOpen;
    if (shown.trim() !== '' || text.trim() === '') published.push(shown.trimEnd());
  }
  return published;
}

const closes = (line: string, fence: string): boolean =>
  /^[\s>]*(`{3,}|~{3,})\s*$/.exec(line)?.[1]?.startsWith(fence) ?? false;

/** One line outside of code blocks. `isOpen`: it ends within a comment. */
function publishText(line: string, rewrite: (text: string) => string): { shown: string; isOpen: boolean } {
  const endOfCode = codeSpans(line);
  let shown = '';
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    const end = line[at] === '`' ? endOfCode(at) : at;
    if (end > at) {
      shown += rewrite(line.slice(from, at)) + line.slice(at, end);
      from = end;
      at = end - 1;
    } else if (line.startsWith('<!--', at)) {
      shown += rewrite(line.slice(from, at));
      const close = line.indexOf('-->', at);
      if (close < 0) return { shown, isOpen: true };
      from = close + 3;
      at = from - 1;
    }
  }
  return { shown: shown + rewrite(line.slice(from)), isOpen: false };
}

/** Where a link's address stands: `](docker.md)`, `[docker]: docker.md`, `<img src="shot.png">`. */
const ADDRESS =
  /(\]\(\s*)(<[^<>]*>|(?:[^\s()]|\([^\s()]*\))+)|^( {0,3}\[(?!\^)[^\]]+\]:\s*)(<[^<>]*>|\S+)|(\b(?:src|href)=["'])([^"'<>]*)/g;

/** Links within the notes become addresses of the site; those that may not live lead nowhere. */
function linkRewriter(file: string, { origin, base }: Site): (text: string) => string {
  const address = (written: string): string => {
    const to = destinationOf(written.replace(/^<(.*)>$/, '$1'), file, base);
    if (to.kind === 'external') return written;
    if (to.kind !== 'local') return '#';
    return to.href.startsWith('/') ? origin + to.href : to.href;
  };
  return (text) =>
    text.replace(ADDRESS, (_, ...parts: (string | undefined)[]) => {
      const [before = '', written = ''] = parts.slice(0, 6).filter((part) => part !== undefined);
      return before + address(written);
    });
}

/** A quiz under its heading, in the order of the file. */
function quizMarkdown(quiz: QuizBlock, heading: string, path: string, site: Site): string {
  const level = /^ {0,3}(#{1,6})\s/.exec(heading)?.[1]?.length ?? 2;
  const plain = new PlainHtml(site, path, () => {});
  const write = (html: Html | string) => htmlToMarkdown(plain.inline(html as Html));
  const asked = quiz.questions.map((question) => questionMarkdown(question, Math.min(level + 1, 6), plain));
  return [
    `${'#'.repeat(level)} ${write(quiz.title)}`,
    htmlToMarkdown(plain.blocks(quiz.intro)?.html ?? ''),
    ...asked,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What is asked. Of a question that cannot be read only its title is certain to hold no answer. */
function questionMarkdown(question: Question, level: number, plain: PlainHtml): string {
  const write = (html: Html) => htmlToMarkdown(plain.inline(html)).replace(/\s+/g, ' ');
  const title = `${'#'.repeat(level)} Q. ${write(question.title)}`;
  if (question.answer === undefined) return title;
  const { titleNote = '', asked, toExport } = exportOf(question.answer.type);
  const note = textOf(question.title).includes('모두') ? '' : titleNote;
  const list = (things: readonly { html: Html }[]) => things.map(({ html }) => `- ${write(html)}`).join('\n');
  // By their keys, which are made from their words alone.
  const choices = choicesFor(question, '').sort((a, b) => (a.key < b.key ? -1 : 1));
  return [
    title + note,
    htmlToMarkdown(plain.blocks(question.stem)?.html ?? ''),
    htmlToMarkdown(asked?.(toExport(question.answer, plain)) ?? ''),
    list(placesFor(question)),
    list(choices),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The rows of the tree with pages of their own, in order of reading. */
function pagesIn(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [
    ...(node.path !== null && node.anchor === null && !node.draft ? [node] : []),
    ...pagesIn(node.children),
  ]);
}

/** llms.txt (llmstxt.org): what the course is, and where each page's markdown is, in the order of the tree. */
export function llmsIndex({ title, description, tree, pages }: Course, { origin, base }: Site): string {
  const link = ({ number, title: name, path }: TreeNode) => {
    const about = pages.get(path ?? '')?.description ?? '';
    const address = origin + toHref(base, path ?? '/') + PAGE_MARKDOWN;
    return `- [${plainWords([number, name].filter(Boolean).join(' '))}](${address})${about && `: ${about}`}`;
  };
  const areas = tree.map(
    (area) =>
      `## ${[area.number, area.title].filter(Boolean).join(' ')}\n\n${pagesIn([area]).map(link).join('\n')}`,
  );
  const whole = `모든 글을 한 파일로: [llms-full.txt](${origin}${base}llms-full.txt). 문제에는 정답과 해설이 없습니다.`;
  return `${[`# ${title}`, description && `> ${description}`, whole, ...areas].filter(Boolean).join('\n\n')}\n`;
}

/** llms-full.txt: the markdown of all pages, each under its address. */
export function llmsFull(
  course: Course,
  markdownOf: (page: PageData) => string,
  { origin, base }: Site,
): string {
  const paths = ['/', ...pagesIn(course.tree).map(({ path }) => path ?? '/')];
  const parts = paths.flatMap((path) => {
    const page = course.pages.get(path);
    return page ? `<${origin}${toHref(base, path)}>\n\n${markdownOf(page)}` : [];
  });
  return parts.join('\n---\n\n');
}
