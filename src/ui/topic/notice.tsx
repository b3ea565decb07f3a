/** Notices in five tones, told apart by word, icon and rule; and supplements with their source. */

import type { ReactNode } from 'react';
import type { NoticeBlock, NoticeTone } from '../../core/model/topic.ts';
import { Icon } from '../icon.tsx';
import { Html } from './html.tsx';

const NAMES: Record<NoticeTone, string> = {
  note: '참고',
  tip: '도움말',
  important: '중요',
  warning: '주의',
  caution: '경고',
};

export function Notice({ tone, children }: { tone: NoticeTone; children: ReactNode }) {
  return (
    <aside className="notice" role="note" data-tone={tone} aria-label={NAMES[tone]}>
      <b className="tone with-icon">
        <Icon name={tone} isSmall />
        {NAMES[tone]}
      </b>
      <div className="notice-text">{children}</div>
    </aside>
  );
}

export function Supplement({ block, children }: { block: NoticeBlock; children: ReactNode }) {
  const source = block.supplement?.source ?? null;
  const checked = formatMonth(block.supplement?.checked ?? null);
  return (
    <aside className="supplement small" role="note" aria-label="보충">
      <b className="line">
        <Icon name="plus" isSmall />
        보충
      </b>
      {children}
      {(source || checked) && (
        <p className="supplement-source">
          {source && <Html html={source} />}
          {source && checked && ' · '}
          {checked && <time dateTime={block.supplement?.checked ?? undefined}>{`${checked} 확인`}</time>}
        </p>
      )}
    </aside>
  );
}

/** `2026-11-23` → `2026년 11월`. */
export function formatMonth(date: string | null): string | null {
  const parts = /^(\d{4})-(\d{2})/.exec(date ?? '');
  return parts ? `${parts[1]}년 ${Number(parts[2])}월` : null;
}
