/** A quiz to read: the questions and their options; what gives the answer away stays folded. */

import type { Block, Question, QuizBlock } from '../../core/model/topic.ts';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';

export function QuizView({ block, level }: { block: QuizBlock; level: number }) {
  const heading = `h${Math.min(level, 5)}` as 'h3';
  return (
    <section className="quiz">
      <header className="sec">
        <Html as={heading} className="quiz-h" html={block.title} />
      </header>
      <Blocks blocks={block.intro} level={6} />
      <ol className="questions">
        {block.questions.map((question, index) => (
          <QuestionView key={question.line} question={question} number={index + 1} level={level + 1} />
        ))}
      </ol>
    </section>
  );
}

function QuestionView({ question, number, level }: { question: Question; number: number; level: number }) {
  const heading = `h${Math.min(level, 6)}` as 'h4';
  const open = question.blocks.filter((block) => !givesAway(block));
  const folded = question.blocks.filter(givesAway);
  return (
    <li className="q">
      <span className="qno" aria-hidden="true">
        {number}
      </span>
      <div className="q-body">
        <Html as={heading} className="stem" html={question.title} />
        <Blocks blocks={open} level={6} />
        {folded.length > 0 && (
          <details className="fold">
            <summary>정답과 해설</summary>
            <Blocks blocks={folded} level={6} />
          </details>
        )}
      </div>
    </li>
  );
}

/** Quotes hold hints and explanations, a line that starts with 정답 the answer. */
function givesAway(block: Block): boolean {
  return block.kind === 'prose' && /^\s*<(?:blockquote|p>정답\s*:)/.test(block.html);
}
