/** The forms of answer that GIFT knows beside true and false: options, typed answers, pairs. */

import { distinctSpellings, spellingsOf } from '../quiz/answer-text.ts';
import type { Rich } from './plain-html.ts';
import type { ExportedItem, TypedLoss } from './type-export.ts';

/** Shares of the mark that Moodle accepts, by the number of right options. */
const SHARES = ['100', '50', '33.33333', '25', '20', '16.66667', '14.28571', '12.5', '11.11111', '10'];

/** Null where Moodle would refuse so few options, or so many right ones. `marks` are those of a right and a wrong one. */
export function optionsBody(
  options: readonly (ExportedItem & { isRight: boolean })[],
  marks: (share: string) => { right: string; wrong: string },
): string | null {
  const share = SHARES[options.filter(({ isRight }) => isRight).length - 1];
  if (share === undefined || options.length < 2) return null;
  const { right, wrong } = marks(share);
  return options
    .map(({ html, isRight, feedback }) => {
      const said = feedback === null ? '' : `#[html]${escaped(feedback.html)}`;
      return `\n\t${isRight ? right : wrong}[html]${escaped(html)}${said}`;
    })
    .join('');
}

/**
 * The accepted answers in every spelling that we take for the same. An asterisk stands for anything in a typed answer, unless it is
 * escaped. An arrow would make pairs of it. Of code every letter counts.
 */
export function typedBody(
  variants: readonly string[],
  lose: (loss: TypedLoss) => void,
  isCode = false,
): string | null {
  lose('letters');
  const isTypable = (text: string) => !text.includes('->');
  const typable = variants.filter(isTypable);
  if (typable.length < variants.length) lose('arrow');
  if (typable.length === 0) return null;
  return distinctSpellings(isCode ? typable : typable.flatMap(spellingsOf).filter(isTypable))
    .map((spelling) => `\n\t=%100%${escaped(spelling.replaceAll('*', '\\*'))}`)
    .join('');
}

/** Right sides are plain text in Moodle. */
export function pairsBody(
  pairs: readonly (readonly [left: string, right: Pick<Rich, 'text'>])[],
): string | null {
  if (pairs.length < 2) return null;
  return pairs
    .map(([left, { text }]) => `\n\t=${left === '' ? '' : `[html]${escaped(left)} `}-> ${escaped(text)}`)
    .join('');
}

/** On one line, since a blank line ends a question. */
export const escaped = (text: string): string =>
  text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
