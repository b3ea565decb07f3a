/** Sets of questions to practise: their addresses (`?set=wrong&topic=/docker/compose/`), names, results in words, and the choice of one. */

import type { ReactNode } from 'react';
import type { PageData, TreeNode } from '../../../core/model/course.ts';
import { type ItemId, questionItem } from '../../../core/model/event.ts';
import type { StudyIndex, StudyTopic } from '../../../core/model/study.ts';
import { countKinds } from '../../../core/study/due-exercises.ts';
import type { Exercise, StudyScope } from '../../../core/study/exercises.ts';
import { missedExercises, type PracticeSet, practiceExercises } from '../../../core/study/practice-set.ts';
import { countWords } from '../../days.ts';
import { TopicLink } from '../../shell/topic-link.tsx';
import type { Ready } from '../record-page.tsx';

const QUESTION = questionItem('');
const SETS = ['all', 'new', 'wrong', 'starred', 'check'] as const;

/** Null when the address names no set; then the choice of sets is shown. */
export function readSet(search: string): PracticeSet | 'exam' | null {
  const query = new URLSearchParams(search);
  const id = query.get('question');
  if (id !== null) return { set: 'one', item: questionItem(id) };
  const item = query.get('item');
  if (item !== null) return { set: 'one', item: item as ItemId };
  const scope = readScope(query);
  const name = query.get('set');
  if (name === 'exam') return 'exam';
  const set = SETS.find((each) => each === name) ?? (scope.by === 'all' ? null : 'all');
  return set && { set, scope };
}

function readScope(query: URLSearchParams): StudyScope {
  const [path, anchor, area] = [query.get('topic'), query.get('section'), query.get('area')];
  if (path !== null) return anchor === null ? { by: 'topic', path } : { by: 'section', path, anchor };
  return area === null ? { by: 'all' } : { by: 'area', area };
}

/** `/practice/` with the set in its query. */
export function practiceSearch(chosen: PracticeSet | 'exam'): string {
  if (chosen === 'exam') return '?set=exam';
  const query = new URLSearchParams();
  if (chosen.set === 'one') {
    const isQuestion = chosen.item.startsWith(QUESTION);
    query.set(
      isQuestion ? 'question' : 'item',
      isQuestion ? chosen.item.slice(QUESTION.length) : chosen.item,
    );
  } else {
    query.set('set', chosen.set);
    const { scope } = chosen;
    if (scope.by === 'area') query.set('area', scope.area);
    if (scope.by === 'topic' || scope.by === 'section') query.set('topic', scope.path);
    if (scope.by === 'section') query.set('section', scope.anchor);
  }
  return `?${query}`;
}

const NAMES = {
  all: '문제',
  new: '안 푼 문제',
  wrong: '오답',
  starred: '별표한 문제',
  check: '10문제로 실력 확인',
};

export function setName(chosen: PracticeSet, index: StudyIndex, areas: readonly TreeNode[]): string {
  if (chosen.set === 'one') return '문제';
  const where = scopeName(chosen.scope, index, areas);
  return where ? `${where} · ${NAMES[chosen.set]}` : NAMES[chosen.set];
}

/** Areas are named by the tree; one without a page of its own has no topic of its number. */
export const areaName = (area: string, areas: readonly TreeNode[]): string =>
  areas.find(({ number }) => number === area)?.title ?? `${area}장`;

function scopeName(scope: StudyScope, { topics }: StudyIndex, areas: readonly TreeNode[]): string {
  if (scope.by === 'all') return '';
  // An address can name any.
  if (scope.by === 'area')
    return topics.some(({ area }) => area === scope.area) ? areaName(scope.area, areas) : '';
  const topic = topics.find(({ path }) => path === scope.path);
  const section = scope.by === 'section' && topic?.sections?.find(({ anchor }) => anchor === scope.anchor);
  return (section || topic)?.title ?? '';
}

/** With the particle that its last syllable takes before another one. */
const KINDS: { kind: Exercise['kind']; words: (count: number) => string; and: string }[] = [
  { kind: 'question', words: (count) => `문제 ${count}개`, and: '와 ' },
  { kind: 'card', words: (count) => `카드 ${count}장`, and: '과 ' },
  { kind: 'cell', words: (count) => `비교표 ${count}칸`, and: '과 ' },
];

/** The result as a sentence: 「5문제 중 3문제를 바로 맞혔습니다」, cards and cells in words of their own. */
export function rightOf(exercises: readonly Exercise[], right: number): string {
  const counted = KINDS.map(({ kind, words, and }) => {
    const count = exercises.filter((exercise) => exercise.kind === kind).length;
    return { kind, count, words: words(count), and };
  }).filter(({ count }) => count > 0);
  const [only] = counted;
  if (!only) return '물어볼 문제가 노트에서 없어졌습니다';
  if (counted.length > 1) {
    const all = counted.map(({ words, and }, at) => (at < counted.length - 1 ? words + and : words)).join('');
    return `${all} 중 ${right}개를 바로 맞혔습니다`;
  }
  if (only.kind === 'question') return `${only.count}문제 중 ${right}문제를 바로 맞혔습니다`;
  return `${only.words} 중 ${right}${only.kind === 'card' ? '장' : '칸'}을 바로 떠올렸습니다`;
}

const everywhere = { by: 'all' } as const;
const RECORD_SETS: { chosen: PracticeSet; label: string; hint: string }[] = [
  { chosen: { set: 'new', scope: everywhere }, label: '안 푼 문제', hint: '읽는 순서대로' },
  { chosen: { set: 'wrong', scope: everywhere }, label: '오답', hint: '확실했는데 틀린 문제부터' },
  { chosen: { set: 'starred', scope: everywhere }, label: '별표한 문제', hint: '다시 보려고 표시한 것' },
];

/** Each with its number of questions; empty sets are left out. */
export function SetChoice({ page, ready: { state, index, today } }: { page: PageData; ready: Ready }) {
  const exercises = (chosen: PracticeSet) => practiceExercises(state, index, today, chosen, '');
  const count = (chosen: PracticeSet) => exercises(chosen).length;
  const all = count({ set: 'all', scope: everywhere });
  if (all === 0) {
    return <p className="study-lead">이 강의에는 아직 문제가 없습니다.</p>;
  }
  const sets = RECORD_SETS.map((each) => ({ ...each, exercises: exercises(each.chosen) })).filter(
    (each) => each.exercises.length > 0,
  );
  return (
    <>
      <p className="study-actions">
        <PracticeLink chosen={{ set: 'check', scope: everywhere }} className="button button-main">
          10문제로 실력 확인
        </PracticeLink>
        <PracticeLink chosen="exam" className="button">
          모의고사
        </PracticeLink>
      </p>
      <ul className="study-rows" aria-label="기록으로 고르기">
        {sets.map(({ chosen, label, hint, exercises: offered }) => (
          <li key={label}>
            <PracticeLink chosen={chosen}>
              <span>
                {label} <span className="note">{hint}</span>
              </span>
              <span className="numeric">{countWords(countKinds(offered))}</span>
            </PracticeLink>
          </li>
        ))}
        {missedExercises(state, index, everywhere).length > 0 && (
          <li>
            <TopicLink path="/mistakes/">
              <span>오답 목록</span>
              <span className="note">토픽별로 보고 인쇄하기</span>
            </TopicLink>
          </li>
        )}
      </ul>
      <h2>토픽으로 고르기</h2>
      <ul className="study-rows">
        <li>
          <PracticeLink chosen={{ set: 'all', scope: everywhere }}>
            <b>전체</b>
            <span className="numeric">{`${all}문제`}</span>
          </PracticeLink>
        </li>
        {areasOf(index, page.course.areas).map(({ area, title, rows }) => (
          <li key={area} className="study-area">
            <PracticeLink chosen={{ set: 'all', scope: { by: 'area', area } }}>
              <b>
                <span className="number numeric">{area}</span> {title}
              </b>
              <span className="numeric">{`${count({ set: 'all', scope: { by: 'area', area } })}문제`}</span>
            </PracticeLink>
            {rows.length > 0 && (
              <ul>
                {rows.map(({ number, name, scope }) => (
                  <li key={practiceSearch({ set: 'all', scope })}>
                    <PracticeLink chosen={{ set: 'all', scope }}>
                      <span>
                        <span className="number numeric">{number}</span> {name}
                      </span>
                      <span className="numeric">{`${count({ set: 'all', scope })}문제`}</span>
                    </PracticeLink>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface PracticeLinkProps {
  chosen: PracticeSet | 'exam';
  className?: string;
  children: ReactNode;
}

const PracticeLink = ({ chosen, className, children }: PracticeLinkProps) => (
  <TopicLink path={`/practice/${practiceSearch(chosen)}`} className={className}>
    {children}
  </TopicLink>
);

/** What has questions, under its area and named as on the map. */
function areasOf({ topics }: StudyIndex, areas: readonly TreeNode[]) {
  const withQuestions = topics.filter(({ questions }) => questions.length > 0);
  return [...new Set(withQuestions.map(({ area }) => area))].map((area) => {
    const rows = withQuestions
      .filter((topic) => topic.area === area)
      .flatMap((topic) => rowsOf(topic, '이 영역의 첫 글'));
    const isOwnPage = rows.length === 1 && rows[0]?.number === area;
    return { area, title: areaName(area, areas), rows: isOwnPage ? [] : rows };
  });
}

export interface SetRow {
  number: string | null;
  name: string;
  scope: { by: 'topic'; path: string } | { by: 'section'; path: string; anchor: string };
}

/** An area's own page by its sections, or by a name that is not the area's: that one stands for all in it. */
function rowsOf({ path, number, title, area, sections }: StudyTopic, ownName: string): SetRow[] {
  if (!sections) {
    const name = number === area ? ownName : title;
    return [{ number, name, scope: { by: 'topic', path } }];
  }
  return sections.map(({ number: at, title: name, anchor }) => ({
    number: at,
    name,
    scope: { by: 'section', path, anchor },
  }));
}

/** Exercises, or what is told of them, by where the map has them; places without any are left out. */
export function byPlace<T>(
  topics: readonly StudyTopic[],
  things: readonly T[],
  exerciseOf: (thing: T) => Exercise,
): (SetRow & { things: T[] })[] {
  return topics.flatMap((topic) => {
    const { path, number, title, area } = topic;
    const isAlone = topics.every((other) => other.area !== area || other.path === path);
    const ownName = isAlone ? title : `${title}의 첫 글`;
    const left = new Set(things.filter((thing) => exerciseOf(thing).path === path));
    const rows = rowsOf(topic, ownName).map((row) => {
      const { scope } = row;
      const own = [...left].filter(
        (thing) => scope.by === 'topic' || exerciseOf(thing).anchor === scope.anchor,
      );
      for (const thing of own) left.delete(thing);
      return { ...row, things: own };
    });
    // A card or a cell may stand above the sections.
    const rest: SetRow = { number, name: ownName, scope: { by: 'topic', path } };
    return [{ ...rest, things: [...left] }, ...rows].filter((row) => row.things.length > 0);
  });
}

/** 「1.3 conda」. */
export const placeName = ({ number, name }: SetRow): string => [number, name].filter(Boolean).join(' ');

export const PlaceLink = ({
  scope,
  ...rest
}: Pick<SetRow, 'scope'> & { className?: string; children: ReactNode }) => (
  <TopicLink path={scope.path} {...(scope.by === 'section' && { anchor: scope.anchor })} {...rest} />
);
