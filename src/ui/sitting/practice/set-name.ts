/** What a set is called. */

import type { TreeNode } from '../../../core/model/course.ts';
import type { StudyIndex } from '../../../core/model/study.ts';
import type { Ask } from '../../../core/study/asks.ts';
import type { StudyScope } from '../../../core/study/items.ts';
import type { PracticeSet } from '../../../core/study/practice-set.ts';

const NAMES = {
  all: '문제',
  new: '안 푼 문제',
  wrong: '오답',
  starred: '별표한 문제',
  check: '10문제로 실력 확인',
};

/** 「3문제」; 「3개」 where cards or cells are among them. */
export const sizeOf = (asks: readonly Ask[]): string =>
  `${asks.length}${asks.every(({ kind }) => kind === 'question') ? '문제' : '개'}`;

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
  return topics.find(({ path }) => path === scope.path)?.title ?? '';
}
