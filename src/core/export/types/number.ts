/** A number. GIFT knows no units, so that the unit is asked for in words. */

import { escapeHtml } from '../../model/html.ts';
import type { AnswerOf } from '../../model/question.ts';
import { LINE, TEXT, type TypeExport } from '../type-export.ts';

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
