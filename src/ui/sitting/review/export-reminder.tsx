/**
 * Where the browser clears what was not visited for a week: a word about a copy of the record, at the end of a review,
 * at most once in two weeks, and not to whoever has one.
 */

import { useEffect, useState } from 'react';
import type { State } from '../../../core/memory/state.ts';
import { isReminderDue, noteReminder } from '../../../store/study/persistence.ts';
import { TopicLink } from '../../shell/topic-link.tsx';

export function ExportReminder({ state }: { state: State }) {
  const [isShown] = useState(() => isReminderDue(state, Date.now()));
  useEffect(() => {
    if (isShown) noteReminder(Date.now());
  }, [isShown]);
  if (!isShown) return null;
  return (
    <p className="note">
      이 브라우저는 7일 동안 열지 않은 사이트의 기록을 지울 수 있습니다.{' '}
      <TopicLink path="/progress/" anchor="record">
        기록 내보내기
      </TopicLink>
      에서 사본을 만들거나 홈 화면에 추가해 두세요.
    </p>
  );
}
