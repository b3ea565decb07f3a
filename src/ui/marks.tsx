/**
 * Marks as a teacher draws them: ○ right, ╱ wrong, △ partly right; the three verdicts of recalling have the same, each a shape, a word and
 * a colour.
 */

import type { SVGAttributes } from 'react';
import type { QuestionVerdict, RecallVerdict } from '../core/model/event.ts';

export const VERDICTS: Record<QuestionVerdict, string> = {
  correct: '맞음',
  partial: '일부 맞음',
  incorrect: '틀림',
  unanswered: '아직 모름',
};

const RIGHT = { path: 'M10 3.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5Z', width: 2 };
const PARTLY = { path: 'M10 4 17 16H3Z', width: 1.75 };
const WRONG = { path: 'M15.5 3.5 4.5 16.5', width: 2.25 };
const SMALL: Record<QuestionVerdict | RecallVerdict, { path: string; width: number }> = {
  correct: RIGHT,
  partial: PARTLY,
  incorrect: WRONG,
  unanswered: { path: 'M5 10h10', width: 2.25 },
  known: RIGHT,
  vague: PARTLY,
  missed: WRONG,
};

interface SmallProps extends SVGAttributes<SVGSVGElement> {
  shape: keyof typeof SMALL;
  label: string | undefined;
}

/** With a label it is a picture of its own; beside a word it is decoration. */
function Small({ shape, label, ...rest }: SmallProps) {
  const { path, width } = SMALL[shape];
  const naming = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or hidden beside a word
    <svg {...rest} viewBox="0 0 20 20" {...naming}>
      <path d={path} strokeWidth={width} />
    </svg>
  );
}

export const Mark = ({ verdict, label }: { verdict: QuestionVerdict; label?: string }) => (
  <Small shape={verdict} label={label} className="icon icon-small mark" data-verdict={verdict} />
);

const LARGE: Partial<Record<QuestionVerdict, string>> = {
  correct:
    'M33 7.5C22 3.5 8.5 9 6.5 22.5 4.8 34.5 14 43.5 25.5 42.8 37 42 44 32.5 42.6 21.8 41.4 12.4 33.6 5.6 22.5 5.4',
  partial: 'M24.5 5.5C19 16.5 12 29 5.5 40.5 18 39.4 30.4 39.6 43 41 37 28.6 30.4 16.5 23.4 4.5',
  incorrect: 'M39 5.5C29.5 17 19 30 8.5 43',
};

/** Drawn over the number of a graded question; an old one stands there. 「모르겠음」 has no mark. */
export function Hand({ verdict, isOld = false }: { verdict: QuestionVerdict; isOld?: boolean }) {
  const path = LARGE[verdict];
  if (path === undefined) return null;
  return (
    <svg
      className={`icon hand screen-only${isOld ? ' old' : ''}`}
      data-verdict={verdict}
      viewBox="0 0 48 48"
      aria-hidden="true"
    >
      <path pathLength="1" strokeDasharray="1" d={path} />
    </svg>
  );
}

export const GRADES: readonly { grade: RecallVerdict; label: string }[] = [
  { grade: 'known', label: '떠올림' },
  { grade: 'vague', label: '가물가물' },
  { grade: 'missed', label: '못 떠올림' },
];

export const GradeMark = ({ grade, label }: { grade: RecallVerdict; label?: string }) => (
  <Small shape={grade} label={label} className="icon icon-small grade-mark" data-grade={grade} />
);

export function Eye() {
  return (
    <svg className="icon icon-small" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5ZM10 7.75a2.25 2.25 0 1 1 0 4.5 2.25 2.25 0 0 1 0-4.5Z" />
    </svg>
  );
}

/** The table listens for them; on a phone they stand in the foot. */
export function GradeButtons({ onGrade }: { onGrade?: (grade: RecallVerdict) => void }) {
  return GRADES.map(({ grade, label }) => (
    <button
      key={grade}
      className="button button-small"
      type="button"
      data-grade={grade}
      onClick={onGrade && (() => onGrade(grade))}
    >
      <GradeMark grade={grade} />
      {label}
    </button>
  ));
}
