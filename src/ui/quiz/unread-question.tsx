/** A question that cannot be answered here (no shape fits, or its id is taken): shown as written, its answer folded. */

import type { ReactNode } from 'react';
import type { Block, Question } from '../../core/model/topic.ts';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import { KeyFold } from './answer-key.tsx';

interface UnreadQuestionProps {
  question: Question;
  number: number;
  level: number;
  /** What there is to choose, where that is known. */
  children?: ReactNode;
}

export function UnreadQuestion({ question, number, level, children }: UnreadQuestionProps) {
  const heading = `h${level}` as 'h4';
  const open = question.answer ? question.stem : question.blocks.filter((block) => !givesAway(block));
  const folded = question.answer ? [] : question.blocks.filter(givesAway);
  return (
    <section className="q" data-variant="flow">
      <div className="qno">
        <span className="n">
          <span className="vh">문제 </span>
          {number}
        </span>
      </div>
      <div className="q-body">
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
