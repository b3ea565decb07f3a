/** A particle after a blank that fits only one kind of ending gives the answer away: `[[커널]]을` → `[[커널]]을(를)`. */

import type { AnswerOf } from '../../model/question.ts';
import { findBlanks } from '../quiz/blanks.ts';
import { type Context, report } from '../source/context.ts';
import { offsetAt } from '../source/source.ts';

/** After a batchim, after a vowel, and for both. 이다, 이며 and 입니다 fit both in writing. */
const PARTICLES: [closed: string, open: string, both: string][] = [
  ['을', '를', '을(를)'],
  ['은', '는', '은(는)'],
  ['이', '가', '이(가)'],
  ['과', '와', '와(과)'],
  ['으로', '로', '(으)로'],
  ['이라는', '라는', '(이)라는'],
  ['이라고', '라고', '(이)라고'],
  ['이란', '란', '(이)란'],
  ['이나', '나', '(이)나'],
  ['이랑', '랑', '(이)랑'],
  ['이에요', '예요', '이에요(예요)'],
];
/** What may follow a particle before the word ends: 으로는, 로부터, 과의. */
const TAIL = '(?:서|써|부터|는|도|만|의)?(?![\\p{L}\\p{N}(])';
const PARTICLE = new RegExp(
  `^(${PARTICLES.map(([closed, open]) => `${closed}|${open}`).join('|')})${TAIL}`,
  'u',
);
/** Marks of inline markup between the blank and the particle. */
const MARKS = /^(?:[*_~]+|`+)?/;

/** Checks what stands behind each blank, in the lines of the source. */
export function checkParticles({ parts }: AnswerOf<'cloze'>, context: Context): void {
  const lines = new Set(parts.flatMap((part) => (part.kind === 'blank' ? [part.line - 1] : [])));
  for (const line of lines) {
    const text = context.source.lines[line] ?? '';
    for (const { end } of findBlanks(text).blanks) checkParticle(text, end, line, context);
  }
}

function checkParticle(text: string, end: number, line: number, context: Context): void {
  const column = end + (MARKS.exec(text.slice(end))?.[0].length ?? 0);
  const particle = PARTICLE.exec(text.slice(column))?.[1];
  const both = PARTICLES.find(([closed, open]) => particle === closed || particle === open)?.[2];
  if (particle === undefined || both === undefined) return;
  const start = offsetAt(context.source, line, column);
  const stop = offsetAt(context.source, line, column + particle.length);
  const fix = { label: `「${both}」로 바꾸기`, edits: [{ start, end: stop, text: both }] };
  report(context, 'item-blank-particle', { line, column, params: { particle, both }, fix });
}
