/** The answer key: folded below each question where there are no scripts, and at the end of the page on paper. */

import type { PageData } from '../../core/model/course.ts';
import type { Question, ReadQuestion } from '../../core/model/topic.ts';
import { isAnswerable, questionIdOf } from '../../core/study/questions.ts';
import { Html } from '../topic/html.tsx';
import { viewOf } from './types/views.ts';

export function KeyFold({ question }: { question: ReadQuestion }) {
  return (
    <details className="fold question-key">
      <summary>정답과 해설</summary>
      <KeyOf question={question} />
      {question.hints.map((hint, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hints stand in their one order
        <p key={at}>
          힌트: <Html html={hint} />
        </p>
      ))}
    </details>
  );
}

/** On paper only. */
export function PrintedKey({ page, questions }: { page: PageData; questions: readonly Question[] }) {
  return (
    <div className="print-key">
      <p>
        <b>정답</b> {page.titleText}
      </p>
      <ol>
        {questions.map((question, at) => (
          <li key={question.line} value={at + 1}>
            {isAnswerable(question) && <KeyOf question={question} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

function KeyOf({ question }: { question: ReadQuestion }) {
  const { Key } = viewOf(question.type);
  return (
    <>
      <p>
        <Key answer={question.answer} seed={questionIdOf(question)} />
      </p>
      {question.explanation && <Html as="p" html={question.explanation} />}
    </>
  );
}
