/** The set of questions that an address asks for: `?set=wrong&topic=/docker/compose/`. */

import { type ItemId, questionItem } from '../../../core/model/event.ts';
import type { StudyScope } from '../../../core/study/items.ts';
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
