/** A question on paper: the question in a shuffled order, and its key with the same numbers. */

import { escapeHtml } from '../model/html.ts';
import type { ExportedQuestion } from './document.ts';
import type { Sheet } from './type-export.ts';
import { exportOf } from './types/table.ts';

/** Title and stem; a title that asks for several says so. */
export function headOf({ title, stem, answer }: ExportedQuestion): string {
  const { titleNote = '' } = exportOf(answer.type);
  return `<p><b>${title.html}</b>${/모두/.test(title.text) ? '' : titleNote}</p>${stem?.html ?? ''}`;
}

export const sheetOf = ({ id, answer }: ExportedQuestion, seed = ''): Sheet =>
  exportOf(answer.type).sheet(answer, `${seed}${id}`);

/** What is told after the answer: each feedback beside its item unless that is told elsewhere, the explanation, the sources. */
export function afterwardsOf(
  { answer, explanation, sources }: ExportedQuestion,
  { isFeedbackElsewhere = false } = {},
): string {
  const said = isFeedbackElsewhere ? [] : exportOf(answer.type).feedback(answer);
  const feedback = said.map(([item, words]) => `<li>${item.html}: ${words.html}</li>`);
  return [
    feedback.length > 0 ? `<ul>${feedback.join('')}</ul>` : '',
    explanation === null ? '' : `<p>${explanation.html}</p>`,
    ...sources.map(({ label, address, quote }) => {
      const name = escapeHtml(label);
      const link = address === null ? name : `<a href="${escapeHtml(address)}">${name}</a>`;
      return `<p>출처: ${link}${quote === null ? '' : ` “${escapeHtml(quote)}”`}</p>`;
    }),
  ].join('');
}
