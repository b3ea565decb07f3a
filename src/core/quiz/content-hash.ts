/** A hash of what decides a question's answer. When it changes, the question is marked 「수정됨」 until it is answered again. */

import type { ContentHash } from '../model/event.ts';
import type { ReadQuestion } from '../model/topic.ts';
import { rulesOf } from './grade.ts';
import { hash64 } from './hash64.ts';

/**
 * 16 hexadecimal digits over type, options and key. The stem, feedback, hints, markup, spaces and the order of
 * options do not count; the order of blanks and of items to be ordered does.
 */
export function contentHash({ answer }: Pick<ReadQuestion, 'answer'>): ContentHash {
  const { formerly = answer.type, content } = rulesOf(answer.type);
  return hash64(JSON.stringify([formerly, content(answer)]).normalize('NFC')) as ContentHash;
}
