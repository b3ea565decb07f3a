/** Questions that can only be read: those whose answer could not be read, and a quiz whose code failed. */

import type { ReactNode } from 'react';
import type { Block, Question, QuizBlock, ReadQuestion } from '../../core/model/topic.ts';
import { isAnswerable, questionIdOf } from '../../core/study/questions.ts';
import { Boundary } from '../shell/trouble.tsx';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import { KeyFold } from './answer-key.tsx';
import { viewOf } from './types/table.ts';

/** A quiz that fails while it is drawn leaves its questions readable, and the rest of the page goes on. */
export function QuizBoundary({ block, level, children }: PlainQuizProps & { children: ReactNode }) {
  return (
    <Boundary
      fallback={(retry) => (
        <>
          <div className="quiz-trouble" role="alert">
            <p>문제에 답하는 칸을 보여 드리지 못했습니다. 문제와 정답은 아래에서 읽을 수 있습니다.</p>
            <button className="button" type="button" onClick={retry}>
              다시 시도
            </button>
          </div>
          <PlainQuiz block={block} level={level} />
        </>
      )}
    >
      {children}
    </Boundary>
  );
}

interface PlainQuizProps {
  block: QuizBlock;
  /** Of the headings of questions. */
  level: number;
}

/** Stems, what there is to choose, and the key folded. */
export function PlainQuiz({ block, level }: PlainQuizProps) {
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

interface UnreadQuestionProps {
  question: Question;
  number: number;
  level: number;
  /** What there is to choose, where that is known. */
  children?: ReactNode;
}

/** A question that cannot be answered here (no shape fits, or its id is taken): shown as written, its answer folded. */
export function UnreadQuestion({ question, number, level, children }: UnreadQuestionProps) {
  const heading = `h${level}` as 'h4';
  const open = question.answer ? question.stem : question.blocks.filter((block) => !givesAway(block));
  const folded = question.answer ? [] : question.blocks.filter(givesAway);
  return (
    <section className="question" data-variant="flow">
      <div className="question-head">
        <span className="number">
          <span className="visually-hidden">문제 </span>
          {number}
        </span>
      </div>
      <div className="question-body">
        <Html as={heading} className="stem" html={question.title} />
        <Blocks blocks={open} level={6} />
        {children}
        {question.answer && <KeyFold question={question} />}
        {folded.length > 0 && (
          <details className="fold">
            <summary>정답과 해설</summary>
            <Blocks blocks={folded} level={6} />
          </details>
        )}
      </div>
    </section>
  );
}

/** Quotes hold hints and explanations, a line that starts with 정답 the answer. */
function givesAway(block: Block): boolean {
  return block.kind === 'prose' && /^\s*<(?:blockquote|p>정답\s*:)/.test(block.html);
}
