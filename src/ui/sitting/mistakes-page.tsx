/** 오답: the page of what was not right last, sure mistakes first, then by topic; on paper with answers. */

import './mistakes.css';
import { type ReactNode, useId } from 'react';
import { dayNumber, dayOf } from '../../core/memory/day-number.ts';
import type { ItemState } from '../../core/memory/item.ts';
import { ownItemState } from '../../core/memory/record-state.ts';
import type { PageData } from '../../core/model/course.ts';
import type { Verdict } from '../../core/model/event.ts';
import type { ReadQuestion } from '../../core/model/topic.ts';
import { countKinds } from '../../core/study/due-exercises.ts';
import type { Exercise } from '../../core/study/exercises.ts';
import { answerParts, mixUps, sentenceOf } from '../../core/study/mistake-notes.ts';
import { missedExercises } from '../../core/study/practice-set.ts';
import { questionAnchor } from '../../core/study/questions.ts';
import { standingOf } from '../../core/study/standing.ts';
import { useStudy } from '../../store/study/study.ts';
import { countWords, formatDate, formatFull } from '../days.ts';
import { KeyFold, Stem } from '../quiz/answer.tsx';
import { questionPlace } from '../quiz/question-place.ts';
import { Report } from '../quiz/report.tsx';
import { NotesLink } from '../quiz/source-link.tsx';
import { TopicLink } from '../shell/topic-link.tsx';
import { Blocks, Explanation } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import { contentOf, usePages } from './exercise-content.ts';
import { byPlace, placeName, practiceSearch } from './practice/sets.tsx';
import { type Ready, RecordPage } from './record-page.tsx';

interface Mistake {
  exercise: Exercise;
  state: ItemState;
  /** Then it is counted as 복습, no longer as 오답. */
  isDue: boolean;
}

const EVERYWHERE = { by: 'all' } as const;

export function MistakesPage({ page }: { page: PageData }) {
  return <RecordPage page={page}>{(ready) => <Mistakes page={page} ready={ready} />}</RecordPage>;
}

function Mistakes({ page, ready: { state, index, today } }: { page: PageData; ready: Ready }) {
  const now = dayNumber(today);
  const mistakes: Mistake[] = missedExercises(state, index, EVERYWHERE).flatMap((exercise) => {
    // Of a pool it is the question that was answered last.
    const item = ownItemState(state, exercise.item);
    return item ? [{ exercise, state: item, isDue: standingOf(state, exercise.item, now) === 'due' }] : [];
  });
  const sure = mistakes.filter((each) => each.state.isSurelyWrong);
  const others = mistakes.filter((each) => !each.state.isSurelyWrong);
  const places = byPlace(index.topics, others, ({ exercise }) => exercise);
  const paths = [...new Set(mistakes.map(({ exercise }) => exercise.path))];
  const pages = usePages(paths);
  return (
    <article className="study mistakes">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      <p className="paper-only numeric">{`나의 오답 노트, ${formatFull(today)}`}</p>
      {mistakes.length === 0 ? <Nothing /> : <Lead mistakes={mistakes} />}
      {pages.size < paths.length && (
        <p className="study-lead" role="status">
          문제를 불러오는 중입니다. 네트워크에 연결되면 모두 나타납니다.
        </p>
      )}
      <MistakeList title="확실했는데 틀린 문제" mistakes={sure} pages={pages} />
      {places.map((place) => (
        <MistakeList key={placeName(place)} title={placeName(place)} mistakes={place.things} pages={pages} />
      ))}
      <MixUps mistakes={mistakes} pages={pages} />
    </article>
  );
}

function Nothing() {
  return (
    <>
      <p className="study-lead">지금은 오답이 없습니다. 틀린 문제는 여기에 모입니다.</p>
      <p className="study-actions">
        <TopicLink className="button button-main" path="/practice/">
          문제 풀기
        </TopicLink>
      </p>
    </>
  );
}

function Lead({ mistakes }: { mistakes: readonly Mistake[] }) {
  const countOf = (some: readonly Mistake[]) => countWords(countKinds(some.map(({ exercise }) => exercise)));
  const [due, open] = [mistakes.filter(({ isDue }) => isDue), mistakes.filter(({ isDue }) => !isDue)];
  const hasRecall = mistakes.some(({ exercise }) => exercise.kind !== 'question');
  return (
    <>
      <p className="study-lead">
        <b className="study-figure numeric">{countOf(open)}</b>
        {due.length > 0 && <span className="numeric">{`오늘 복습에 ${countOf(due)}`}</span>}
        <span>{`맞히${hasRecall ? '거나 떠올리' : ''}면 목록에서 빠집니다.`}</span>
      </p>
      <p className="study-actions">
        {open.length > 0 ? (
          <TopicLink
            className="button button-main"
            path={`/practice/${practiceSearch({ set: 'wrong', scope: EVERYWHERE })}`}
          >
            오답 다시 풀기
          </TopicLink>
        ) : (
          <TopicLink className="button button-main" path="/review/?go">
            복습 시작
          </TopicLink>
        )}
        <button className="button" type="button" onClick={() => print()}>
          오답 노트 인쇄
        </button>
      </p>
    </>
  );
}

/** Of a question, every answer that was not all right, the latest last. */
const missesOf = ({ history }: ItemState): unknown[] =>
  history.filter(({ rating }) => rating === 'again').map(({ event }) => event.answer);

interface MistakeNoteProps {
  question: ReadQuestion;
  page: PageData;
  state: ItemState;
}

/** On paper only: what was answered last, and the sentence of the notes that teaches the answer. */
function MistakeNote({ question, page, state }: MistakeNoteProps) {
  const parts = answerParts(question.answer, missesOf(state).at(-1));
  // Of many things that were placed or typed, those that were not right.
  const told = parts.filter(({ asked, given, right }) => asked === null || given !== right);
  const given = told.map((part) => [part.asked, part.given].filter(Boolean).join(' → '));
  return (
    <dl className="paper-only">
      <div className="line">
        <dt>내 답</dt>
        <dd>{given.join(' · ') || '모르겠음'}</dd>
      </div>
      {question.sources.map(({ label, quote, line }) => (
        <div className="line" key={`${line}${label}`}>
          <dt>노트</dt>
          <dd>{(quote && sentenceOf(page, quote)) ?? quote ?? label}</dd>
        </div>
      ))}
    </dl>
  );
}

/** On paper only: what was taken for what. */
function MixUps({ mistakes, pages }: Pick<MistakeListProps, 'mistakes' | 'pages'>) {
  const pairs = mixUps(
    mistakes.flatMap(({ exercise, state }) => {
      const page = pages.get(exercise.path);
      const content = page && contentOf(page, exercise);
      if (content?.kind !== 'question') return [];
      return missesOf(state).map((given) => ({ answer: content.placed.question.answer, given }));
    }),
  );
  return (
    pairs.length > 0 && (
      <section className="paper-only">
        <h2>헷갈린 짝</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">내 답</th>
              <th scope="col">정답</th>
              <th scope="col">횟수</th>
            </tr>
          </thead>
          <tbody className="numeric">
            {pairs.map(({ given, right, count }) => (
              <tr key={`${given} ${right}`}>
                <td>{given}</td>
                <td>{right}</td>
                <td>{`${count}번`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    )
  );
}

interface MistakeListProps {
  title: string;
  mistakes: readonly Mistake[];
  pages: ReadonlyMap<string, PageData>;
}

function MistakeList({ title, mistakes, pages }: MistakeListProps) {
  const rows = mistakes.flatMap((mistake) => {
    const page = pages.get(mistake.exercise.path);
    return page ? [<MistakeRow key={mistake.exercise.item} mistake={mistake} page={page} />] : [];
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

/** What is wrong now, a question, a card or a cell: when it was, how far it is, the ways to it, and its key folded. */
function MistakeRow({ mistake: { exercise, state, isDue }, page }: { mistake: Mistake; page: PageData }) {
  const id = useId();
  const content = contentOf(page, exercise);
  if (content.kind === 'question') {
    const { placed } = content;
    return (
      <li id={exercise.item} tabIndex={-1}>
        <Stem as="p" className="mistake-stem" id={id} html={placed.question.title} />
        <Blocks blocks={placed.question.stem} level={6} />
        <Meta where={placed.section} page={page} state={state} isDue={isDue} />
        <Ways exercise={exercise} anchor={exercise.anchor ?? questionAnchor(placed.id)} describedBy={id}>
          <Report placed={placed} place={questionPlace(page)} describedBy={id} />
        </Ways>
        <MistakeNote question={placed.question} page={page} state={state} />
        <KeyFold question={placed.question} />
      </li>
    );
  }
  if (content.kind !== 'card' && content.kind !== 'cell') return null;
  const { facet, term, entry } = content.placed;
  return (
    <li id={exercise.item} tabIndex={-1}>
      {entry.term ? (
        <Html as="p" className="mistake-stem" id={id} html={entry.term} />
      ) : (
        <p className="mistake-stem" id={id}>
          {term}
        </p>
      )}
      <Meta where={facet} page={page} state={state} isDue={isDue} />
      <Ways exercise={exercise} anchor={exercise.anchor} describedBy={id} />
      <details className="fold question-key">
        <summary>설명</summary>
        <Explanation entry={entry} />
      </details>
    </li>
  );
}

const WORDS: Partial<Record<Verdict, string>> = { unanswered: '모름', missed: '못 떠올림' };

interface MetaProps extends Pick<Mistake, 'state' | 'isDue'> {
  where: string | null;
  page: PageData;
}

function Meta({ where, page, state, isDue }: MetaProps) {
  const today = useStudy((study) => study.today);
  const missed = state.history.findLast(({ rating: grade }) => grade === 'again');
  return (
    <p className="note numeric">
      {page.titleText}
      {where && ` › ${where}`}
      {missed && ` · ${formatDate(dayOf(missed.day), today)}에 ${WORDS[missed.verdict] ?? '틀림'}`}
      {isDue && <b> · 오늘 복습에 나옵니다</b>}
    </p>
  );
}

interface WaysProps {
  exercise: Mistake['exercise'];
  anchor: string | null;
  describedBy: string;
  children?: ReactNode;
}

function Ways({ exercise, anchor, describedBy, children }: WaysProps) {
  return (
    <div className="mistake-ways row screen-only">
      <TopicLink
        path={`/practice/${practiceSearch({ set: 'one', item: exercise.item })}`}
        aria-describedby={describedBy}
      >
        {exercise.kind === 'question' ? '다시 풀기' : '다시 떠올리기'}
      </TopicLink>
      <NotesLink
        path={exercise.path}
        anchor={anchor}
        name={exercise.kind === 'question' ? '문제' : '용어'}
        back={{ id: exercise.item, label: '오답으로' }}
        aria-describedby={describedBy}
      />
      {children}
    </div>
  );
}
