/** What is typed: a short answer, a number, the output of a command. */

import { escapeHtml } from '../../model/html.ts';
import type { AnswerOf } from '../../model/question.ts';
import { LINE, list, part, TEXT, type TypeExport, typedBody, variantsOf } from '../type-export.ts';

export const short: TypeExport<AnswerOf<'short'>, AnswerOf<'short'>> = {
  toExport: (answer) => answer,
  schema: { variants: part('variants') },
  sheet: ({ variants }) => ({ task: `<p>답: ${LINE}${LINE}</p>`, key: variantsOf(variants) }),
  feedback: () => [],
  gift: ({ variants }, lose) => [{ body: typedBody(variants, lose) }],
};

// GIFT knows no units, so that the unit is asked for in words.

type NumberAnswer = AnswerOf<'number'>;

const DECIMAL = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' };

export const number: TypeExport<NumberAnswer, NumberAnswer> = {
  toExport: (answer) => answer,
  schema: { text: TEXT, low: DECIMAL, high: DECIMAL, unit: TEXT },
  sheet: ({ text, unit }) => ({
    task: `<p>답: ${LINE}${LINE}${unit === '' ? '' : ' (수와 단위를 함께)'}</p>`,
    key: escapeHtml(text),
  }),
  feedback: () => [],
  gift: ({ low, high, unit }) => [
    {
      ...(unit === '' ? {} : { task: `<p>(단위: ${escapeHtml(unit)})</p>` }),
      body: `#${low === high ? low : `${low}..${high}`}`,
    },
  ],
  giftLoss: {
    message: 'GIFT는 단위를 채점하지 않으므로 단위를 물음에 적습니다.',
    applies: ({ unit }) => unit !== '',
  },
};

// In GIFT an output is a short answer for each of its lines.

type Output = AnswerOf<'output'>;

/** As many as on every sheet, so that they do not tell how many lines the output has. */
const LINES_ON_PAPER = 4;

export const output: TypeExport<Output, Output> = {
  toExport: (answer) => answer,
  schema: { lines: { ...list(TEXT), minItems: 1 } },
  sheet: ({ lines }) => ({
    task: `<p>출력:</p>${`<p>${LINE}${LINE}${LINE}</p>`.repeat(LINES_ON_PAPER)}`,
    key: lines.map((line) => `<code>${escapeHtml(line).replaceAll(' ', '&nbsp;')}</code>`).join('<br>'),
  }),
  asked: () => '<p>출력: ____</p>',
  feedback: () => [],
  gift({ lines }, lose) {
    const numbered = lines.flatMap((line, at) => (line === '' ? [] : [{ line, at }]));
    return numbered.map(({ line, at }) => ({
      task: numbered.length === 1 ? '<p>출력을 쓰세요.</p>' : `<p>출력의 ${at + 1}번째 줄을 쓰세요.</p>`,
      body: typedBody([line.trim()], lose, true),
    }));
  },
  giftLoss: {
    message: '출력이 여러 줄이면 줄마다 한 문제가 됩니다.',
    applies: ({ lines }) => lines.length > 1,
  },
};
