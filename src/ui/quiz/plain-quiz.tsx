/** A quiz to read and not to answer: stems, what there is to choose, and the key folded; for when the live one fails. */

import type { ReadQuestion } from '../../core/model/question.ts';
import type { QuizBlock } from '../../core/model/topic.ts';
import { isAnswerable, questionIdOf } from '../../core/study/questions.ts';
import { viewOf } from './types/table.ts';
import { UnreadQuestion } from './unread-question.tsx';

export function PlainQuiz({ block, level }: { block: QuizBlock; level: number }) {
  return (
    <ol className="questions">
      {block.questions.map((question, at) => (
        <li key={question.line}>
          <UnreadQuestion question={question} number={at + 1} level={level}>
            {isAnswerable(question) && <Choices question={question} />}
          </UnreadQuestion>
        </li>
      ))}
    </ol>
  );
}

function Choices({ question }: { question: ReadQuestion }) {
  const { Plain } = viewOf(question.type);
  return <Plain answer={question.answer} seed={questionIdOf(question)} />;
}
