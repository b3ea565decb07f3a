/** A question that is wrong now: when it was, how far it is, the ways to answer it again and to its notes. */

import { useId } from 'react';
import { dayOf } from '../../core/memory/day.ts';
import type { PageData } from '../../core/model/course.ts';
import { questionAnchor } from '../../core/study/questions.ts';
import { practiceSearch } from '../practice/address.ts';
import { formatDate } from '../progress/days.ts';
import { KeyFold } from '../quiz/key.tsx';
import { TopicLink } from '../shell/topic-link.tsx';
import { askedIn } from '../sitting/use-asked.ts';
import { Blocks } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import type { Mistake } from './mistakes-page.tsx';

export function MistakeRow({ mistake: { ask, state }, page }: { mistake: Mistake; page: PageData }) {
  const id = useId();
  const found = askedIn(page, ask);
  if (found.kind !== 'question') return null;
  const { placed } = found;
  const missed = state.history.findLast(({ grade }) => grade === 'again');
  return (
    <li>
      <Html as="p" className="mistake-stem" id={id} html={placed.question.title} />
      <Blocks blocks={placed.question.stem} level={6} />
      <p className="note num">
        {page.titleText}
        {placed.section && ` › ${placed.section}`}
        {missed &&
          ` · ${formatDate(dayOf(missed.day))}에 ${missed.verdict === 'unanswered' ? '모름' : '틀림'}`}
        {state.rightDays === 1 && <b> · 한 번 더 맞히면 사라집니다</b>}
      </p>
      <p className="mistake-ways">
        <TopicLink path={`/practice/${practiceSearch({ set: 'one', id: placed.id })}`} aria-describedby={id}>
          다시 풀기
        </TopicLink>
        <TopicLink path={ask.path} anchor={ask.anchor ?? questionAnchor(placed.id)} aria-describedby={id}>
          노트에서 보기
        </TopicLink>
      </p>
      <KeyFold question={placed.question} />
    </li>
  );
}
