/** 오답: what is wrong now, questions, cards and cells alike, the sure ones first, then by topic; on paper with their answers. */

import './mistakes.css';
import type { ItemState } from '../../../core/memory/item.ts';
import type { PageData } from '../../../core/model/course.ts';
import type { Ask } from '../../../core/study/asks.ts';
import { practiceAsks } from '../../../core/study/practice-set.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import { practiceSearch } from '../practice/address.ts';
import { sizeOf } from '../practice/set-name.ts';
import { usePages } from '../practice/use-pages.ts';
import { type Ready, RecordPage } from '../record-page.tsx';
import { MistakeRow } from './mistake-row.tsx';

export interface Mistake {
  ask: Ask;
  state: ItemState;
}

const WRONG = { set: 'wrong', scope: { by: 'all' } } as const;

export function MistakesPage({ page }: { page: PageData }) {
  return <RecordPage page={page}>{(ready) => <Mistakes page={page} ready={ready} />}</RecordPage>;
}

function Mistakes({ page, ready: { state, index } }: { page: PageData; ready: Ready }) {
  const mistakes: Mistake[] = practiceAsks(state, index, WRONG, '').flatMap((ask) => {
    const known = state.items.get(ask.item);
    return known ? [{ ask, state: known }] : [];
  });
  const sure = mistakes.filter((each) => each.state.isSurelyWrong);
  const others = mistakes.filter((each) => !each.state.isSurelyWrong);
  const topics = index.topics.filter(({ path }) => others.some(({ ask }) => ask.path === path));
  const paths = [...new Set(mistakes.map(({ ask }) => ask.path))];
  const pages = usePages(paths);
  return (
    <article className="study mistakes">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      {mistakes.length === 0 ? <Nothing /> : <Lead asks={mistakes.map(({ ask }) => ask)} />}
      {pages.size < paths.length && (
        <p className="study-lead" role="status">
          문제를 불러오는 중입니다. 네트워크에 연결되면 모두 나타납니다.
        </p>
      )}
      <MistakeList title="확실했는데 틀린 문제" mistakes={sure} pages={pages} />
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

function Nothing() {
  return (
    <>
      <p className="study-lead">지금은 오답이 없습니다. 틀린 문제는 여기에 모입니다.</p>
      <p className="s-actions">
        <TopicLink className="btn btn-main" path="/practice/">
          문제 풀기
        </TopicLink>
      </p>
    </>
  );
}

function Lead({ asks }: { asks: readonly Ask[] }) {
  const hasRecall = asks.some(({ kind }) => kind !== 'question');
  return (
    <>
      <p className="study-lead">
        <b className="study-figure num">{sizeOf(asks)}</b>
        <span>서로 다른 이틀에 맞히{hasRecall && '거나 떠올리'}면 목록에서 빠집니다.</span>
      </p>
      <p className="s-actions">
        <TopicLink className="btn btn-main" path={`/practice/${practiceSearch(WRONG)}`}>
          오답 다시 풀기
        </TopicLink>
        <button className="btn" type="button" onClick={() => print()}>
          인쇄
        </button>
      </p>
    </>
  );
}

interface MistakeListProps {
  title: string;
  mistakes: readonly Mistake[];
  pages: ReadonlyMap<string, PageData>;
}

function MistakeList({ title, mistakes, pages }: MistakeListProps) {
  const rows = mistakes.flatMap((mistake) => {
    const page = pages.get(mistake.ask.path);
    return page ? [<MistakeRow key={mistake.ask.item} mistake={mistake} page={page} />] : [];
  });
  return (
    rows.length > 0 && (
      <section>
        <h2>{title}</h2>
        <ol>{rows}</ol>
      </section>
    )
  );
}
