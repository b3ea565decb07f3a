/** A particle right behind a blank that fits only a batchim, or only a vowel, tells how the answer ends. */

import { type Context, report } from '../source/context.ts';
import { placeInRun } from '../source/positions.ts';
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

/** Checks what stands behind the blank that ends at an offset of a run; `line` is the run's first, 0-based. */
export function checkParticle(content: string, end: number, line: number, context: Context): void {
  const from = end + (MARKS.exec(content.slice(end))?.[0].length ?? 0);
  const particle = PARTICLE.exec(content.slice(from))?.[1];
  const both = PARTICLES.find(([closed, open]) => particle === closed || particle === open)?.[2];
  if (particle === undefined || both === undefined) return;
  const place = placeInRun(context, line, content, from);
  const isThere = context.source.lines[place.line]?.startsWith(particle, place.column);
  const start = offsetAt(context.source, place.line, place.column);
  const stop = offsetAt(context.source, place.line, place.column + particle.length);
  const fix = { label: `「${both}」로 바꾸기`, edits: [{ start, end: stop, text: both }] };
  report(
    context,
    'item-blank-particle',
    place.line,
    place.column,
    { particle, both },
    isThere ? fix : undefined,
  );
}
