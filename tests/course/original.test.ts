/**
 * The instructor's notes against the course: with the listed corrections applied, every sentence of the original
 * reaches a rendered page, and the course says nothing else outside 보충, comparisons and quizzes.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Window } from 'happy-dom';
import { beforeAll, describe, expect, test } from 'vitest';
import { Workspace } from '../../src/compiler/workspace.ts';
import { type Html, textOf } from '../../src/core/model/html.ts';
import type { Block, Entry, Topic } from '../../src/core/model/topic.ts';
import { render } from '../../src/entry-server.tsx';

const FIXTURES = path.resolve('tests/fixtures/original');
const { corrections, restructured, headings } = JSON.parse(
  readFileSync(path.join(FIXTURES, 'corrections.json'), 'utf8'),
) as {
  corrections: { line: number; wrong: string; right: string }[];
  restructured: { line: number; note: string; becomes: string }[];
  headings: string[];
};

const original = readFileSync(path.join(FIXTURES, 'notes.md'), 'utf8').replace(/\n$/, '').split('\n');

/** Applies each correction once, in order; a correction that fits nothing is a mistake in the list. */
const corrected = original.map((line, index) =>
  corrections
    .filter((correction) => correction.line === index + 1)
    .reduce((text, { wrong, right }) => {
      expect(text, `L${index + 1}`).toContain(wrong);
      return text.replace(wrong, right);
    }, line),
);

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
const withoutMarker = (line: string) => squeeze(line.replace(/^\s*(?:#{1,6}|[-*]|\d+\.)\s+/, ''));

const restructuredLines = new Set(restructured.map(({ line }) => line));
/** Lines of the notes as a reader sees them: a term and its explanation are two pieces. */
const sentences = corrected.flatMap((line, index) => {
  const text = withoutMarker(line);
  if (text === '' || restructuredLines.has(index + 1)) return [];
  const [, term, rest] = /^([^:]{1,24}): ?(.*)$/.exec(text) ?? [];
  return [{ line: index + 1, pieces: term === undefined ? [text] : [term, ...(rest ? [rest] : [])] }];
});

const workspace = new Workspace({ dir: path.resolve('content'), base: '/', drafts: false });
const pages = new Map<string, string>();

beforeAll(async () => {
  await workspace.load();
  for (const pagePath of workspace.compiled.course.pages.keys()) {
    const { document } = new Window();
    document.body.innerHTML = render(await workspace.page(pagePath), '/');
    const main = document.querySelector('main');
    for (const extra of main?.querySelectorAll('.supplement, .notice, .quiz, table, .contents, nav') ?? [])
      extra.remove();
    for (const element of main?.querySelectorAll('*') ?? []) element.after(' ');
    pages.set(pagePath, squeeze(main?.textContent ?? ''));
  }
  // Every page of the course is rendered here; a busy machine takes its time.
}, 60_000);

describe('every sentence of the original', () => {
  test.each(sentences)('L$line reaches a page, outside every supplement and quiz', ({ pieces }) => {
    const found = [...pages.values()].some((text) => pieces.every((piece) => text.includes(piece)));
    expect(found, pieces.join(' / ')).toBe(true);
  });

  test('restructured headings are headings of the course', () => {
    const titles = new Set<string>();
    for (const topic of workspace.compiled.course.topics.values()) {
      titles.add(topic.titleText);
      for (const section of topic.sections) titles.add(section.titleText);
    }
    const wanted = restructured.flatMap(({ becomes }) =>
      becomes.split(', #').map((heading) => heading.replace(/^#*\s*/, '')),
    );
    for (const heading of wanted) if (heading !== 'Fastcampus') expect(titles).toContain(heading);
    expect(pages.get('/')).toContain('Fastcampus');
  });
});

describe('nothing else', () => {
  test('is said outside 보충, comparisons and quizzes', () => {
    const known = corrected.map(withoutMarker);
    const strangers: string[] = [];
    for (const topic of workspace.compiled.course.topics.values()) {
      if (topic.file === 'README.md') continue;
      for (const text of ownTexts(topic)) {
        if (!known.some((line) => line.includes(text)) && !headings.includes(text)) {
          strangers.push(`${topic.file}: ${text}`);
        }
      }
    }
    expect(strangers.filter((stranger) => !isRestructured(stranger))).toEqual([]);
  });

  test('and every correction changes its line', () => {
    for (const { line, wrong, right } of corrections) {
      expect(wrong).not.toBe(right);
      expect(original[line - 1]).toBeDefined();
    }
  });
});

const isRestructured = (stranger: string) =>
  restructured.some(({ becomes }) => becomes.replace(/^#*\s*/, '') === stranger.replace(/^[^:]*: /, ''));

/** The topic's own words, piece by piece: titles, prose, entries; not supplements, comparisons and quizzes. */
function ownTexts(topic: Topic): string[] {
  const blocks = (list: readonly Block[]): string[] =>
    list.flatMap((block): string[] => {
      if (block.kind === 'prose')
        return block.html.split(/<\/?(?:li|p|[ou]l)\b[^>]*>/).map((piece) => textOf(piece as Html));
      if (block.kind === 'outline') return block.entries.flatMap(entry);
      if (block.kind === 'case') return block.steps.flatMap((step) => entry(step.entry));
      if (block.kind === 'code') return [block.code];
      if (block.kind === 'notice') return block.supplement ? [] : blocks(block.blocks);
      return [];
    });
  const entry = (one: Entry): string[] => [
    ...(one.termText ? [one.termText] : []),
    ...(one.text ? [textOf(one.text)] : []),
    ...blocks(one.blocks),
    ...one.points.flatMap(entry),
  ];
  const sections = topic.sections.flatMap((section) => [section.titleText, ...blocks(section.blocks)]);
  return [topic.titleText, ...blocks(topic.blocks), ...sections].map(squeeze).filter((text) => text !== '');
}
