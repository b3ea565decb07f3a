/** A set of questions to practise: its address (`?set=wrong&topic=/docker/compose/`), its name, and its result in words. */

import type { TreeNode } from '../../../core/model/course.ts';
import { type ItemId, questionItem } from '../../../core/model/event.ts';
import type { StudyIndex } from '../../../core/model/study.ts';
import type { Exercise, StudyScope } from '../../../core/study/exercises.ts';
import type { PracticeSet } from '../../../core/study/practice-set.ts';

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
  if (scope.by === 'area') return areaName(scope.area, areas);
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
