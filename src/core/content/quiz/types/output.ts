/** The output of a command: a fenced block `output`, the last of the question, is the key. */

import type { AnswerOf } from '../../../model/question.ts';
import { outputLines } from '../../../quiz/types/output.ts';
import { lineOf, type Node } from '../../markdown/nodes.ts';
import { report } from '../../source/context.ts';
import type { AnswerReader } from '../answer-block.ts';
import { tracesIn } from '../traces.ts';

export const output: AnswerReader<AnswerOf<'output'>> = {
  // Below another answer it belongs to what is said of that.
  isEnd(node, nodes) {
    if (!isOutput(node)) return false;
    const { key, answer } = tracesIn(nodes);
    return (key ?? answer) === null;
  },
  claim({ end, last }, context) {
    if (!isOutput(end)) return null;
    return {
      first: last,
      read() {
        const lines = outputLines(end.token.content);
        if (lines.length > 0) return { type: 'output', lines };
        report(context, 'question-shape', { line: lineOf(end) - 1, params: { found: 'output-empty' } });
        return null;
      },
    };
  },
};

const isOutput = ({ type, token }: Node): boolean => type === 'fence' && /^output\b/i.test(token.info.trim());
