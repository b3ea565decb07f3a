/**
 * A quiz on its page: prerendered, and hydrated as a piece of its own. Above its questions it keeps a place for the author's tools, in
 * development only: they import the page's parts, so the page cannot import them, and they set here what it shows.
 */

import { type ComponentType, memo, Suspense } from 'react';
import { create } from 'zustand';
import type { PageData } from '../../core/model/course.ts';
import type { Question, QuizBlock, Section } from '../../core/model/topic.ts';
import { lazyPart } from '../lazy.tsx';
import { Html } from '../topic/html.tsx';

export interface QuizProps {
  page: PageData;
  block: QuizBlock;
  /** The section it checks; null for the whole topic. */
  section: Section | null;
  /** Level of its heading. */
  level: number;
  /** Id of its heading on the page. */
  anchor?: string;
  /** Before its title, where a page has several: 「conda 전체」. */
  prefix?: string | null;
  /** Questions of the page before it, from which its numbers go on. */
  before?: number;
}

export const Quiz = lazyPart<QuizProps>(async () => (await import('./quiz.tsx')).Quiz);

/** The same while its block is the same: a boundary that changes before it is hydrated would be drawn anew. */
export const QuizView = memo(function QuizView(props: QuizProps) {
  const Heading = `h${Math.min(props.level, 5)}` as 'h3';
  return (
    <section className="quiz">
      <header className="section-head">
        <Heading className="quiz-title" id={props.anchor} tabIndex={-1}>
          {props.prefix && `${props.prefix} `}
          <Html html={props.block.title} />
        </Heading>
      </header>
      <Suspense fallback={null}>
        <Quiz {...props} />
      </Suspense>
      <LoadTrouble />
    </section>
  );
});

/** Any click tries again, and the button says so. Beside the boundary and not around it: the prerendered quiz would be gone with the first change around it. */
function LoadTrouble() {
  return (
    Quiz.useHasFailed() && (
      <p className="quiz-trouble" role="alert">
        문제를 불러오지 못했습니다. 인터넷에 연결되면 다시 불러옵니다.{' '}
        <button className="button" type="button">
          다시 시도
        </button>
      </p>
    )
  );
}

export interface QuestionMarkProps {
  page: PageData;
  question: Question;
}

/** What is wrong with a question; null until the tools are there. */
export const useQuestionMark = /* @__PURE__ */ create<{
  QuestionMark: ComponentType<QuestionMarkProps> | null;
}>(() => ({ QuestionMark: null }));
