/** Anki's text file as a CSV reader reads it: four columns, a lasting guid, and a front that gives nothing away. */

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAnki } from '../../../src/core/export/anki.ts';
import type { ExportDocument } from '../../../src/core/export/document.ts';
import { readNotes } from '../../support/notes.ts';
import { COURSE_DIR } from '../../support/sites.mjs';
import { asHtml, collected, courseOf, documentWith, EVERY_SHAPE, notesOf, questionsIn } from './course.ts';

interface Note {
  guid: string;
  deck: string;
  front: string;
  back: string;
}

function notesIn(document: ExportDocument): Note[] {
  const text = toAnki(document).files[0]?.text ?? '';
  // Lines that start with # before the first note are Anki's settings.
  const head = /^(?:#.*\n)*/.exec(text)?.[0] ?? '';
  const settings = head.split('\n');
  expect(settings).toContain('#guid column:1');
  expect(settings).toContain('#deck column:2');
  // Named columns are mapped by their names, which differ by language. Tags in a column take the place of the learner's own.
  expect(head).not.toMatch(/#columns|#tags column/);
  expect(settings).toContain(`#tags:${document.course.id}`);
  const rows: string[][] = parse(text.slice(head.length), { delimiter: '\t' });
  return rows.map(([guid = '', deck = '', front = '', back = '', ...more]) => {
    // A column too many would be taken for tags.
    expect(more).toEqual([]);
    return { guid, deck, front, back };
  });
}

test('a note for each question and card of the course', () => {
  const { document } = collected(readNotes(COURSE_DIR));
  const notes = notesIn(document);
  const cards = document.topics.flatMap((topic) => topic.cards);
  expect(cards.length).toBeGreaterThan(30);
  expect(notes).toHaveLength(questionsIn(document).length + cards.length);
  expect(new Set(notes.map(({ guid }) => guid)).size).toBe(notes.length);
  for (const { guid, deck, front, back } of notes) {
    expect(guid).toMatch(/^infra-basics\/(?:question|card):/);
    expect(deck).toMatch(/^인프라 입문(?:::(?:(?!::).)+)+$/);
    expect(front).not.toBe('');
    expect(back).not.toBe('');
  }
});

test('a question that is reworded, moved and put elsewhere keeps its guid', () => {
  const before = notesIn(courseOf({ kernel: '정답: 커널', vm: '정답: O' }));
  const notes = notesOf({ vm: '정답: O', kernel: '정답: 커널' });
  const moved = (notes.get('topic.md') ?? '').replace('kernel는?', '컨테이너가 함께 쓰는 것은?');
  const after = notesIn(
    collected(
      new Map([
        ['README.md', '# 다른 이름\n\n<!-- course: trial -->\n\n- [토픽](renamed.md)\n'],
        ['renamed.md', moved],
      ]),
    ).document,
  );
  expect(after.map(({ guid }) => guid).sort()).toEqual(before.map(({ guid }) => guid).sort());
});

test('a question without an id is told, since it would come a second time', () => {
  const notes = notesOf({ kernel: '정답: 커널' });
  const without = (notes.get('topic.md') ?? '').replace(/ <!-- q: .*? -->/, '');
  const { document } = collected(new Map([...notes, ['topic.md', without]]));
  expect(toAnki(document).losses.flatMap(({ places }) => places)).toEqual(['topic.md:7']);
  expect(toAnki(courseOf({ kernel: '정답: 커널' })).losses.flatMap(({ places }) => places)).toEqual([]);
});

test('the back tells the answer in the numbers of the front', () => {
  const notes = new Map(notesIn(courseOf(EVERY_SHAPE)).map((note) => [note.guid.split(':')[1], note]));
  const { front = '', back = '' } = notes.get('single') ?? {};
  const number = /(.) 둘<\/p>/.exec(front)?.[1];
  expect(back).toContain(`<b>${number} 둘</b>`);
  expect(back).toContain('하나: 아니다.');
  expect(front).toContain('<details><summary>힌트</summary>세어 본다.</details>');
  expect(notes.get('short')?.front).not.toMatch(/conda|콘다/);
  expect(notes.get('cloze')?.front).not.toMatch(/커널|kernel|운영체제/);
  expect(notes.get('true-false')?.back).toContain('<b>X</b>');
});

test('a colon in a title makes no deck of its own, and two topics of one title have two', () => {
  const document = documentWith({ type: 'true-false', isTrue: true });
  const decks = notesIn({
    ...document,
    course: { ...document.course, title: ':강의::하나:' },
    topics: ['/a/', '/b/'].flatMap((path) => document.topics.map((topic) => ({ ...topic, path }))),
  }).map(({ deck }) => deck);
  expect(decks).toEqual(['강의:하나::토픽', '강의:하나::토픽 (b)']);
});

test('any words arrive as they are', () => {
  const words = fc
    .array(fc.constantFrom('"', '\t', '\n', '\r', '#', ',', ';', '가', "'", '<b>', '&'), {
      minLength: 1,
      maxLength: 12,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, (title) => {
      const [note] = notesIn(documentWith({ type: 'true-false', isTrue: true }, title));
      expect(note?.front).toBe(`<p><b>${asHtml(title)}</b></p><p>( O / X )</p>`);
    }),
  );
});
