/** A link that was opened, or a key that was typed: what joining brings is said before anything is done. */

import { useEffect, useState } from 'react';
import { keyText } from '../../../core/sync/sync-key.ts';
import { RemoteError } from '../../../store/sync/remote.ts';
import { type Joining, joinSync, previewJoin, type SyncProblem, useSync } from '../../../store/sync/sync.ts';
import { reasonOf } from './sync-words.tsx';

interface JoinSyncProps {
  found: Uint8Array | 'damaged';
  close: () => void;
  /** Where a button that goes leaves the focus. */
  toHead: () => void;
}

export function JoinSync({ found, close, toHead }: JoinSyncProps) {
  const [joining, setJoining] = useState<Joining | null>(null);
  const [problem, setProblem] = useState<SyncProblem | null>(null);
  const [tries, setTries] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const own = useSync(({ key }) => key);
  const isSame = own !== null && found !== 'damaged' && keyText(own) === keyText(found);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try looks anew
  useEffect(() => {
    if (found === 'damaged' || isSame) return;
    let isCurrent = true;
    setProblem(null);
    previewJoin(found).then(
      (preview) => isCurrent && setJoining(preview),
      (cause) => isCurrent && setProblem(cause instanceof RemoteError ? cause.problem : 'broken'),
    );
    return () => {
      isCurrent = false;
    };
  }, [found, isSame, tries]);
  const closing = (words: string) => (
    <p className="actions">
      <button className="button" type="button" onClick={close}>
        {words}
      </button>
    </p>
  );
  if (found === 'damaged')
    return (
      <>
        <p>링크가 온전하지 않습니다. 처음 받은 링크를 다시 열거나, 다른 기기에서 QR을 비추세요.</p>
        {closing('닫기')}
      </>
    );
  if (isSame)
    return (
      <>
        <p>이 기기는 이 링크로 이미 맞추고 있습니다.</p>
        {closing('닫기')}
      </>
    );
  if (problem)
    return (
      <>
        <p role="status">{reasonOf(problem)} 이 기기의 기록은 그대로 있습니다.</p>
        <p className="actions">
          <button
            className="button button-main"
            type="button"
            onClick={() => {
              setTries(tries + 1);
              toHead();
            }}
          >
            다시 하기
          </button>
          <button className="button" type="button" onClick={close}>
            합치지 않기
          </button>
        </p>
      </>
    );
  return (
    <>
      <p>
        두 기록을 합칩니다. 어느 쪽도 지우거나 덮어쓰지 않습니다.
        {own !== null && ' 지금까지 쓰던 열쇠 대신 이 링크의 열쇠를 씁니다.'}
      </p>
      {joining ? (
        <Sum {...joining.answers} isEmpty={joining.got.length === 0} />
      ) : (
        <p role="status">다른 기기의 기록을 여는 중입니다.</p>
      )}
      <p className="actions">
        <button
          className="button button-main"
          type="button"
          aria-disabled={joining === null || isBusy}
          onClick={() => {
            if (!joining || isBusy) return;
            setBusy(true);
            // Until then the block would say 꺼짐. How it went is told at its head.
            joinSync(joining).then(close, close);
          }}
        >
          {isBusy ? '합치는 중' : '기록 합치기'}
        </button>
        {!isBusy && (
          <button className="button" type="button" onClick={close}>
            합치지 않기
          </button>
        )}
      </p>
    </>
  );
}

/** 64 + 212 = 276; answers that both have count once. */
function Sum({ own, theirs, together, isEmpty }: Joining['answers'] & { isEmpty: boolean }) {
  const both = own + theirs - together;
  return (
    <>
      <dl className="sync-sum numeric">
        <div>
          <dt>이 기기</dt>
          <dd>{own}</dd>
        </div>
        <div>
          <dt>다른 기기</dt>
          <dd data-sign="+">{theirs}</dd>
        </div>
        <div>
          <dt>합친 뒤</dt>
          <dd data-sign="=">
            <b>{together}</b> <small>번의 답</small>
          </dd>
        </div>
      </dl>
      {both > 0 && <p className="small numeric">두 쪽에 다 있는 답 {both}번은 한 번만 셉니다.</p>}
      {isEmpty && <p className="small">이 링크로 올라온 기록이 아직 없습니다. 링크가 맞는지 보세요.</p>}
    </>
  );
}
