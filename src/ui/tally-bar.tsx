/**
 * A tally as a bar, and the head of a page's tallies. One stroke a question, at one pitch everywhere, so that a long topic looks long. Four forms, told apart
 * without colour: filled is 기억, hollow 복습, a slash 오답, a dot on the line 안 풂.
 */

import type { ReactNode } from 'react';
import type { TreeNode } from '../core/model/course.ts';
import { STANDING_NAMES, STANDINGS, type Standing, type Tally, tallyWords } from '../core/model/study.ts';

/** Sizes in the drawing: a stroke's pitch, the height of a row and the distance from one row to the next. */
const [PITCH, HEIGHT, STEP] = [4, 12, 15];
/** Strokes in one row; more begin another one. */
const MOST_IN_ROW = 24;

/** A stroke at (x, y), its upper left corner. */
const STROKES: Record<Standing, (x: number, y: number) => string> = {
  remembered: (x, y) => `M${x} ${y}h3v12h-3z`,
  due: (x, y) => `M${x + 0.5} ${y + 0.5}h2v11h-2z`,
  wrong: (x, y) => `M${x + 0.1} ${y + 11.2}l2.9-10.4`,
  new: (x, y) => `M${x + 1.5} ${y + 11}h0`,
};

interface TallyBarProps {
  tally: Tally;
  /** Said before the numbers: 「1 환경관리 툴」. */
  name?: string;
  /** Where the numbers stand beside it in words. */
  isDecoration?: boolean;
  mostInRow?: number;
}

/** The pitch is the font size of the style sheet. */
export function TallyBar({ tally, name, isDecoration = false, mostInRow = MOST_IN_ROW }: TallyBarProps) {
  const columns = Math.min(mostInRow, Math.max(1, tally.all));
  const height = HEIGHT + STEP * (Math.ceil(Math.max(1, tally.all) / columns) - 1);
  let at = 0;
  const paths = STANDINGS.map((standing) => {
    const strokes = Array.from({ length: tally[standing] }, () => {
      const [x, y] = [(at % columns) * PITCH, Math.floor(at / columns) * STEP];
      at += 1;
      return STROKES[standing](x, y);
    });
    return { standing, d: strokes.join('') };
  });
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or hidden beside words
    <svg
      className="strokes"
      width={`${columns}em`}
      height={height}
      viewBox={`0 0 ${columns * PITCH} ${height}`}
      preserveAspectRatio="none"
      {...(isDecoration
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': [name, tallyWords(tally)].filter(Boolean).join(', ') })}
    >
      {paths.map(
        ({ standing, d }) => d !== '' && <path key={standing} className={`stroke-${standing}`} d={d} />,
      )}
    </svg>
  );
}

/** The stroke of a standing by itself. */
const Key = ({ standing }: { standing: Standing }) => (
  <svg
    className="strokes stroke-key"
    width="1em"
    height="14"
    viewBox="0 0 4 12"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <path
      className={`stroke-${standing}`}
      d={standing === 'new' ? 'M.5 11h0M3.5 11h0' : STROKES[standing](0, 0)}
    />
  </svg>
);

interface TallyHeadProps {
  id: string;
  tally: Tally;
  /** While the record is being read only the frame stands, so that nothing moves when the numbers come. */
  isKnown: boolean;
  /** Beside the heading. */
  action?: ReactNode;
  /** Below a number. */
  notes?: Partial<Record<Standing, ReactNode>>;
  children?: ReactNode;
}

/** 「169문제 중」 and the four numbers, which are the legend of the strokes too. */
export function TallyHead({ id, tally, isKnown, action, notes = {}, children }: TallyHeadProps) {
  return (
    <section className={isKnown ? 'tally is-known screen-only' : 'tally'} aria-labelledby={id}>
      <div className="spread">
        <h2 id={id}>{`${tally.all}문제 중`}</h2>
        {action}
      </div>
      <dl className="numeric">
        {STANDINGS.map((standing) => (
          <div key={standing}>
            <dt className="with-icon">
              <Key standing={standing} />
              <span>{STANDING_NAMES[standing]}</span>
            </dt>
            <dd>{isKnown ? tally[standing] : '\u00a0'}</dd>
            {notes[standing] && <dd className="note">{notes[standing]}</dd>}
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}

/** So many strokes of an area stand in a row, for the narrowest phone. */
const MOST_IN_RUN = 60;

interface RunsProps {
  areas: readonly TreeNode[];
  tallyOf: (area: TreeNode) => Tally | null;
}

/** The course as a run of strokes for each area, which leads to the area's rows. */
export function AreaRuns({ areas, tallyOf }: RunsProps) {
  const runs = areas.flatMap((area) => {
    const tally = tallyOf(area);
    return tally ? [{ area, tally }] : [];
  });
  if (runs.length < 2) return null;
  return (
    <ul className="runs note">
      {runs.map(({ area: { number, title }, tally }) => (
        <li key={number}>
          <a href={`#area-${number}`}>
            <TallyBar tally={tally} name={`${number} ${title}`} mostInRow={MOST_IN_RUN} />
            <span aria-hidden="true">
              <b>{number}</b> <span>{title}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
