/** Marked words and agreement against pairs of cells that were judged by reading; held-out.tsv is not tuned on. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../../src/core/comparison/diff.ts';
import { escapeHtml } from '../../../src/core/model/html.ts';

interface Pair {
  origin: string;
  isSame: boolean;
  /** With `{…}` around what a reader would mark. */
  cells: string[];
}

/** Reads lines of origin, `=` or `≠` and two cells, set apart by tabs: `notes	≠	{분} 단위	{초} 단위`. */
const readPairs = (file: string): Pair[] =>
  readFileSync(`tests/fixtures/comparison/${file}.tsv`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [origin = '', verdict, ...cells] = line.split('\t');
      return { origin, isSame: verdict === '=', cells };
    });

/** The words in braces, each with its place among the words of the cell: `한 {컨테이너}` has `1 컨테이너`. */
function markedWords(cell: string): Set<string> {
  const found = new Set<string>();
  let isOpen = false;
  let at = 0;
  for (const [piece] of cell.matchAll(/[{}]|[\p{L}\p{N}]+/gu)) {
    if (piece === '{' || piece === '}') isOpen = piece === '{';
    else {
      if (isOpen) found.add(`${at} ${piece}`);
      at += 1;
    }
  }
  return found;
}

function judge(pairs: readonly Pair[]) {
  const total = { right: 0, missed: 0, tooMany: 0, verdicts: 0 };
  const wrong: string[] = [];
  for (const { isSame, cells } of pairs) {
    const said = cells.map((cell) => escapeHtml(cell.replace(/[{}]/g, '')));
    const given = differenceOf(said.map((html) => ({ html, origin: 'typed' })));
    const shown = given.marked.map((html) => html.replaceAll('<mark>', '{').replaceAll('</mark>', '}'));
    cells.forEach((cell, at) => {
      const wanted = markedWords(escapeHtml(cell));
      const got = markedWords(shown[at] ?? '');
      total.right += [...wanted].filter((word) => got.has(word)).length;
      total.missed += [...wanted].filter((word) => !got.has(word)).length;
      total.tooMany += [...got].filter((word) => !wanted.has(word)).length;
    });
    if (given.isSame === isSame) total.verdicts += 1;
    if (given.isSame !== isSame || shown.join('\t') !== cells.map((cell) => escapeHtml(cell)).join('\t'))
      wrong.push(
        `${isSame ? '=' : '≠'}${given.isSame ? '=' : '≠'} ${cells.join(' | ')}   →   ${shown.join(' | ')}`,
      );
  }
  return {
    precision: total.right / (total.right + total.tooMany),
    recall: total.right / (total.right + total.missed),
    agreement: total.verdicts / pairs.length,
    total,
    wrong,
  };
}

describe.each([
  ['golden', 120, 60],
  ['held-out', 60, 30],
])('%s', (file, fewest, fewestForeign) => {
  const pairs = readPairs(file);
  test('has enough pairs, half of them from the notes of others', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(fewest);
    expect(pairs.filter(({ origin }) => origin === 'notes').length).toBeGreaterThanOrEqual(fewestForeign);
  });

  test('words are marked, and cells the same, as a reader would say', () => {
    const { wrong, ...measure } = judge(pairs);
    expect(measure.precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(measure.recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(measure.agreement, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
