/** Tells the situation of a stem from what is asked of it, so that a reader finds the question: 「서버가 멈췄다. 원인은 무엇인가요?」. */

import { type Html, trusted } from '../model/html.ts';

export interface StemParts {
  /** Null where the stem asks from its start on, or nowhere: a statement to be judged. */
  situation: Html | null;
  asked: Html;
}

/** A sentence has ended: 「멈췄다.」, 「A server stops.」, but neither `v1.` nor 「e.g.」. */
const ENDED = /(?:[?!]|[가-힣)”’"]\.|\p{L}{4,}\.)[)”’"]*$/u;
/** 「무엇인가요?」, 「모두 고르세요.」, 「쓰시오」. */
const ASKS = /(?:\?|(?:세요|시오|[하르쓰보으누]라)[.!]?)[)”’"]*$/;
const PIECES = /<(\/?)([a-z]+)[^>]*>|\s+|[^<\s]+/g;
const EMPTY_TAGS = new Set(['br', 'img', 'input', 'link']);

/** Cuts between two sentences, never within a tag. */
export function stemParts(title: Html): StemParts {
  let [depth, start, words] = [0, 0, ''];
  for (const { 0: piece, 1: closing, 2: tag, index } of title.matchAll(PIECES)) {
    if (tag !== undefined) {
      if (!EMPTY_TAGS.has(tag)) depth += closing ? -1 : 1;
    } else if (piece.trim() !== '') words += piece.replaceAll('&quot;', '"');
    else if (depth === 0 && ENDED.test(words)) {
      if (ASKS.test(words)) break;
      [start, words] = [index + piece.length, ''];
    } else words += ' ';
  }
  return start > 0 && ASKS.test(words)
    ? { situation: trusted(title.slice(0, start).trimEnd()), asked: trusted(title.slice(start)) }
    : { situation: null, asked: title };
}
