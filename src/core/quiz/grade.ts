/**
 * What one can do with a question and a response whatever the type: grade, list the choices, parse a stored response, tell whether it says
 * anything, stand by an answer, and tell by a hash whether the answer has changed.
 */

import type { ContentHash } from '../model/event.ts';
import type { Answer, AnswerOf, QuestionType, Response, ResponseOf } from '../model/question.ts';
import type { ReadQuestion } from '../model/topic.ts';
import { hash64 } from './hash64.ts';
import type { Choice } from './option-keys.ts';
import { fieldOf, type Grade, stringOf, type TypeRules } from './type-rules.ts';
import { multiple, single, trueFalse } from './types/choice.ts';
import { cloze } from './types/cloze.ts';
import { fix } from './types/fix.ts';
import { categories, matching, ordering } from './types/placing.ts';
import { number, output, short } from './types/typed.ts';

/** The table of question types for grading and recording. A new type is a file in types/ and a line here. */
export const RULES: { [T in QuestionType]: TypeRules<AnswerOf<T>, ResponseOf<T>> } = {
  single,
  multiple,
  'true-false': trueFalse,
  short,
  number,
  output,
  cloze,
  matching,
  ordering,
  categories,
  fix,
};

type Answerable = Pick<ReadQuestion, 'answer'>;
type AnyRules = TypeRules<Answer, Response>;

/** The rules of a type; undefined for a name that is none. The table pairs each type with its own rules, which a lookup by a union cannot tell. */
export function rulesOf(type: QuestionType): AnyRules;
export function rulesOf(type: string): AnyRules | undefined;
export function rulesOf(type: string): AnyRules | undefined {
  return Object.hasOwn(RULES, type) ? (RULES[type as QuestionType] as AnyRules) : undefined;
}

/**
 * Grades a response of any shape; one of another type of question counts as none.
 * `score` is from 0 to 1, `parts` has an entry for each option, blank, pair or item.
 */
export function grade({ answer }: Answerable, response: unknown): Grade {
  return rulesOf(answer.type).grade(
    answer,
    responseTo({ answer }, response) ?? rulesOf(answer.type).readResponse(null),
  );
}

/** A response of any shape as one to this question; null for one of another type, and for none. */
export function responseTo({ answer }: Answerable, response: unknown): Response | null {
  const { formerly, readResponse } = rulesOf(answer.type);
  const type = fieldOf(response, 'type');
  return type !== undefined && (type === answer.type || type === formerly) ? readResponse(response) : null;
}

/**
 * What there is to choose, order or place, in the order of the seed. Does not depend on the author's order.
 * Two or more items to be ordered never come in the right order, unless they all read the same.
 */
export const choicesFor = ({ answer }: Answerable, seed: string): Choice[] =>
  rulesOf(answer.type).choices?.(answer, seed) ?? [];

/** Where choices go, such as the left sides of a matching, in the author's order. */
export const placesFor = ({ answer }: Answerable): Choice[] => rulesOf(answer.type).places?.(answer) ?? [];

/** A response as it was kept somewhere; null for anything that is none. Never throws. */
export const parseResponse = (value: unknown): Response | null =>
  rulesOf(stringOf(fieldOf(value, 'type')))?.readResponse(value) ?? null;

/** Whether a response says anything. */
export const isAnswered = (response: Response | null | undefined): boolean =>
  response ? (rulesOf(response.type)?.isAnswered(response) ?? false) : false;

/**
 * The response of a learner who stands by what was typed; `parts` are the keys of the grades overruled.
 * Null where nothing is typed.
 */
export const claimNear = (response: Response | null, parts: readonly string[]): Response | null =>
  response ? (rulesOf(response.type)?.claim?.(response, parts) ?? null) : null;

/**
 * 16 hexadecimal digits over type, options and key. The stem, feedback, hints, markup, spaces and the order of
 * options do not count; the order of blanks and of items to be ordered does.
 */
export function contentHash({ answer }: Pick<ReadQuestion, 'answer'>): ContentHash {
  const { formerly = answer.type, content } = rulesOf(answer.type);
  return hash64(JSON.stringify([formerly, content(answer)]).normalize('NFC')) as ContentHash;
}
