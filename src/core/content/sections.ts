/** From the parts of a file, cut at its headings, to its title, sections and quizzes. */

import { least, pushAll } from '../lists.ts';
import type { Fix } from '../model/diagnostic.ts';
import type { Html } from '../model/html.ts';
import type { Block, QuizBlock, Section } from '../model/topic.ts';
import { readBlocks } from './blocks/blocks.ts';
import { checkUnderline, type HeadedPart, type Heading } from './markdown/headings.ts';
import { renderInline } from './markdown/markdown.ts';
import type { Node } from './markdown/nodes.ts';
import {
  checkUnasked,
  hasKey,
  hasQuestions,
  hasTraces,
  isAnswerHeading,
  isAsking,
  isAskingHeading,
  isDoubtful,
  isOutside,
  newQuiz,
  outsideQuiz,
  withoutMark,
} from './quiz/outside.ts';
import { isWhole, readQuestion } from './quiz/question.ts';
import { tellLoosePools } from './quiz/question-id.ts';
import {
  isCertainQuiz,
  isNumbered,
  isOfQuiz,
  isQuestionHeading,
  isQuestionInQuiz,
  isQuizHeading,
  openQuiz,
} from './quiz/quiz.ts';
import { isTraced } from './quiz/traces.ts';
import { type Context, envOf, indentOf, insertion, replacement, report } from './source/context.ts';

export interface Outline {
  title: { html: Html; text: string; anchor: string } | null;
  blocks: Block[];
  sections: Section[];
  /** Visible characters of what is read; quizzes are answered. */
  characters: number;
}

/** What is open while the parts are read in order. */
interface OpenOutline extends Outline {
  context: Context;
  quiz: {
    block: QuizBlock;
    level: number;
    question: { part: HeadedPart; extra: HeadedPart[] } | null;
  } | null;
}

/** Reads the parts of a file: its title and sections; quizzes go to the section they stand in. `isNamed`: front matter has the title. */
export function readParts(written: HeadedPart[], context: Context, isNamed: boolean): Outline {
  const state: OpenOutline = { title: null, blocks: [], sections: [], characters: 0, context, quiz: null };
  const titleLine = lineOfTitle(written, isNamed);
  const parts = belowTitle(written, titleLine);
  parts.forEach((part, index) => {
    readPart(state, parts, part, index, part.heading !== null && part.heading.line === titleLine);
  });
  closeQuestion(state);
  checkSections(state);
  const { title, blocks, sections, characters } = state;
  return { title, blocks, sections, characters };
}

/** Writes the levels that are shown, where all that follows the title is below it. */
function asWritten(parts: HeadedPart[], context: Context): Fix | undefined {
  const headings = parts.flatMap(({ heading }) => heading ?? []);
  const [title, ...others] = headings;
  const isPlain = headings.every((one) => one.node.token.markup.startsWith('#') && !isOfQuiz(one));
  if (!title || !isPlain || others.some((one) => writtenLevel(one) <= writtenLevel(title))) return undefined;
  const edits = headings.flatMap((heading) => {
    const from = indentOf(context, heading.line);
    const surplus = writtenLevel(heading) - heading.level;
    return replacement(context, { line: heading.line, from, to: from + surplus }, '', '').edits;
  });
  return { label: '`#` 제목으로 올리기', edits };
}

/** What a text of any title may begin with, when others of its level follow: `### Introduction`, `## 들어가며`. */
const OPENING =
  /^(?:introduction|intro|overview|(?:table of )?contents|소개|개요|서론|서문|머리말|들어가(?:며|기)|시작하(?:며|기)|목차|차례)$/i;

/**
 * The line of the heading that is the title: the only `#` of a file, wherever it stands; else the first heading, whatever its level,
 * unless it is plainly one of several sections. Null leaves the title to the front matter and the name of the file.
 */
function lineOfTitle(parts: HeadedPart[], isNamed: boolean): number | null {
  const headings = parts.flatMap(({ heading }) => heading ?? []);
  const [first, ...others] = headings;
  const [top, ...more] = headings.filter(({ level }) => level === 1);
  if (top && (more.length === 0 || top === first)) return top.line;
  if (!first || first.text === '' || isNamed || isOfQuiz(first)) return null;
  const isAlone = others.every(({ level }) => level > first.level);
  const isAbove = countCharacters(parts[0]?.nodes ?? []) === 0 && !OPENING.test(first.text);
  return isAlone || isAbove ? first.line : null;
}

/** Without a `#` of its own the headings below a title keep their relation: the highest of `###` and `####` are sections, level 2. */
function belowTitle(parts: HeadedPart[], titleLine: number | null): HeadedPart[] {
  const headings = parts.flatMap(({ heading }) => heading ?? []);
  const title = headings.find(({ line }) => line === titleLine);
  if (title?.level === 1) return parts;
  const highest = least(headings.filter((each) => each !== title).map(({ level }) => level));
  const shift = Number.isFinite(highest) ? highest - 2 : 0;
  return parts.map(({ heading, nodes }) => {
    const level = heading === title ? 1 : Math.min(6, (heading?.level ?? 0) - shift);
    return { nodes, heading: heading && { ...heading, level } };
  });
}

/** As it was written: messages and fixes speak of that. */
const writtenLevel = ({ node }: Heading): number => Number(node.token.tag.slice(1));

function readPart(
  state: OpenOutline,
  parts: HeadedPart[],
  part: HeadedPart,
  index: number,
  isTitle: boolean,
): void {
  const { heading } = part;
  const { context } = state;
  if (!heading) {
    state.characters += countCharacters(part.nodes);
    pushAll(state.blocks, readBlocks(part.nodes, context));
    checkUnasked(part.nodes, false, context);
    return;
  }
  checkUnderline(heading, context);
  if (state.quiz) {
    if (readInQuiz(state, parts, part, heading, index)) return;
    closeQuestion(state);
    if (heading.level <= state.quiz.level) state.quiz = null;
  }
  if (!isTitle && isQuizHeading(heading) && hasQuestions(parts, index, true, context)) {
    checkUnasked(part.nodes, true, context);
    tellLoosePools([heading.node, ...part.nodes], context);
    startQuiz(state, openQuiz(heading, part.nodes, context), heading.level);
    return;
  }
  if (!isTitle && isOutside(part, context)) {
    report(context, 'question-outside', outsideQuiz(heading, part.nodes, context));
    startQuiz(state, newQuiz(heading), heading.level);
    openQuestion(state, part);
    return;
  }
  state.characters += countCharacters([heading.node, ...part.nodes]);
  checkUnasked(part.nodes, isQuizHeading(heading), context);
  if (isTitle) {
    const { text, anchor, line } = heading;
    const marks = '#'.repeat(writtenLevel(heading));
    if (marks !== '#')
      report(context, 'title-level', {
        line,
        params: { title: text, marks },
        fix: asWritten(parts, context),
      });
    state.title = { html: renderInline(heading.inline?.children ?? [], envOf(context)), text, anchor };
    pushAll(state.blocks, readBlocks(part.nodes, context));
    // `# 확인 문제` above `## Q. …`: all of the file is a quiz.
    const next = parts[index + 1];
    const isAsked = next && (isQuestionInQuiz(next) || isAsking(next, context));
    if (isQuizHeading(heading) && next?.heading && isAsked)
      startQuiz(state, newQuiz(heading), next.heading.level - 1);
  } else addSection(state, part, heading, () => raise(parts, index, state));
}

function startQuiz(state: OpenOutline, block: QuizBlock, level: number): void {
  const owner = state.sections.findLast((section) => section.level < level);
  (owner ?? state).blocks.push(block);
  state.quiz = { block, level, question: null };
}

function openQuestion(state: OpenOutline, part: HeadedPart): void {
  closeQuestion(state);
  if (state.quiz) state.quiz.question = { part, extra: [] };
}

/** In a quiz: questions, headings within a question, and headings of groups of questions. */
function readInQuiz(
  state: OpenOutline,
  parts: HeadedPart[],
  part: HeadedPart,
  heading: Heading,
  index: number,
): boolean {
  const { quiz, context } = state;
  if (!quiz) return false;
  const open = quiz.question?.part.heading;
  // Below an answer, what asks and answers is the next question, however deep.
  const isAnswered = quiz.question !== null && hasTraces(quiz.question.part.nodes, context);
  const isNext =
    isAnswered &&
    isAsking(part, context) &&
    (isTraced(quiz.question?.part.nodes ?? []) || isAskingHeading(heading));
  const isWithin = open !== undefined && open !== null && heading.level > open.level && !isNext;
  // A question that is underlined or has the wrong level goes on with the quiz.
  if (isQuestionHeading(heading) || (heading.level >= quiz.level && isQuestionInQuiz(part)))
    openQuestion(state, part);
  else if (heading.level <= quiz.level) return false;
  else if (quiz.question && (isWithin || isAnswerHeading(heading))) quiz.question.extra.push(part);
  else if (isAsking(part, context)) {
    // Below a question that has no answer, the heading may be a part of it: which one, the author knows.
    if (!isNumbered(heading)) {
      const { fix, ...place } = withoutMark(heading, context);
      report(context, 'question-outside', { ...place, fix: quiz.question && !isAnswered ? undefined : fix });
    }
    openQuestion(state, part);
  } else if (hasQuestions(parts, index, false, context)) {
    closeQuestion(state);
    checkUnasked(part.nodes, true, context);
    tellLoosePools([heading.node, ...part.nodes], context);
    startQuiz(state, openQuiz(heading, part.nodes, context), quiz.level);
  } else return false;
  return true;
}

/** Nobody writes more headings within a question; each is tried for the end of it, which reads all of it. */
const MOST_HEADINGS = 40;

function closeQuestion(state: OpenOutline): void {
  const open = state.quiz?.question;
  if (!state.quiz || !open?.part.heading) return;
  state.context.isInQuiz = true;
  const { part, extra } = open;
  const nodesOf = (parts: HeadedPart[]) =>
    parts.flatMap(({ heading, nodes }) => (heading ? [heading.node, ...nodes] : nodes));
  const end = extra
    .slice(0, MOST_HEADINGS)
    .findIndex((_, at) =>
      isWhole([...part.nodes, ...nodesOf(extra.slice(0, at))], nodesOf(extra.slice(at)), state.context),
    );
  const own = end < 0 ? extra : extra.slice(0, end);
  const below = end < 0 ? [] : extra.slice(end);
  const stray = below[0]?.heading;
  if (stray) {
    const column = indentOf(state.context, stray.line);
    report(state.context, 'question-heading', { line: stray.line, column, params: { title: stray.text } });
  }
  const nodes = [...part.nodes, ...nodesOf(own)];
  state.quiz.block.questions.push(readQuestion(open.part.heading, nodes, nodesOf(below), state.context));
  state.quiz.question = null;
  state.context.isInQuiz = false;
}

/** The level of what a heading stands in or beside: the last section, or the quiz it is in. */
const levelAbove = ({ sections, quiz }: OpenOutline): number =>
  Math.max(sections.at(-1)?.level ?? 1, quiz?.level ?? 1);

/**
 * Takes the missing levels off a heading and off everything below it, so that what belongs together stays so. In a quiz the
 * level decides what is a question: `### Q.` raised to `##` would end it.
 */
function raise(parts: HeadedPart[], index: number, state: OpenOutline): Fix | undefined {
  const { context } = state;
  const level = parts[index]?.heading?.level ?? 0;
  const surplus = level - levelAbove(state) - 1;
  if (state.quiz) return undefined;
  const edits: Fix['edits'] = [];
  for (let at = index; at < parts.length; at++) {
    const heading = parts[at]?.heading;
    if (!heading || heading.level < level) break;
    if (!heading.node.token.markup.startsWith('#') || isOfQuiz(heading)) return undefined;
    const column = indentOf(context, heading.line);
    const place = { line: heading.line, from: column, to: column + surplus };
    pushAll(edits, replacement(context, place, '', '').edits);
  }
  const { heading: raised } = parts[index] ?? {};
  return { label: `\`${'#'.repeat((raised ? writtenLevel(raised) : level) - surplus)}\`로 쓰기`, edits };
}

function addSection(
  state: OpenOutline,
  part: HeadedPart,
  heading: Heading,
  mendLevel: () => Fix | undefined,
): void {
  const { context } = state;
  const { line, text, anchor } = heading;
  const column = indentOf(context, line);
  if (heading.level === 1) {
    const fix =
      heading.node.token.markup === '#' && !isOfQuiz(heading)
        ? insertion(context, { line, column }, '#', '`##`로 바꾸기')
        : undefined;
    report(context, 'title-repeated', { line, column, fix });
  }
  // A tag above `---` was no heading in its author's eyes; that is told of the line.
  if (text === '' && heading.node.token.markup.startsWith('#'))
    report(context, 'heading-empty', { line, column });
  if (heading.isRepeated)
    report(context, 'anchor-repeated', { line, column, params: { title: text, anchor } });
  if (isCertainQuiz(heading) && !hasKey(part.nodes))
    report(context, 'quiz-empty', { line, column, params: { title: text } });
  else if (isDoubtful(part, context)) report(context, 'question-or-heading', { line, column });
  const level = Math.max(2, heading.level) as Section['level'];
  const above = levelAbove(state);
  const shift = writtenLevel(heading) - heading.level;
  if (level > above + 1)
    report(context, 'heading-skips-level', {
      line,
      column,
      params: { from: above + shift, to: level + shift },
      fix: mendLevel(),
    });
  const title = renderInline(heading.inline?.children ?? [], envOf(context));
  const blocks = readBlocks(part.nodes, context);
  state.sections.push({ anchor, level, title, titleText: text, line: line + 1, blocks });
}

function checkSections({ sections, context }: OpenOutline): void {
  sections.forEach((section, at) => {
    const next = sections[at + 1];
    // A title that is a link leads to what it names.
    if (
      section.blocks.length > 0 ||
      (next && next.level > section.level) ||
      section.title.includes('<a href=')
    )
      return;
    const line = section.line - 1;
    report(context, 'section-empty', {
      line,
      params: { title: section.titleText },
    });
  });
}

const TEXTS: ReadonlySet<string> = new Set([
  'text',
  'code_inline',
  'math_inline',
  'fence',
  'code_block',
  'math_block',
]);

/** What there is to read, for the reading time: visible characters of text and code, without markup and spaces. */
function countCharacters(nodes: readonly Node[]): number {
  let count = 0;
  for (const { tokens, start, end } of nodes) {
    for (const token of tokens.slice(start, end)) {
      for (const each of token.children ?? [token]) if (TEXTS.has(each.type)) count += visible(each.content);
    }
  }
  return count;
}

function visible(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 32) count++;
  return count;
}
