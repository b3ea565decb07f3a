/** A count to be named, as a type of question that the app does not have: what grading knows of it. */

import { fieldOf, gradeParts, stringOf, type TypeRules } from '../../../../src/core/quiz/type-rules.ts';

export interface CountAnswer {
  type: 'count';
  count: number;
}

export interface CountResponse {
  type: 'count';
  text: string;
}

export const count: TypeRules<CountAnswer, CountResponse> = {
  readResponse: (value) => ({ type: 'count', text: stringOf(fieldOf(value, 'text')) }),
  isAnswered: ({ text }) => text !== '',
  grade({ count: right }, { text }) {
    const given = text === '' ? 'unanswered' : Number(text) === right ? 'correct' : 'incorrect';
    return gradeParts([{ key: '', verdict: given }]);
  },
  content: ({ count: right }) => right,
};
