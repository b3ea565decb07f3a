/** In the footer: the revision of the notes, and what can be read without a network. */

import { useEffect } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { useIsOnline } from '../../store/offline/online.ts';
import { keepPlace, useKept } from '../../store/offline/service-worker.ts';

export function FootState({ page }: { page: PageData | null }) {
  const isOnline = useIsOnline();
  const kept = useKept((state) => state.kept);
  const area = page?.area?.path ?? null;
  const path = page?.path;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another place
  useEffect(() => {
    void keepPlace(area);
  }, [area, path]);

  if (!isOnline) return <span> · 오프라인입니다. 저장된 노트로 공부할 수 있고, 답도 기록됩니다.</span>;
  if (!kept) return null;
  return (
    <span>
      {kept.isWhole
        ? ' · 오프라인에서도 볼 수 있습니다'
        : ' · 열어 본 페이지는 오프라인에서도 볼 수 있습니다'}
    </span>
  );
}
