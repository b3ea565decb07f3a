/** The answer key: folded below each question where there are no scripts, and at the end of the page on paper. */

import type { PageData } from '../../core/model/course.ts';
import type { ReadQuestion } from '../../core/model/topic.ts';
import { isAnswerable, questionIdOf } from '../../core/study/questions.ts';
import { readingOrder } from '../../core/study/reading-order.ts';
import { Html } from '../topic/html.tsx';
import { viewOf } from './types/views.ts';

export function KeyFold({ question }: { question: ReadQuestion }) {
  return (
    <details className="fold question-key">
      <summary>정답과 해설</summary>
      <KeyOf question={question} />
      {question.hints.map((hint, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hints stand in their one order
        <div key={at}>
          힌트: <Html html={hint} />
        </div>
      ))}
    </details>
  );
}

/** Of all quizzes of a page, at its end; on paper only. */
export function PrintedKeys({ page }: { page: PageData }) {
  const quizzes = readingOrder(page).flatMap((part) => (part.kind === 'quiz' ? [part] : []));
  return quizzes.map(({ block, section, place }) => (
    <div className="print-key paper-only" key={`${section?.anchor} ${block.questions[0]?.id}`}>
      <p>
        <b>정답</b> {section?.titleText ?? page.titleText}
      </p>
      <ol>
        {block.questions.map((question, at) => (
          <li key={question.line} value={place.before + at + 1}>
            {isAnswerable(question) && <KeyOf question={question} />}
          </li>
        ))}
      </ol>
    </div>
  ));
}

/** Not paragraphs: options and explanations may hold code, lists and paragraphs of their own. */
function KeyOf({ question }: { question: ReadQuestion }) {
  const { Key } = viewOf(question.type);
  return (
    <>
      <div>
        <Key answer={question.answer} seed={questionIdOf(question)} />
      </div>
      {question.explanation && <Html as="div" html={question.explanation} />}
    </>
  );
}
