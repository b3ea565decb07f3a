/**
 * The key of a shared record as the learner hands it on: a link for the camera of another device, to copy, to send, and one sheet of
 * paper, the last way back to a record.
 */

import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { encode } from 'uqr';
import { groupsOf, keyLink } from '../../../core/sync/sync-key.ts';
import { basePath, currentCourse } from '../../../store/site.ts';
import { Icon } from '../../icon.tsx';

export function SyncLink({ syncKey, close }: { syncKey: Uint8Array; close: () => void }) {
  const [isShown, setShown] = useState(false);
  const [message, setMessage] = useState('');
  const link = keyLink(progressAddress(), syncKey);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setMessage('링크를 복사했습니다.');
    } catch {
      setShown(true);
      setMessage('복사하지 못했습니다. 위의 링크를 골라 복사하세요.');
    }
  };
  // What the learner gives up in the browser's own sheet needs no words.
  const send = () => navigator.share({ url: link }).catch(() => undefined);
  const canSend = 'share' in navigator;
  return (
    <>
      {canSend && (
        <p className="actions sync-first">
          <button className="button button-main" type="button" onClick={send}>
            링크 보내기
          </button>
          <span className="note">이 전화의 화면은 스스로 비출 수 없습니다. 링크를 다른 기기로 보내세요.</span>
        </p>
      )}
      <div className="sync-link">
        <QrCode text={link} label="이 기록의 링크를 담은 QR 코드" />
        <div>
          <ol className="sync-steps">
            <li>다른 기기의 카메라로 이 그림을 비춥니다.</li>
            <li>
              열린 화면에서 <b>기록 합치기</b>를 누릅니다.
            </li>
          </ol>
          <p className="sync-address">
            <code>{isShown ? link : `…/progress/#sync=${'•'.repeat(10)}`}</code>{' '}
            <button
              className="button button-small"
              type="button"
              aria-pressed={isShown}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? '가리기' : '보기'}
            </button>
          </p>
          <p className="actions">
            <button className="button" type="button" onClick={copy}>
              링크 복사
            </button>
            {canSend && (
              <button className="button sync-later" type="button" onClick={send}>
                링크 보내기
              </button>
            )}
            <button className="button" type="button" onClick={() => printSheet(syncKey)}>
              <SyncIcon name="print" />한 장 인쇄
            </button>
            <button className="button" type="button" onClick={close}>
              닫기
            </button>
          </p>
          <p className="small" role="status">
            {message}
          </p>
          <KeepNote>
            이 링크가 열쇠입니다. 가진 사람은 기록을 읽을 수 있고, 모두 잃으면 서버의 기록을 열 수 없습니다.
            한 장 인쇄해 두세요.
          </KeepNote>
        </div>
      </div>
    </>
  );
}

const PRINTING = 'printsKey';

export function printSheet(syncKey: Uint8Array): void {
  const paper = document.body.appendChild(document.createElement('div'));
  paper.className = 'key-sheet';
  const root = createRoot(paper);
  flushSync(() => root.render(<KeySheet syncKey={syncKey} />));
  document.documentElement.dataset[PRINTING] = '';
  const remove = () => {
    delete document.documentElement.dataset[PRINTING];
    root.unmount();
    paper.remove();
  };
  addEventListener('afterprint', remove, { once: true });
  print();
}

function KeySheet({ syncKey }: { syncKey: Uint8Array }) {
  const page = progressAddress();
  const today = new Date().toLocaleDateString('ko-KR', { dateStyle: 'long' });
  return (
    <article lang="ko">
      <p className="spread">
        <b>{currentCourse()?.title}</b>
        <span className="numeric">{today}</span>
      </p>
      <h1>학습 기록의 열쇠</h1>
      <div className="sync-link">
        <QrCode text={keyLink(page, syncKey)} label="이 기록의 링크를 담은 QR 코드" />
        <div>
          <ol className="sync-steps">
            <li>휴대전화의 카메라로 비춥니다.</li>
            <li>
              열린 화면에서 <b>기록 합치기</b>를 누릅니다.
            </li>
            <li>카메라가 없으면 아래 주소를 열고, 「인쇄한 열쇠가 있으면」에 열쇠를 칩니다.</li>
          </ol>
          <KeepNote>이 종이를 가진 사람은 기록을 읽을 수 있습니다. 사진으로 올리지 마세요.</KeepNote>
        </div>
      </div>
      <p className="sync-address">
        <code>{page}</code>
        <code className="sync-groups">
          {groupsOf(syncKey).map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and none ever moves
            <span key={at}>{group}</span>
          ))}
        </code>
      </p>
      <p className="small">
        모든 기기에서 기록이 사라져도 이 한 장으로 되찾습니다. 서버가 지워지면 되찾을 수 없습니다.
      </p>
    </article>
  );
}

/** Of this page on this site, without a query or hash. */
const progressAddress = (): string => `${location.origin}${basePath()}/progress/`;

/** One path, always dark on light: cameras read nothing else well. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      className="sync-qr"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="white" />
      <path d={path.join('')} fill="black" />
    </svg>
  );
}

/** Icons that stand nowhere else, so that no other page loads them. */
const PATHS = {
  on: 'M10 3.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5Z',
  waiting: 'M10 3.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5ZM10 6.5V10l2.5 1.5',
  phone:
    'M7.5 2.5h5A1.5 1.5 0 0 1 14 4v12a1.5 1.5 0 0 1-1.5 1.5h-5A1.5 1.5 0 0 1 6 16V4a1.5 1.5 0 0 1 1.5-1.5ZM9.2 15h1.6',
  computer: 'M3 4h14v9.5H3ZM1.5 16.5h17',
  print: 'M6 7.5v-4h8v4M6 14.5H3.5v-7h13v7H14M6 12h8v5H6z',
} as const;

export function SyncIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** What whoever holds the key has to know. */
function KeepNote({ children }: { children: string }) {
  return (
    <p className="sync-note">
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  );
}
