/** In the footer: the revision of the notes, and what can be read without a network. */

import { useEffect } from 'react';
import type { PageData } from '../../core/model/course.ts';
import type { Kept } from '../../core/offline/plan.ts';
import { useIsOnline } from '../../store/offline/online.ts';
import { lookAtNotes, useNotes } from '../../store/offline/seen-notes.ts';
import { keepPlace, useKept } from '../../store/offline/service-worker.ts';

export function FootState({ page }: { page: PageData | null }) {
  const isOnline = useIsOnline();
  const kept = useKept((state) => state.kept);
  const content = useNotes((notes) => notes.content);
  const area = page?.area?.path ?? null;
  const path = page?.path ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another place
  useEffect(() => {
    void keepPlace(area);
  }, [area, path]);
  useEffect(() => {
    if (path !== null) void lookAtNotes(path);
  }, [path]);

  const parts = [content && `노트 ${content}`, isOnline ? keptOf(kept, area) : OFFLINE];
  return <span>{parts.map((part) => part && ` · ${part}`)}</span>;
}

const OFFLINE = '오프라인입니다. 저장된 노트로 공부할 수 있고, 답도 기록됩니다.';

function keptOf(kept: Kept | null, area: string | null): string | null {
  if (!kept) return null;
  if (kept.isWhole) return '오프라인에서도 볼 수 있습니다';
  const isAreaKept = kept.thrift === 'area' && area !== null && kept.area === area;
  return `${isAreaKept ? '이 영역과 ' : ''}열어 본 페이지는 오프라인에서도 볼 수 있습니다`;
}
