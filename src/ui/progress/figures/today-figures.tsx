/** The course in four numbers, and what to do about them. */

import { dayNumber } from '../../../core/memory/day-number.ts';
import { itemState, type RecordState } from '../../../core/memory/record-state.ts';
import type { Day } from '../../../core/model/event.ts';
import type { StudyIndex } from '../../../core/model/study.ts';
import { type DayPlan, sumOf } from '../../../core/study/due-exercises.ts';
import { missedExercises } from '../../../core/study/practice-set.ts';
import { type CourseTally, standingOf } from '../../../core/study/tally.ts';
import { formatDay } from '../../days.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import { TallyHead } from '../../tally-bar.tsx';
import { countWords, minutesFor } from '../day-plan.ts';

interface TodayFiguresProps {
  state: RecordState;
  index: StudyIndex;
  today: Day;
  tally: CourseTally;
  plan: DayPlan;
}

export function TodayFigures({ state, index, today, tally: { all }, plan }: TodayFiguresProps) {
  const { due, fresh, left, next } = plan;
  const asked = Math.min(left, sumOf(due) + sumOf(fresh));
  const others = { ...due, question: 0 };
  // Of those that stand as 오답, since the number stands under theirs: what is due too is counted as 복습.
  const surelyWrong = missedExercises(state, index, { by: 'all' }).filter(
    ({ item }) =>
      itemState(state, item)?.isSurelyWrong && standingOf(state, item, dayNumber(today)) === 'wrong',
  ).length;
  const reviewing = () => {
    if (asked > 0)
      return <TopicLink path="/review/?go">{`복습 시작, 약 ${minutesFor(state, asked)}분`}</TopicLink>;
    if (sumOf(due) > 0) return <span>오늘 몫을 마쳤습니다</span>;
    return <span>{next ? `다음 복습은 ${formatDay(next.day, today)}` : '모두 마쳤습니다'}</span>;
  };
  return (
    <TallyHead
      id="today"
      tally={all}
      isKnown
      notes={{
        due: (
          <>
            {reviewing()}
            {sumOf(others) > 0 && <span>{` · ${countWords(others)}`}</span>}
          </>
        ),
        wrong: surelyWrong > 0 && (
          <TopicLink path="/mistakes/">{`그중 확실했는데 틀림 ${surelyWrong}개`}</TopicLink>
        ),
        new: sumOf(fresh) > 0 && `오늘 새 ${countWords(fresh)}`,
      }}
    />
  );
}
