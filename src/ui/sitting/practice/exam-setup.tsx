/** Sets up a mock exam: number of questions, areas, timer. */

import { useId, useState } from 'react';
import type { PageData } from '../../../core/model/course.ts';
import { leastSeen, questionExercises } from '../../../core/study/exercises.ts';
import { spread } from '../../../core/study/practice-set.ts';
import type { Exam } from '../../../store/study/sittings.ts';
import type { Ready } from '../record-page.tsx';
import { areaName } from './sets.tsx';

const SIZES = [10, 20, 40];
const MINUTES_A_QUESTION = 1;

interface ExamSetupProps {
  page: PageData;
  ready: Ready;
  start: (exam: Exam) => void;
}

export function ExamSetup({ page, ready: { index, state }, start }: ExamSetupProps) {
  const all = questionExercises(index, leastSeen(state));
  const areas = [...new Set(all.map(({ area }) => area))];
  const [chosen, setChosen] = useState<readonly string[]>(areas);
  const [wish, setWish] = useState(20);
  const [isTimed, setTimed] = useState(false);
  const pool = all.filter(({ area }) => chosen.includes(area));
  const size = Math.min(wish, pool.length);
  const sizes = SIZES.filter((each) => each < pool.length);

  const begin = () => {
    const now = Date.now();
    start({
      items: spread(pool, String(now))
        .slice(0, size)
        .map(({ item }) => item),
      seed: String(now),
      startedAt: now,
      minutes: isTimed ? size * MINUTES_A_QUESTION : null,
      responses: {},
      elapsed: {},
      isOver: false,
    });
  };
  return (
    <article className="study">
      <h1 tabIndex={-1}>모의고사</h1>
      <p className="study-lead">끝까지 풀고 제출하면 채점합니다. 풀다가 닫아도 이어서 풀 수 있습니다.</p>
      <form
        className="exam-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (size > 0) begin();
        }}
      >
        <AreaChoice page={page} areas={areas} chosen={chosen} choose={setChosen} />
        <SizeChoice sizes={[...sizes, pool.length]} size={size} choose={setWish} />
        <label className="exam-check line">
          <input type="checkbox" checked={isTimed} onChange={({ target }) => setTimed(target.checked)} />
          <span>
            시간 재기{' '}
            <span className="note numeric">{`${size * MINUTES_A_QUESTION}분, 다 되면 저절로 제출됩니다`}</span>
          </span>
        </label>
        <p className="study-actions">
          <button className="button button-main" type="submit" aria-disabled={size === 0}>
            모의고사 시작
          </button>
        </p>
        {size === 0 && <p className="note">영역을 하나 이상 고르세요.</p>}
      </form>
    </article>
  );
}

interface AreaChoiceProps {
  page: PageData;
  areas: readonly string[];
  chosen: readonly string[];
  choose: (areas: readonly string[]) => void;
}

function AreaChoice({ page, areas, chosen, choose }: AreaChoiceProps) {
  return (
    <fieldset>
      <legend>영역</legend>
      {areas.map((area) => (
        <label key={area} className="exam-check line">
          <input
            type="checkbox"
            checked={chosen.includes(area)}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, area] : chosen.filter((each) => each !== area))
            }
          />
          <span>
            <span className="number numeric">{area}</span> {areaName(area, page.course.areas)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface SizeChoiceProps {
  /** The last one is all there is. */
  sizes: readonly number[];
  size: number;
  choose: (size: number) => void;
}

function SizeChoice({ sizes, size, choose }: SizeChoiceProps) {
  const names = useId();
  return (
    <fieldset>
      <legend>문제 수</legend>
      <div className="segmented">
        {sizes.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`${names}-size`}
              checked={size === each}
              onChange={() => choose(each)}
            />
            <span className="numeric">{each === sizes.at(-1) ? `전체 ${each}` : each}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
