/**
 * The course keeps the style that docs/guide/style.md asks of what is not the instructor's own sentences: one spelling of
 * each term, questions that stand alone, and sources that say where a supplement teaches the answer.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from '../../src/core/content/parse.ts';
import { meantText } from '../../src/core/model/html.ts';
import { questionsOf } from '../../src/core/study/questions.ts';
import { readNotes } from '../support/notes.ts';

const { corrections } = JSON.parse(readFileSync('tests/fixtures/original/corrections.json', 'utf8')) as {
  corrections: { line: number; wrong: string; right: string }[];
};
const bare = (line: string) => line.replace(/^(?:> ?)*\s*(?:(?:#{1,6}|[-*]|\d+\.)\s+)?/, '').trim();
const instructors = new Set(
  readFileSync('tests/fixtures/original/notes.md', 'utf8')
    .split('\n')
    .map((line, index) =>
      bare(
        corrections
          .filter((correction) => correction.line === index + 1)
          .reduce((text, { wrong, right }) => text.replace(wrong, right), line),
      ),
    ),
);

const notes = [...readNotes('content')].filter(([file]) => file !== 'synonyms.md');

interface Line {
  at: string;
  text: string;
  isSupplement: boolean;
}

/** Every line of prose, without code, addresses, comments and the sentences that sources quote. */
const lines: Line[] = notes.flatMap(([file, text]) => {
  let [fence, isSupplement] = [false, false];
  return text.split('\n').flatMap((line, index): Line[] => {
    if (line.startsWith('> [!NOTE]')) isSupplement = true;
    else if (!line.startsWith('>')) isSupplement = false;
    if (/^(?:> ?)*`{3}/.test(line)) {
      fence = !fence;
      return [];
    }
    return fence ? [] : [{ at: `${file}:${index + 1}`, text: line, isSupplement }];
  });
});
const own = lines
  .filter(({ text }) => !instructors.has(bare(text)) && !/^정답: /.test(text))
  .map(({ at, text }) => ({
    at,
    text: text.replace(/`[^`]*`|\]\([^)]*\)|<!--.*?-->|\[\[.*?\]\]/g, ' ').replace(/"[^"]*"/g, ' '),
  }));

const guide = readFileSync('docs/guide/style.md', 'utf8');
/** `| 구성 요소 | 구성요소 |` → each word that is not used, with the one that is. */
const terms = [...(guide.split('## 하나로 쓰는 말')[1] ?? '').matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)]
  .slice(1)
  .flatMap(([, used = '', unused = '']) => unused.split(', ').map((word) => ({ used, word })))
  .filter(({ word }) => !/^-+$/.test(word));

test('each term of the guide has one spelling', () => {
  expect(terms.length).toBeGreaterThan(20);
  const found = own.flatMap(({ at, text }) =>
    terms.filter(({ word }) => text.includes(word)).map(({ used, word }) => `${at}: ${word} → ${used}`),
  );
  expect(found).toEqual([]);
});

const questions = notes.flatMap(([file, text]) =>
  questionsOf(parse(text, { file }).value).map(({ question }) => ({ file, text, question })),
);

test('a question asks at its end, and leans on nothing that a review does not show', () => {
  const wrong = questions.flatMap(({ file, question: { title, line, answer } }) => {
    const stem = meantText(title);
    const leans =
      /노트에 따르면|노트[가는의] (?:말|드는|예)|(?:^|[^가-힣])[이그] (?:사례|그림|예시)|(?:앞|위)의 (?:사례|그림|예시)/;
    const asks = answer.type === 'true-false' ? /다\.$/ : /(?:요\?|세요\.)(?: \([^()]+\))?$/;
    return leans.test(stem) || !asks.test(stem) ? [`${file}:${line}: ${stem}`] : [];
  });
  expect(wrong).toEqual([]);
});

test('hints speak politely', () => {
  const wrong = questions.flatMap(({ file, question: { hints, line } }) =>
    hints
      .map((hint) => meantText(hint))
      .filter((hint) => !/요[.?]$/.test(hint))
      .map((hint) => `${file}:${line}: ${hint}`),
  );
  expect(wrong).toEqual([]);
});

test('a source says where a supplement teaches the answer', () => {
  const plain = (text: string) => text.replace(/^(?:> ?)+|\]\([^)]*\)|[`*[\]\s]/g, '');
  const shown = new Map(notes.map(([file, text]) => [file, withSupplements(text)]));
  const spoken = [...instructors].map(plain).join('\n');
  const wrong = notes.flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) =>
      !line.startsWith('> 출처:')
        ? []
        : [...line.matchAll(/\[([^\]]+)\]\(([^)#]*)[^)]*\) "([^"]+)"/g)].flatMap(
            ([, label = '', to = '', quote = '']) => {
              const target = shown.get(to === '' ? file : path.posix.join(path.posix.dirname(file), to));
              const sought = plain(quote);
              const own = (kind: 'table' | 'supplement') =>
                (target ?? []).some((each) => each.kind === kind && plain(each.text).includes(sought));
              const isSupplement = !spoken.includes(sought) && !own('table') && own('supplement');
              const says = label.endsWith('(보충)');
              return isSupplement === says ? [] : [`${file}:${index + 1}: [${label}] "${quote}"`];
            },
          ),
    ),
  );
  expect(wrong).toEqual([]);
});

/** The lines of supplements, and the tables outside them. */
function withSupplements(text: string): { kind: 'table' | 'supplement' | 'other'; text: string }[] {
  let isSupplement = false;
  return text.split('\n').map((line) => {
    if (line.startsWith('> [!NOTE]')) isSupplement = true;
    else if (!line.startsWith('>')) isSupplement = false;
    const kind = isSupplement ? 'supplement' : line.startsWith('|') ? 'table' : 'other';
    return { kind, text: line };
  });
}
