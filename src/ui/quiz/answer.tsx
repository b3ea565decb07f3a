/**
 * A question of any type: its stem, the part that is answered, and its key, which is folded below it where there are no scripts, and at
 * the end of the page on paper.
 */

import { type HTMLAttributes, memo, useMemo } from 'react';
import type { PageData } from '../../core/model/course.ts';
import type { Html as SafeHtml } from '../../core/model/html.ts';
import type { Response } from '../../core/model/question.ts';
import type { ReadQuestion } from '../../core/model/topic.ts';
import { responseTo } from '../../core/quiz/grade.ts';
import { stemParts } from '../../core/quiz/stem.ts';
import type { Grade } from '../../core/quiz/type-rules.ts';
import { isAnswerable, questionIdOf } from '../../core/study/questions.ts';
import { readingOrder } from '../../core/study/reading-order.ts';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import { viewOf } from './types/views.ts';

interface StemProps extends Omit<HTMLAttributes<HTMLElement>, 'children'> {
  as: 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'p' | 'span';
  html: SafeHtml;
}

/** A question's title: the situation as text, and what is asked of it on a line of its own. */
export function Stem({ as: Element, html, ...rest }: StemProps) {
  const { situation, asked } = useMemo(() => stemParts(html), [html]);
  if (situation === null) return <Html as={Element} html={html} {...rest} />;
  return (
    <Element {...rest}>
      <Html className="situation" html={situation} /> <Html html={asked} />
    </Element>
  );
}

/** What stands below a question's title: the rest of its stem, and how many to choose where the title does not say. */
export function StemRest({ question }: { question: ReadQuestion }) {
  const { ask } = viewOf(question.type);
  return (
    <>
      <Blocks blocks={question.stem} level={6} />
      {ask && !question.title.includes('모두') && <p className="ask">{ask}</p>}
    </>
  );
}

interface AnswerAreaProps {
  question: ReadQuestion;
  /** What has been answered so far; null for nothing. One of another type counts as nothing. */
  response: Response | null;
  /** Called with the whole response after every change: a choice, a keystroke, a move. */
  onChange: (response: Response) => void;
  /** Decides the order of what there is to choose; the question's id for the order of the prerendered page. */
  seed: string;
  /** `grade(question, response)` once it is to be shown: marks, feedback, the right answer beside the learner's. */
  grade?: Grade | null;
  /** Shown and not to be changed, without telling what is right. */
  isDisabled?: boolean;
  /** Id of the element that names the question, such as its stem. */
  labelledBy: string;
}

export const AnswerArea = memo(function AnswerArea(props: AnswerAreaProps) {
  const { question, response, onChange, seed, grade = null, isDisabled = false, labelledBy } = props;
  const { answer } = question;
  const { Area } = viewOf(answer.type);
  const fitting = responseTo(question, response);
  return (
    <Area
      answer={answer}
      response={fitting}
      onChange={onChange}
      seed={seed}
      grade={grade}
      isDisabled={isDisabled}
      labelledBy={labelledBy}
    />
  );
});

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
