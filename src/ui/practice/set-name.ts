/** What a set is called. */

import type { StudyIndex } from '../../core/model/study.ts';
import type { StudyScope } from '../../core/study/items.ts';
import type { PracticeSet } from '../../core/study/practice-set.ts';

const NAMES = {
  all: '문제',
  new: '안 푼 문제',
  wrong: '오답',
  starred: '별표한 문제',
  check: '10문제로 실력 확인',
};

export function setName(chosen: PracticeSet, index: StudyIndex): string {
  if (chosen.set === 'one') return '문제';
  const where = scopeName(chosen.scope, index);
  return where ? `${where} · ${NAMES[chosen.set]}` : NAMES[chosen.set];
}

function scopeName(scope: StudyScope, { topics }: StudyIndex): string {
  if (scope.by === 'all') return '';
  if (scope.by === 'area')
    return topics.find(({ number }) => number === scope.area)?.title ?? `${scope.area}장`;
  return topics.find(({ path }) => path === scope.path)?.title ?? '';
}
