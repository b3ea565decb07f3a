/** What the printed notes of mistakes tell: what was answered in the place of what, and the sentence that teaches it. */

import { blocksOf, walkBlocks } from '../model/blocks.ts';
import { textOf } from '../model/html.ts';
import type { Answer, Response } from '../model/question.ts';
import { responseTo } from '../quiz/grade.ts';
import { identityText, keysOf, type Worded } from '../quiz/option-keys.ts';
import { findQuote } from '../quiz/quote.ts';
import { keyOfCheck } from '../quiz/types/fix.ts';
import { firstDifference } from '../quiz/types/typed.ts';
import type { Readable } from './reading-order.ts';

/** One thing answered, and what belongs there: empty where nothing does, or where several would. */
export interface AnswerPart {
  /** The left side, item, blank or place; null where the question is all that was asked. */
  asked: string | null;
  given: string;
  right: string;
}

/** What a stored response says, in words; nothing where it is none of this question, or says nothing. */
export function answerParts(answer: Answer, stored: unknown): AnswerPart[] {
  const response = responseTo({ answer }, stored);
  return response === null ? [] : partsOf(answer, response).filter(({ given }) => given !== '');
}

type Given = Response;

function partsOf(answer: Answer, response: Given): AnswerPart[] {
  switch (answer.type) {
    case 'single':
    case 'multiple': {
      const keys = keysOf(answer.options);
      const chosen = response.type === 'multiple' ? response.options : [fieldOption(response)];
      const isChosen = (at: number) => chosen.includes(keys[at] ?? '');
      const missed = answer.options.filter(({ isRight }, at) => isRight && !isChosen(at)).map(identityText);
      return answer.options.flatMap((option, at) => {
        const given = identityText(option);
        const right = option.isRight ? given : missed.length === 1 ? (missed[0] ?? '') : '';
        return isChosen(at) ? [{ asked: null, given, right }] : [];
      });
    }
    case 'true-false': {
      const given = response.type === 'true-false' ? sign(response.isTrue) : '';
      return [{ asked: null, given, right: sign(answer.isTrue) }];
    }
    case 'short': {
      const given = response.type === 'short' ? response.text.trim() : '';
      return [{ asked: null, given, right: answer.variants[0] ?? '' }];
    }
    case 'number':
      return [
        { asked: null, given: response.type === 'number' ? response.text.trim() : '', right: answer.text },
      ];
    case 'output': {
      const apart = response.type === 'output' ? firstDifference(answer, response.text) : null;
      if (!apart) return [];
      const { at, given, right } = apart;
      return [{ asked: `${at + 1}번째 줄`, given: given ?? NO_LINE, right: right ?? NO_LINE }];
    }
    case 'cloze': {
      const texts = response.type === 'cloze' ? response.texts : [];
      const blanks = answer.parts.flatMap((part) => (part.kind === 'blank' ? [part] : []));
      return blanks.map(({ variants }, at) => ({
        asked: `(${at + 1})`,
        given: (texts[at] ?? '').trim(),
        right: variants[0] ?? '',
      }));
    }
    case 'fix': {
      const met = response.type === 'fix' ? response.met : undefined;
      return answer.checks.map((check) => ({
        asked: check.text,
        given: met === undefined ? '' : met.includes(keyOfCheck(check)) ? '맞춤' : '못 맞춤',
        right: '',
      }));
    }
    case 'matching': {
      const { pairs, decoys } = answer;
      const rights = [...pairs.map(({ right }) => right), ...decoys];
      return placed(
        pairs.map(({ left }) => left),
        rights,
        (at) => pairs[at]?.right,
        response,
      );
    }
    case 'categories': {
      const homes = answer.categories.flatMap(({ name, items }) => items.map(() => name));
      const items = answer.categories.flatMap(({ items: own }) => own);
      const names = answer.categories.map(({ name }) => name);
      return placed(items, names, (at) => homes[at], response);
    }
    case 'ordering': {
      const keys = keysOf(answer.items);
      const order = response.type === 'ordering' ? response.order : [];
      return order.map((key, at) => ({
        asked: `${at + 1}`,
        given: wordsOf(answer.items[keys.indexOf(key)]),
        right: wordsOf(answer.items[at]),
      }));
    }
    default:
      return answer satisfies never;
  }
}

const NO_LINE = '(없음)';

const fieldOption = (response: Given): string => (response.type === 'single' ? (response.option ?? '') : '');

const sign = (isTrue: boolean | null): string => (isTrue === null ? '' : isTrue ? 'O' : 'X');

const wordsOf = (thing: Worded | undefined): string => (thing ? identityText(thing) : '');

/** Of things put to places: each in whose place it was put. */
function placed(
  things: readonly Worded[],
  places: readonly Worded[],
  home: (at: number) => Worded | undefined,
  response: Given,
): AnswerPart[] {
  const given = 'places' in response ? response.places : {};
  const [keys, placeKeys] = [keysOf(things), keysOf(places)];
  return things.map((thing, at) => ({
    asked: identityText(thing),
    given: wordsOf(places[placeKeys.indexOf(given[keys[at] ?? ''] ?? '')]),
    right: wordsOf(home(at)),
  }));
}

export interface MixUp {
  given: string;
  right: string;
  count: number;
}

/** What was taken for what, the most often first. An order mixes up no two things, and what is reckoned or read wrongly is none. */
export function mixUps(answers: readonly { answer: Answer; given: unknown }[]): MixUp[] {
  const pairs = new Map<string, MixUp>();
  for (const { answer, given: stored } of answers) {
    if (['ordering', 'true-false', 'number', 'output'].includes(answer.type)) continue;
    for (const { given, right } of answerParts(answer, stored)) {
      if (right === '' || given === right) continue;
      const pair = pairs.get(`${given}\n${right}`) ?? { given, right, count: 0 };
      pairs.set(`${given}\n${right}`, { ...pair, count: pair.count + 1 });
    }
  }
  return [...pairs.values()].sort((a, b) => b.count - a.count);
}

/** The whole sentence or entry of a page that holds these words; null where none does. */
export function sentenceOf(page: Readable, quote: string): string | null {
  const texts: string[] = [];
  walkBlocks(blocksOf(page), null, {
    without: ['quiz'],
    block: (block) => {
      if (block.kind === 'prose')
        for (const sentence of textOf(block.html).split(/(?<=[.?!])\s+/)) texts.push(sentence);
      return undefined;
    },
    entry: ({ termText, text }) => {
      texts.push([termText, text && textOf(text)].filter(Boolean).join(': '));
      return undefined;
    },
  });
  const whole = texts.find((text) => findQuote(text, quote) !== null);
  return whole?.replace(/\s+/g, ' ').trim() ?? null;
}
