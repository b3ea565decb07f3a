/** A question on paper: the question in a shuffled order, and its key with the same numbers. */

import { escapeHtml } from '../model/html.ts';
import { shuffle } from '../quiz/seed.ts';
import type { ExportedAnswer, ExportedQuestion, Rich } from './document.ts';

interface Sheet {
  /** HTML below the title and the stem. */
  ask: string;
  /** HTML of the right answer. */
  key: string;
}

const LINE = '________';

/** ① … ⑳, then (21). */
export const numberOf = (at: number): string => (at < 20 ? String.fromCodePoint(0x2460 + at) : `(${at + 1})`);
/** ㉠ … ㉭, then (15). */
export const letterOf = (at: number): string => (at < 14 ? String.fromCodePoint(0x3260 + at) : `(${at + 1})`);

/** Title and stem; a title that asks for several says so. */
export function headOf({ title, stem, answer }: ExportedQuestion): string {
  const all = answer.type === 'multiple' && !/모두/.test(title.text) ? ' (모두 고르세요)' : '';
  return `<p><b>${title.html}</b>${all}</p>${stem?.html ?? ''}`;
}

export function sheetOf({ id, answer }: ExportedQuestion, seed = ''): Sheet {
  return ofAnswer(answer, `${seed}${id}`);
}

function ofAnswer(answer: ExportedAnswer, seed: string): Sheet {
  switch (answer.type) {
    case 'single':
    case 'multiple': {
      const options = shuffle(answer.options, seed);
      const right = options.flatMap(({ html, isRight }, at) => (isRight ? `${numberOf(at)} ${html}` : []));
      return { ask: lines(options, numberOf), key: right.join('<br>') };
    }
    case 'true-false':
      return { ask: '<p>( O / X )</p>', key: answer.isTrue ? 'O' : 'X' };
    case 'short':
      return { ask: `<p>답: ${LINE}${LINE}</p>`, key: variantsOf(answer.variants) };
    case 'cloze': {
      const blanks = answer.parts.flatMap((part) => (part.kind === 'blank' ? [part.variants] : []));
      const nameOf = (at: number) => (blanks.length > 1 ? `(${at + 1})` : '');
      return {
        ask: `<p>${clozeOf(answer.parts, (at) => `${nameOf(at)}${LINE}`)}</p>`,
        key: blanks.map((variants, at) => `${nameOf(at)} ${variantsOf(variants)}`.trim()).join('<br>'),
      };
    }
    case 'matching': {
      const { pairs, decoys } = answer;
      const texts = [
        ...new Map([...pairs.map(({ right }) => right), ...decoys].map((each) => [each.text, each])).values(),
      ];
      const rights = shuffle(texts, seed);
      const letters = pairs.map(({ right }) => letterOf(rights.findIndex(({ text }) => text === right.text)));
      const lefts = pairs.map(({ left }) => ({ html: `${left.html} → (&emsp;)` }));
      return {
        ask: `${lines(lefts, numberOf)}${lines(rights, letterOf)}`,
        key: pairs.map((_, at) => `${numberOf(at)} → ${letters[at]}`).join(', '),
      };
    }
    case 'ordering': {
      const items = unsolved(answer.items, seed);
      return {
        ask: `${lines(items, letterOf)}<p>${items.map(() => '(&emsp;)').join(' → ')}</p>`,
        key: answer.items.map((item) => letterOf(items.indexOf(item))).join(' → '),
      };
    }
    case 'categories': {
      const items = shuffle(
        answer.categories.flatMap((category) => category.items),
        seed,
      );
      const rows = answer.categories.map(({ name }) => `<p><b>${name.html}</b>: ${LINE}${LINE}</p>`);
      return {
        ask: `${lines(items, letterOf)}${rows.join('')}`,
        key: answer.categories
          .map((each) => {
            const letters = items.flatMap((item, at) => (each.items.includes(item) ? letterOf(at) : []));
            return `<b>${each.name.html}</b>: ${letters.join(', ')}`;
          })
          .join('<br>'),
      };
    }
  }
}

/** What is told after the answer: each feedback beside its item, the explanation, the sources. */
export function afterwardsOf({ answer, explanation, sources }: ExportedQuestion): string {
  const feedback = feedbackOf(answer).map(([item, said]) => `<li>${item.html}: ${said.html}</li>`);
  return [
    feedback.length > 0 ? `<ul>${feedback.join('')}</ul>` : '',
    explanation === null ? '' : `<p>${explanation.html}</p>`,
    ...sources.map(({ label, address, quote }) => {
      const name = escapeHtml(label);
      const link = address === null ? name : `<a href="${escapeHtml(address)}">${name}</a>`;
      return `<p>출처: ${link}${quote === null ? '' : ` “${escapeHtml(quote)}”`}</p>`;
    }),
  ].join('');
}

/** The items of an answer that have something said of them. */
export function feedbackOf(answer: ExportedAnswer): [item: Rich, feedback: Rich][] {
  const of = (items: readonly (Rich & { feedback: Rich | null })[]): [Rich, Rich][] =>
    items.flatMap((item) => (item.feedback === null ? [] : [[item, item.feedback]]));
  switch (answer.type) {
    case 'single':
    case 'multiple':
      return of(answer.options);
    case 'matching':
      return [...of(answer.pairs.map(({ left, feedback }) => ({ ...left, feedback }))), ...of(answer.decoys)];
    case 'ordering':
      return of(answer.items);
    case 'categories':
      return answer.categories.flatMap(({ items }) => of(items));
    case 'true-false':
    case 'short':
    case 'cloze':
      return [];
  }
}

/** A text with its blanks written by `blank`, which gets their positions. */
export function clozeOf(
  parts: Extract<ExportedAnswer, { type: 'cloze' }>['parts'],
  blank: (at: number) => string,
): string {
  let at = 0;
  return parts
    .map((part) => (part.kind === 'text' ? part.html : part.kind === 'break' ? '<br>' : blank(at++)))
    .join('');
}

const variantsOf = ([shown = '', ...others]: readonly string[]): string =>
  escapeHtml(others.length > 0 ? `${shown} (${others.join(', ')})` : shown);

const lines = (items: readonly { html: string }[], name: (at: number) => string): string =>
  items.map(({ html }, at) => `<p>${name(at)} ${html}</p>`).join('');

/** A shuffle that happens to be the answer would give it away. */
function unsolved<T extends Rich>(items: readonly T[], seed: string): T[] {
  const shuffled = shuffle(items, seed);
  const isSolved = items.every(({ text }, at) => text === shuffled[at]?.text);
  return isSolved ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
}
