/** The authoring guide keeps its word: it is in order itself, shows what it says, and explains every message by example. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMathWriter } from '../../../src/compiler/math.ts';
import { CATALOGUE } from '../../../src/core/content/source/diagnostics.ts';
import { checkNotes } from '../../../src/core/course/apply-fixes.ts';
import { SETTINGS_FILES, type WrittenSettings } from '../../../src/core/course/settings.ts';

const GUIDE = new Map(
  (readdirSync('docs/guide', { recursive: true, encoding: 'utf8' }) as string[])
    .filter((file) => file.endsWith('.md'))
    .map(
      (file) =>
        [file.split(path.sep).join('/'), readFileSync(path.join('docs/guide', file), 'utf8')] as const,
    ),
);

const math = createMathWriter();
beforeAll(() => math.prepare('$x$'));

test('the guide itself has nothing to mend', () => {
  expect(checkNotes({ notes: GUIDE, files: new Set(), ...(math.draw && { math: math.draw }) })).toEqual([]);
});

describe('shapes', () => {
  const shapes = [...GUIDE]
    .filter(([file]) => /^writing\/(?:text|github|notices|comparisons|diagrams|questions)\.md$/.test(file))
    .flatMap(([file, text]) =>
      [...text.matchAll(/^(`{3,})markdown\n([\s\S]*?)\n\1$/gm)].map(({ 2: source = '' }) => ({
        file,
        text,
        source,
      })),
    );

  test('there are many', () => expect(shapes.length).toBeGreaterThan(12));

  test.each(shapes)('$file: $source', ({ text, source }) => {
    expect(text.split(`\n${source}\n`).length, 'shown as source and as result').toBeGreaterThanOrEqual(3);
  });
});

interface Example {
  kind: '나쁜 예' | '좋은 예';
  /** Null for a piece of a topic. */
  file: string | null;
  text: string;
}

const messages = GUIDE.get('care/messages.md') ?? '';
const sections = new Map(
  messages
    .split(/^### (?=[a-z-]+$)/m)
    .slice(1)
    .map((section) => [section.split('\n', 1)[0] ?? '', examplesIn(section)] as const),
);

function examplesIn(section: string): Example[] {
  return [
    ...section.matchAll(/^````(?:markdown|yaml) (나쁜 예|좋은 예)(?:: (\S+))?\n([\s\S]*?)\n?````$/gm),
  ].map(([, kind, file = null, text = '']) => ({ kind: kind as Example['kind'], file, text }));
}

/** The codes and severities that a folder with some examples is told. A piece stands in a topic, questions in a quiz. */
function toldOf(examples: readonly Example[]) {
  const notes = new Map<string, string>();
  let settings: WrittenSettings | null = null;
  for (const { file, text } of examples) {
    if (file !== null && SETTINGS_FILES.includes(file)) {
      settings = { file, text, encoding: null };
      continue;
    }
    const quiz = /^### Q\./.test(text) ? '글이다.\n\n## 확인 문제\n\n' : '';
    // A character that cannot be read is spelled out in the guide.
    const source = `${text}\n`.replaceAll('\\uFFFD', '\uFFFD');
    notes.set(file ?? 'topic.md', file === null ? `# 토픽\n\n${quiz}${source}` : source.replace(/^\n$/, ''));
  }
  const list = [...notes.keys()].map((file) => `- [토픽](${encodeURI(file)})`);
  if (!notes.has('README.md'))
    notes.set('README.md', `# 강의\n\n<!-- course: example -->\n\n${list.join('\n')}\n`);
  return checkNotes({
    notes,
    outside: new Set(['shared.md']),
    files: new Set(['structure.png', 'structure.svg', 'demo.html']),
    ...(math.draw && { math: math.draw }),
    ...(settings && { settings }),
    svgFlaw: () => ({ kind: 'cleaned', dropped: ['<script>', 'onclick'] }),
  });
}

describe('messages', () => {
  test('every code is explained, and nothing else is', () => {
    expect([...sections.keys()].sort()).toEqual(Object.keys(CATALOGUE).sort());
  });

  describe.each(Object.keys(CATALOGUE))('%s', (code) => {
    const of = (kind: Example['kind']) => (sections.get(code) ?? []).filter((each) => each.kind === kind);

    test('the bad example is told of', () => {
      expect(of('나쁜 예').length).toBeGreaterThan(0);
      expect(toldOf(of('나쁜 예')).map((told) => told.code)).toContain(code);
    });

    test('the good example is not, and of nothing that harms', () => {
      expect(of('좋은 예').length).toBeGreaterThan(0);
      const told = toldOf(of('좋은 예'));
      expect(told.filter((each) => each.code === code || each.severity !== 'notice')).toEqual([]);
    });
  });
});
