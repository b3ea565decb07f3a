/**
 * The part of a question that is answered, of any type: controlled, without a record, so that a quiz grades at once and
 * an exam at its end. A ninth type is a file in `areas/` and a line here.
 */

import { type ComponentType, memo } from 'react';
import type { QuestionType, ReadQuestion, Response, ResponseOf } from '../../core/model/question.ts';
import type { Grade } from '../../core/quiz/type-rules.ts';
import type { AreaProps } from './types/area.ts';
import { CategoriesArea } from './types/categories.tsx';
import { ClozeArea } from './types/cloze.tsx';
import { MatchingArea } from './types/matching.tsx';
import { MultipleArea } from './types/multiple.tsx';
import { OrderingArea } from './types/ordering.tsx';
import { ShortArea } from './types/short.tsx';
import { SingleArea } from './types/single.tsx';
import { TrueFalseArea } from './types/true-false.tsx';

const AREAS: { [T in QuestionType]: ComponentType<AreaProps<T>> } = {
  single: SingleArea,
  multiple: MultipleArea,
  'true-false': TrueFalseArea,
  short: ShortArea,
  cloze: ClozeArea,
  matching: MatchingArea,
  ordering: OrderingArea,
  categories: CategoriesArea,
};

export interface AnswerAreaProps {
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
  // The record pairs each type with its own area, which a lookup by a union cannot tell.
  const Area = AREAS[answer.type] as ComponentType<AreaProps<QuestionType>>;
  const fitting = response?.type === answer.type ? (response as ResponseOf<QuestionType>) : null;
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
