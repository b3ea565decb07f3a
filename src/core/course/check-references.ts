/**
 * Checks over the whole course that links lead somewhere (files, pages of folders, anchors and pictures), and that the sentence a question
 * quotes from its source is still there, in the text that readers see.
 */

import { diagnose, type SourcePosition } from '../content/source/diagnostics.ts';
import { fileType, isSvg } from '../content/source/file-types.ts';
import { isMarkdown, pagePath, toHref } from '../content/source/paths.ts';
import { pushAll } from '../lists.ts';
import { blocksOf, questionsIn, walkBlocks } from '../model/blocks.ts';
import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';
import { shownText } from '../model/html.ts';
import type { QuestionSource } from '../model/question.ts';
import type { Block, LinkReference, Section, Topic } from '../model/topic.ts';
import { countedText } from '../quiz/quote.ts';
import { findTopic, type LinkOptions, type LinkState } from './link-state.ts';

/** Checks every link of every topic against topics, their anchors, and the other files of the folder. */
export function checkLinks(state: LinkState): void {
  const { topics, hidden, diagnostics } = state;
  const reported = new Set(diagnostics.filter(({ code }) => ABOUT_LINKS.has(code)).map(positionKey));
  const anchors = new Map<Topic, Set<string>>();
  const anchorsOf = (topic: Topic): Set<string> => {
    const cached =
      anchors.get(topic) ?? new Set([topic.anchor, ...topic.anchors, ...topic.sections.map((s) => s.anchor)]);
    anchors.set(topic, cached);
    return cached;
  };
  for (const topic of topics.values()) {
    if (hidden.has(topic.file)) continue;
    for (const reference of topic.links) {
      const diagnostic = checkLink(topic, reference, anchorsOf, state);
      if (diagnostic && !reported.has(positionKey(diagnostic))) diagnostics.push(diagnostic);
    }
  }
}

/** What other passes have said of a link already. */
const ABOUT_LINKS: ReadonlySet<DiagnosticCode> = new Set(['comparison-link', 'file-missing', 'file-outside']);

const positionKey = ({ file, line, column }: Diagnostic): string => `${file}:${line}:${column}`;

function checkLink(
  from: Topic,
  { kind, href, file, anchor, line, column }: LinkReference,
  anchorsOf: (topic: Topic) => ReadonlySet<string>,
  { topics, hidden, shape, options }: LinkState,
): Diagnostic | null {
  const at = { file: from.file, line, column };
  if (file === null) {
    if (anchor === null || anchorsOf(from).has(anchor)) return null;
    return diagnose('link-anchor-broken', at, { href: from.file, anchor });
  }
  if (kind === 'image' || !isMarkdown(file)) {
    if (options.files.has(file)) return checkFile(file, href, at, options);
    if (options.outside?.has(file)) return diagnose('file-outside', at, { href });
    if (kind === 'image') return diagnose('image-missing', at, { href });
  }
  const target = findTopic(file, topics, shape);
  const topic = target === null ? undefined : topics.get(target);
  if (target === null || topic === undefined || hidden.has(target)) {
    if (options.outside?.has(file)) return diagnose('file-outside', at, { href });
    return diagnose('link-broken', at, { href, ...(target !== null && { isDraft: true }) });
  }
  if (anchor === null || anchorsOf(topic).has(anchor)) return null;
  return diagnose('link-anchor-broken', at, { href: target, anchor });
}

/** A file that may not be brought, or only in part. */
function checkFile(file: string, href: string, at: SourcePosition, options: LinkOptions): Diagnostic | null {
  if (fileType(file) === null) return diagnose('file-refused', at, { href, reason: 'type' });
  const flaw = isSvg(file) ? (options.svgFlaw?.(file) ?? null) : null;
  if (flaw === null) return null;
  if (flaw.kind === 'cleaned') return diagnose('svg-cleaned', at, { href, dropped: flaw.dropped });
  return diagnose('file-refused', at, { href, reason: flaw.line });
}

/** Whether a file of the folder stays out of the site. */
export const isRefused = (file: string, options: Pick<LinkOptions, 'svgFlaw'>): boolean =>
  fileType(file) === null || (isSvg(file) && options.svgFlaw?.(file)?.kind === 'unreadable');

/** Sources that lead to another site, or nowhere (which is told elsewhere), are not looked into. */
export function checkQuotes(state: LinkState): void {
  const { topics, hidden, options, diagnostics } = state;
  const texts = new Map<Topic | Section, string[]>();
  for (const topic of topics.values()) {
    if (hidden.has(topic.file)) continue;
    const links = linksByHref(topic, options.base);
    for (const source of sourcesIn(topic)) {
      const { quote, label, href } = source;
      const link =
        quote === null ? undefined : links.get(href ?? '')?.find(({ line }) => line >= source.line);
      const runs = link && textOfTarget(link, topic, state, texts);
      if (!link || !runs || quote === null) continue;
      const sought = countedText(quote);
      if (sought !== '' && runs.some((run) => run.includes(sought))) continue;
      const place = { file: topic.file, line: link.line, column: link.column };
      diagnostics.push(diagnose('question-quote-gone', place, { quote, label }));
    }
  }
}

const sourcesIn = (topic: Topic): QuestionSource[] =>
  questionsIn(blocksOf(topic)).flatMap((question) => (question.answer ? question.sources : []));

/** The links as they were written, which know their file, anchor and column, by the address they became, in the order of lines. */
function linksByHref(topic: Topic, base: string): Map<string, LinkReference[]> {
  const byHref = new Map<string, LinkReference[]>();
  for (const link of topic.links) {
    if (link.kind !== 'link') continue;
    const { file, anchor } = link;
    const href =
      file === null ? `#${encodeURIComponent(anchor ?? '')}` : toHref(base, pagePath(file), anchor);
    const same = byHref.get(href);
    if (same) same.push(link);
    else byHref.set(href, [link]);
  }
  return byHref;
}

/** What counts of the runs a link leads to: a section with those below it, or a whole topic. */
function textOfTarget(
  { file, anchor }: LinkReference,
  from: Topic,
  { topics, shape }: LinkState,
  texts: Map<Topic | Section, string[]>,
): string[] | null {
  const target = file === null ? from.file : findTopic(file, topics, shape);
  const topic = target === null ? undefined : topics.get(target);
  if (!topic) return null;
  const index = topic.sections.findIndex((section) => section.anchor === anchor);
  const section = topic.sections[index];
  if (anchor !== null && anchor !== topic.anchor && !section) return null;
  const cached = texts.get(section ?? topic);
  if (cached) return cached;
  const sections = section ? withDeeper(topic.sections, index) : topic.sections;
  const inSections = sections.flatMap(({ titleText, blocks }) => [titleText, ...textsOf(blocks)]);
  const text = section ? inSections : [topic.titleText, ...textsOf(topic.blocks), ...inSections];
  const counted = text.map(countedText);
  texts.set(section ?? topic, counted);
  return counted;
}

function withDeeper(sections: readonly Section[], index: number): Section[] {
  const level = sections[index]?.level ?? 2;
  const next = sections.findIndex((section, at) => at > index && section.level <= level);
  return sections.slice(index, next < 0 ? undefined : next);
}

/**
 * What a reader sees of blocks, run by run (a paragraph, an entry with its term, a cell, a piece of code), in order of
 * reading. Quizzes are left out: they ask about the notes.
 */
function textsOf(blocks: readonly Block[]): string[] {
  const texts: string[] = [];
  walkBlocks(blocks, null, {
    without: ['quiz'],
    block: (block) => {
      pushAll(texts, ownTexts(block));
      return undefined;
    },
    entry: ({ term, text }) => {
      texts.push([term, text].flatMap((html) => (html === null ? [] : [shownText(html)])).join(': '));
      return undefined;
    },
  });
  return texts;
}

/** The runs of a block itself, without those of the blocks and entries within it. */
function ownTexts(block: Block): string[] {
  switch (block.kind) {
    case 'prose':
      return [shownText(block.html)];
    case 'notice':
      return block.supplement?.source ? [shownText(block.supplement.source)] : [];
    case 'code':
      return [...(block.title === null ? [] : [block.title]), block.code];
    case 'comparison':
      return [
        ...block.columns.map(({ text }) => text),
        ...block.rows.flatMap(({ name, cells }) => [name, ...cells.map(({ text }) => text)]),
      ];
    case 'stacks':
      return block.stacks.flatMap(({ name, layers }) => [name, ...layers.map(({ text }) => text)]);
    default:
      return [];
  }
}
