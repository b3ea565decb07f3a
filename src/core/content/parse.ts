/** Parses one markdown file into a Topic. It never fails: what is wrong becomes a diagnostic, and the rest is there. */

import type { Token } from 'markdown-it';
import { firstEnding } from '../lists.ts';
import { blocksOf, questionsIn, type Visitor, walkBlocks } from '../model/blocks.ts';
import type { Parsed } from '../model/diagnostic.ts';
import { escapeHtml, type Html, shownText, trusted } from '../model/html.ts';
import type { Block, Topic } from '../model/topic.ts';
import { checkDiagram, numberDiagrams } from './diagrams/block.ts';
import { checkComments } from './lint/comments.ts';
import { checkDefinitions, checkText } from './lint/hygiene.ts';
import { tellTags } from './markdown/author-html.ts';
import { checkFence } from './markdown/code.ts';
import { renderNotes, takeNotes } from './markdown/footnotes.ts';
import { assignEntryAnchors, slugOf, splitAtHeadings, TAKEN } from './markdown/headings.ts';
import { tellRemoteImages } from './markdown/images.ts';
import { markdown } from './markdown/markdown.ts';
import { nodesOf } from './markdown/nodes.ts';
import { readParts } from './sections.ts';
import { type Context, envOf, newContext, type ParseOptions, report } from './source/context.ts';
import { readFrontMatter } from './source/front-matter.ts';
import { folderOf, isFolderPage, nameInWords } from './source/paths.ts';

export type { ParseOptions } from './source/context.ts';

const LONGEST_DESCRIPTION = 160;

/** Reads a file's source, any string, into a topic and what the author should know about it. */
export function parse(source: string, options: ParseOptions): Parsed<Topic> {
  const context = newContext(source, options);
  const front = readFrontMatter(context.source);
  const env = envOf(context);
  const tokens = markdown.parse(front.text, env);
  const parts = splitAtHeadings(nodesOf(takeNotes(tokens)));
  for (const { heading } of parts) if (heading) context.headings.add(heading.anchor);
  for (const taken of TAKEN) context.headings.add(taken);
  const { title, blocks, sections, characters } = readParts(parts, context, front.title !== null);
  const notes = renderNotes(context, (each) =>
    markdown.renderer.render(each, markdown.options, envOf(context)),
  );
  // A quiz of the page stands below whatever the last section says.
  if (notes !== null)
    (sections.at(-1)?.blocks ?? blocks).push({
      kind: 'prose',
      html: notes,
      line: (context.footnotes.all[0]?.line ?? 0) + 1,
    });
  const titleText = title?.text || front.title || nameOf(options.file);
  if (front.brokenLine !== null) report(context, 'front-matter', { line: front.brokenLine, column: 0 });
  checkEncoding(tokens, context);
  if (!options.isTrial) {
    checkText(tokens, questionLines({ blocks, sections }), context);
    checkComments(tokens, context);
    checkDefinitions(env, context);
    for (const token of tokens) {
      checkFence(token, context);
      checkDiagram(token, context);
    }
  }
  if (!title?.text && !front.title && !isTitleTold(context)) checkTitle(context, front.text, titleText);
  tellTags(context);
  tellRemoteImages(context);
  const value: Topic = {
    file: options.file,
    title: title?.text ? title.html : escapeHtml(titleText),
    titleText,
    anchor: title?.anchor ?? slugOf(titleText),
    description: summarise({ blocks, sections }),
    courseId: context.courseId,
    blocks,
    sections,
    anchors: [...context.anchors].filter((anchor) => !context.headings.has(anchor)),
    characters,
    links: context.links.sort(byPlace),
    ...(front.order !== null && { order: front.order }),
  };
  assignEntryAnchors(value);
  if (context.hasDiagrams) numberDiagrams(value);
  if (context.hasRare && options.styles) linkRareStyle(value, options.styles.rare);
  return { value, diagnostics: context.diagnostics.sort(byPlace) };
}

/** Which 0-based lines are those of a question: from its heading to the next question or section. */
function questionLines(topic: Pick<Topic, 'blocks' | 'sections'>): (line: number) => boolean {
  const questions = questionsIn(blocksOf(topic)).map(({ line }) => ({ line, end: line, isQuestion: true }));
  const sections = topic.sections.map(({ line }) => ({ line, end: line, isQuestion: false }));
  const starts = [...questions, ...sections].sort((a, b) => a.line - b.line);
  if (questions.length === 0) return () => false;
  return (line) => starts[firstEnding(starts, line + 2) - 1]?.isQuestion ?? false;
}

/** The name of a file without its folder and ending; a folder's page is named after the folder. */
function nameOf(file: string): string {
  const path = isFolderPage(file) ? folderOf(file) : file.replace(/\.[^./]*$/, '');
  return nameInWords(path.slice(path.lastIndexOf('/') + 1)) || '제목 없음';
}

/** The description of a page for search engines and link previews: its first text, cut at a word; empty when it has none. */
function summarise(topic: Pick<Topic, 'blocks' | 'sections'>): string {
  const text = firstText(blocksOf(topic));
  if (text.length <= LONGEST_DESCRIPTION) return text;
  const cut = text.slice(0, LONGEST_DESCRIPTION - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > LONGEST_DESCRIPTION / 2 ? cut.slice(0, space) : cut).replace(/[\s,.·:;]+$|[\uD800-\uDBFF]$/, '')}…`;
}

/** Notices and quizzes are not what a page is about. */
function firstText(blocks: readonly Block[]): string {
  let first = '';
  const visitor: Visitor<null> = {
    without: ['notice', 'quiz'],
    block: (block) => {
      if (block.kind === 'prose' && /^<p>/.test(block.html) && !isWithoutSentence(block.html))
        first ||= shownText(block.html);
      return undefined;
    },
    entry: ({ term, text }) => {
      if (text !== null) first ||= shownText(term === null ? text : trusted(`${term}: ${text}`));
      return undefined;
    },
  };
  // Mostly the first block has it: the rest of the topic is not walked.
  for (const block of blocks) {
    walkBlocks([block], null, visitor);
    if (first !== '') break;
  }
  return first;
}

// Badges and links in a row, and a comment of MDX that shows: `{/* … */}`.
const isWithoutSentence = (html: Html): boolean =>
  /^(?:[^\p{L}\p{N}]*|\{\/\*.*\*\/\})$/su.test(shownText(trusted(html.replace(/<a\b[^>]*>.*?<\/a>/gs, ''))));

/** Whether a slip in the first heading was told: `#제목`, `＃ 제목`. */
function isTitleTold({ source, diagnostics }: Context): boolean {
  const first = source.lines.findIndex((line) => line.trim() !== '');
  if (!/^\s*[#＃]/.test(source.lines[first] ?? '')) return false;
  return diagnostics.some(
    ({ code, line }) => line === first + 1 && (code === 'mark-left' || code === 'mark-full-width'),
  );
}

function checkTitle(context: Context, text: string, fallback: string): void {
  const at = { line: 0, column: 0 };
  if (text.trim() === '') {
    report(context, 'file-empty', at);
    return;
  }
  // Front matter has to stand first.
  const start = context.source.original.startsWith('\uFEFF') ? 1 : 0;
  const fix = context.source.text.startsWith('---')
    ? undefined
    : { label: '제목 넣기', edits: [{ start, end: start, text: `# ${fallback}\n\n` }] };
  report(context, 'title-missing', { ...at, params: { fallback }, fix });
}

function checkEncoding(tokens: readonly Token[], context: Context): void {
  const { encoding = null } = context.options;
  if (encoding !== null) {
    report(context, 'file-encoding', { line: 0, column: 0, params: { encoding, count: 0 } });
    return;
  }
  const { lines } = context.source;
  if (!context.source.text.includes('\uFFFD')) return;
  const countIn = (text: string) => text.split('\uFFFD').length - 1;
  const count = lines.reduce((sum, each) => sum + countIn(each), 0);
  // As code it may be shown on purpose: what a program prints.
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  const isCode = ({ type }: Token) => type === 'code_inline' || type === 'fence' || type === 'code_block';
  if (all.filter(isCode).reduce((sum, { content }) => sum + countIn(content), 0) === count) return;
  const line = lines.findIndex((each) => each.includes('\uFFFD'));
  report(context, 'file-encoding', {
    line,
    column: lines[line]?.indexOf('\uFFFD') ?? 0,
    params: { encoding, count },
  });
}

type Placed = { line: number; column: number };

const byPlace = (a: Placed, b: Placed): number => a.line - b.line || a.column - b.column;

// The style of folds, marks, footnotes and formulas, which few notes have (ui/topic/rare.css): it is linked once a page, by the title, and
// by what may be shown away from its page.

const RARE = /<(?:details class=\\?"fold\\?">|mark|math|section|sup class)/;

/** Links the style in a topic that has some of it. */
function linkRareStyle(topic: Topic, address: string): void {
  const link = `<link rel="stylesheet" href="${escapeHtml(address)}">`;
  const linked = (html: Html) => trusted(link + html);
  topic.title = linked(topic.title);
  walkBlocks(blocksOf(topic), null, {
    block: (block) => {
      if (block.kind !== 'quiz') return undefined;
      // One without an id is known by its title, which has to stay as it is.
      for (const question of block.questions)
        if (question.id !== null && RARE.test(JSON.stringify(question)))
          question.title = linked(question.title);
      return undefined;
    },
    entry: (entry) => {
      if (entry.text !== null && RARE.test(entry.text)) entry.text = linked(entry.text);
      return undefined;
    },
  });
}
