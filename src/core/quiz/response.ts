/** Responses of any type: parsing a stored one, whether it says anything, and claiming a near miss. */

import type { Response } from '../model/question.ts';
import { fieldOf, stringOf } from '../model/unknown.ts';
import { rulesOf } from './grade.ts';

/** A response as it was kept somewhere; null for anything that is none. Never throws. */
export const parseResponse = (value: unknown): Response | null =>
  rulesOf(stringOf(fieldOf(value, 'type')))?.readResponse(value) ?? null;

/** Whether a response says anything. */
export const isAnswered = (response: Response | null | undefined): boolean =>
  response ? (rulesOf(response.type)?.isAnswered(response) ?? false) : false;

/**
 * The response of a learner who says that near misses were slips of the keys; `parts` are the keys of their grades.
 * Null where nothing is typed.
 */
export const claimNear = (response: Response | null, parts: readonly string[]): Response | null =>
  response ? (rulesOf(response.type)?.claim?.(response, parts) ?? null) : null;
