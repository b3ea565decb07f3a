/** The marks of the three recall verdicts, each a shape, a word and a colour. */

import type { RecallVerdict } from '../../core/model/event.ts';

export const GRADES: readonly { grade: RecallVerdict; label: string }[] = [
  { grade: 'known', label: '떠올림' },
  { grade: 'vague', label: '가물가물' },
  { grade: 'missed', label: '못 떠올림' },
];

const SHAPES: Record<RecallVerdict, { path: string; width: number }> = {
  known: { path: 'M10 3.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5Z', width: 2 },
  vague: { path: 'M10 4 17 16H3Z', width: 1.75 },
  missed: { path: 'M15.5 3.5 4.5 16.5', width: 2.25 },
};

/** With a label it is a picture of its own; beside a word it is decoration. */
export function GradeMark({ grade, label }: { grade: RecallVerdict; label?: string }) {
  const { path, width } = SHAPES[grade];
  const naming = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or hidden beside a word
    <svg className="icon icon-small grade-mark" data-grade={grade} viewBox="0 0 20 20" {...naming}>
      <path d={path} strokeWidth={width} />
    </svg>
  );
}

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
