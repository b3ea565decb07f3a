/**
 * The place that a page keeps for the author's tools, in development only. They import the page's parts, so the page cannot
 * import them: they set here what it shows.
 */

import type { ComponentType } from 'react';
import { create } from 'zustand';
import type { PageData } from '../core/model/course.ts';
import type { Question } from '../core/model/topic.ts';

export interface QuestionMarkProps {
  page: PageData;
  question: Question;
}

/** What is wrong with a question; null until the tools are there. */
export const useQuestionMark = /* @__PURE__ */ create<{
  QuestionMark: ComponentType<QuestionMarkProps> | null;
}>(() => ({ QuestionMark: null }));
