/** Identity under edits: whatever an author does to the notes but change an option or a key, every history stays and none is 수정됨. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { isChanged } from '../../../src/core/memory/item.ts';
import { fold } from '../../../src/core/memory/record-state.ts';
import { type ContentHash, questionItem } from '../../../src/core/model/event.ts';
import { contentHash } from '../../../src/core/quiz/grade.ts';
import { shuffle } from '../../../src/core/quiz/shuffle.ts';
import { questionsOf } from '../../../src/core/study/questions.ts';
import { readNotes } from '../../support/notes.ts';
import { COURSE_DIR } from '../../support/sites.mjs';
import { answer } from '../memory/events.ts';

/** A question's lines, or the lines of the notes between two. */
interface Piece {
  /** Level of the question's heading; null for notes. */
  level: number | null;
  lines: string[];
}
/** A file as its pieces, by name. */
type Course = Map<string, Piece[]>;
/** A place for chance: a number is a choice among however many there are. */
type Chance = { of: <T>(things: readonly T[]) => T | undefined; seed: string };
/** Changes a course in place. */
type Edit = (course: Course, chance: Chance) => void;

function cut(source: string): Piece[] {
  let isCode = false;
  const pieces: Piece[] = [{ level: null, lines: [] }];
  for (const line of source.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    const [, marks = '', words = ''] = (!isCode && /^(#{1,6}) (.*)$/.exec(line)) || [];
    const open = pieces.at(-1);
    if (/^Q\..*<!-- q: /.test(words)) pieces.push({ level: marks.length, lines: [line] });
    else if (marks !== '' && open?.level && marks.length <= open.level)
      pieces.push({ level: null, lines: [line] });
    else open?.lines.push(line);
  }
  return pieces;
}

const SOURCES: [string, string][] = [
  ...readNotes(COURSE_DIR),
  // So that every type is there, whatever the course has.
  ['every-type.md', readFileSync('tests/fixtures/quiz/every-type.md', 'utf8')],
];

const isQuestion = ({ level }: Piece): boolean => level !== null;
const textOf = (pieces: readonly Piece[]): string => pieces.flatMap(({ lines }) => lines).join('\n');

/** How many questions a file has in a script: reading all of them again for each of a thousand takes minutes. */
const A_FILE = 3;
/** Each file as often as it takes to have all its questions once, with all of its notes. */
const PARTS: [string, Piece[]][] = SOURCES.flatMap(([file, source]) => {
  const pieces = cut(source);
  const questions = pieces.filter(isQuestion);
  const count = Math.max(1, Math.ceil(questions.length / A_FILE));
  return Array.from({ length: count }, (_, part): [string, Piece[]] => {
    const kept = new Set(questions.slice(part * A_FILE, (part + 1) * A_FILE));
    return [`${part}/${file}`, pieces.filter((piece) => !isQuestion(piece) || kept.has(piece))];
  });
});

type Hashes = readonly [string, ContentHash][];
/** Questions by id, each with its hash. */
const hashesOf = (source: string): Hashes =>
  questionsOf(parse(source, { file: 'any.md' }).value).map(({ id, question }): [string, ContentHash] => [
    id,
    contentHash(question),
  ]);
/** Of the parts as they are: an untouched one is read once. */
const known = new Map(PARTS.map(([, pieces]) => [textOf(pieces), hashesOf(textOf(pieces))]));
const hashesIn = (course: Course): Hashes =>
  [...course.values()].map(textOf).flatMap((text) => known.get(text) ?? hashesOf(text));

const ALL = [...known.values()].flat();
const STATE = fold(
  ALL.map(([id, contentHash], index) => answer(`a${index}`, 0, { item: questionItem(id), contentHash })),
);

const questionsIn = (course: Course): Piece[] =>
  [...course.values()].flat().filter(({ level }) => level !== null);

/** Lines of a piece that are neither code nor a heading, by index. */
const linesLike = ({ lines }: Piece, pattern: RegExp): number[] => {
  let isCode = false;
  return lines.flatMap((line, index) => {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isFence) isCode = !isCode;
    return !isFence && !isCode && pattern.test(line) ? [index] : [];
  });
};

/** Changes one line that fits, of one of these pieces. */
function changeLine(
  pieces: Piece[],
  pattern: RegExp,
  chance: Chance,
  change: (line: string) => string,
): void {
  const piece = chance.of(pieces.filter((each) => linesLike(each, pattern).length > 0));
  const at = piece && chance.of(linesLike(piece, pattern));
  if (piece && at !== undefined) piece.lines[at] = change(piece.lines[at] ?? '');
}

const reword: Edit = (course, chance) =>
  changeLine(questionsIn(course), /<!-- q: /, chance, (line) => line.replace(/Q\. ?/, 'Q. 다시 묻습니다. '));

const mendNotes: Edit = (course, chance) => {
  const notes = [...course.values()].flat().filter(({ level }) => level === null);
  changeLine(notes, /^(?:- )?[가-힣][^|]*[가-힣.]$/, chance, (line) => `${line} 덧붙임`);
};

const mendFeedback: Edit = (course, chance) =>
  changeLine(questionsIn(course), /^\s*> (?!출처)\S*[가-힣]/, chance, (line) => `${line} 덧붙임`);

const emphasise: Edit = (course, chance) =>
  changeLine(questionsIn(course), /^- \[[ x]\] [가-힣 ]+$/, chance, (line) =>
    line.replace(/\] (.*)$/, '] **$1**'),
  );

const respace: Edit = (course, chance) =>
  changeLine(questionsIn(course), /^- \[[ x]\] \S+ \S/, chance, (line) => line.replace(/(\] \S+) /, '$1   '));

/** The items of a run of bullets, each with what is indented below it, in another order. */
const reorderOptions: Edit = (course, chance) => {
  const piece = chance.of(
    questionsIn(course).filter((each) => each.lines.some((line) => line.startsWith('- '))),
  );
  if (!piece) return;
  const first = piece.lines.findLastIndex(
    (line, at) => line.startsWith('- ') && !/^(?:- |\s+\S)/.test(piece.lines[at - 1] ?? ''),
  );
  const items: string[][] = [];
  let end = first;
  for (; /^(?:- |\s+\S)/.test(piece.lines[end] ?? ''); end++) {
    const line = piece.lines[end] ?? '';
    if (line.startsWith('- ')) items.push([line]);
    else items.at(-1)?.push(line);
  }
  piece.lines.splice(first, end - first, ...shuffle(items, chance.seed).flat());
};

const reorderQuestions: Edit = (course, chance) => {
  const pieces = chance.of(
    [...course.values()].filter((each) => each.filter(({ level }) => level !== null).length > 1),
  );
  const one = pieces && chance.of(pieces.filter(({ level }) => level !== null));
  const other = pieces && chance.of(pieces.filter(({ level }) => level !== null && level === one?.level));
  if (one && other) [one.lines, other.lines] = [other.lines, one.lines];
};

const moveQuestion: Edit = (course, chance) => {
  const from = chance.of([...course.values()].filter((each) => each.some(({ level }) => level !== null)));
  const piece = from && chance.of(from.filter(({ level }) => level !== null));
  const to = chance.of([...course.values()]);
  if (!from || !piece || !to) return;
  from.splice(from.indexOf(piece), 1);
  const [heading = '', ...body] = piece.lines;
  to.push({ level: null, lines: ['', '## 확인 문제', ''] });
  to.push({ level: 3, lines: [heading.replace(/^#+/, '###'), ...body] });
};

const renameFile: Edit = (course, chance) => {
  const file = chance.of([...course.keys()]);
  const pieces = file === undefined ? undefined : course.get(file);
  if (file === undefined || !pieces) return;
  course.delete(file);
  course.set(`renamed/${file}`, pieces);
};

const HARMLESS = {
  reword,
  mendNotes,
  mendFeedback,
  emphasise,
  respace,
  reorderOptions,
  reorderQuestions,
  moveQuestion,
  renameFile,
};

const step = fc.record({
  edit: fc.constantFrom(...Object.values(HARMLESS)),
  numbers: fc.array(fc.nat(100_000), { minLength: 3, maxLength: 3 }),
});

function chanceOf(numbers: readonly number[]): Chance {
  let at = 0;
  const next = () => numbers[at++ % numbers.length] ?? 0;
  return { of: (things) => things[next() % things.length], seed: String(numbers[0]) };
}

/** Some parts, to be edited. */
const courseOf = (parts: readonly [string, Piece[]][]): Course =>
  new Map(
    parts.map(([file, pieces]) => [file, pieces.map(({ level, lines }) => ({ level, lines: [...lines] }))]),
  );
const course = fc
  .uniqueArray(fc.nat(PARTS.length - 1), { minLength: 4, maxLength: 4 })
  .map((chosen) => courseOf(chosen.flatMap((at) => PARTS.slice(at, at + 1))));

const changedIn = (hashes: Hashes): string[] =>
  hashes.filter(([id, hash]) => isChanged(STATE.items.get(questionItem(id)), hash)).map(([id]) => id);
const idsOf = (hashes: Hashes): string[] => hashes.map(([id]) => id).sort();

test('the course is cut into pieces without a change, and each edit can change it', () => {
  expect(SOURCES.map(([, source]) => textOf(cut(source)))).toEqual(SOURCES.map(([, source]) => source));
  expect(idsOf(ALL)).toEqual(idsOf(SOURCES.flatMap(([, source]) => hashesOf(source))));
  const textsOf = (edited: Course) =>
    [...edited].map(([file, pieces]) => `${file}\n${textOf(pieces)}`).sort();
  for (const [name, edit] of Object.entries(HARMLESS)) {
    const edited = courseOf(PARTS);
    for (let run = 0; run < 20; run++) edit(edited, chanceOf([run * 7 + 1, run * 3, run]));
    expect(textsOf(edited), name).not.toEqual(textsOf(courseOf(PARTS)));
  }
});

test('300 scripts of edits keep every history and mark nothing as 수정됨', () => {
  fc.assert(
    fc.property(course, fc.array(step, { minLength: 1, maxLength: 6 }), (edited, script) => {
      const before = idsOf(hashesIn(edited));
      for (const { edit, numbers } of script) edit(edited, chanceOf(numbers));
      const after = hashesIn(edited);
      expect(idsOf(after)).toEqual(before);
      expect(changedIn(after)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a changed option or key marks its question, and no other', () => {
  const kinds: [string, RegExp, (line: string) => string][] = [
    ['an option', /^- \[[ x]\] /, (line) => `${line} 아님`],
    ['what is right', /^- \[ \] /, (line) => line.replace('[ ]', '[x]')],
    ['a statement', /^정답: [OX]$/, (line) => (line.endsWith('O') ? '정답: X' : '정답: O')],
    ['a pair', /^- [^[].* -> /, (line) => `${line} 아님`],
    ['an order', /^\d\. /, (line) => `${line} 아님`],
  ];
  const change = fc.tuple(
    fc.constantFrom(...kinds),
    step.map(({ numbers }) => numbers),
    fc.array(step, { maxLength: 2 }),
  );
  fc.assert(
    fc.property(change, ([[, pattern, to], numbers, others]) => {
      const edited = courseOf(PARTS);
      const chance = chanceOf(numbers);
      const pieces = questionsIn(edited).filter((piece) => linesLike(piece, pattern).length > 0);
      const piece = chance.of(pieces);
      if (piece) changeLine([piece], pattern, chance, to);
      const id = /<!-- q: (\S+) -->/.exec(piece?.lines[0] ?? '')?.[1];
      for (const { edit, numbers: given } of others) edit(edited, chanceOf(given));
      const after = hashesIn(edited);
      expect(idsOf(after)).toEqual(idsOf(ALL));
      expect(changedIn(after)).toEqual([id]);
    }),
  );
});
