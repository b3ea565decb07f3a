/** The course's own comparisons: every filled cell stands in the topic it links to, and nothing is complained about. */

import { describe, expect, test } from 'vitest';
import { parse } from '../../src/core/content/parse.ts';
import { parseTree } from '../../src/core/content/written-tree.ts';
import { link } from '../../src/core/course/compile-course.ts';
import { blocksOf, comparisonsIn } from '../../src/core/model/blocks.ts';
import { textOf, trusted } from '../../src/core/model/html.ts';
import { readNotes } from '../support/notes.ts';

const sources = readNotes('content');
const parsed = new Map([...sources].map(([file, text]) => [file, parse(text, { file })]));
const topics = new Map([...parsed].map(([file, { value }]) => [file, value]));
const tree = parseTree(sources.get('README.md') ?? '', { file: 'README.md' });
const { value: course, diagnostics } = link(topics, { tree, files: new Set(), drafts: false });
const blocks = [...course.topics.values()].flatMap((topic) =>
  comparisonsIn(blocksOf(topic)).map((block) => ({ topic, block })),
);

test('no comparison has anything to complain about', () => {
  const told = [...diagnostics, ...[...parsed.values()].flatMap((each) => each.diagnostics)];
  expect(told.filter((each) => each.code.startsWith('comparison-'))).toEqual([]);
});

test('there are the comparisons the notes call for', () => {
  expect(blocks.map(({ block }) => block.id).sort()).toEqual(
    [
      'container-parts',
      'docker-compose-orchestrator',
      'docker-parts',
      'orchestration-cases',
      'pros-cons',
      'service-types',
      'tools',
      'vm-container',
      'volume-kinds',
    ].sort(),
  );
});

describe('every filled cell', () => {
  const cells = blocks.flatMap(({ topic, block }) =>
    block.rows.flatMap((row) =>
      row.cells.map((cell, at) => ({ topic, row, cell, column: block.columns[at] })),
    ),
  );
  const filled = cells.filter(({ cell }) => cell.origin === 'filled');

  test('there are many, and none is blank', () => {
    expect(filled.length).toBeGreaterThan(30);
    expect(cells.filter(({ cell }) => cell.origin === 'blank')).toEqual([]);
  });

  test.each(
    filled.map((each) => [`${each.topic.file} ${each.row.name} / ${each.column?.text}`, each] as const),
  )('%s', (_, { topic, cell, column }) => {
    const file = column?.target?.file ?? topic.file;
    const notes = bare(sources.get(file) ?? '');
    const parts = cell.html
      .split(/<\/?(?:li|ul|ol|b)>/)
      .map((part) => textOf(trusted(part)).replace(/^: /, ''));
    for (const part of parts) expect(notes).toContain(bare(part));
    const url = new URL(cell.source?.href ?? '', 'https://x.invalid');
    const page = course.pages.get(decodeURIComponent(url.pathname));
    expect(page?.file).toBe(file);
    expect(JSON.stringify(page)).toContain(`"anchor":"${decodeURIComponent(url.hash.slice(1))}"`);
  });
});

/** Without the marks of markdown, which a reader does not see. */
function bare(text: string): string {
  return text.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim();
}
