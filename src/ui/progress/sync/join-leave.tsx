/**
 * Joining by a link that was opened or a key that was typed: what it brings is said before anything is done. And the ways to leave,
 * with what becomes of the files of this device.
 */

import { useEffect, useState } from 'react';
import { keyText } from '../../../core/sync/sync-key.ts';
import { RemoteError } from '../../../store/sync/remote.ts';
import {
  type Joining,
  joinSync,
  type Leaving,
  leaveSync,
  previewJoin,
  type SyncProblem,
  useSync,
} from '../../../store/sync/sync.ts';
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
  if (found === 'damaged' || isSame)
    return (
      <>
        <p>
          {isSame
            ? '이 기기는 이 링크로 이미 맞추고 있습니다.'
            : '링크가 온전하지 않습니다. 처음 받은 링크를 다시 열거나, 다른 기기에서 QR을 비추세요.'}
        </p>
        <p className="actions">
          <button className="button" type="button" onClick={close}>
            닫기
          </button>
        </p>
      </>
    );
  const again = () => {
    setTries(tries + 1);
    toHead();
  };
  if (problem) return <NotOpened {...{ problem, again, close }} />;
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

interface NotOpenedProps {
  problem: SyncProblem;
  again: () => void;
  close: () => void;
}

function NotOpened({ problem, again, close }: NotOpenedProps) {
  return (
    <>
      <p role="status">{reasonOf(problem)} 이 기기의 기록은 그대로 있습니다.</p>
      <p className="actions">
        <button className="button button-main" type="button" onClick={again}>
          다시 하기
        </button>
        <button className="button" type="button" onClick={close}>
          합치지 않기
        </button>
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

const WAYS: { leaving: Leaving; name: string; words: string }[] = [
  {
    leaving: 'stop',
    name: '이 기기만 그만두기',
    words: '기록은 이 기기에 남고, 다른 기기는 그대로 맞춥니다.',
  },
  {
    leaving: 'new-key',
    name: '새 열쇠로 바꾸기',
    words:
      '링크가 다른 사람에게 갔을 때. 앞으로의 답은 옛 링크로 읽을 수 없고, 다른 기기는 새 링크로 다시 연결합니다.',
  },
  {
    leaving: 'empty',
    name: '그만두고 서버에 올린 이 기기의 파일도 비우기',
    words: '다른 기기에 이미 합친 답은 그 기기에 남고, 그 기기의 파일로 올라갑니다.',
  },
];

export function LeaveSync({ close, renewed }: { close: () => void; renewed: () => void }) {
  const [way, setWay] = useState<Leaving>('stop');
  const [hasFailed, setFailed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const leave = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailed(false);
    try {
      await leaveSync(way);
      if (way === 'new-key') renewed();
      else close();
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <>
      <fieldset className="sync-leave">
        <legend className="visually-hidden">그만두는 방법</legend>
        {WAYS.map(({ leaving, name, words }) => (
          <label key={leaving}>
            <input type="radio" name="leaving" checked={way === leaving} onChange={() => setWay(leaving)} />
            <span>
              {name}
              <span className="small">{words}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="actions">
        <button className="button" type="button" aria-disabled={isBusy} onClick={leave}>
          {way === 'new-key' ? '바꾸기' : '그만두기'}
        </button>
        <button className="button" type="button" onClick={close}>
          돌아가기
        </button>
      </p>
      <p className="small" role="status">
        {hasFailed && '서버의 파일을 비우지 못해 그만두지 않았습니다. 연결을 확인하고 다시 하세요.'}
      </p>
    </>
  );
}
