/** The output of a command; in GIFT a short answer for each of its lines. */

import { escapeHtml } from '../../model/html.ts';
import type { AnswerOf } from '../../model/question.ts';
import { typedBody } from '../gift-form.ts';
import { LINE, list, TEXT, type TypeExport } from '../type-export.ts';

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
