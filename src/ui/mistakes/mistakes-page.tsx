/** 오답: questions that are wrong now, the sure ones first, then by topic; on paper with their answers. */

import '../sitting/study-page.css';
import './mistakes.css';
import { useId } from 'react';
import type { ItemState } from '../../core/memory/item.ts';
import type { PageData } from '../../core/model/course.ts';
import { type Ask, questionAsks } from '../../core/study/asks.ts';
import { type PlacedQuestion, questionAnchor } from '../../core/study/questions.ts';
import { useOpenStudy } from '../../store/study/study.ts';
import { practiceSearch } from '../practice/address.ts';
import { usePages } from '../practice/use-pages.ts';
import { KeyFold } from '../quiz/key.tsx';
import { TopicLink } from '../shell/topic-link.tsx';
import { NeedsScripts } from '../sitting/needs-scripts.tsx';
import { askedIn } from '../sitting/use-asked.ts';
import { Html } from '../topic/html.tsx';

interface Mistake {
  ask: Ask;
  state: ItemState;
}

export function MistakesPage({ page }: { page: PageData }) {
  const { state, index } = useOpenStudy(page.course.id);
  const mistakes: Mistake[] =
    state && index
      ? questionAsks(index).flatMap((ask) => {
          const known = state.items.get(ask.item);
          return known?.isWrong ? [{ ask, state: known }] : [];
        })
      : [];
  const sure = mistakes.filter((each) => each.state.isSurelyWrong);
  const others = mistakes.filter((each) => !each.state.isSurelyWrong);
  const topics = index?.topics.filter(({ path }) => others.some(({ ask }) => ask.path === path)) ?? [];
  const pages = usePages(mistakes.map(({ ask }) => ask.path));
  return (
    <article className="study mistakes">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      <NeedsScripts />
      {state && mistakes.length === 0 && (
        <>
          <p className="study-lead">지금은 오답이 없습니다. 틀린 문제는 여기에 모입니다.</p>
          <p className="s-actions">
            <TopicLink className="btn btn-main" path="/practice/">
              문제 풀기
            </TopicLink>
          </p>
        </>
      )}
      {mistakes.length > 0 && (
        <>
          <p className="study-lead">
            <b className="study-figure num">{mistakes.length}문제</b>
            <span>서로 다른 이틀에 맞히면 목록에서 빠집니다.</span>
          </p>
          <p className="s-actions">
            <TopicLink
              className="btn btn-main"
              path={`/practice/${practiceSearch({ set: 'wrong', scope: { by: 'all' } })}`}
            >
              오답 다시 풀기
            </TopicLink>
            <button className="btn" type="button" onClick={() => print()}>
              인쇄
            </button>
          </p>
        </>
      )}
      {sure.length > 0 && <MistakeList title="확실했는데 틀린 문제" mistakes={sure} pages={pages} />}
      {topics.map(({ path, number, title }) => (
        <MistakeList
          key={path}
          title={[number, title].filter(Boolean).join(' ')}
          mistakes={others.filter(({ ask }) => ask.path === path)}
          pages={pages}
        />
      ))}
    </article>
  );
}

interface MistakeListProps {
  title: string;
  mistakes: readonly Mistake[];
  pages: ReadonlyMap<string, PageData>;
}

function MistakeList({ title, mistakes, pages }: MistakeListProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ol>
        {mistakes.map((mistake) => {
          const page = pages.get(mistake.ask.path);
          const found = page && askedIn(page, mistake.ask);
          return page && found?.kind === 'question' ? (
            <MistakeRow key={mistake.ask.item} mistake={mistake} page={page} placed={found.placed} />
          ) : null;
        })}
      </ol>
    </section>
  );
}

function MistakeRow({ mistake, page, placed }: { mistake: Mistake; page: PageData; placed: PlacedQuestion }) {
  const { state, ask } = mistake;
  const id = useId();
  return (
    <li>
      <Html as="p" className="mistake-stem" id={id} html={placed.question.title} />
      <p className="note">
        {page.titleText}
        {placed.section && ` › ${placed.section}`}
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
