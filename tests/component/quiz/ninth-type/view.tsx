/** What readers see of a count. */

import { CONFIRM_KEYS, type TypeViewOf } from '../../../../src/ui/quiz/types/type-view.ts';
import type { CountAnswer, CountResponse } from './rules.ts';

export const count: TypeViewOf<CountAnswer, CountResponse> = {
  label: '세기',
  author: { column: '개수', level: '떠올리기' },
  todo: '개수를 쓰세요.',
  keyHints: CONFIRM_KEYS,
  Area: ({ response, grade, onChange }) => (
    <input
      type="text"
      aria-label="개수"
      disabled={grade !== null}
      value={response?.text ?? ''}
      onChange={({ target }) => onChange({ type: 'count', text: target.value })}
    />
  ),
  Plain: () => null,
  Key: ({ answer }) => `${answer.count}개`,
  keyWords: (answer) => `${answer.count}개`,
};
