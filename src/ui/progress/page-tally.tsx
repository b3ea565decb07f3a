/** In the head of a page: where its questions stand. What is due is reviewed, what is remembered folds, the others lead to the first of them. */

import { dayNumber } from '../../core/memory/day-number.ts';
import type { PageData } from '../../core/model/course.ts';
import { type ItemId, questionItem } from '../../core/model/event.ts';
import { STANDING_NAMES, STANDINGS, type Standing } from '../../core/model/tally.ts';
import { questionAnchor, questionsOf } from '../../core/study/questions.ts';
import { isMissed, standingOf } from '../../core/study/tally.ts';
import { foldRemembered, useIsFolded } from '../../store/study/folded.ts';
import { useStudy } from '../../store/study/study.ts';
import { useTally } from '../../store/study/tally.ts';
import { TopicLink } from '../shell/topic-link.tsx';

export function PageTally({ page }: { page: PageData }) {
  const tally = useTally(({ tally: course }) => course?.page(page.path) ?? null);
  if (!tally || tally.new === tally.all) return null;
  return (
    <>
      <span>{`${tally.all}문제 중`}</span>
      {STANDINGS.map(
        (standing) =>
          tally[standing] > 0 && <Part key={standing} {...{ page, standing }} count={tally[standing]} />,
      )}
    </>
  );
}

function Part({ page, standing, count }: { page: PageData; standing: Standing; count: number }) {
  const isFolded = useIsFolded(page.path);
  const { state, today } = useStudy.getState();
  const words = `${STANDING_NAMES[standing]} ${count}`;
  if (standing === 'remembered') {
    return (
      <button className="text-button" type="button" onClick={() => foldRemembered(page.path, !isFolded)}>
        <span>{words}</span> <span>{isFolded ? '펴기' : '접기'}</span>
      </button>
    );
  }
  if (standing === 'due') {
    return <TopicLink path={`/review/?topic=${encodeURIComponent(page.path)}&go`}>{words}</TopicLink>;
  }
  const isThere = (item: ItemId) =>
    state !== null &&
    standingOf(state, item, dayNumber(today)) === standing &&
    (standing !== 'wrong' || isMissed(state, item));
  const first = questionsOf(page).find(({ id }) => isThere(questionItem(id)));
  return first ? (
    <TopicLink path={page.path} anchor={questionAnchor(first.id)}>
      {words}
    </TopicLink>
  ) : (
    <span>{words}</span>
  );
}
