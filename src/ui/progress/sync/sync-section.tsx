/** 다른 기기와 맞추기: one block whose head says how it stands; off, a link that was opened, on, and how to stop. */

import './sync.css';
import { type FormEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { writtenAt } from '../../../core/sync/listing.ts';
import type { SyncDevice } from '../../../core/sync/plan.ts';
import { keyOfHash, typedKey } from '../../../core/sync/sync-key.ts';
import { beginSync, canSync, type Sync, startSync, syncNow, useSync } from '../../../store/sync/sync.ts';
import { formatWhen } from '../../days.ts';
import { JoinSync, LeaveSync } from './join-leave.tsx';
import { printSheet, SyncIcon, SyncLink } from './sync-key.tsx';
import { problemWords, Reasons, reasonOf } from './sync-words.tsx';

type Screen = 'state' | 'link' | 'leave';

export function SyncSection() {
  const sync = useSync();
  const [screen, setScreen] = useState<Screen>('state');
  const [opened, setOpened] = useOpenedLink();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(startSync, []);
  useEffect(() => {
    if (opened === null) return;
    head.current?.scrollIntoView({ block: 'start' });
    head.current?.focus({ preventScroll: true });
  }, [opened]);
  const toHead = () => head.current?.focus({ preventScroll: true });
  const show = (next: Screen) => {
    setScreen(next);
    toHead();
  };
  return (
    <section className="block sync" aria-labelledby="sync">
      <div className="block-head">
        <h2 id="sync" tabIndex={-1} ref={head}>
          다른 기기와 맞추기
        </h2>
        <Standing sync={sync} isOpened={opened !== null} />
      </div>
      {/* Said once when it changes; the time beside the head would be said anew with every run. */}
      <p className="visually-hidden" role="status">
        {sync.failure ? reasonOf(sync.failure.problem) : sync.at !== null && '기록을 맞추었습니다.'}
      </p>
      {!canSync() ? (
        <p>이 브라우저에서는 맞출 수 없습니다. https 주소로 열거나 브라우저를 새 판으로 올리세요.</p>
      ) : opened !== null ? (
        <JoinSync
          found={opened}
          toHead={toHead}
          close={() => {
            setOpened(null);
            show('state');
          }}
        />
      ) : sync.key === null ? (
        <Off
          begin={() => {
            beginSync();
            show('link');
          }}
          open={setOpened}
        />
      ) : screen === 'link' ? (
        <SyncLink syncKey={sync.key} close={() => show('state')} />
      ) : screen === 'leave' ? (
        <LeaveSync close={() => show('state')} renewed={() => show('link')} />
      ) : (
        <On sync={sync} syncKey={sync.key} show={show} />
      )}
    </section>
  );
}

/** The key in the address, which leaves it at once: not to be read over a shoulder, stored in a history or sent on by accident. */
function useOpenedLink() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Uint8Array | 'damaged' | null>(null);
  useEffect(() => {
    const key = keyOfHash(hash);
    if (key === null) return;
    setOpened(key);
    navigate({ search: location.search, hash: '' }, { replace: true, preventScrollReset: true });
  }, [hash, navigate]);
  return [opened, setOpened] as const;
}

/** At the right end of the head. */
function Standing({ sync, isOpened }: { sync: Sync; isOpened: boolean }) {
  const now = useNow();
  if (isOpened) return <span className="note">링크를 열었습니다</span>;
  if (sync.key === null) return <span className="note">꺼짐</span>;
  if (sync.at === null)
    return <span className="note">{sync.isRunning ? '맞추는 중' : '아직 맞추지 못함'}</span>;
  return (
    <span className="note numeric with-icon">
      {sync.failure === null && <SyncIcon name="on" />}
      맞춤: {whenWords(sync.at, now)}
    </span>
  );
}

/** Anew every half minute: 방금 does not stay true. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const whenWords = (at: number, now: Date): string =>
  now.getTime() - at < 90_000 ? '방금' : formatWhen(at, now);

function Off({ begin, open }: { begin: () => void; open: (key: Uint8Array) => void }) {
  return (
    <>
      <p>
        휴대전화와 컴퓨터에서 같은 기록으로 공부합니다. 가입도 비밀번호도 없습니다. 기록은 이 기기에서 잠근 뒤
        올리므로 서버는 읽을 수 없습니다.
      </p>
      <p className="actions">
        <button className="button button-main" type="button" onClick={begin}>
          맞추기 시작
        </button>
        <span className="note">받은 링크가 있으면 그 링크를 여세요.</span>
      </p>
      <TypedKey open={open} />
      <Seen />
    </>
  );
}

/** For a device without a camera, which has the sheet of paper before it. */
function TypedKey({ open }: { open: (key: Uint8Array) => void }) {
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const key = typedKey(String(new FormData(event.currentTarget).get('key') ?? ''));
    setWrong(key === null);
    if (key === null) event.currentTarget.querySelector('input')?.focus();
    if (key) open(key);
  };
  return (
    <details className="fold">
      <summary>인쇄한 열쇠가 있으면</summary>
      <form className="actions" onSubmit={submit}>
        <label className="field" htmlFor={id}>
          네 글자씩 열세 묶음
          <input
            id={id}
            name="key"
            className="sync-field"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={isWrong}
            aria-describedby={`${id}-wrong`}
          />
        </label>
        <button className="button" type="submit">
          열쇠 열기
        </button>
      </form>
      <p className="small" role="status" id={`${id}-wrong`}>
        {isWrong &&
          '열쇠가 맞지 않습니다. 빠지거나 잘못 친 글자가 있는지 보세요. 대소문자와 빈칸은 상관없습니다.'}
      </p>
    </details>
  );
}

const SEEN = [
  ['파일의 크기와 올린 시각', '어떤 문제를 풀었는지'],
  ['접속한 주소와 브라우저 종류', '답, 정답률, 별표'],
  ['같은 열쇠를 쓰는 기기의 수', '이름 (묻지 않습니다)'],
] as const;

function Seen() {
  const url = new URL(import.meta.env.SYNC_URL, location.href);
  return (
    <details className="fold as-table">
      <summary>서버가 보는 것</summary>
      {url.origin !== location.origin && <p className="small">기록은 {url.host}에 올라갑니다.</p>}
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">서버가 볼 수 있는 것</th>
            <th scope="col">볼 수 없는 것</th>
          </tr>
        </thead>
        <tbody>
          {SEEN.map(([seen, unseen]) => (
            <tr key={seen}>
              <td>{seen}</td>
              <td>{unseen}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

interface OnProps {
  sync: Sync;
  syncKey: Uint8Array;
  show: (screen: Screen) => void;
}

function On({ sync, syncKey, show }: OnProps) {
  const { failure } = sync;
  const now = useNow();
  const again = async ({ currentTarget: button }: MouseEvent<HTMLButtonElement>) => {
    if (sync.isRunning) return;
    await syncNow();
    // All well, the button goes, and whoever pressed it is not left at the top of the page.
    const focused = document.activeElement;
    if (useSync.getState().failure === null && (focused === button || focused === document.body))
      show('state');
  };
  return (
    <>
      {failure ? (
        <>
          <p className="sync-note">
            <SyncIcon name="waiting" />
            <span>
              {problemWords(failure, now)} 공부는 그대로 이어집니다.
              {sync.unsent > 0 && (
                <>
                  {' '}
                  <b className="numeric">기록 {sync.unsent}건</b>이 이 기기에 안전하게 있습니다.
                </>
              )}
            </span>
          </p>
          <p className="actions">
            <button className="button" type="button" aria-disabled={sync.isRunning} onClick={again}>
              {sync.isRunning ? '다시 하는 중' : '지금 다시'}
            </button>
          </p>
        </>
      ) : (
        <Devices devices={sync.devices} at={sync.at} now={now} />
      )}
      <Reasons sync={sync} />
      <p className="actions">
        <button className="button" type="button" onClick={() => show('link')}>
          링크와 QR 보기
        </button>
        <button className="button" type="button" onClick={() => printSheet(syncKey)}>
          <SyncIcon name="print" />한 장 인쇄
        </button>
        <button className="button" type="button" onClick={() => show('leave')}>
          맞추기 그만두기
        </button>
      </p>
    </>
  );
}

interface DevicesProps {
  devices: SyncDevice[];
  at: number | null;
  now: Date;
}

function Devices({ devices, at, now }: DevicesProps) {
  if (devices.length === 0) return null;
  return (
    <>
      <ul className="sync-devices">
        {devices.map(({ device, kind, at: written, isOwn }) => {
          const when = isOwn ? at : writtenAt(written, Date.parse);
          return (
            <li key={device}>
              <SyncIcon name={kind ?? 'computer'} />
              <b>{kind === 'phone' ? '휴대전화' : '컴퓨터'}</b>
              <span className="note">{isOwn && '이 기기'}</span>
              <span className="note numeric">{when !== null && whenWords(when, now)}</span>
            </li>
          );
        })}
      </ul>
      {devices.some(({ isOwn }) => !isOwn) && (
        <p className="small">
          다른 기기의 시각은 기록을 마지막으로 올린 때입니다. 브라우저를 비우고 다시 연결한 기기는 예전 줄이
          그대로 남습니다.
        </p>
      )}
    </>
  );
}
