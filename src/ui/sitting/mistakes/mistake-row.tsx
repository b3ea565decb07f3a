/** What is wrong now, a question, a card or a cell: when it was, how far it is, the ways to it, and its key folded. */

import { type ReactNode, useId } from 'react';
import { dayOf } from '../../../core/memory/day.ts';
import type { ItemState } from '../../../core/memory/item.ts';
import type { PageData } from '../../../core/model/course.ts';
import type { Verdict } from '../../../core/model/event.ts';
import { questionAnchor } from '../../../core/study/questions.ts';
import { formatDate } from '../../days.ts';
import { KeyFold } from '../../quiz/answer-key.tsx';
import { placeOf } from '../../quiz/question-place.ts';
import { Report } from '../../quiz/report.tsx';
import { TopicLink } from '../../shell/topic-link.tsx';
import { Blocks, Explanation } from '../../topic/blocks.tsx';
import { Html } from '../../topic/html.tsx';
import { practiceSearch } from '../practice/address.ts';
import { askedIn } from '../use-asked.ts';
import type { Mistake } from './mistakes-page.tsx';

export function MistakeRow({ mistake: { ask, state }, page }: { mistake: Mistake; page: PageData }) {
  const id = useId();
  const found = askedIn(page, ask);
  if (found.kind === 'question') {
    const { placed } = found;
    return (
      <li>
        <Html as="p" className="mistake-stem" id={id} html={placed.question.title} />
        <Blocks blocks={placed.question.stem} level={6} />
        <Meta where={placed.section} page={page} state={state} />
        <Ways ask={ask} anchor={ask.anchor ?? questionAnchor(placed.id)} describedBy={id}>
          <Report placed={placed} place={placeOf(page)} describedBy={id} />
        </Ways>
        <KeyFold question={placed.question} />
      </li>
    );
  }
  if (found.kind !== 'card' && found.kind !== 'cell') return null;
  const { facet, term, entry } = found.placed;
  return (
    <li>
      {entry.term ? (
        <Html as="p" className="mistake-stem" id={id} html={entry.term} />
      ) : (
        <p className="mistake-stem" id={id}>
          {term}
        </p>
      )}
      <Meta where={facet} page={page} state={state} />
      <Ways ask={ask} anchor={ask.anchor} describedBy={id} />
      <details className="fold q-key">
        <summary>설명</summary>
        <Explanation entry={entry} />
      </details>
    </li>
  );
}

const WORDS: Partial<Record<Verdict, string>> = { unanswered: '모름', missed: '못 떠올림' };

function Meta({ where, page, state }: { where: string | null; page: PageData; state: ItemState }) {
  const missed = state.history.findLast(({ grade }) => grade === 'again');
  const does = missed?.event.kind === 'question' ? '맞히면' : '떠올리면';
  return (
    <p className="note num">
      {page.titleText}
      {where && ` › ${where}`}
      {missed && ` · ${formatDate(dayOf(missed.day))}에 ${WORDS[missed.verdict] ?? '틀림'}`}
      {state.rightDays === 1 && <b> · 한 번 더 {does} 사라집니다</b>}
    </p>
  );
}

interface WaysProps {
  ask: Mistake['ask'];
  anchor: string | null;
  describedBy: string;
  children?: ReactNode;
}

function Ways({ ask, anchor, describedBy, children }: WaysProps) {
  return (
    <div className="mistake-ways">
      <TopicLink
        path={`/practice/${practiceSearch({ set: 'one', item: ask.item })}`}
        aria-describedby={describedBy}
      >
        {ask.kind === 'question' ? '다시 풀기' : '다시 떠올리기'}
      </TopicLink>
      <TopicLink path={ask.path} anchor={anchor} aria-describedby={describedBy}>
        노트에서 보기
      </TopicLink>
      {children}
    </div>
  );
}
