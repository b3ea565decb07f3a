/** What the exports make of a count. */

import { type TypeExport, typedBody } from '../../../../src/core/export/type-export.ts';
import type { CountAnswer } from './rules.ts';

export const count: TypeExport<CountAnswer, CountAnswer> = {
  toExport: (answer) => answer,
  schema: { count: { type: 'number' } },
  sheet: (answer) => ({ task: '<p>개수: ____</p>', key: String(answer.count) }),
  feedback: () => [],
  gift: (answer, onArrow) => [{ body: typedBody([String(answer.count)], onArrow) }],
};
