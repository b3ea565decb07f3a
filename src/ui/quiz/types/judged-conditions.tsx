/** The conditions of a file, judged: the tests are run at every change, and the response says which are met. */

import { type ComponentType, useLayoutEffect, useMemo } from 'react';
import { type Outcome, type ReadText, runTest } from '../../../core/files/file-test.ts';
import type { AnswerOf } from '../../../core/model/question.ts';
import { keyOfCheck } from '../../../core/quiz/types/fix.ts';
import { Conditions, type ConditionsProps } from './conditions.tsx';

/** Of each condition the first test that is not met, else the last one. */
function judge({ checks }: AnswerOf<'fix'>, text: string, read: ReadText): Outcome[] {
  const file = read(text);
  return checks.flatMap(({ tests }) => {
    const outcomes = tests.map((test) => runTest(test, text, file));
    return outcomes.find(({ isMet }) => !isMet) ?? outcomes.at(-1) ?? [];
  });
}

export function judgedWith(read: ReadText): ComponentType<ConditionsProps> {
  return function JudgedConditions(props: ConditionsProps) {
    const { answer, response, text, grade, onChange } = props;
    const outcomes = useMemo(() => judge(answer, text ?? '', read), [answer, text]);
    const met = answer.checks.filter((_, at) => outcomes[at]?.isMet).map(keyOfCheck);
    const isTold = grade !== null || met.join('\n\n') === response?.met?.join('\n\n');
    // Before the page is painted, so that no way to submit goes and comes.
    useLayoutEffect(() => {
      if (!isTold) onChange({ type: 'fix', text, met });
    });
    return <Conditions {...props} outcomes={outcomes} />;
  };
}
