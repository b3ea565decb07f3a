/** How the parser recognises a count: a fenced block `count` with a number in it. */

import type { Node } from '../../../../src/core/content/markdown/nodes.ts';
import type { AnswerReader } from '../../../../src/core/content/quiz/answer-block.ts';
import type { CountAnswer } from './rules.ts';

const isCount = ({ type, token }: Node) => type === 'fence' && token.info === 'count';

export const count: AnswerReader<CountAnswer> = {
  isEnd: isCount,
  claim: ({ end, last }) =>
    isCount(end) ? { first: last, read: () => ({ type: 'count', count: Number(end.token.content) }) } : null,
};
